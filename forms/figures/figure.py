"""What is read from a figure: what it is, and how it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from forms.dutch.numbers import dutch_money, dutch_number
from forms.timeline import Window

NO_NUMBER = "Hier is geen getal in gelezen. De tekst blijft staan zoals u die typt."


class Comparison(StrEnum):
    """On which side of a number something is meant to be."""

    NONE = ""
    LESS = "<"
    AT_MOST = "≤"
    MORE = ">"
    AT_LEAST = "≥"

    @property
    def is_upper(self) -> bool:
        """True when the number is the upper bound."""
        return self in (Comparison.LESS, Comparison.AT_MOST)

    @property
    def words(self) -> str:
        """How it is said before the number."""
        return _WORDS[self]


_WORDS = {
    Comparison.NONE: "",
    Comparison.LESS: "minder dan",
    Comparison.AT_MOST: "ten hoogste",
    Comparison.MORE: "meer dan",
    Comparison.AT_LEAST: "ten minste",
}


@dataclass(frozen=True)
class Amount:
    """A number, a range or a bound. A number has `lower` and `upper` alike; a missing one is open ("< 240").

    `unit` is what was typed behind it ("%", "per maand"), or "€".
    """

    lower: Decimal | None
    upper: Decimal | None
    comparison: Comparison = Comparison.NONE
    approximate: bool = False
    unit: str = ""

    @property
    def value(self) -> Decimal | None:
        """The one number it says, also when that is about so much; None for a range or a bound."""
        return self.lower if self.lower == self.upper else None

    def describe(self) -> str:
        """In Dutch: "minder dan 240", "ongeveer 100 per maand", "0,2 t/m 0,5"."""
        about = "ongeveer" if self.approximate else ""
        return " ".join(word for word in (about, self.comparison.words, self._number()) if word)

    def _number(self) -> str:
        bounds = dict.fromkeys(one for one in (self.lower, self.upper) if one is not None)
        if self.unit.startswith("€"):
            return f"€ {' t/m '.join(map(dutch_money, bounds))} {self.unit[1:].strip()}".strip()
        number = " t/m ".join(map(dutch_number, bounds))
        return f"{number}{'' if self.unit.startswith('%') else ' '}{self.unit}".strip()


@dataclass(frozen=True)
class Figure:
    """An amount, and the period it is for when one was typed ("2025: 200")."""

    amount: Amount
    period: Window | None = None

    def describe(self) -> str:
        """In Dutch: "200", or "2025: 200"."""
        amount = self.amount.describe()
        return f"{self.period.name}: {amount}" if self.period else amount


def describe(figures: Sequence[Figure]) -> str:
    """All that was read, in Dutch: "2025: 200; 2026: 150"; empty without a number."""
    return "; ".join(one.describe() for one in figures)


def one_value(figures: Sequence[Figure]) -> Decimal | None:
    """The number, when exactly one was read; None for a path, a range or a bound."""
    return figures[0].amount.value if len(figures) == 1 else None


def says_more(text: str, reading: str) -> bool:
    """True when a reading tells something that the words themselves don't."""
    return bool(reading) and _bare(reading) != _bare(text)


def _bare(text: str) -> str:
    return "".join(text.lower().split()).rstrip(".")


def figure_hint(text: str, figures: Sequence[Figure]) -> str:
    """The sentence under the field: how `text` was read. Empty when nothing was typed."""
    if not text.strip():
        return ""
    return f"Gelezen als {describe(figures)}." if figures else NO_NUMBER
