"""The states of a round (uitvraag) and of an answer sheet (antwoordblad), and the tables of their moves.

Source: decision 3 of the architecture. Only `portal/services/round/workflow.py` writes these statuses.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.domain.moves import MoveRule, Moves
from portal.domain.policy import Action


class UitvraagStatus(StrEnum):
    """Where a round is between being planned and finished."""

    GEPLAND = "gepland"
    OPEN = "open"
    GESLOTEN = "gesloten"
    AFGEROND = "afgerond"

    @property
    def label(self) -> str:
        """The status as people read it."""
        return self.value.capitalize()


class BladStatus(StrEnum):
    """Where an answer sheet is.

    HEROPEND: the region is correcting what it handed in. TERUGGESTUURD: the coördinator asked for that. Until it is
    handed in again, what was handed in before still counts.
    """

    OPEN = "open"
    INGEDIEND = "ingediend"
    HEROPEND = "heropend"
    TERUGGESTUURD = "teruggestuurd"

    @property
    def label(self) -> str:
        """The status as people read it."""
        return _BLAD_LABELS[self]

    @property
    def is_mended(self) -> bool:
        """True when something was handed in and counts, and something else is being written."""
        return self in (BladStatus.HEROPEND, BladStatus.TERUGGESTUURD)


_BLAD_LABELS = {
    BladStatus.OPEN: "Open",
    BladStatus.INGEDIEND: "Ingediend",
    BladStatus.HEROPEND: "Wordt gecorrigeerd",
    BladStatus.TERUGGESTUURD: "Teruggestuurd",
}


class UitvraagMove(StrEnum):
    """What happens to the status of a round."""

    OPENEN = "openen"
    SLUITEN = "sluiten"
    HEROPENEN = "heropenen"
    AFRONDEN = "afronden"


class BladMove(StrEnum):
    """What happens to the status of an answer sheet."""

    INDIENEN = "indienen"
    CORRIGEREN = "corrigeren"
    TERUGSTUREN = "terugsturen"


_U, _B = UitvraagStatus, BladStatus

_ROUND_RULES: dict[UitvraagMove, MoveRule[UitvraagStatus]] = {
    UitvraagMove.OPENEN: MoveRule(frozenset({_U.GEPLAND}), _U.OPEN, Action.UITVRAAG_BEHEREN),
    UitvraagMove.SLUITEN: MoveRule(frozenset({_U.OPEN}), _U.GESLOTEN, Action.UITVRAAG_BEHEREN),
    UitvraagMove.HEROPENEN: MoveRule(frozenset({_U.GESLOTEN}), _U.OPEN, Action.UITVRAAG_BEHEREN, needs_reason=True),
    UitvraagMove.AFRONDEN: MoveRule(frozenset({_U.GESLOTEN}), _U.AFGEROND, Action.UITVRAAG_BEHEREN),
}

_SHEET_RULES: dict[BladMove, MoveRule[BladStatus]] = {
    BladMove.INDIENEN: MoveRule(
        frozenset({_B.OPEN, _B.HEROPEND, _B.TERUGGESTUURD}), _B.INGEDIEND, Action.BLAD_INDIENEN
    ),
    BladMove.CORRIGEREN: MoveRule(frozenset({_B.INGEDIEND}), _B.HEROPEND, Action.BLAD_INVULLEN),
    BladMove.TERUGSTUREN: MoveRule(
        frozenset({_B.INGEDIEND}), _B.TERUGGESTUURD, Action.BLAD_TERUGSTUREN, needs_reason=True
    ),
}

UITVRAAG_MOVES = Moves("Deze uitvraag", _ROUND_RULES)
BLAD_MOVES = Moves("Dit antwoordblad", _SHEET_RULES)


@dataclass(frozen=True)
class BladFacts:
    """What decides whether a sheet takes answers, and how it is shown."""

    uitvraag: UitvraagStatus
    status: BladStatus
    deadline: date
    heropend_tot: date | None = None
    niet_gevraagd: bool = False


def takes_answers(blad: BladFacts, today: date) -> bool:
    """True while a region may fill in, hand in and correct: the round is open, or this sheet was reopened by name.

    A finished round takes nothing any more: the regions were told what came of it.
    """
    if blad.niet_gevraagd:
        return False
    if blad.uitvraag is UitvraagStatus.GESLOTEN:
        return blad.heropend_tot is not None and today <= blad.heropend_tot
    return blad.uitvraag is UitvraagStatus.OPEN


def answers_until(blad: BladFacts) -> date:
    """The last day that the regions of a sheet were given: its deadline, or that of a sheet reopened by name."""
    if blad.uitvraag is UitvraagStatus.GESLOTEN and blad.heropend_tot is not None:
        return blad.heropend_tot
    return blad.deadline


class BladStand(StrEnum):
    """How a sheet is shown: its status with what follows from the calendar. "Niet gevraagd" is no missing answer."""

    NIET_GEVRAAGD = "niet_gevraagd"
    OPEN = "open"
    TE_LAAT = "te_laat"
    INGEDIEND = "ingediend"
    HEROPEND = "heropend"
    TERUGGESTUURD = "teruggestuurd"
    NIET_BEANTWOORD = "niet_beantwoord"

    @property
    def label(self) -> str:
        """The state as people read it."""
        return _STAND_LABELS[self]

    @property
    def is_answered(self) -> bool:
        """True when there is a submission that counts."""
        return self is BladStand.INGEDIEND or self.is_mended

    @property
    def is_mended(self) -> bool:
        """True while the region changes what it handed in, of its own accord or because it was asked."""
        return self in (BladStand.HEROPEND, BladStand.TERUGGESTUURD)


_STAND_LABELS = {
    BladStand.NIET_GEVRAAGD: "Niet gevraagd",
    BladStand.OPEN: "Nog niet ingediend",
    BladStand.TE_LAAT: "Te laat",
    BladStand.INGEDIEND: "Ingediend",
    BladStand.HEROPEND: "Wordt gecorrigeerd",
    BladStand.TERUGGESTUURD: "Teruggestuurd",
    BladStand.NIET_BEANTWOORD: "Niet beantwoord",
}


def stand(blad: BladFacts, today: date) -> BladStand:
    """How a sheet is shown today."""
    if blad.niet_gevraagd:
        return BladStand.NIET_GEVRAAGD
    takes = takes_answers(blad, today)
    if blad.status is not BladStatus.OPEN:
        # A correction that was not handed in before the round closed changes nothing: what was handed in counts.
        return BladStand(blad.status.value) if blad.status.is_mended and takes else BladStand.INGEDIEND
    if not takes:
        return BladStand.NIET_BEANTWOORD
    return BladStand.TE_LAAT if blad.deadline < today else BladStand.OPEN
