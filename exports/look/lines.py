"""What every drawing of lines over rounds shares: how high its axis is, and where the words at its ends stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor, log10

# A line is also known by its dash, as DrawingML calls them; solid comes first.
STREPEN = ("solid", "dash", "sysDot", "lgDash", "sysDash", "dashDot")


def top_of(values: Sequence[int | None]) -> int:
    """The end of the axis: a round number that is no less than any value, in at most five or six equal steps."""
    return step_of(values) * max(1, ceil(max((one or 0 for one in values), default=0) / step_of(values)))


def step_of(values: Sequence[int | None]) -> int:
    """The distance between two lines of the grid: 1, 2 or 5 with noughts behind it."""
    highest = max((one or 0 for one in values), default=0)
    rough = max(highest / 5, 1)
    ten = int(10 ** floor(log10(rough)))
    return next(step * ten for step in (1, 2, 5, 10) if step * ten >= rough)


def spread(places: Sequence[float], gap: float) -> list[float]:
    """The places (0 is the top, 1 the bottom) moved apart until each is `gap` from the next, in the order they have."""
    order = sorted(range(len(places)), key=lambda index: places[index])
    moved = list(places)
    for before, index in pairwise(order):
        moved[index] = max(moved[index], moved[before] + gap)
    # What came below the bottom goes up again, and pushes up what it meets.
    lowest = 1.0
    for index in reversed(order):
        moved[index] = min(moved[index], lowest)
        lowest = moved[index] - gap
    return moved
