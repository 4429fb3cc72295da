"""When a region is reminded of the deadline of its plan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from portal.domain.plan.reminders import deadlines_to_look_at, due_reminder

DAYS = (14, 7, 1, -1, -7)
DEADLINE = date(2023, 12, 31)


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2023, 12, 16), None),
        (date(2023, 12, 17), 14),
        (date(2023, 12, 20), 14),
        (date(2023, 12, 21), None),
        (date(2023, 12, 24), 7),
        (date(2023, 12, 28), None),
        (date(2023, 12, 30), 1),
        (date(2023, 12, 31), 1),
        (date(2024, 1, 1), -1),
        (date(2024, 1, 7), -7),
        (date(2024, 1, 10), -7),
        (date(2024, 1, 11), None),
    ],
)
def test_a_reminder_is_due_on_its_day_and_three_days_after(today: date, due: int | None) -> None:
    assert due_reminder(DEADLINE, today, DAYS) == due


def test_of_two_missed_reminders_only_the_last_goes_out() -> None:
    # On 1 January both "one day before" and "one day after" are within reach.
    assert due_reminder(DEADLINE, date(2024, 1, 1), (1, -1)) == -1


def test_no_days_no_reminder() -> None:
    assert due_reminder(DEADLINE, DEADLINE, ()) is None


def test_every_deadline_with_a_due_reminder_is_looked_at() -> None:
    today = date(2023, 12, 31)
    first, last = deadlines_to_look_at(today, DAYS)
    around = [today + timedelta(days=offset) for offset in range(-40, 41)]
    due = [day for day in around if due_reminder(day, today, DAYS) is not None]
    assert due
    assert (min(due), max(due)) == (first, last)
