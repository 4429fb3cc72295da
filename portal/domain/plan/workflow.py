"""The one table of status moves of a plan version, and the rule that reads it.

Source: decision 3 of the architecture. Only `portal/services/plan/workflow.py` writes a status.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from portal.domain.plan.states import VersieStatus
from portal.domain.policy import Action


class Move(StrEnum):
    """What somebody can do to the status of a plan version."""

    INDIENEN = "indienen"
    INTREKKEN = "intrekken"
    OPPAKKEN = "oppakken"
    TERUGSTUREN = "terugsturen"
    VASTSTELLEN = "vaststellen"
    HEROPENEN = "heropenen"


@dataclass(frozen=True)
class MoveRule:
    """From which states a move may start, where it ends, who may do it and whether a reason is needed."""

    sources: frozenset[VersieStatus]
    target: VersieStatus
    action: Action
    needs_reason: bool = False


MOVES: dict[Move, MoveRule] = {
    Move.INDIENEN: MoveRule(
        frozenset({VersieStatus.CONCEPT, VersieStatus.TERUGGESTUURD}),
        VersieStatus.INGEDIEND,
        Action.PLAN_INDIENEN,
    ),
    Move.INTREKKEN: MoveRule(frozenset({VersieStatus.INGEDIEND}), VersieStatus.CONCEPT, Action.PLAN_INTREKKEN),
    Move.OPPAKKEN: MoveRule(frozenset({VersieStatus.INGEDIEND}), VersieStatus.IN_BEHANDELING, Action.PLAN_BEOORDELEN),
    Move.TERUGSTUREN: MoveRule(
        frozenset({VersieStatus.IN_BEHANDELING}),
        VersieStatus.TERUGGESTUURD,
        Action.PLAN_BESLUITEN,
        needs_reason=True,
    ),
    Move.VASTSTELLEN: MoveRule(
        frozenset({VersieStatus.IN_BEHANDELING}), VersieStatus.VASTGESTELD, Action.PLAN_BESLUITEN
    ),
    Move.HEROPENEN: MoveRule(
        frozenset({VersieStatus.VASTGESTELD}),
        VersieStatus.IN_BEHANDELING,
        Action.PLAN_BESLUITEN,
        needs_reason=True,
    ),
}


class MoveNotAllowed(Exception):
    """A move was asked that the present status does not allow. The message is Dutch and fit to show."""


def next_status(move: Move, current: VersieStatus, *, reason: str = "") -> VersieStatus:
    """The status after a move.

    Raises MoveNotAllowed when the move does not start from `current`, or a needed reason is missing.
    """
    rule = MOVES[move]
    if current not in rule.sources:
        raise MoveNotAllowed(f"Dit plan heeft nu de status “{current.label}”. {_verb(move)} kan dan niet.")
    if rule.needs_reason and not reason.strip():
        raise MoveNotAllowed(f"{_verb(move)} kan alleen met een reden.")
    return rule.target


def _verb(move: Move) -> str:
    return move.value.capitalize()
