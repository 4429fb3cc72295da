"""Quarters of a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Quarter:
    """One quarter; `number` is 1 to 4."""

    year: int
    number: int

    @property
    def naam(self) -> str:
        """How people call it: "Q1 2024"."""
        return f"Q{self.number} {self.year}"

    @property
    def first_day(self) -> date:
        """The day it starts."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last_day(self) -> date:
        """The day it ends."""
        return self.after.first_day - timedelta(days=1)

    @property
    def before(self) -> Quarter:
        """The one before."""
        return quarter_of(self.first_day - timedelta(days=1))

    @property
    def after(self) -> Quarter:
        """The one after."""
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)


def quarter_of(day: date) -> Quarter:
    """The quarter in which a day lies."""
    return Quarter(day.year, (day.month - 1) // 3 + 1)
