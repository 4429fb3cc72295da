"""What a national code book is made of: kinds of text that get codes, and the codes of each kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CodeSoort(StrEnum):
    """What is coded: each kind has codes of its own. The value is the kind of the list it stands in."""

    ACTIES = "acties"
    SUCCESSEN = "successen"
    LESSEN = "lessen"
    VERWACHTINGEN = "verwachtingen"

    @property
    def label(self) -> str:
        """The list as people call it."""
        return self.value.capitalize()

    @property
    def een(self) -> str:
        """One of them, in a sentence: "deze les"."""
        return {"acties": "actie", "successen": "succes", "lessen": "les", "verwachtingen": "verwachting"}[self.value]


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
