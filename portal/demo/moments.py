"""Believable moments: on working days, between nine and five."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

from forms.dutch.dates import AMSTERDAM

SATURDAY = 5


def at_work(rng: Random, day: date) -> datetime:
    """A moment on this day, or on the Friday before when it is weekend."""
    while day.weekday() >= SATURDAY:
        day -= timedelta(days=1)
    return datetime.combine(day, time(rng.randint(9, 16), rng.randint(0, 59)), AMSTERDAM)


def spread(rng: Random, first: date, last: date, count: int) -> list[datetime]:
    """So many moments from the first day to the last one, in order."""
    length = max((last - first).days, 0)
    return sorted(at_work(rng, first + timedelta(days=rng.randint(0, length))) for _ in range(count))
