"""Starting plans, their deadlines, joining and splitting: the work of a coördinator."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from portal.domain.policy import Action
from portal.extensions import db
from portal.models import Plan, PlanRegio, Regio
from portal.services import plans
from portal.web.access import access, signed_in
from portal.web.landelijk import blueprint
from portal.web.landelijk.forms import DeadlineForm, JoinForm, SplitForm, StartForm
from portal.web.posted import require_our_fields


@blueprint.route("/plannen/starten", methods=["GET", "POST"])
@access(Action.PLAN_STARTEN)
def starten() -> ResponseReturnValue:
    """Start one plan for each chosen region, or one joint plan for all of them."""
    free = _regions_without_plan()
    form = StartForm()
    form.regios.choices = [(regio.id, regio.naam) for regio in free]
    if request.method == "GET":
        return render_template("landelijk/starten.html", form=form)
    require_our_fields(form)
    if not form.validate():
        return render_template("landelijk/starten.html", form=form), 422
    chosen = [regio for regio in free if regio.id in (form.regios.data or [])]
    try:
        started = _start(chosen, form)
    except plans.PlanProblem as problem:
        form.regios.errors = [str(problem)]
        return render_template("landelijk/starten.html", form=form), 422
    db.session.commit()
    flash(f"{started} {'plan' if started == 1 else 'plannen'} gestart.", "success")
    return redirect(url_for("landelijk.overzicht"))


def _start(chosen: list[Regio], form: StartForm) -> int:
    assert form.deadline.data is not None  # validated
    groups = [chosen] if form.samen.data else [[regio] for regio in chosen]
    for group in groups:
        plans.open_plan(group, deadline=form.deadline.data, actor=signed_in())
    return len(groups)


@blueprint.route("/plannen/<int:plan_id>/beheren", methods=["GET", "POST"])
@access(Action.PLAN_STARTEN)
def beheren(plan_id: int) -> ResponseReturnValue:
    """The deadline of one plan, and for which regions it counts."""
    plan = _plan_or_404(plan_id)
    form = DeadlineForm(obj=plan)
    if request.method == "GET":
        return _beheren_page(plan, form)
    require_our_fields(form)
    if not form.validate():
        return _beheren_page(plan, form), 422
    assert form.deadline.data is not None  # validated
    try:
        plans.set_deadline(plan, deadline=form.deadline.data, actor=signed_in(), notitie=form.notitie.data)
    except plans.PlanProblem as problem:
        form.deadline.errors = [str(problem)]
        return _beheren_page(plan, form), 422
    db.session.commit()
    flash("De deadline is opgeslagen. De herinneringen volgen de nieuwe datum.", "success")
    return redirect(url_for("landelijk.beheren", plan_id=plan.id))


def _beheren_page(plan: Plan, form: DeadlineForm) -> str:
    return render_template(
        "landelijk/beheren.html", plan=plan, form=form, join_form=_join_form(plan), split_form=_split_form(plan)
    )


@blueprint.post("/plannen/<int:plan_id>/samenvoegen")
@access(Action.PLAN_STARTEN)
def samenvoegen(plan_id: int) -> ResponseReturnValue:
    """Let this plan count for the regions of another plan too."""
    plan = _plan_or_404(plan_id)
    form = _join_form(plan)
    other = db.session.get(Plan, form.ander.data) if form.validate() else None
    if other is None:
        flash("Kies het plan dat u wilt samenvoegen.", "error")
    else:
        _try(lambda: plans.join_plan(plan, other, actor=signed_in()), "De plannen zijn samengevoegd.")
    return redirect(url_for("landelijk.beheren", plan_id=plan.id))


@blueprint.post("/plannen/<int:plan_id>/splitsen")
@access(Action.PLAN_STARTEN)
def splitsen(plan_id: int) -> ResponseReturnValue:
    """Give one region of a joint plan a plan of its own."""
    plan = _plan_or_404(plan_id)
    form = _split_form(plan)
    regio = db.session.get(Regio, form.regio.data) if form.validate() else None
    if regio is None:
        flash("Kies de regio die een eigen plan krijgt.", "error")
    else:
        _try(lambda: plans.split_plan(plan, regio, actor=signed_in()), f"{regio.naam} heeft nu een eigen plan.")
    return redirect(url_for("landelijk.beheren", plan_id=plan.id))


def _try(verb: object, success: str) -> None:
    try:
        verb()  # type: ignore[operator]
    except plans.PlanProblem as problem:
        db.session.rollback()
        flash(str(problem), "error")
    else:
        db.session.commit()
        flash(success, "success")


def _join_form(plan: Plan) -> JoinForm:
    form = JoinForm()
    others = db.session.scalars(select(Plan).where(Plan.id != plan.id, Plan.opgegaan_in_id.is_(None)))
    choices = [(other.id, other.naam) for other in others if other.status.can_be_edited]
    form.ander.choices = sorted(choices, key=lambda choice: choice[1].casefold())
    return form


def _split_form(plan: Plan) -> SplitForm:
    form = SplitForm()
    form.regio.choices = [(regio.id, regio.naam) for regio in plan.regios]
    return form


def _regions_without_plan() -> list[Regio]:
    query = select(Regio).where(Regio.id.not_in(select(PlanRegio.regio_id)))
    return sorted(db.session.scalars(query), key=lambda regio: regio.naam.lstrip("'’‘").casefold())


def _plan_or_404(plan_id: int) -> Plan:
    plan = plans.find_plan(plan_id)
    if plan is None:
        abort(404)
    return plan
