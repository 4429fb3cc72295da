"""The states of a national report, the table of its moves, and when the kerngroep has agreed.

Source: decision 3 of the architecture. Only `portal/services/report/workflow.py` writes this status.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from portal.domain.policy import Action


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


class ReportMoveNotAllowed(Exception):
    """A move was asked that the present status does not allow. The message is Dutch and fit to show."""


@dataclass(frozen=True)
class RapportRule:
    """From where a move starts, where it ends, who may do it and whether a reason is needed."""

    source: RapportStatus
    target: RapportStatus
    action: Action
    needs_reason: bool = False


_S = RapportStatus

RAPPORT_MOVES: dict[RapportMove, RapportRule] = {
    RapportMove.VOORLEGGEN: RapportRule(_S.CONCEPT, _S.TER_VASTSTELLING, Action.RAPPORT_BEHEREN),
    RapportMove.TERUGHALEN: RapportRule(_S.TER_VASTSTELLING, _S.CONCEPT, Action.RAPPORT_BEHEREN, needs_reason=True),
    RapportMove.VASTSTELLEN: RapportRule(_S.TER_VASTSTELLING, _S.VASTGESTELD, Action.RAPPORT_BEHEREN),
    RapportMove.PUBLICEREN: RapportRule(_S.VASTGESTELD, _S.GEPUBLICEERD, Action.RAPPORT_BEHEREN),
}


def next_rapport_status(move: RapportMove, current: RapportStatus, *, reason: str = "") -> RapportStatus:
    """The status of a report after a move.

    Raises ReportMoveNotAllowed when the move does not start from `current`, or a needed reason is missing.
    """
    rule = RAPPORT_MOVES[move]
    if current is not rule.source:
        raise ReportMoveNotAllowed(
            f"Dit rapport heeft nu de status “{current.label}”. {move.value.capitalize()} kan dan niet."
        )
    if rule.needs_reason and not reason.strip():
        raise ReportMoveNotAllowed(f"{move.value.capitalize()} kan alleen met een reden.")
    return rule.target
