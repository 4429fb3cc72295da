"""The figures of the instroom as one cube (place, category of a view, period) and what of it is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from portal.domain.instroom.suppression.signs import ShownFigure

COUNTRY = "NL"
# The category of what a total has beyond the categories that are there.
REST = "(rest)"


class Fineness(IntEnum):
    """How long a period is; a finer one has a higher number."""

    YEAR = 1
    QUARTER = 2
    MONTH = 3


class Timespan(NamedTuple):
    """A year, a quarter of it (1-4) or a month (1-12); 0 where it is no quarter or month."""

    year: int
    quarter: int = 0
    month: int = 0

    @property
    def fineness(self) -> Fineness:
        """Whether it is a year, a quarter or a month."""
        return Fineness.MONTH if self.month else Fineness.QUARTER if self.quarter else Fineness.YEAR


def longer_with_parts(period: Timespan) -> list[tuple[Timespan, list[Timespan]]]:
    """The longer periods that a period is a part of, each with all its parts that are as long as this one."""
    year = Timespan(period.year)
    if period.month:
        quarter = (period.month + 2) // 3
        months = [Timespan(period.year, 0, month) for month in range(1, 13)]
        return [(Timespan(period.year, quarter), months[3 * quarter - 3 : 3 * quarter]), (year, months)]
    return [(year, [Timespan(period.year, one) for one in range(1, 5)])] if period.quarter else []


class Spot(NamedTuple):
    """Where a figure stands: COUNTRY or a region; "" and "" for the total, or a category of a view."""

    place: str
    view: str
    category: str
    period: Timespan


class Grain(NamedTuple):
    """The finest period that is shown. Per month nine of ten figures of a region's categories are 0 or small."""

    country: Fineness = Fineness.MONTH
    country_categories: Fineness = Fineness.MONTH
    region: Fineness = Fineness.MONTH
    region_categories: Fineness = Fineness.YEAR

    def fine_periods(self, periods: Iterable[Timespan]) -> Mapping[tuple[bool, bool], Collection[Timespan]]:
        """Of these periods the ones that are too fine: of a region or the country, of a total or categories."""
        finest = {
            (False, False): self.region,
            (False, True): self.region_categories,
            (True, False): self.country,
            (True, True): self.country_categories,
        }
        every = {period: period.fineness for period in periods}
        return {kind: {one for one, own in every.items() if own > most} for kind, most in finest.items()}

    def fine(self, spots: Sequence[Spot]) -> Iterator[bool]:
        """Of each of these whether nobody sees it: it is too fine, or no category by itself."""
        fine = self.fine_periods({period for _, _, _, period in spots})
        for place, view, category, period in spots:
            yield period in fine[place == COUNTRY, bool(view)] or category == REST


@dataclass(frozen=True)
class Shape:
    """What is shown of a cube, and whether its periods add up (inflow does, stock does not)."""

    grain: Grain = field(default=Grain())
    adds_up_in_time: bool = True


@dataclass(frozen=True)
class Release:
    """One cube as it is (or was) published: a release of a source. `shown` has all of it; None is yet to be decided."""

    values: Mapping[Spot, int]
    shown: Mapping[Spot, ShownFigure] | None = None


def dearness(spot: Spot) -> int:
    """What is lost when a figure is hidden: most with the country's, with totals, and with long periods."""
    country = 20 if spot.place == COUNTRY else 1
    return country * (1 if spot.view else 6) * (4 - spot.period.fineness)
