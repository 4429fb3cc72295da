"""A part that a colleague was asked to do: who may end it, and when he is reminded."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from portal.domain.plan.completeness import StepState
from portal.domain.plan.giving import may_end, reminder_is_due, still_asked
from portal.domain.plan.states import StapStatus
from tests.editions import PLAN

ANNA, BRAM, CEES, STRANGER = 1, 2, 3, 9
GIVEN = datetime(2024, 3, 1, 10, tzinfo=UTC)
BEFORE = date(2024, 3, 12)


@pytest.mark.parametrize(
    ("who", "contacts", "may"),
    [
        (ANNA, {ANNA, BRAM, CEES}, True),
        (BRAM, {ANNA, BRAM, CEES}, True),
        (CEES, {ANNA, BRAM, CEES}, False),
        # Anna, who asked it, left.
        (CEES, {BRAM, CEES}, True),
        (STRANGER, {BRAM, CEES}, False),
    ],
)
def test_who_asked_and_who_was_asked_end_it_and_everybody_once_who_asked_left(who: int, contacts: set[int], may: bool):
    assert may_end(who, to=BRAM, by=ANNA, contacts=contacts) is may


@pytest.mark.parametrize(
    ("status", "changed", "asked"),
    [
        (StapStatus.LEEG, None, True),
        (StapStatus.BEGONNEN, GIVEN + timedelta(days=1), True),
        (StapStatus.KLAAR, GIVEN + timedelta(days=1), False),
        # Ready when it was given: it was asked to be looked at again.
        (StapStatus.KLAAR, GIVEN - timedelta(days=1), True),
        (StapStatus.KLAAR, GIVEN, True),
        (StapStatus.KLAAR, None, True),
        (StapStatus.VOLGT_LATER, None, False),
    ],
)
def test_a_part_is_asked_until_it_is_ready(status: StapStatus, changed: datetime | None, asked: bool):
    state = StepState(PLAN.steps[0], status, ())
    assert still_asked(state, given=GIVEN, changed=changed) is asked


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2024, 3, 8), False),
        (date(2024, 3, 9), True),
        (date(2024, 3, 12), True),
        (date(2024, 3, 13), False),
    ],
)
def test_three_days_before_the_day_it_is_reminded_of(today: date, due: bool):
    assert reminder_is_due(BEFORE, given=date(2024, 3, 1), today=today) is due


@pytest.mark.parametrize(("given", "due"), [(date(2024, 3, 8), True), (date(2024, 3, 9), False)])
def test_what_is_given_shortly_before_is_not_reminded_of(given: date, due: bool):
    assert reminder_is_due(BEFORE, given=given, today=date(2024, 3, 11)) is due
