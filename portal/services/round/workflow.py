"""The only writer of the status of a round and of a sheet; the moves are tables in `portal/domain/round/states.py`."""

from __future__ import annotations

from portal.domain import clock
from portal.domain.roles import Actor
from portal.domain.round.events import UitvraagEventSoort
from portal.domain.round.states import BLAD_MOVES, UITVRAAG_MOVES, BladMove, UitvraagMove
from portal.models import Antwoordblad, Uitvraag
from portal.services.round import events

EVENTS: dict[UitvraagMove, UitvraagEventSoort] = {
    UitvraagMove.OPENEN: UitvraagEventSoort.GEOPEND,
    UitvraagMove.SLUITEN: UitvraagEventSoort.GESLOTEN,
    UitvraagMove.HEROPENEN: UitvraagEventSoort.HEROPEND,
    UitvraagMove.AFRONDEN: UitvraagEventSoort.AFGEROND,
}

BLAD_EVENTS: dict[BladMove, UitvraagEventSoort] = {
    BladMove.INDIENEN: UitvraagEventSoort.BLAD_INGEDIEND,
    BladMove.CORRIGEREN: UitvraagEventSoort.BLAD_CORRECTIE,
    BladMove.TERUGSTUREN: UitvraagEventSoort.BLAD_TERUGGESTUURD,
}


def move(uitvraag: Uitvraag, move: UitvraagMove, *, actor: Actor | None, reason: str = "") -> None:
    """Move a (locked) round and record it. `actor` None is the portal itself, on the day that was planned.

    Raises MoveNotAllowed.
    """
    uitvraag.status = UITVRAAG_MOVES.next_status(move, uitvraag.status, reason=reason)
    uitvraag.status_sinds = clock.now()
    events.record(uitvraag, EVENTS[move], actor, notitie=reason)


def move_sheet(blad: Antwoordblad, move: BladMove, *, actor: Actor, reason: str = "") -> None:
    """Move a (locked) answer sheet and record it.

    Raises MoveNotAllowed when the present status does not allow it or a needed reason is missing.
    """
    blad.status = BLAD_MOVES.next_status(move, blad.status, reason=reason)
    blad.status_sinds = clock.now()
    events.record(blad.uitvraag, BLAD_EVENTS[move], actor, blad=blad, notitie=reason, regios=blad.naam)
