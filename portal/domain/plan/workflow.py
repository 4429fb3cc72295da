"""The one table of status moves of a plan version, which `portal/domain/moves.py` reads.

Source: decision 3 of the architecture. Only `portal/services/plan/workflow.py` writes a status.
"""

from __future__ import annotations

from enum import StrEnum

from portal.domain.moves import MoveRule, Moves
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


_RULES: dict[Move, MoveRule[VersieStatus]] = {
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

MOVES = Moves("Dit plan", _RULES)
