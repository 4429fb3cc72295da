"""The coördinator lets a plan be handed in without one side of a region: named, with a reason, for one version."""

from __future__ import annotations

from sqlalchemy import select

from portal.domain import clock
from portal.domain.consent.leads import Kant
from portal.domain.plan.events import EventSoort
from portal.domain.roles import Actor, Namens
from portal.extensions import db
from portal.models import InstemmingVrijstelling, Plan, PlanVersie
from portal.services import people
from portal.services.consent import register
from portal.services.plan import events, pen


def of_version(versie: PlanVersie) -> list[InstemmingVrijstelling]:
    """What was allowed for this version of a plan, with who allowed it."""
    query = select(InstemmingVrijstelling).where(InstemmingVrijstelling.versie_id == versie.id)
    named = people.named(InstemmingVrijstelling.door)
    return list(db.session.scalars(query.options(named).order_by(InstemmingVrijstelling.id)))


def by_side(versie: PlanVersie) -> dict[tuple[int, Namens], str]:
    """Who allowed it, by side."""
    return {(one.regio_id, one.namens): one.door.naam for one in of_version(versie)}


def allow(plan: Plan, kant_key: str, reden: str, *, actor: Actor) -> Kant:
    """Let this version of the plan be handed in without one side.

    Raises PlanProblem when the region does not hold the pen, or the plan has no such side; a second time says so.
    """
    pen.require_editable(plan)
    kant = next((one for one in register.sides(plan) if one.key == kant_key), None)
    if kant is None:
        raise pen.PlanProblem("Deze kant hoort niet (meer) bij dit plan. Kies opnieuw.")
    if (kant.regio_id, kant.namens) in by_side(plan.versie):
        raise pen.PlanProblem(f"Voor {kant.label} was dit al toegestaan.")
    side = {"regio_id": kant.regio_id, "namens": kant.namens}
    moment = clock.now()
    row = InstemmingVrijstelling(versie_id=plan.versie.id, reden=reden, op=moment, door_id=actor.user_id, **side)
    db.session.add(row)
    db.session.flush()
    events.record(plan, EventSoort.INSTEMMING_VRIJGESTELD, actor, notitie=reden, naam=kant.label)
    return kant
