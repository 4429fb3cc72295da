"""The coördinator lets a plan be handed in without one side of a region."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.fields import as_choices
from portal.domain.policy import Action
from portal.models import Plan
from portal.services.consent import leads, texts, waivers
from portal.services.plan import pen
from portal.web.access import plan_access, signed_in
from portal.web.commits import on_problem, sends_once
from portal.web.instemming.blueprint import blueprint
from portal.web.instemming.forms import VrijstelForm
from portal.web.posted import require_our_fields
from portal.web.tweede_stap.step_up import proves_again


@blueprint.get("/plannen/<int:plan_id>/instemming/vrijstellen")
@plan_access(Action.INSTEMMING_VRIJSTELLEN)
def vrijstellen(plan: Plan) -> ResponseReturnValue:
    """How far each side is, and the form. Of a draft nothing else is shown."""
    return _page(plan, _form(plan, formdata=None))


@blueprint.post("/plannen/<int:plan_id>/instemming/vrijstellen")
@plan_access(Action.INSTEMMING_VRIJSTELLEN)
@proves_again
@sends_once
def vrijgesteld(plan: Plan) -> ResponseReturnValue:
    """Allow it, named and with a reason."""
    form = _form(plan)
    require_our_fields(form)
    if not form.validate():
        return _page(plan, form), 422
    with on_problem(pen.PlanProblem, partial(_refused, plan, form)):
        kant = waivers.allow(plan, form.kant.data, form.reden.data.strip(), actor=signed_in())
    flash(f"Het plan van {plan.naam} mag worden ingediend zonder {kant.label}.", "success")
    return redirect(url_for("instemming.vrijstellen", plan_id=plan.id))


def _refused(plan: Plan, form: VrijstelForm, problem: pen.PlanProblem) -> ResponseReturnValue:
    form.form_errors.append(str(problem))
    return _page(plan, form), 409


def _form(plan: Plan, **options: object) -> VrijstelForm:
    form = VrijstelForm(**options)
    waiting = [one.kant for one in leads.stands(plan, texts.now(plan)[1]) if not one.is_ready]
    form.kant.choices = as_choices((one.key, one.label) for one in waiting)
    return form


def _page(plan: Plan, form: VrijstelForm) -> str:
    stands = leads.stands(plan, texts.now(plan)[1])
    return render_template("instemming/vrijstellen.html", plan=plan, form=form, stands=stands)
