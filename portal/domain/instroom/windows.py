"""Which periods are looked at: from, until, and how long each is. Read from an address, never refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.domain.instroom.periods import Periode, PeriodeSoort, read_period

# Without a choice: this year and so many before it, which holds the steps of the target (domain, section 5).
_YEARS_BEFORE = 3
_FIRST_STEP = 2023
# A chart of more years says nothing, and takes long to draw.
MOST_YEARS = 15


@dataclass(frozen=True)
class Cijfervenster:
    """The periods of one kind from `van` until and with `tot`; never empty."""

    van: Periode
    tot: Periode

    @property
    def soort(self) -> PeriodeSoort:
        """How long each period is."""
        return self.van.soort

    @property
    def periodes(self) -> tuple[Periode, ...]:
        """All of them, the oldest first."""
        return tuple(_between(self.van, self.tot))


def periods_of(begin: Periode, einde: Periode, soort: PeriodeSoort) -> tuple[Periode, ...]:
    """The periods of a kind that begin within these two."""
    return tuple(_between(begin.in_which(soort), einde.in_which(soort)))


def read_window(soort: PeriodeSoort, van: str, tot: str, begin: Periode, einde: Periode) -> Cijfervenster:
    """The window that was asked for, within what there is (`begin` until `einde`, of this kind).

    What is no period, or lies outside, becomes the nearest that is; turned around it is put right.
    """
    known = [_nearest(one, soort, begin, einde) for one in (van, tot)]
    last = known[1] or einde
    first = known[0] or _nearest(str(max(min(last.jaar - _YEARS_BEFORE, _FIRST_STEP), 1)), soort, begin, einde) or begin
    first, last = sorted((first, last), key=lambda one: one.begin)
    oldest = Periode(max(last.jaar - MOST_YEARS + 1, 1), PeriodeSoort.JAAR).in_which(soort)
    return Cijfervenster(max((first, oldest), key=lambda one: one.begin), last)


def _nearest(code: str, soort: PeriodeSoort, begin: Periode, einde: Periode) -> Periode | None:
    """The period of this kind in which the one with this code begins."""
    found = read_period(code)
    if found is None:
        return None
    return min(max(found.in_which(soort), begin, key=_start), einde, key=_start)


def _start(one: Periode) -> date:
    return one.begin


def _between(van: Periode, tot: Periode) -> Iterator[Periode]:
    per_year = len(Periode(van.jaar).delen()) if van.soort is PeriodeSoort.KWARTAAL else 12
    size = 1 if van.soort is PeriodeSoort.JAAR else per_year
    for number in range(van.jaar * size + van.nummer - 1, tot.jaar * size + tot.nummer):
        yield Periode(number // size, van.soort, number % size + 1)
