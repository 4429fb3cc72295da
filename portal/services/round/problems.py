"""What can't be done with a round, and why: told with who did what when."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from forms.dutch import dates
from portal.domain import clock
from portal.domain.roles import Actor
from portal.domain.round.events import ROUND_STORY
from portal.domain.story import PORTAL
from portal.extensions import db
from portal.models import Antwoordblad, Uitvraag, UitvraagEvent
from portal.services import people


class SheetProblem(Exception):
    """Something can't be done with this answer sheet or round. The message is Dutch and fit to show."""


class RoundProblem(SheetProblem):
    """Something can't be done with this round or one of its sheets. The message is Dutch and fit to show.

    `is_own`: the person did the very thing a moment ago (a double click); nothing is wrong.
    """

    def __init__(self, message: str, *, is_own: bool = False) -> None:
        super().__init__(message)
        self.is_own = is_own


def told(event: UitvraagEvent) -> str:
    """The sentence of an event, with its moment: "Kim heeft de uitvraag gesloten (vandaag om 14:03)."."""
    return f"{told_plainly(event).removesuffix('.')} ({dates.moment_nearby(event.op, clock.today())})."


def told_plainly(event: UitvraagEvent) -> str:
    """The sentence of an event."""
    return ROUND_STORY.tell(event.soort, event.door.naam if event.door else PORTAL, event.gegevens)


def someone_was_first(
    uitvraag: Uitvraag, actor: Actor | None, blad: Antwoordblad | None = None, *, soorten: Iterable[str] = ()
) -> RoundProblem:
    """The page somebody saw is no longer true: the problem tells what happened last, who did it and when.

    `soorten`: only what is about this, such as opening and closing.
    """
    event = last_event(uitvraag, blad, soorten=soorten)
    if event is None:
        return RoundProblem("Deze pagina was niet meer actueel. Hieronder staat hoe het nu is.")
    own = actor is not None and event.door_id == actor.user_id
    return RoundProblem(f"Er is niets gewijzigd, want dit was al gebeurd: {_small(told(event))}", is_own=own)


def _small(sentence: str) -> str:
    """A sentence behind a colon; names keep their capital."""
    return sentence.replace(PORTAL, PORTAL.lower(), 1) if sentence.startswith(PORTAL) else sentence


def last_event(
    uitvraag: Uitvraag, blad: Antwoordblad | None = None, *, soorten: Iterable[str] = ()
) -> UitvraagEvent | None:
    """What happened last to a round itself, or to one of its sheets; `soorten`: of these kinds."""
    which = UitvraagEvent.blad_id.is_(None) if blad is None else UitvraagEvent.blad_id == blad.id
    query = (
        select(UitvraagEvent)
        .where(UitvraagEvent.uitvraag_id == uitvraag.id, which)
        .options(people.named(UitvraagEvent.door))
        .order_by(UitvraagEvent.id.desc())
        .limit(1)
    )
    kinds = list(soorten)
    return db.session.scalars(query.where(UitvraagEvent.soort.in_(kinds)) if kinds else query).first()
