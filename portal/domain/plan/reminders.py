"""When a region is reminded of the deadline of its plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

# A reminder still goes out this many days late, when the sender did not run on the day itself.
LATE_DAYS = 3
# How long a region gets for a plan that came back.
RETURN_DAYS = 14


def due_reminder(deadline: date, today: date, days: Sequence[int]) -> int | None:
    """Which reminder is due: one of `days` (before the deadline; negative is after it), or None.

    Of several that were missed only the last one goes out: nobody gets two mails on one day.
    """
    due = [day for day in days if 0 <= (today - moment(deadline, day)).days <= LATE_DAYS]
    return min(due, default=None)


def moment(deadline: date, day: int) -> date:
    """The date of the reminder so many days before the deadline."""
    return deadline - timedelta(days=day)


def deadlines_to_look_at(today: date, days: Sequence[int]) -> tuple[date, date]:
    """The first and last deadline for which a reminder can be due today. Needs at least one day."""
    return today + timedelta(days=min(days) - LATE_DAYS), today + timedelta(days=max(days))


def days_after(asked: date | None, deadline: date, days: Sequence[int]) -> list[int]:
    """The reminders that lie after the day on which it was asked: nobody is reminded of what was said that day."""
    return [day for day in days if asked is None or moment(deadline, day) > asked]


def return_day(today: date) -> date:
    """By when a plan that is sent back today is expected, unless the coördinator chooses another day."""
    return today + timedelta(days=RETURN_DAYS)


def deadline_counts(deadline: date, asked_anew: date | None) -> bool:
    """True when a deadline is still about what is asked now.

    `asked_anew` is when a later version began or the plan came back; None while the first question stands. A deadline
    from before that is not about it: nobody is late before a new date was set.
    """
    return asked_anew is None or asked_anew <= deadline
