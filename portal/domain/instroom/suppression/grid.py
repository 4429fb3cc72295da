"""Moves in a cube: a change in one figure is taken back along each of its three sides (place, category, period).

A change that adds up to nothing along a side, or goes up into every total above it, leaves the sums along that side as
they are. The product of one such change for each side leaves all sums of the cube as they are, whatever the numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from operator import itemgetter
from typing import NamedTuple, TypeVar

from portal.domain.instroom.suppression.ledger import Ledger, Move
from portal.domain.instroom.suppression.prices import TOO_DEAR, Prices

# Places on a side, each with the sign of the change there.
Change = tuple[tuple[int, int], ...]
Cell = tuple[int, int]

# What costs no more than this is not worth a longer search.
CHEAP = 0


class CategoryChange(NamedTuple):
    """A change of categories. Where the total is among them, one category of each other view changes with it."""

    change: Change
    one_of_each: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True)
class Sides:
    """The three sides: how many there are on two of them, and the changes that begin with +1 at a place of each.

    What a change begins with is left out of it; likely changes come first.
    """

    categories: int
    periods: int
    place_changes: Callable[[int], Sequence[Change]]
    category_changes: Callable[[int], Sequence[CategoryChange]]
    period_changes: Callable[[int], Sequence[Change]]

    def corners(self, cell: int) -> tuple[int, int, int]:
        """Place, category and period of a cell."""
        where, period = divmod(cell, self.periods)
        place, category = divmod(where, self.categories)
        return place, category, period

    def cell(self, place: int, category: int, period: int) -> int:
        """The cell at a place, category and period."""
        return (place * self.categories + category) * self.periods + period


Side = TypeVar("Side", Change, CategoryChange)


class GridMover:
    """Looks for moves in a cube. `at` has the number of the figure in each cell, VOID or FIXED; `cells` the other way.

    `together` has for a number what changes with it: the same figure in another table that does not show it alike.
    """

    def __init__(
        self,
        sides: Sides,
        at: Sequence[int],
        cells: Sequence[int],
        ledger: Ledger,
        together: Mapping[int, tuple[int, ...]],
    ) -> None:
        self._sides = sides
        self._ledger = ledger
        self._prices = Prices(at, cells, ledger, together)

    def push(self, cell: int, amount: int) -> Move | None:
        """A move that changes what is in a cell by `amount`; None when none was found.

        In steps of one where that hides less than a change at once: what is taken from several figures fits more often.
        """
        self._prices.catch_up()
        at_once = self._at_once(cell, amount)
        price = TOO_DEAR if at_once is None else self._ledger.price(at_once)
        if abs(amount) == 1 or price <= CHEAP:
            return at_once
        in_steps = self._in_steps(cell, 1 if amount > 0 else -1, abs(amount))
        return in_steps if in_steps is not None and self._ledger.price(in_steps) < price else at_once

    def _at_once(self, cell: int, amount: int) -> Move | None:
        cells = _Search(self._sides, self._prices, amount).cheapest(cell)
        if cells is None:
            return None
        world: Move = {}
        self._prices.change(world, cells)
        return world

    def _in_steps(self, cell: int, step: int, many: int) -> Move | None:
        world: Move = {}
        for _ in range(many):
            cells = _Search(self._sides, self._prices, step).cheapest(cell)
            if cells is None:
                break
            self._prices.on_top_of(world, self._prices.change(world, cells), step)
        self._prices.on_top_of({}, world, step)
        return world if cells is not None else None


class _Search:
    """One search for the cheapest change of all three sides together, at what each cell costs now."""

    def __init__(self, sides: Sides, prices: Prices, amount: int) -> None:
        self._amount = amount
        # Of each cell what it costs when it goes with the amount, and against it.
        self._plus = prices.of(amount)
        self._minus = prices.of(-amount)
        self._sides = sides
        self._row = sides.categories * sides.periods
        self._best_cost = TOO_DEAR
        self._best: list[Cell] | None = None

    def cheapest(self, cell: int) -> list[Cell] | None:
        """The cells that change and by how much; None when nothing fits."""
        if self._plus[cell] >= TOO_DEAR:
            return None
        sides = self._sides
        place, category, period = sides.corners(cell)
        self._here: Change = ((place, 1),)
        self._this: Change = ((category, 1),)
        self._now: Change = ((period, 1),)
        times = ((self._along(one, cell - period, 1), one) for one in sides.period_changes(period))
        self._times = _priced(times)
        for cost, places, kind in self._beginnings(cell, place, category):
            if cost < self._best_cost:
                self._in_time(cost, places, kind)
            if self._best_cost == 0:
                break
        return self._best

    def _beginnings(self, cell: int, place: int, category: int) -> Iterator[tuple[int, Change, CategoryChange]]:
        """The changes of place and category together that can be in the period itself."""
        sides, row, step = self._sides, self._row, self._sides.periods
        first = cell - category * step
        kinds = _priced((self._along(one.change, first, step), one) for one in sides.category_changes(category))
        first = cell - place * row
        for cost_place, places in _priced((self._along(one, first, row), one) for one in sides.place_changes(place)):
            for cost_kind, kind in kinds:
                if cost_place + cost_kind >= self._best_cost:
                    break
                corner = self._cost(places, kind.change, self._now, TOO_DEAR)
                if corner < TOO_DEAR:
                    yield cost_place + cost_kind + corner, places, kind

    def _in_time(self, cost: int, places: Change, kind: CategoryChange) -> None:
        """Look for the change in time that goes best with this beginning."""
        both = (*self._here, *places)
        for cost_time, times in self._times:
            left = self._best_cost - cost - cost_time
            if left <= 0:
                return
            more = self._cost(places, self._this, times, left)
            if more < left and kind.change:
                more += self._cost(both, kind.change, times, left - more)
            if more < left:
                self._in_views(cost + cost_time + more, both, kind, times)

    def _in_views(self, cost: int, both: Change, kind: CategoryChange, times: Change) -> None:
        """Add the cheapest category of each view that changes along, and keep it when it is the best yet."""
        always = (*self._now, *times)
        categories = [*self._this, *kind.change]
        if kind.one_of_each:
            plus, minus, row = self._plus, self._minus, self._row
            lines = [(plus if a == c else minus, place * row + period) for place, a in both for period, c in always]
            for group in kind.one_of_each:
                dear, chosen = self._cheapest_of(group, lines)
                cost += dear
                if cost >= self._best_cost:
                    return
                categories.append((chosen, 1))
        self._best_cost = cost
        self._best = list(self._cells(both, tuple(categories), always))

    def _cheapest_of(self, group: Iterable[int], lines: Sequence[tuple[Sequence[int], int]]) -> tuple[int, int]:
        """What it costs to change the category of a view that costs least, and which that is.

        `lines` are the prices and the cells, of category 0, that change in each of them.
        """
        step, best, found = self._sides.periods, TOO_DEAR, 0
        for category in group:
            cost, shift = 0, category * step
            for prices, cell in lines:
                cost += prices[cell + shift]
                if cost >= best:
                    break
            else:
                best, found = cost, category
                if not cost:
                    break
        return best, found

    def _along(self, change: Change, first: int, step: int) -> int:
        """What a change along one side costs, from the first cell of that side on."""
        cost = 0
        for one, sign in change:
            cost += (self._plus if sign > 0 else self._minus)[first + one * step]
        return cost

    def _cost(self, places: Change, categories: Change, periods: Change, limit: int) -> int:
        """What must be hidden before all figures of this block can change; no need to go on from `limit`.

        Nearly all time goes here.
        """
        row, step = self._row, self._sides.periods
        cost = 0
        for place, place_sign in places:
            for category, category_sign in categories:
                first = place * row + category * step
                prices = (self._plus, self._minus) if place_sign == category_sign else (self._minus, self._plus)
                for period, sign in periods:
                    cost += prices[sign < 0][first + period]
                if cost >= limit:
                    return cost
        return cost

    def _cells(self, places: Change, categories: Change, periods: Change) -> Iterator[Cell]:
        for (place, a), (category, b), (period, c) in product(places, categories, periods):
            yield self._sides.cell(place, category, period), self._amount * a * b * c


def _priced(changes: Iterable[tuple[int, Side]]) -> list[tuple[int, Side]]:
    """The changes that are possible, cheapest first."""
    return sorted((one for one in changes if one[0] < TOO_DEAR), key=itemgetter(0))
