"""A part of the plan that a colleague was asked to do: who may say that it is over, and when he is reminded of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from portal.domain.plan.completeness import StepState
from portal.domain.plan.reminders import days_after, due_reminder
from portal.domain.plan.states import StapStatus

# So many days before the day by which it was asked.
REMIND_DAYS = (3,)


def may_end(account_id: int, *, to: int, by: int, contacts: Collection[int]) -> bool:
    """True for who was asked and for who asked it; for every contact once who asked is one no more."""
    return account_id in (to, by) or (by not in contacts and account_id in contacts)


def still_asked(state: StepState, *, given: datetime, changed: datetime | None) -> bool:
    """True while the part is not ready. What was ready when it was given is asked until somebody worked on it."""
    if state.status is StapStatus.KLAAR:
        return changed is None or changed <= given
    return not state.is_ready


def reminder_is_due(before: date, *, given: date, today: date) -> bool:
    """True on the days on which the one reminder goes out; never when it was given later than that."""
    return due_reminder(before, today, days_after(given, before, REMIND_DAYS)) is not None
