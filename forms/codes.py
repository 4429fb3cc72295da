"""What a national code book is made of: kinds of text that get codes, and the codes of each kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CodeSoort(StrEnum):
    """What is coded: each kind has codes of its own. The value is the kind of the list it stands in.

    REDENEN are explanations: why an action asks attention or was stopped, and what stands under a closed question.
    EIGEN are texts under an own question of a round, which has codes of its own.
    """

    ACTIES = "acties"
    SUCCESSEN = "successen"
    LESSEN = "lessen"
    VERWACHTINGEN = "verwachtingen"
    REDENEN = "redenen"
    EIGEN = "eigen"

    @property
    def label(self) -> str:
        """The list as people call it."""
        return _LABELS.get(self.value, self.value.capitalize())

    @property
    def een(self) -> str:
        """One of them, in a sentence: "deze les"."""
        return _EEN[self.value]

    @property
    def meer(self) -> str:
        """Several of them, in a sentence: "12 toelichtingen"."""
        return _MEER.get(self.value, self.value)


_LABELS = {"redenen": "Redenen en knelpunten", "eigen": "Eigen vragen"}
_EEN = {
    "acties": "actie",
    "successen": "succes",
    "lessen": "les",
    "verwachtingen": "verwachting",
    "redenen": "toelichting",
    "eigen": "antwoord",
}
_MEER = {"redenen": "toelichtingen", "eigen": "antwoorden op eigen vragen"}


@dataclass(frozen=True)
class NationalCode:
    """One code as it ships. `key` is permanent; `trefwoorden` are beginnings of words that suggest it."""

    soort: CodeSoort
    key: str
    naam: str
    omschrijving: str
    trefwoorden: tuple[str, ...]


@dataclass(frozen=True)
class CodeBook:
    """One edition of the code book. The portal ships the newest; what a coördinator changed in it stays."""

    key: str
    codes: tuple[NationalCode, ...]
