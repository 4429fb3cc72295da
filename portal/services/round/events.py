"""The only writer of what happened to rounds and their answer sheets."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from portal.domain import clock
from portal.domain.roles import Actor
from portal.domain.round.events import UitvraagEventSoort
from portal.extensions import db
from portal.models import Antwoordblad, Uitvraag, UitvraagEvent
from portal.services import people
from portal.services.filling.traces import happened_lately


def record(
    uitvraag: Uitvraag,
    soort: UitvraagEventSoort,
    actor: Actor | None,
    *,
    blad: Antwoordblad | None = None,
    notitie: str = "",
    **gegevens: str,
) -> UitvraagEvent:
    """Add to the story of a round (and of one sheet). `actor` None is the portal itself."""
    event = UitvraagEvent(
        uitvraag_id=uitvraag.id,
        blad_id=blad.id if blad else None,
        soort=soort.value,
        op=clock.now(),
        door_id=actor.user_id if actor else None,
        notitie=notitie,
        gegevens=gegevens,
    )
    db.session.add(event)
    return event


def record_once_a_day(blad: Antwoordblad, soort: UitvraagEventSoort, actor: Actor, **gegevens: str) -> None:
    """Record, unless the same person did the very same on this sheet within the last day."""
    if not happened_lately(UitvraagEvent, UitvraagEvent.blad_id == blad.id, soort.value, actor, gegevens):
        record(blad.uitvraag, soort, actor, blad=blad, **gegevens)


_STORY = (
    select(UitvraagEvent)
    .options(people.named(UitvraagEvent.door))
    .order_by(UitvraagEvent.op.desc(), UitvraagEvent.id.desc())
    .limit(bindparam("limit"))
)
# Written down once: putting such a query together takes longer than running it.
_OF_ROUND = _STORY.where(UitvraagEvent.uitvraag_id == bindparam("id"))
_OF_SHEET = _STORY.where(UitvraagEvent.blad_id == bindparam("id"))
# More than anything ever has.
_ALL = 10**9


def story_of(uitvraag: Uitvraag, *, limit: int = _ALL) -> list[UitvraagEvent]:
    """What happened to a round and all its sheets, newest first."""
    return list(db.session.scalars(_OF_ROUND, {"id": uitvraag.id, "limit": limit}))


def story_of_sheet(blad: Antwoordblad, *, limit: int = _ALL) -> list[UitvraagEvent]:
    """What happened to one sheet, newest first."""
    return list(db.session.scalars(_OF_SHEET, {"id": blad.id, "limit": limit}))
