"""Months, quarters and years of figures."""

from __future__ import annotations

from datetime import date

import pytest

from portal.domain.instroom.periods import Periode, PeriodeSoort, read_period


@pytest.mark.parametrize(
    ("code", "naam", "begin", "einde"),
    [
        ("2024", "2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-K1", "Q1 2024", date(2024, 1, 1), date(2024, 3, 31)),
        ("2023-K4", "Q4 2023", date(2023, 10, 1), date(2023, 12, 31)),
        ("2024-02", "februari 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021-12", "december 2021", date(2021, 12, 1), date(2021, 12, 31)),
    ],
)
def test_a_period_is_read_and_written_the_same(code: str, naam: str, begin: date, einde: date) -> None:
    period = read_period(code)
    assert period is not None
    assert (period.code, period.naam, period.begin, period.einde) == (code, naam, begin, einde)


@pytest.mark.parametrize("code", ["", "24", "0000", "2024-13", "2024-0", "2024-1", "2024-K5", "2024-K0", "2024-K1x"])
def test_anything_else_is_no_period(code: str) -> None:
    assert read_period(code) is None


def test_quarters_fill_a_year_and_months_a_quarter() -> None:
    quarters = Periode(2024).delen()
    assert [one.code for one in quarters] == ["2024-K1", "2024-K2", "2024-K3", "2024-K4"]
    months = [month.code for one in quarters for month in one.delen()]
    assert months == [f"2024-{number:02}" for number in range(1, 13)]
    assert Periode(2024, PeriodeSoort.MAAND, 3).delen() == ()


def test_a_month_lies_in_its_quarter_and_year() -> None:
    november = Periode(2023, PeriodeSoort.MAAND, 11)
    assert [november.in_which(one).code for one in PeriodeSoort] == ["2023-11", "2023-K4", "2023"]
