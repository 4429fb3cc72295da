"""The states of a national report, the table of its moves, and when the kerngroep has agreed.

Source: decision 3 of the architecture. Only `portal/services/report/workflow.py` writes this status.
"""

from __future__ import annotations

from enum import StrEnum

from portal.domain.moves import MoveRule, Moves
from portal.domain.policy import Action

# How each sentence about what keeps a concept from the kerngroep begins.
NOG_NIET = "Het rapport is nog niet voorgelegd."


class RapportStatus(StrEnum):
    """Where a version of a report is between being made and being published."""

    CONCEPT = "concept"
    TER_VASTSTELLING = "ter_vaststelling"
    VASTGESTELD = "vastgesteld"
    GEPUBLICEERD = "gepubliceerd"

    @property
    def label(self) -> str:
        """The status as people read it."""
        return self.value.replace("_", " ").capitalize()

    @property
    def is_frozen(self) -> bool:
        """True when neither its data nor its texts can change: a newer version is the only way."""
        return self in (RapportStatus.VASTGESTELD, RapportStatus.GEPUBLICEERD)


class AkkoordOordeel(StrEnum):
    """What a party of the kerngroep says of a report."""

    AKKOORD = "akkoord"
    OPMERKING = "opmerking"

    @property
    def label(self) -> str:
        """As people read it."""
        return {"akkoord": "Akkoord", "opmerking": "Opmerkingen"}[self.value]


class RapportMove(StrEnum):
    """What happens to the status of a report. The value is the verb of the person."""

    VOORLEGGEN = "voorleggen"
    TERUGHALEN = "terughalen"
    VASTSTELLEN = "vaststellen"
    PUBLICEREN = "publiceren"


_S = RapportStatus

_RULES: dict[RapportMove, MoveRule[RapportStatus]] = {
    RapportMove.VOORLEGGEN: MoveRule(frozenset({_S.CONCEPT}), _S.TER_VASTSTELLING, Action.RAPPORT_BEHEREN),
    RapportMove.TERUGHALEN: MoveRule(
        frozenset({_S.TER_VASTSTELLING}), _S.CONCEPT, Action.RAPPORT_BEHEREN, needs_reason=True
    ),
    RapportMove.VASTSTELLEN: MoveRule(frozenset({_S.TER_VASTSTELLING}), _S.VASTGESTELD, Action.RAPPORT_BEHEREN),
    RapportMove.PUBLICEREN: MoveRule(frozenset({_S.VASTGESTELD}), _S.GEPUBLICEERD, Action.RAPPORT_BEHEREN),
}

RAPPORT_MOVES = Moves("Dit rapport", _RULES)
