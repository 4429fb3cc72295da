"""Somebody who wants to know small numbers: reads what was published, and computes what they can be at most and least.

It shares no code with what it attacks. It knows how the rule works (a "<5" is 1 up to 4, another hidden figure is at
least 5 or can be anything), which sums hold, and everything that was ever published. Linear programming does the rest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_matrix

# Place ("NL" or a region), view and category ("" and "" for all clients), period ("2024", "2024-Q1" or "2024-01").
Cell = tuple[str, str, str, str]
# What is hidden for this reason is not small: else it would say so.
KNOWN_TO_BE_LARGE = ("afleidbaar", "Met dit aantal kunt u een klein aantal uitrekenen.")
MANY = 1e6
NEAR = 1e-6


@dataclass(frozen=True)
class Publication:
    """What one publication says: the text of each figure, and why there is no number where there is none.

    `between`: of these figures, each so many times, it says that they are together at least and at most so many: an
    average says that, or a share.
    """

    figures: Mapping[Cell, str]
    reasons: Mapping[Cell, str]
    rounded: bool = False
    between: Sequence[tuple[Sequence[tuple[Cell, float]], float, float]] = ()


class Attacker:
    """Everything that somebody knows who kept all publications.

    `unchanged` says that a figure is the same one in two publications: its passport shows no new version.
    `is_stock`: it is counted on the last day of a period, so that December is the year.
    """

    def __init__(
        self,
        publications: Sequence[Publication],
        unchanged: Iterable[tuple[int, int, Cell]] = (),
        *,
        is_stock: bool = False,
    ) -> None:
        self.names = [(which, cell) for which, one in enumerate(publications) for cell in one.figures]
        self._number = {name: number for number, name in enumerate(self.names)}
        self.text = [publications[which].figures[cell] for which, cell in self.names]
        self.bounds = [
            _bounds(
                publications[which].figures[cell],
                publications[which].reasons.get(cell, ""),
                publications[which].rounded,
            )
            for which, cell in self.names
        ]
        sums = [
            (self._row(which, total, parts), is_whole)
            for which, one in enumerate(publications)
            for total, parts, is_whole in sums_in(one.figures, is_stock=is_stock)
        ]
        rows = [row for row, is_whole in sums if is_whole]
        rows += [{self._number[a, cell]: 1.0, self._number[b, cell]: -1.0} for a, b, cell in unchanged]
        self._matrix = _matrix(rows, len(self.names))
        # Parts that are there are together no more than the total.
        limits = [(row, 0.0) for row, is_whole in sums if not is_whole]
        for which, one in enumerate(publications):
            for parts, low, high in one.between:
                row: dict[int, float] = defaultdict(float)
                for cell, weight in parts:
                    row[self._number[which, cell]] += weight
                limits += [(row, high)] if high < inf else []
                limits += [({cell: -weight for cell, weight in row.items()}, -low)] if low > -inf else []
        self._limits = _matrix([row for row, _ in limits], len(self.names))
        self._limit = np.array([limit for _, limit in limits])
        self._least: dict[int, float] = {}
        self._most: dict[int, float] = {}

    def found(self) -> list[tuple[str, Cell, float, float]]:
        """What it knows too well: a small figure narrower than its sign says, and another hidden one exactly."""
        narrow = []
        for number, (text, (low, high)) in enumerate(zip(self.text, self.bounds, strict=True)):
            if text.startswith("<"):
                least, most = self.range_of(number, (low, high or 0))
                wrong = least > low + NEAR or most < (high or 0) - NEAR
            elif high is None and low > 0:
                least, most = self.range_of(number, (-MANY, MANY))
                wrong = most - least < NEAR
            else:
                continue
            if wrong:
                narrow.append((text, self.names[number][1], least, most))
        return narrow

    def range_of(self, number: int, enough: tuple[float, float]) -> tuple[float, float]:
        """The least and the most that a figure can be. It stops looking when these are at least as wide as `enough`."""
        if self._least.get(number, MANY) > enough[0]:
            self._solve(number, 1)
        if self._most.get(number, -MANY) < enough[1]:
            self._solve(number, -1)
        return self._least[number], self._most[number]

    def _solve(self, number: int, direction: int) -> None:
        goal = np.zeros(len(self.names))
        goal[number] = direction
        found = linprog(
            goal,
            A_ub=self._limits,
            b_ub=self._limit,
            A_eq=self._matrix,
            b_eq=np.zeros(self._matrix.shape[0]),
            bounds=self.bounds,
            method="highs",
        )
        if found.status == 3:
            (self._least if direction > 0 else self._most)[number] = -direction * MANY
            return
        assert found.status == 0, f"what was published can't be true: {found.message}"
        # A solution tells of every figure something that it can be.
        for one, value in enumerate(found.x):
            near = round(value, 6)
            self._least[one] = min(self._least.get(one, MANY), near)
            self._most[one] = max(self._most.get(one, -MANY), near)

    def _row(self, which: int, total: Cell, parts: Sequence[Cell]) -> dict[int, float]:
        return {self._number[which, total]: -1.0, **{self._number[which, part]: 1.0 for part in parts}}


def sums_in(figures: Iterable[Cell], *, is_stock: bool = False) -> Iterator[tuple[Cell, list[Cell], bool]]:
    """Every sum among these figures: of regions, of the categories of a view, of quarters and of months.

    With whether all its parts are there. Of a stock the last part of a period is all of it.
    """
    cells = set(figures)
    regions = sorted({cell[0] for cell in cells} - {"NL"})
    views: dict[str, set[str]] = {}
    for _, view, category, _ in cells:
        if view:
            views.setdefault(view, set()).add(category)
    for total in cells:
        place, view, category, period = total
        sums = [[(one, view, category, period) for one in regions]] if place == "NL" and regions else []
        if not view:
            sums += [[(place, one, name, period) for name in sorted(names)] for one, names in views.items()]
        sums += [
            [(place, view, category, one) for one in (finer[-1:] if is_stock else finer)] for finer in _finer(period)
        ]
        for parts in sums:
            there = [part for part in parts if part in cells]
            if there:
                yield total, there, len(there) == len(parts)


def _finer(period: str) -> Iterator[list[str]]:
    if re.fullmatch(r"\d{4}", period):
        yield [f"{period}-Q{quarter}" for quarter in range(1, 5)]
        yield [f"{period}-{month:02}" for month in range(1, 13)]
    elif "Q" in period:
        year, quarter = period.split("-Q")
        yield [f"{year}-{month:02}" for month in range(3 * int(quarter) - 2, 3 * int(quarter) + 1)]


def _bounds(text: str, reason: str, rounded: bool) -> tuple[float, float | None]:
    """What the text of one figure says by itself."""
    if text.startswith("<"):
        return 1, int(text[1:]) - 1
    if not text.isdigit():
        return (5, None) if reason in KNOWN_TO_BE_LARGE else (0, None)
    value = int(text)
    return (max(5, value - 2), value + 2) if rounded and value else (value, value)


def _matrix(rows: list[dict[int, float]], width: int) -> coo_matrix:
    where = [(row, column, value) for row, one in enumerate(rows) for column, value in one.items()]
    down, across, values = zip(*where, strict=True) if where else ((), (), ())
    return coo_matrix((values, (down, across)), shape=(len(rows), width)).tocsr()
