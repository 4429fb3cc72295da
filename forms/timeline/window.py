"""The window that is read from a timeline: what it is, how it is said, and how it sorts."""

from dataclasses import dataclass
from datetime import date, timedelta

from forms.dutch.dates import day_and_month, day_short, month_and_year

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Window:
    """A period of whole days, `end` included.

    A missing `start` is open at the beginning, a missing `end` is open-ended; both missing is ongoing ("continu").
    Windows that come from `read_timeline` never start after they end; others are checked by whoever makes them.
    """

    start: date | None
    end: date | None

    def describe(self) -> str:
        """Say the window in Dutch, such as "1 januari t/m 31 december 2024" or "doorlopend"."""
        if self.start is None:
            return "doorlopend" if self.end is None else f"tot en met {day_short(self.end)}"
        if self.end is None:
            return f"vanaf {day_short(self.start)}"
        if self.start == self.end:
            return day_short(self.start)
        first = day_and_month(self.start) if self.start.year == self.end.year else day_short(self.start)
        return f"{first} t/m {day_short(self.end)}"

    @property
    def name(self) -> str:
        """What people call it: "2025", "2e kwartaal 2026", "1e helft 2026", "maart 2026"; else as `describe`."""
        if self.start is None or self.end is None or self.start.day != 1 or (self.end + _DAY).day != 1:
            return self.describe()
        months = self.end.month - self.start.month + 1 if self.start.year == self.end.year else 0
        nth, rest = divmod(self.start.month - 1, months) if months else (0, 1)
        if rest or months not in (1, 3, 6, 12):
            return self.describe()
        whole = {12: "", 6: f"{nth + 1}e helft ", 3: f"{nth + 1}e kwartaal "}
        return f"{whole[months]}{self.start.year}" if months in whole else month_and_year(self.start)


def sort_key(window: Window | None) -> tuple[bool, date, date]:
    """Give the key that puts windows in order: earliest end first, then earliest start.

    An open beginning counts as the earliest day and an open end as the latest, so "vanaf" comes after everything
    that ends, "doorlopend" after "vanaf", and a timeline that can't be read (None) comes last.
    """
    if window is None or window == Window(None, None):
        return (window is None, date.max, date.max)
    return (False, window.end or date.max, window.start or date.min)
