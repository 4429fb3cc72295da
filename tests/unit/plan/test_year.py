"""The year that a plan is about."""

from __future__ import annotations

from datetime import date

import pytest

from portal.domain.plan.year import plan_year


@pytest.mark.parametrize(
    ("due", "year"),
    [
        (date(2023, 12, 31), 2024),
        (date(2023, 10, 1), 2024),
        (date(2023, 9, 30), 2023),
        (date(2024, 1, 1), 2024),
    ],
)
def test_a_plan_that_is_due_in_the_last_quarter_is_about_the_next_year(due: date, year: int) -> None:
    assert plan_year(due) == year
