"""The only writer of a status. The moves are a table in `portal/domain/plan/workflow.py`."""

from __future__ import annotations

from portal.domain import clock
from portal.domain.plan.events import EventSoort
from portal.domain.plan.workflow import MOVES, Move
from portal.domain.roles import Actor
from portal.models import Plan
from portal.services.plan import events

EVENTS: dict[Move, EventSoort] = {
    Move.INDIENEN: EventSoort.INGEDIEND,
    Move.INTREKKEN: EventSoort.INGETROKKEN,
    Move.OPPAKKEN: EventSoort.OPGEPAKT,
    Move.TERUGSTUREN: EventSoort.TERUGGESTUURD,
    Move.VASTSTELLEN: EventSoort.VASTGESTELD,
    Move.HEROPENEN: EventSoort.HEROPEND,
}


def move(plan: Plan, move: Move, *, actor: Actor, reason: str = "", **gegevens: str) -> None:
    """Move the newest version of a (locked) plan and record that it happened.

    Raises MoveNotAllowed when the present status does not allow it or a needed reason is missing.
    """
    versie = plan.versie
    versie.status = MOVES.next_status(move, versie.status, reason=reason)
    versie.status_sinds = clock.now()
    events.record(plan, EVENTS[move], actor, notitie=reason, **gegevens)
