"""Months, quarters and years: how they are written in files and addresses, and which lie within which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from forms.dutch.dates import month_and_year

_CODE = re.compile(r"(\d{4})(?:-(?:K([1-4])|(0[1-9]|1[0-2])))?", re.ASCII)
_MONTHS = 12
_MONTHS_OF_QUARTER = 3


class PeriodeSoort(StrEnum):
    """How long a period is."""

    MAAND = "maand"
    KWARTAAL = "kwartaal"
    JAAR = "jaar"


_LENGTH = {PeriodeSoort.MAAND: 1, PeriodeSoort.KWARTAAL: _MONTHS_OF_QUARTER, PeriodeSoort.JAAR: _MONTHS}


@dataclass(frozen=True)
class Periode:
    """A month, quarter or year. `nummer` counts within the year from 1 (a year has number 1)."""

    jaar: int
    soort: PeriodeSoort = PeriodeSoort.JAAR
    nummer: int = 1

    @property
    def code(self) -> str:
        """As it stands in files, addresses and the database: "2024", "2024-K1", "2024-03"."""
        if self.soort is PeriodeSoort.JAAR:
            return f"{self.jaar:04}"
        return (
            f"{self.jaar:04}-K{self.nummer}"
            if self.soort is PeriodeSoort.KWARTAAL
            else f"{self.jaar:04}-{self.nummer:02}"
        )

    @property
    def naam(self) -> str:
        """In words: "2024", "Q1 2024", "maart 2024"."""
        if self.soort is PeriodeSoort.JAAR:
            return f"{self.jaar:04}"
        return f"Q{self.nummer} {self.jaar:04}" if self.soort is PeriodeSoort.KWARTAAL else month_and_year(self.begin)

    @property
    def begin(self) -> date:
        """Its first day."""
        return date(self.jaar, (self.nummer - 1) * _LENGTH[self.soort] + 1, 1)

    @property
    def einde(self) -> date:
        """Its last day."""
        year, month = divmod(self.jaar * _MONTHS + self.begin.month - 1 + _LENGTH[self.soort], _MONTHS)
        return date(year, month + 1, 1) - timedelta(days=1)

    def delen(self) -> tuple[Periode, ...]:
        """The next shorter periods that fill it: quarters of a year, months of a quarter, nothing of a month."""
        if self.soort is PeriodeSoort.JAAR:
            return tuple(Periode(self.jaar, PeriodeSoort.KWARTAAL, number) for number in range(1, 5))
        if self.soort is PeriodeSoort.MAAND:
            return ()
        first = (self.nummer - 1) * _MONTHS_OF_QUARTER + 1
        return tuple(Periode(self.jaar, PeriodeSoort.MAAND, first + number) for number in range(_MONTHS_OF_QUARTER))

    def in_which(self, soort: PeriodeSoort) -> Periode:
        """The period of this kind in which it begins."""
        return Periode(self.jaar, soort, (self.begin.month - 1) // _LENGTH[soort] + 1)


# Files of figures name the same few hundred periods again and again.
@lru_cache(maxsize=4096)
def read_period(code: str) -> Periode | None:
    """The period of "2024", "2024-K1" or "2024-03"; None for anything else."""
    found = _CODE.fullmatch(code)
    if found is None or not int(found[1]):
        return None
    if found[2]:
        return Periode(int(found[1]), PeriodeSoort.KWARTAAL, int(found[2]))
    return Periode(int(found[1]), PeriodeSoort.MAAND, int(found[3])) if found[3] else Periode(int(found[1]))
