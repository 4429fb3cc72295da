"""What is shown of the figures of the instroom: one cube, or several that tell of the same (releases, sources)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress, count
from operator import ne

from portal.domain.instroom.suppression.grid import GridMover
from portal.domain.instroom.suppression.guard import Guard
from portal.domain.instroom.suppression.ledger import FIXED, VOID, Ledger, Move
from portal.domain.instroom.suppression.rests import with_rests
from portal.domain.instroom.suppression.rule import Rule
from portal.domain.instroom.suppression.sides import Axes
from portal.domain.instroom.suppression.signs import ShownFigure
from portal.domain.instroom.suppression.spots import Release, Shape, Spot
from portal.domain.instroom.suppression.tables import Carried, Figures


def suppress_cube(values: Mapping[Spot, int], shape: Shape, rule: Rule) -> dict[Spot, ShownFigure]:
    """What is shown of one cube that nobody saw before. Raises ValueError for a negative number."""
    return suppress_tables([Release(values)], shape, rule)[0]


def suppress_tables(
    tables: Sequence[Release], shape: Shape, rule: Rule, carried: Carried | None = None
) -> list[dict[Spot, ShownFigure]]:
    """What is shown of each table, in the order of the tables; of those that were shown before it is what was shown.

    A figure that is the same number in two tables is taken for one figure: who saw it in one, knows it in the other.
    `carried` is what was shown of numbers in tables that are part of these ones.
    Raises ValueError for a negative number, `Unprotectable` when what was shown before leaves no way.
    """
    figures = Figures([Release(with_rests(one.values), one.shown) for one in tables], shape, rule, carried)
    ledger = Ledger(figures.values, figures.signs, figures.dear, rule)
    Guard(ledger, TablesMover(figures, ledger, shape), figures.known).protect_all()
    return [
        {spot: ledger.signs[numbers[spot]] for spot in one.values} if one.shown is None else dict(one.shown)
        for numbers, one in zip(figures.numbers, tables, strict=True)
    ]


class TablesMover:
    """Looks for moves in several cubes at once: in the tables that have a figure, or else in all of them alike."""

    def __init__(self, figures: Figures, ledger: Ledger, shape: Shape) -> None:
        self._figures = figures
        self._ledger = ledger
        self._axes = Axes(figures.spots, shape.adds_up_in_time)
        self._sides = self._axes.sides()
        self._cells = [self._axes.cell(spot) for spot in figures.spots]
        self._at_each = [self._at(numbers.values()) for numbers in figures.numbers]
        self._everywhere = (1 << len(self._at_each)) - 1
        self._alike = self._at_each[0]
        others = self._at_each[1:]
        # The cells that are not the same in every table: few, however many tables there are.
        self._differing = sorted({cell for at in others for cell in compress(count(), map(ne, self._alike, at))})
        self._movers: dict[int, GridMover] = {}

    def push(self, number: int, amount: int) -> Move | None:
        """The cheapest move that changes this figure by `amount`; None when none was found."""
        best: Move | None = None
        for scope in dict.fromkeys((self._figures.tables_of[number], self._everywhere)):
            move = self._mover(scope).push(self._cells[number], amount)
            if move is not None and (best is None or self._ledger.price(move) < self._ledger.price(best)):
                best = move
        return best

    def order(self, number: int) -> int:
        """By place, category and period."""
        return self._cells[number]

    def rings(self, number: int) -> Iterator[Collection[int]]:
        """More and more of its year; all categories of its place as well; all places; everything of the year."""
        place, category, period = self._sides.corners(self._cells[number])
        places, categories = range(len(self._axes.places)), range(len(self._axes.categories))
        for periods in self._axes.periods_around(period):
            yield self._in_cells([place], [category], periods)
        row = self._in_cells([place], categories, periods)
        yield row
        yield row | self._in_cells(places, [category], periods)
        yield self._in_cells(places, categories, periods)

    def _in_cells(self, places: Collection[int], categories: Collection[int], periods: Collection[int]) -> set[int]:
        cells = [self._sides.cell(a, b, c) for a in places for b in categories for c in periods]
        return {at[cell] for at in self._at_each for cell in cells if at[cell] >= 0}

    def _at(self, numbers: Collection[int]) -> list[int]:
        """What stands in each cell of one table."""
        at = [VOID] * self._axes.size()
        for number in numbers:
            at[self._cells[number]] = number
        if len(numbers) < self._axes.most():
            self._fix_what_is_missing(at, numbers)
        return at

    def _fix_what_is_missing(self, at: list[int], numbers: Iterable[int]) -> None:
        """What is missing beside others can be computed from their total, or is no more than what is left of it.

        It changes in no move.
        """
        for cell in self._axes.missing_parts([self._figures.spots[number] for number in numbers]):
            at[cell] = FIXED if at[cell] == VOID else at[cell]

    def _mover(self, scope: int) -> GridMover:
        if scope not in self._movers:
            self._movers[scope] = self._make_mover(scope)
        return self._movers[scope]

    def _make_mover(self, scope: int) -> GridMover:
        """A mover for the tables of a scope: what stands in one cell of several of them changes together."""
        if len(self._at_each) == 1:
            return GridMover(self._sides, self._at_each[0], self._cells, self._ledger, {})
        at = list(self._alike)
        if scope != self._everywhere:
            # What is the same in all tables can't change in some of them.
            at = [VOID if number == VOID else FIXED for number in at]
        tables = [table for which, table in enumerate(self._at_each) if scope >> which & 1]
        together = {}
        for cell in self._differing:
            here = [number for number in dict.fromkeys(table[cell] for table in tables) if number != VOID]
            if FIXED in here or any(self._figures.tables_of[number] & ~scope for number in here):
                at[cell] = FIXED
            else:
                at[cell] = here[0] if here else VOID
                if len(here) > 1:
                    together[here[0]] = tuple(here[1:])
        return GridMover(self._sides, at, self._cells, self._ledger, together)
