"""The only writer of what happened to national reports."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from forms.dutch import dates
from portal.domain import clock
from portal.domain.policy import Action, can
from portal.domain.report.events import OPENBAAR, PER_REGIO, REPORT_STORY, RapportEventSoort
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Rapport, RapportEvent
from portal.services import people
from portal.services.filling.traces import happened_lately


def record(
    rapport: Rapport, soort: RapportEventSoort, actor: Actor, *, notitie: str = "", **gegevens: Any
) -> RapportEvent:
    """Add to the story of a report that something happened just now."""
    event = RapportEvent(
        rapport_id=rapport.id,
        soort=soort.value,
        op=clock.now(),
        door_id=actor.user_id,
        notitie=notitie,
        gegevens=gegevens,
    )
    db.session.add(event)
    return event


def record_once_a_day(rapport: Rapport, soort: RapportEventSoort, actor: Actor, **gegevens: str) -> None:
    """Record, unless the same person did the very same to this report within the last day."""
    if not happened_lately(RapportEvent, RapportEvent.rapport_id == rapport.id, soort.value, actor, gegevens):
        record(rapport, soort, actor, **gegevens)


def story_of(rapport: Rapport, *, actor: Actor) -> list[RapportEvent]:
    """What happened to a report, newest first, as far as this person may know: what parties said is for reviewers.

    What happens for each region by itself is not in it.
    """
    told = RapportEvent.soort.not_in([soort.value for soort in PER_REGIO])
    query = select(RapportEvent).where(RapportEvent.rapport_id == rapport.id, told)
    query = query.options(people.named(RapportEvent.door))
    if not can(actor, Action.RAPPORT_CONCEPT_LEZEN, rapport.facts):
        query = query.where(RapportEvent.soort.in_([soort.value for soort in OPENBAAR]))
    return list(db.session.scalars(query.order_by(RapportEvent.op.desc(), RapportEvent.id.desc())))


def last_of(rapport: Rapport, *soorten: RapportEventSoort) -> RapportEvent | None:
    """What happened last to a report (of these kinds), with who did it, or None."""
    query = select(RapportEvent).where(RapportEvent.rapport_id == rapport.id).options(people.named(RapportEvent.door))
    if soorten:
        query = query.where(RapportEvent.soort.in_([soort.value for soort in soorten]))
    return db.session.scalars(query.order_by(RapportEvent.id.desc()).limit(1)).first()


def told(event: RapportEvent) -> str:
    """The sentence of an event."""
    return REPORT_STORY.tell(event.soort, event.door.naam if event.door else None, event.gegevens)


def told_when(event: RapportEvent) -> str:
    """The sentence of an event with its moment: "Kim heeft het rapport vastgesteld (vandaag om 14:03)."."""
    return f"{told(event).removesuffix('.')} ({dates.moment_nearby(event.op, clock.today())})."
