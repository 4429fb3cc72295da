"""In which order the rows of a list come to stand when a workbook of it comes back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

RowT = TypeVar("RowT")

# More rows than this share that stand elsewhere: then the sheet was sorted to look something up.
_SORTED = 0.5


def out_of_place(places: Sequence[int]) -> set[int]:
    """Which of these stand elsewhere than in rising order, the fewest there can be: by their index."""
    ends: list[int] = []
    last: list[int] = []
    above: list[int] = []
    for at, place in enumerate(places):
        length = bisect_left(ends, place)
        above.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(place)
            last.append(at)
        else:
            ends[length], last[length] = place, at
    stays: set[int] = set()
    at = last[-1] if last else -1
    while at >= 0:
        stays.add(at)
        at = above[at]
    return set(range(len(places))) - stays


def looks_sorted(moved: int, total: int) -> bool:
    """True when so many rows moved that nobody did that one by one."""
    return moved > 3 and moved > total * _SORTED


def merged_order(present: Sequence[RowT], file: Sequence[RowT], *, takes_order: bool) -> list[RowT]:
    """The rows of the list, with those of the file that are not in it behind the row above them in the file.

    When the order of the file is taken, what is only in the list stays behind the row that it stands behind now.
    """
    known = set(present) & set(file)
    order = [one for one in file if one in known] if takes_order else list(present)
    if takes_order:
        _put_below(order, present, known)
    _put_below(order, file, known | (set(present) - set(file)))
    return order


def _put_below(order: list[RowT], rows: Sequence[RowT], known: set[RowT]) -> None:
    """Put the rows that are not known behind the one above them; the first ones on top."""
    place = 0
    for one in rows:
        if one in known:
            place = order.index(one) + 1
        else:
            order.insert(place, one)
            place += 1
