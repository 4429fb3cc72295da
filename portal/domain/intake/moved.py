"""Which rows stand elsewhere than they did: as few as can be, so that one row moved up is not ten moved down."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence


def moved_in(rows: Sequence[tuple[int, int]]) -> set[int]:
    """Of rows (each its id and the place it had) in their present order, those that were moved.

    Rows without a place (0) are left out: nobody knows where they stood.
    """
    known = [(row_id, place) for row_id, place in rows if place]
    stay = _longest([place for _, place in known])
    return {row_id for at, (row_id, _) in enumerate(known) if at not in stay}


def _longest(places: Sequence[int]) -> set[int]:
    """Where the longest row of ever higher places stands."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, place in enumerate(places):
        size = bisect_left(ends, place)
        ends[size:] = [place, *ends[size + 1 :]]
        last[size:] = [at, *last[size + 1 :]]
        before.append(last[size - 1] if size else -1)
    found, at = set[int](), last[-1] if last else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found


def put_in_order(present: Sequence[int], file: Sequence[int], moved: Iterable[int]) -> list[int]:
    """The rows of the plan in their own order, with those that the file moved or added where the file has them."""
    goes = set(moved)
    order = [one for one in present if one not in goes]
    last: int | None = None
    for one in file:
        if one in goes:
            order.insert(order.index(last) + 1 if last in order else 0, one)
        if one in order:
            last = one
    return order
