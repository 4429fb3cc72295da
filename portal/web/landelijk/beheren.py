"""One plan in the hands of a coördinator: its deadline, and for which regions it counts."""

from __future__ import annotations

from collections.abc import Callable

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from forms.base import BaseForm
from forms.fields import as_choices
from portal.domain.policy import Action
from portal.extensions import db
from portal.models import Plan, Regio
from portal.services.plan import joining, pen, plans
from portal.web.access import access, signed_in
from portal.web.commits import commits, on_problem, sends_once, told_at
from portal.web.landelijk.blueprint import blueprint
from portal.web.landelijk.forms import NO_CHOICE, DeadlineForm, JoinForm, SplitForm
from portal.web.posted import require_our_fields


@blueprint.get("/plannen/<int:plan_id>/beheren")
@access(Action.PLAN_STARTEN)
def beheren(plan_id: int) -> ResponseReturnValue:
    """The deadline of one plan, and for which regions it counts."""
    return _page(_plan_or_404(plan_id))


@blueprint.post("/plannen/<int:plan_id>/beheren")
@access(Action.PLAN_STARTEN)
@commits
def deadline_wijzigen(plan_id: int) -> ResponseReturnValue:
    """Another deadline for one plan."""
    plan = _plan_or_404(plan_id)
    form = DeadlineForm()
    require_our_fields(form)
    if not form.validate() or form.deadline.data is None:
        return _page(plan, deadline=form), 422
    deadline = form.deadline.data
    return _do(
        plan,
        lambda: plans.set_deadline(plan, deadline=deadline, actor=signed_in(), notitie=form.notitie.data or ""),
        "De deadline is opgeslagen. De herinneringen volgen de nieuwe datum.",
    )


@blueprint.post("/plannen/<int:plan_id>/samenvoegen")
@access(Action.PLAN_STARTEN)
@sends_once
def samenvoegen(plan_id: int) -> ResponseReturnValue:
    """Let this plan count for the regions of another plan too."""
    plan = _plan_or_404(plan_id)
    form = _join_form(plan)
    require_our_fields(form)
    other = db.session.get(Plan, form.ander.data) if form.validate() else None
    if other is None:
        return _page(plan, join=form), 422
    return _do(
        plan, lambda: joining.join_plan(plan, other, actor=signed_in()), "De plannen zijn samengevoegd tot één plan."
    )


@blueprint.post("/plannen/<int:plan_id>/splitsen")
@access(Action.PLAN_STARTEN)
@sends_once
def splitsen(plan_id: int) -> ResponseReturnValue:
    """Give one region of a joint plan a plan of its own."""
    plan = _plan_or_404(plan_id)
    form = _split_form(plan)
    require_our_fields(form)
    regio = db.session.get(Regio, form.regio.data) if form.validate() else None
    if regio is None:
        return _page(plan, split=form), 422
    return _do(
        plan, lambda: joining.split_plan(plan, regio, actor=signed_in()), f"{regio.naam} heeft nu een eigen plan."
    )


def _do(plan: Plan, verb: Callable[[], object], success: str) -> ResponseReturnValue:
    address = url_for("landelijk.beheren", plan_id=plan.id)
    with on_problem(pen.PlanProblem, told_at(address)):
        verb()
    flash(success, "success")
    return redirect(address)


def _page(
    plan: Plan,
    *,
    deadline: DeadlineForm | None = None,
    join: JoinForm | None = None,
    split: SplitForm | None = None,
) -> str:
    """The page with all three forms; the one that was sent shows what is wrong with it."""
    forms: list[BaseForm] = [
        deadline or DeadlineForm(formdata=None, obj=plan),
        join or _join_form(plan),
        split or _split_form(plan),
    ]
    return render_template(
        "landelijk/beheren.html",
        plan=plan,
        form=forms[0],
        join_form=forms[1],
        split_form=forms[2],
        sent=next((form for form in forms if form.errors), forms[0]),
    )


def _join_form(plan: Plan) -> JoinForm:
    form = JoinForm(formdata=_sent_to("landelijk.samenvoegen"))
    others = db.session.scalars(select(Plan).where(Plan.id != plan.id, Plan.opgegaan_in_id.is_(None)))
    choices = [(other.id, other.naam) for other in others if other.status.can_be_edited]
    form.ander.choices = as_choices([NO_CHOICE, *sorted(choices, key=lambda choice: choice[1].casefold())])
    return form


def _split_form(plan: Plan) -> SplitForm:
    form = SplitForm(formdata=_sent_to("landelijk.splitsen"))
    form.regio.choices = as_choices([NO_CHOICE, *((regio.id, regio.naam) for regio in plan.regios)])
    return form


def _sent_to(endpoint: str) -> object:
    return request.form if request.endpoint == endpoint else None


def _plan_or_404(plan_id: int) -> Plan:
    plan = plans.find_plan(plan_id)
    if plan is None:
        abort(404)
    return plan
