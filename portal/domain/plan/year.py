"""The year that a plan is about, for a "Q2" or "najaar" without one."""

from __future__ import annotations

from datetime import date

# A plan that is due in the last quarter is about the year to come: the national format was due on 31-12-2023 for 2024.
_LAST_QUARTER = 10


def plan_year(day: date) -> int:
    """The year of a plan that is due on this day."""
    return day.year + (day.month >= _LAST_QUARTER)
