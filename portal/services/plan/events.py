"""The only writer of events."""

from __future__ import annotations

from sqlalchemy import select

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


def last_of(plan: Plan, soort: EventSoort) -> Event | None:
    """The last time that this happened to a plan, or None."""
    query = select(Event).where(Event.plan_id == plan.id, Event.soort == soort.value).order_by(Event.id.desc())
    return db.session.scalars(query.limit(1)).first()


def story_of(plan: Plan, *, limit: int = 200) -> list[Event]:
    """What happened to a plan, newest first, with the people who did it."""
    query = select(Event).where(Event.plan_id == plan.id).options(people.named(Event.door))
    return list(db.session.scalars(query.order_by(Event.op.desc(), Event.id.desc()).limit(limit)))
