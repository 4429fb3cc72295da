"""Claims without a year borrow one from the claim beside them: "Q1 en Q2 2024", "januari 2024 t/m maart"."""

from collections.abc import Sequence
from dataclasses import replace

from forms.timeline.claims import CLOSING, Claim
from forms.timeline.period import Period, Unit
from forms.timeline.words import Role

_JOINS = frozenset({Role.AND, Role.SLASH, Role.COMMA, Role.RANGE, Role.OPEN})
_SEPARATES = frozenset({Role.UNKNOWN, Role.BREAK})


def find_years(claims: Sequence[Claim], reference_year: int | None) -> list[Claim]:
    """Give the claims with a year each: that of the claim after, of the claim before, or the reference year."""
    found = list(claims)
    for at in range(len(found) - 2, -1, -1):
        found[at] = _borrow(found[at], found[at + 1], link=found[at + 1], step=-1)
    for at in range(1, len(found)):
        found[at] = _borrow(found[at], found[at - 1], link=found[at], step=1)
    return [_in_year(claim, reference_year) for claim in found]


def _borrow(claim: Claim, other: Claim, *, link: Claim, step: int) -> Claim:
    """Give `claim` the year of `other`, or the year `step` further when that puts a range in order."""
    if claim.period.year is not None or not _lends(other.period) or not _linked(link):
        return claim
    same = _in_year(claim, other.period.year)
    if _in_order(same.period, other.period, step):
        return same
    shifted = _in_year(claim, (other.period.year or 0) + step)
    is_range = Role.RANGE in link.between or CLOSING.intersection(link.roles)
    return shifted if is_range and _in_order(shifted.period, other.period, step) else claim


def _lends(period: Period) -> bool:
    """A whole year has no year to lend: "Q3 en 2025" doesn't say of which year the quarter is."""
    return period.year is not None and (period.unit not in {Unit.YEAR, Unit.YEARS} or period.part is not None)


def _linked(link: Claim) -> bool:
    if _SEPARATES & link.between:
        return False
    return bool(_JOINS & link.between or CLOSING.intersection(link.roles))


def _in_order(period: Period, other: Period, step: int) -> bool:
    mine, theirs = period.days(), other.days()
    if mine is None or theirs is None:
        return False
    return mine[0] <= theirs[0] if step < 0 else mine[0] >= theirs[0]


def _in_year(claim: Claim, year: int | None) -> Claim:
    if claim.period.year is not None or year is None:
        return claim
    return replace(claim, period=replace(claim.period, year=year))
