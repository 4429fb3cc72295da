"""What a reader has to say of a file: what is wrong and where, and what was seen and does not stop it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from forms.dutch.words import counted, listed
from portal.domain.instroom.imports import Melding

# So many faults are kept to be shown; of the rest their number.
MOST_FAULTS = 100
_MOST_NAMED = 6


class OnleesbaarBestand(Exception):
    """A file of which nothing can be read. The message is Dutch and fit to show."""


@dataclass(frozen=True)
class Leesfout:
    """Something wrong in a file: where ("rij 12, kolom Inwonertal"), and what to do about it."""

    waar: str
    tekst: str


@dataclass
class Leesverslag:
    """What was found while reading. A file with one fault is not taken in at all."""

    fouten: list[Leesfout] = field(default_factory=list)
    aantal_fouten: int = 0
    meldingen: list[Melding] = field(default_factory=list)

    def fout(self, waar: str, tekst: str) -> None:
        """Something is wrong here."""
        self.aantal_fouten += 1
        if len(self.fouten) < MOST_FAULTS:
            self.fouten.append(Leesfout(waar, tekst))

    def meld(self, tekst: str, waar: str = "", *, vraagt_antwoord: bool = False) -> None:
        """Something was seen here."""
        self.meldingen.append(Melding(tekst, waar, vraagt_antwoord))

    @property
    def ongetoond(self) -> int:
        """How many faults are not among `fouten`."""
        return self.aantal_fouten - len(self.fouten)


def some_of(names: Iterable[str], most: int = _MOST_NAMED) -> str:
    """The first of many names, and how many more there are: "a, b en nog 3"."""
    every = [*names]
    rest = len(every) - most
    return listed(every if rest <= 0 else [*every[:most], f"nog {rest}"])


def rows_in_words(numbers: Iterable[int]) -> str:
    """ "rij 3", "rij 3 en 8"."""
    return f"rij {some_of(map(str, numbers))}"


__all__ = ["MOST_FAULTS", "Leesfout", "Leesverslag", "OnleesbaarBestand", "counted", "rows_in_words", "some_of"]
