"""The planned path of a goal: a straight line from its start at its date to its aim at its date.

An aim that is itself a path ("2025: 200; 2026: 150") gives a point per period. Of a period the last day counts, as
everywhere. Source: the brief of the goals ("where its own indicators stand, a path beside the planned one").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from forms.figures import Amount, Comparison, Figure
from forms.timeline import Window


class Direction(StrEnum):
    """On which side of its path a goal is better off."""

    UP = "hoger"
    DOWN = "lager"
    UNKNOWN = ""


class NoPath(StrEnum):
    """Why a goal has no planned path. The value is stored."""

    AIM = "streefwaarde"
    BY = "einddatum"
    START = "nulwaarde"
    MEASURED = "peildatum"
    ORDER = "volgorde"
    UNIT = "eenheid"
    SIDE = "al_gehaald"

    @property
    def words(self) -> str:
        """Why, behind "geen pad, want "."""
        return _WORDS[self]


_WORDS = {
    NoPath.AIM: "in de streefwaarde is geen getal gelezen",
    NoPath.BY: "in de einddatum is geen dag of periode gelezen",
    NoPath.START: "in de nulwaarde is geen getal gelezen",
    NoPath.MEASURED: "in de peildatum is geen dag of periode gelezen",
    NoPath.ORDER: "de peildatum ligt niet voor de einddatum",
    NoPath.UNIT: "nulwaarde en streefwaarde hebben niet dezelfde eenheid",
    NoPath.SIDE: "de nulwaarde voldoet al aan de streefwaarde",
}


@dataclass(frozen=True)
class Point:
    """What is planned for one day."""

    day: date
    value: Decimal


@dataclass(frozen=True)
class Path:
    """The planned path: two or more points, each on a later day. `direction` says where a goal is better off."""

    points: tuple[Point, ...]
    direction: Direction
    unit: str = ""

    @property
    def distance(self) -> Decimal:
        """How far it goes in all."""
        return abs(self.points[-1].value - self.points[0].value)

    @property
    def decimals(self) -> int:
        """How precisely its numbers were typed."""
        return max(decimals_of(one.value) for one in self.points)

    def planned(self, day: date) -> Decimal | None:
        """What is planned for this day; None before it begins. After its end the aim stays."""
        if day < self.points[0].day:
            return None
        for one, other in pairwise(self.points):
            if day <= other.day:
                share = Decimal((day - one.day).days) / (other.day - one.day).days
                return one.value + (other.value - one.value) * share
        return self.points[-1].value


def planned_path(
    *, start: Sequence[Figure], measured: Window | None, aim: Sequence[Figure], by: Window | None, unit: str = ""
) -> Path | NoPath:
    """The path of a goal as it was read, or why there is none. `unit` is that of numbers that name none themselves."""
    begin = _begin(start, measured)
    steps = _steps(aim, by)
    if isinstance(steps, NoPath):
        return steps
    if isinstance(begin, NoPath):
        # Two steps of their own are a path without a start.
        if start or len(steps) < 2:
            return begin
        points = steps
    else:
        points = (begin, *steps)
    if any(one.day >= other.day for one, other in pairwise(points)):
        return NoPath.ORDER
    return _directed(points, [one.amount for one in (*start, *aim)], aim, unit)


def decimals_of(number: Decimal) -> int:
    """How many decimals a number was typed with."""
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def same_unit(one: str, other: str) -> bool:
    """True for the same words, whatever their capitals and spaces."""
    return _bare(one) == _bare(other)


def _bare(unit: str) -> str:
    return "".join(unit.casefold().split()).rstrip(".")


def _begin(start: Sequence[Figure], measured: Window | None) -> Point | NoPath:
    value = start[0].amount.value if len(start) == 1 else None
    if value is None:
        return NoPath.START
    day = _moment(start[0], measured)
    return Point(day, value) if day else NoPath.MEASURED


def _steps(aim: Sequence[Figure], by: Window | None) -> tuple[Point, ...] | NoPath:
    values = [number_of(one.amount) for one in aim]
    if not values or None in values:
        return NoPath.AIM
    days = [_moment(one, by if len(aim) == 1 else None) for one in aim]
    if None in days:
        return NoPath.BY
    found = (Point(day, value) for day, value in zip(days, values, strict=True) if day and value is not None)
    return tuple(sorted(found, key=lambda one: one.day))


def _moment(figure: Figure, window: Window | None) -> date | None:
    """The day of a number: the last one of its own period, else of the field beside it."""
    period = figure.period or window
    return period.end if period else None


def number_of(amount: Amount) -> Decimal | None:
    """The number that an aim names: one number, or the bound on one side ("< 240"). None for a range."""
    if amount.value is not None:
        return amount.value
    bounds = [one for one in (amount.lower, amount.upper) if one is not None]
    return bounds[0] if len(bounds) == 1 else None


def _directed(points: tuple[Point, ...], amounts: Iterable[Amount], aim: Sequence[Figure], unit: str) -> Path | NoPath:
    units = [one.unit or unit for one in amounts]
    if not all(same_unit(units[0], one) for one in units):
        return NoPath.UNIT
    slope = _slope(points[0].value, points[-1].value)
    sides = {_side(one.amount.comparison) for one in aim} - {Direction.UNKNOWN}
    if len(sides) > 1 or (sides and slope and slope not in sides):
        return NoPath.SIDE
    return Path(points, slope or next(iter(sides), Direction.UNKNOWN), units[0])


def _slope(first: Decimal, last: Decimal) -> Direction:
    if first == last:
        return Direction.UNKNOWN
    return Direction.UP if last > first else Direction.DOWN


def _side(comparison: Comparison) -> Direction:
    if not comparison:
        return Direction.UNKNOWN
    return Direction.DOWN if comparison.is_upper else Direction.UP
