"""Terugzetten: parts of an earlier submission in the concept again, once one saw what that changes."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.fields import as_choices
from portal.domain.plan.states import VersieStatus
from portal.domain.policy import Action
from portal.models import Indiening, Plan
from portal.services.plan import pen, restoring
from portal.services.plan.putting_back import WouldChange, everything
from portal.web.access import may, plan_access, signed_in
from portal.web.commits import on_problem, sends_once
from portal.web.posted import require_our_fields
from portal.web.regio.blueprint import blueprint
from portal.web.regio.forms import TerugzetForm
from portal.web.regio.plan import submission_or_404

_CLOSED = "Dit plan is ingediend. U kunt pas iets terugzetten als u het intrekt of terugkrijgt."


def may_put_back(plan: Plan) -> bool:
    """True when this person can put something back now: in the concept, or in a new version."""
    is_open = plan.status.can_be_edited or plan.status is VersieStatus.VASTGESTELD
    return may(Action.PLAN_INVULLEN, plan) and is_open and plan.opgegaan_in_id is None


@blueprint.get("/plannen/<int:plan_id>/indieningen/<int:indiening_id>/terugzetten")
@plan_access(Action.PLAN_INVULLEN)
def indiening_terugzetten_vragen(plan: Plan, indiening_id: int) -> ResponseReturnValue:
    """What would change, part by part. All is ticked, or the one part that the address names."""
    indiening = submission_or_404(plan, indiening_id)
    if not may_put_back(plan):
        flash(_CLOSED, "info")
        return redirect(url_for("regio.versies", plan_id=plan.id))
    change = restoring.offered(plan, indiening)
    wanted = request.args.get("onderdeel", "")
    return _page(plan, indiening, change, _form(change, [wanted] if wanted in change.keys else list(change.keys)))


@blueprint.post("/plannen/<int:plan_id>/indieningen/<int:indiening_id>/terugzetten")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def indiening_terugzetten(plan: Plan, indiening_id: int) -> ResponseReturnValue:
    """Put the ticked parts back; when somebody changed something meanwhile the page tells anew what would change."""
    indiening = submission_or_404(plan, indiening_id)
    change = restoring.offered(plan, indiening)
    form = TerugzetForm()
    form.onderdelen.choices = as_choices((key, key) for key in everything(pen.format_of(plan)))
    require_our_fields(form)
    if not form.validate():
        return _page(plan, indiening, change, _offer(form, change)), 422
    chosen, seen = form.onderdelen.data, form.gezien.data or ""
    with on_problem(pen.PlanProblem, partial(_refused, plan, indiening, form)):
        newer = restoring.restore(plan, indiening, chosen, seen=seen, actor=signed_in())
    if newer:
        again = _form(newer, [key for key in chosen if key in newer.keys])
        return _page(plan, indiening, newer, again, has_changed=True), 409
    names = ", ".join(change.titles(chosen))
    flash(f"Teruggezet: {names}. Wat er stond, is bewaard bij de eerdere teksten en versies.", "success")
    return redirect(url_for("regio.mijn_plan", plan_id=plan.id))


def _refused(plan: Plan, indiening: Indiening, form: TerugzetForm, problem: pen.PlanProblem) -> ResponseReturnValue:
    change = restoring.offered(plan, indiening)
    form.onderdelen.errors = [str(problem)]
    return _page(plan, indiening, change, _offer(form, change)), 422


def _form(change: WouldChange, ticked: list[str]) -> TerugzetForm:
    return _offer(TerugzetForm(formdata=None, data={"onderdelen": ticked, "gezien": change.mark}), change)


def _offer(form: TerugzetForm, change: WouldChange) -> TerugzetForm:
    form.onderdelen.choices = as_choices((key, change.titles([key])[0]) for key in change.keys)
    return form


def _page(
    plan: Plan, indiening: Indiening, change: WouldChange, form: TerugzetForm, *, has_changed: bool = False
) -> str:
    return render_template(
        "regio/indiening_terugzetten.html",
        plan=plan,
        indiening=indiening,
        change=change,
        form=form,
        has_changed=has_changed,
    )
