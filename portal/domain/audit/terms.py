"""How long lines are kept. They go by segment: all lines of a month at once; the seal of that month stays."""

from __future__ import annotations

from datetime import date, timedelta

# What was done with tools of the system is there for half a year at least (BIO 8.18.02).
SHORTEST_MONTHS = 6
SHORTEST_TERM = timedelta(days=181)


def oldest_kept(today: date, months: int) -> str:
    """The oldest segment ("2024-03") that is still kept on this day, when lines are kept for so many whole months."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return f"{year:04}-{month + 1:02}"
