"""An answer sheet and the plan in force: it keeps the actions of the day it opened, until the region follows the plan.

Progress of an action that is no longer in the plan stays in the database, and counts no more.
"""

from __future__ import annotations

from sqlalchemy import select

from portal.domain.roles import Actor
from portal.domain.round.events import UitvraagEventSoort
from portal.extensions import db
from portal.models import Antwoordblad, Indiening, Plan, PlanRegio
from portal.services.plan.in_force import plans_in_force
from portal.services.round import events
from portal.services.sheet import pen


def newer_plan(blad: Antwoordblad) -> Indiening | None:
    """The plan in force when it is another one than the sheet asks about, else None.

    Only of a plan for the very regions of the sheet: after joining or splitting in mid-round the sheet stays as it is.
    """
    plan = _plan_of(blad)
    in_force = plans_in_force([plan.id]).get(plan.id) if plan else None
    if in_force is None or in_force.indiening.id == blad.plan_indiening_id:
        return None
    return in_force.indiening


def _plan_of(blad: Antwoordblad) -> Plan | None:
    regio_ids = blad.facts.regio_ids
    query = select(Plan).where(Plan.id.in_(select(PlanRegio.plan_id).where(PlanRegio.regio_id.in_(regio_ids))))
    found = [plan for plan in db.session.scalars(query) if plan.opgegaan_in_id is None]
    return found[0] if len(found) == 1 and found[0].regio_ids == regio_ids else None


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
