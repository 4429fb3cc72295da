"""An answer sheet and the plan in force: it keeps the actions of the day it opened, until the region follows the plan.

Progress of an action that is no longer in the plan stays in the database, and counts no more.
"""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.orm import aliased

from portal.domain.roles import Actor
from portal.domain.round.events import UitvraagEventSoort
from portal.extensions import db
from portal.models import Antwoordblad, Indiening, Plan, PlanRegio
from portal.plain import plain_rows
from portal.services.plan.in_force import submission_in_force
from portal.services.round import events
from portal.services.sheet import pen

_own = aliased(PlanRegio)
# The plans that count for one of these regions, each with all of its regions.
_PLANS = (
    select(PlanRegio.plan_id, PlanRegio.regio_id)
    .join(Plan, Plan.id == PlanRegio.plan_id)
    .where(
        PlanRegio.plan_id.in_(select(_own.plan_id).where(_own.regio_id.in_(bindparam("regio_ids", expanding=True)))),
        Plan.opgegaan_in_id.is_(None),
    )
)


def newer_plan(blad: Antwoordblad) -> Indiening | None:
    """The plan in force when it is another one than the sheet asks about, else None.

    Only of a plan for the very regions of the sheet: after joining or splitting in mid-round the sheet stays as it is.
    """
    plan_id = _plan_of(blad)
    found = submission_in_force(plan_id) if plan_id else None
    return None if found in (None, blad.plan_indiening_id) else db.session.get(Indiening, found)


def _plan_of(blad: Antwoordblad) -> int | None:
    plan, regio_ids = db.session.get(Plan, blad.plan_id) if blad.plan_id else None, blad.facts.regio_ids
    if plan is not None and plan.opgegaan_in_id is None and plan.regio_ids == regio_ids:
        # A region has one plan at a time: there is no other one to look for.
        return plan.id
    found = plain_rows(_PLANS, {"regio_ids": list(regio_ids)})
    plan_ids = {row.plan_id for row in found}
    return plan_ids.pop() if len(plan_ids) == 1 and {row.regio_id for row in found} == regio_ids else None


def follow_plan(blad: Antwoordblad, *, actor: Actor) -> bool:
    """Take over the actions of the plan in force. Returns False when the sheet had them already.

    Raises SheetProblem when the sheet takes no answers.
    """
    pen.require_pen(blad)
    newer = newer_plan(blad)
    if newer is None:
        return False
    blad.plan_indiening_id = newer.id
    blad.plan_id = newer.versie.plan_id
    db.session.flush()
    db.session.refresh(blad, ["plan_indiening", "plan"])
    events.record(blad.uitvraag, UitvraagEventSoort.BLAD_VOLGT_PLAN, actor, blad=blad, regios=blad.naam)
    return True
