"""The only writer of events."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from portal.domain import clock
from portal.domain.plan.events import EventSoort
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Event, Plan
from portal.services import people
from portal.services.filling.traces import happened_lately


def record(plan: Plan, soort: EventSoort, actor: Actor | None, *, notitie: str = "", **gegevens: str) -> Event:
    """Add to the story of a plan that something happened just now. `actor` None is the portal itself."""
    event = Event(
        plan_id=plan.id,
        versie_id=plan.versie.id if plan.versies else None,
        soort=soort.value,
        op=clock.now(),
        door_id=actor.user_id if actor else None,
        notitie=notitie,
        gegevens=gegevens,
    )
    db.session.add(event)
    return event


def record_once_a_day(plan: Plan, soort: EventSoort, actor: Actor, **gegevens: str) -> None:
    """Record, unless the same person did the very same to this plan within the last day."""
    if not happened_lately(Event, Event.plan_id == plan.id, soort.value, actor, gegevens):
        record(plan, soort, actor, **gegevens)


# Written down once: putting such a query together takes longer than running it.
_OF_PLAN = select(Event).where(Event.plan_id == bindparam("plan_id"))
_LAST = _OF_PLAN.where(Event.soort == bindparam("soort")).order_by(Event.id.desc()).limit(1)
_STORY = _OF_PLAN.options(people.named(Event.door)).order_by(Event.op.desc(), Event.id.desc()).limit(bindparam("limit"))


def last_of(plan: Plan, soort: EventSoort) -> Event | None:
    """The last time that this happened to a plan, or None."""
    return db.session.scalars(_LAST, {"plan_id": plan.id, "soort": soort.value}).first()


def story_of(plan: Plan, *, limit: int = 200) -> list[Event]:
    """What happened to a plan, newest first, with the people who did it."""
    return list(db.session.scalars(_STORY, {"plan_id": plan.id, "limit": limit}))
