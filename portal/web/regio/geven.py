"""Een collega doet dit: ask another contact person to do a part, and say that it is ready or take it back."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from forms.fields import as_choices
from forms.spec import Step
from portal.domain.policy import Action
from portal.models import Plan
from portal.services.plan import giving, pen
from portal.web.access import plan_access, signed_in
from portal.web.commits import commits, on_problem, sends_once, told_at
from portal.web.landelijk.forms import NO_CHOICE
from portal.web.posted import require_our_fields
from portal.web.regio.blueprint import blueprint
from portal.web.regio.forms import GeefForm
from portal.web.regio.onderdeel import step_or_404


@blueprint.get("/plannen/<int:plan_id>/onderdeel/<step_key>/geven")
@plan_access(Action.ONDERDEEL_GEVEN)
def geven(plan: Plan, step_key: str) -> ResponseReturnValue:
    """To whom the part is given, and before when."""
    step = step_or_404(plan, step_key)
    if not plan.status.can_be_edited or plan.opgegaan_in_id is not None:
        flash("Het plan is niet meer bij uw regio. U kunt nu geen onderdelen aan een collega geven.", "info")
        return redirect(url_for("regio.mijn_plan", plan_id=plan.id))
    before = giving.open_of(plan).get(step.key)
    return _page(plan, step, _form(plan, formdata=None, data={"gezien": before.id if before else 0}))


@blueprint.post("/plannen/<int:plan_id>/onderdeel/<step_key>/geven")
@plan_access(Action.ONDERDEEL_GEVEN)
@sends_once
def gegeven(plan: Plan, step_key: str) -> ResponseReturnValue:
    """Give the part to a colleague, who hears of it."""
    step = step_or_404(plan, step_key)
    form = _form(plan)
    require_our_fields(form)
    if not form.validate():
        return _page(plan, step, form), 422
    with on_problem(pen.PlanProblem, partial(_refused, plan, step, form)):
        given = giving.give(
            plan,
            step,
            aan_id=form.aan.data,
            voor=form.voor.data,
            toelichting=form.toelichting.data,
            seen_id=form.gezien.data,
            actor=signed_in(),
        )
    flash(f"{given.aan.naam} krijgt bericht dat u dit onderdeel aan hem of haar geeft.", "success")
    return _to_part(plan, step)


def _refused(plan: Plan, step: Step, form: GeefForm, problem: pen.PlanProblem) -> ResponseReturnValue:
    form.form_errors.append(str(problem))
    return _page(plan, step, form), 409


def _form(plan: Plan, **options: object) -> GeefForm:
    form = GeefForm(**options)
    offered = [(one.account_id, f"{one.naam}, {one.organisatie}") for one in giving.colleagues(plan, signed_in())]
    form.aan.choices = as_choices([NO_CHOICE, *offered])
    return form


def _page(plan: Plan, step: Step, form: GeefForm) -> str:
    given = giving.open_of(plan).get(step.key)
    return render_template(
        "regio/geven.html",
        plan=plan,
        step=step,
        form=form,
        given=given,
        may_give=given is None or giving.can_end(plan, given, signed_in()),
    )


@blueprint.post("/plannen/<int:plan_id>/onderdeel/<step_key>/gegeven/<int:given_id>")
@plan_access(Action.ONDERDEEL_GEVEN)
@commits
def gegeven_voorbij(plan: Plan, step_key: str, given_id: int) -> ResponseReturnValue:
    """The part is ready, or taken back."""
    step = step_or_404(plan, step_key)
    ready = request.form.get("doe") == "klaar"
    if not ready and request.form.get("doe") != "terug":
        abort(400)
    with on_problem(pen.PlanProblem, told_at(_address(plan, step))):
        ended = giving.end(plan, step, given_id, ready=ready, actor=signed_in())
    if not ended:
        flash("Dit onderdeel was al klaar of teruggenomen, of een ander heeft het nu.", "info")
    else:
        told = "is klaar. Uw collega’s zien dit in de tijdlijn" if ready else "is weer van iedereen"
        flash(f"“{step.title}” {told}.", "success")
    return _to_part(plan, step)


def _to_part(plan: Plan, step: Step) -> Response:
    return redirect(_address(plan, step))


def _address(plan: Plan, step: Step) -> str:
    return url_for("regio.onderdeel", plan_id=plan.id, step_key=step.key)
