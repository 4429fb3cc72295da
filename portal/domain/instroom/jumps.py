"""A figure that is ten times another one may be right, and often is a slip: a person is asked."""

from __future__ import annotations

from portal.domain.instroom.periods import Periode, PeriodeSoort, read_period

FACTOR = 10
# Small numbers jump by themselves.
FROM = 50


_IN_A_YEAR = {PeriodeSoort.JAAR: 1, PeriodeSoort.KWARTAAL: 4, PeriodeSoort.MAAND: 12}


def period_before(code: str) -> str:
    """The code of the period of the same kind that goes before; "" for what is no period."""
    return _beside(code, -1)


def period_after(code: str) -> str:
    """As `period_before`, for the one that comes next."""
    return _beside(code, 1)


def _beside(code: str, steps: int) -> str:
    found = read_period(code)
    if found is None:
        return ""
    in_a_year = _IN_A_YEAR[found.soort]
    year, number = divmod(found.jaar * in_a_year + found.nummer - 1 + steps, in_a_year)
    return Periode(year, found.soort, number + 1).code


def periods_between(first: Periode, last: Periode, *, most: int) -> list[Periode]:
    """The periods of one kind from the first up to the last; none when they do not fit, or when there are too many."""
    if first.soort is not last.soort or first.begin > last.begin:
        return []
    found = [last]
    while found[-1] != first and len(found) < most:
        before = read_period(period_before(found[-1].code))
        found += [before] if before else []
    return found[::-1] if found[-1] == first else []
