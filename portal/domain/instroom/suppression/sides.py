"""The three sides of a cube of figures, and the changes along each that leave its sums right."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from functools import cache
from typing import TypeVar

from portal.domain.instroom.suppression.grid import CategoryChange, Change, Sides
from portal.domain.instroom.suppression.periods import SLOTS, changes_in_year, slot, slots_around
from portal.domain.instroom.suppression.spots import COUNTRY, Spot, Timespan, longer_with_parts

TOTAL = ("", "")
Name = TypeVar("Name", bound=Hashable)


class Axes:
    """Which places, categories and years there are, by number: the country and the total first."""

    def __init__(self, spots: Iterable[Spot], adds_up_in_time: bool) -> None:
        spots = list(spots)
        # In the order of the alphabet, however they came.
        self.places = _numbered([COUNTRY, *sorted({place for place, _, _, _ in spots})])
        self.categories = _numbered([TOTAL, *sorted({(view, category) for _, view, category, _ in spots})])
        periods = {period for _, _, _, period in spots}
        self.years = sorted({period.year for period in periods})
        first = {year: number * SLOTS for number, year in enumerate(self.years)}
        self.periods = {one: first[one.year] + slot(one.quarter, one.month) for one in periods}
        self._adds_up_in_time = adds_up_in_time

    def cell(self, spot: Spot) -> int:
        """The number of the cell of a spot."""
        place, view, category, period = spot
        where = self.places[place] * len(self.categories) + self.categories[view, category]
        return where * (len(self.years) * SLOTS) + self.periods[period]

    def size(self) -> int:
        """How many cells there are."""
        return len(self.places) * len(self.categories) * len(self.years) * SLOTS

    def most(self) -> int:
        """How many figures there are when none is missing."""
        return len(self.places) * len(self.categories) * len(self.periods)

    def missing_parts(self, spots: Collection[Spot]) -> Iterator[int]:
        """The cells beside these spots along each side: with the spots some are the parts of one total.

        Asked once of what stands together, however many of these spots do.
        """
        there = set(spots)
        for place, view, period in {(one.place, one.view, one.period) for one in there if one.view}:
            yield from (self.cell(Spot(place, view, other, period)) for other in self._of_view(view))
        countries = {one._replace(place=COUNTRY) for one in there if one.place != COUNTRY}
        for country in countries & there:
            yield from (self.cell(country._replace(place=name)) for name in self.places if name != COUNTRY)
        if self._adds_up_in_time:
            yield from self._missing_in_time(there)

    def _missing_in_time(self, there: Collection[Spot]) -> Iterator[int]:
        """All parts of each longer period of which there is the figure and one of these parts."""
        asked: set[tuple[Spot, bool]] = set()
        for spot in there:
            for longer, parts in longer_with_parts(spot.period):
                total = spot._replace(period=longer)
                if total in there and (of_months := (total, bool(spot.period.month))) not in asked:
                    asked.add(of_months)
                    yield from (self._at(spot.place, spot.view, spot.category, one) for one in parts)

    def _at(self, place: str, view: str, category: str, period: Timespan) -> int:
        """The cell of any period of a year that there is."""
        where = self.places[place] * len(self.categories) + self.categories[view, category]
        year = self.years.index(period.year)
        return (where * len(self.years) + year) * SLOTS + slot(period.quarter, period.month)

    def _of_view(self, view: str) -> list[str]:
        return [category for one, category in self.categories if one == view]

    def sides(self) -> Sides:
        """The changes along each side."""
        regions = range(1, len(self.places))
        return Sides(
            categories=len(self.categories),
            periods=len(self.years) * SLOTS,
            place_changes=cache(lambda place: _place_changes(place, regions)),
            category_changes=cache(self._category_changes),
            period_changes=cache(self._period_changes),
        )

    def periods_around(self, period: int) -> list[list[int]]:
        """More and more periods that have sums with this one: at last all of its year, or only itself without sums."""
        if not self._adds_up_in_time:
            return [[period]]
        year, own = divmod(period, SLOTS)
        return [[year * SLOTS + one for one in slots] for slots in slots_around(own)]

    def _category_changes(self, category: int) -> list[CategoryChange]:
        views = self._views()
        if not category:
            return [CategoryChange((), tuple(views.values()))]
        own = next(view for view, members in views.items() if category in members)
        siblings = [CategoryChange(((one, -1),)) for one in views[own] if one != category]
        others = tuple(members for view, members in views.items() if view != own)
        return [*siblings, CategoryChange(((0, 1),), others)]

    def _views(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for (view, _), number in self.categories.items():
            if number:
                found[view] = (*found.get(view, ()), number)
        return found

    def _period_changes(self, period: int) -> list[Change]:
        year, own = divmod(period, SLOTS)
        if not self._adds_up_in_time:
            return [()]
        first = year * SLOTS
        return [tuple((first + one, sign) for one, sign in change) for change in self._of_year(year)[own]]

    @cache  # noqa: B019 - an Axes lives as long as one question
    def _of_year(self, year: int) -> list[list[Change]]:
        present = {number - year * SLOTS for number in self.periods.values() if number // SLOTS == year}
        return changes_in_year(present)


def _numbered(names: Sequence[Name]) -> dict[Name, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names))}


def _place_changes(place: int, regions: Iterable[int]) -> list[Change]:
    """What a region gets another loses, or the country gets it too."""
    if not place:
        return [((one, 1),) for one in regions] or [()]
    return [*(((one, -1),) for one in regions if one != place), ((0, 1),)]
