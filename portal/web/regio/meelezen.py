"""Meelezen: a region asks reviewers to look at parts of its draft. That is no submission."""

from __future__ import annotations

from functools import partial

from flask import abort, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from forms.fields import as_choices
from portal.domain.plan.states import VersieStatus
from portal.domain.policy import Action
from portal.models import Plan
from portal.services.plan import pen, reading_along
from portal.services.plan.document import plan_document
from portal.web.access import plan_access, signed_in
from portal.web.commits import on_problem, sends_once
from portal.web.posted import require_our_fields
from portal.web.regio.blueprint import blueprint
from portal.web.regio.forms import IntrekForm, MeeleesForm


@blueprint.get("/plannen/<int:plan_id>/meelezen")
@plan_access(Action.PLAN_INVULLEN)
def meelezen_vragen(plan: Plan) -> ResponseReturnValue:
    """Choose the steps that are ready to be looked at, or take an open question back."""
    if not plan.status.can_be_edited:
        flash("Het plan is ingediend. Een beoordelaar leest het al.", "info")
        return _to_plan(plan)
    return _page(plan, _form(plan, formdata=None))


@blueprint.post("/plannen/<int:plan_id>/meelezen")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def meelezen_gevraagd(plan: Plan) -> ResponseReturnValue:
    """Freeze the chosen steps for reviewers and tell them."""
    form = _form(plan)
    require_our_fields(form)
    if not form.validate():
        return _page(plan, form), 422
    with on_problem(pen.PlanProblem, partial(_refused, plan, form)):
        reading_along.ask(plan, form.onderdelen.data, notitie=form.notitie.data, actor=signed_in())
    flash("Uw vraag is verstuurd. De beoordelaars krijgen bericht.", "success")
    return redirect(url_for("regio.meelezen_vragen", plan_id=plan.id))


def _refused(plan: Plan, form: MeeleesForm, problem: pen.PlanProblem) -> ResponseReturnValue:
    form.form_errors.append(str(problem))
    return _page(plan, form), 409


def _form(plan: Plan, **options: object) -> MeeleesForm:
    form = MeeleesForm(**options)
    form.onderdelen.choices = as_choices(
        (step.key, f"{step.number}. {step.title}") for step in pen.format_of(plan).steps
    )
    return form


def _page(plan: Plan, form: MeeleesForm) -> str:
    return render_template(
        "regio/meelezen.html",
        plan=plan,
        form=form,
        asked=reading_along.open_of(plan),
        action_form=IntrekForm(formdata=None),
    )


@blueprint.post("/plannen/<int:plan_id>/meelezen/intrekken")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def meelezen_intrekken(plan: Plan) -> ResponseReturnValue:
    """The region takes its question back."""
    stopped = reading_along.stop(plan, actor=signed_in())
    flash("Uw vraag is ingetrokken." if stopped else "Er was geen open vraag om mee te lezen.", "success")
    return _to_plan(plan)


@blueprint.get("/plannen/<int:plan_id>/meelezen/lezen")
@plan_access(Action.MEELEZING_LEZEN)
def meelezing_lezen(plan: Plan) -> ResponseReturnValue:
    """What the region wants reviewers to look at: a copy of those steps, and nothing else of the draft."""
    asked = reading_along.open_of(plan)
    if asked is None:
        abort(404)
    document = plan_document(
        asked.snapshot,
        status=VersieStatus.CONCEPT.label,
        peilmoment=asked.gevraagd_op,
        demo=current_app.config["DEMO"],
    )
    steps = [step for step in pen.format_of(plan).steps if step.key in asked.onderdelen]
    return render_template(
        "regio/meelezing.html",
        plan=plan,
        asked=asked,
        document_=document,
        steps=steps,
        action_form=IntrekForm(formdata=None),
    )


@blueprint.post("/plannen/<int:plan_id>/meelezen/afronden")
@plan_access(Action.MEELEZING_LEZEN)
@sends_once
def meelezen_afronden(plan: Plan) -> ResponseReturnValue:
    """A reviewer is done: the copy closes again."""
    reading_along.stop(plan, actor=signed_in())
    flash("U heeft het meelezen afgerond. De regio ziet dit in de tijdlijn.", "success")
    return redirect(url_for("public.start"))


def _to_plan(plan: Plan) -> Response:
    return redirect(url_for("regio.mijn_plan", plan_id=plan.id))
