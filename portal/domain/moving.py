"""Rows of a list on another place. A row that begins a group (a heading) takes along what stands under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Row = TypeVar("Row")
Begins = Callable[[Row], bool]


def begins_nothing(row: object) -> bool:
    """Of a list without headings."""
    return False


def group_of(rows: Sequence[Row], row: Row, begins: Begins[Row]) -> list[Row]:
    """The row, with the rows under it when it begins a group."""
    place = rows.index(row)
    if not begins(row):
        return [row]
    ends = (at for at in range(place + 1, len(rows)) if begins(rows[at]))
    return list(rows[place : next(ends, len(rows))])


def stepped(rows: Sequence[Row], row: Row, steps: int, begins: Begins[Row], *, first: int = 0) -> list[Row]:
    """The list with this row (its group) moved up (negative) or down over so many places; never above `first`.

    A group goes over whole groups.
    """
    group = group_of(rows, row, begins)
    rest = [one for one in rows if one not in group]
    gaps = _gaps(rest, row, begins, first)
    # It may stand where it could not be put: rows above the first heading.
    now = min(range(len(gaps)), key=lambda number: abs(gaps[number] - rows.index(row)))
    return _with(rest, group, gaps[min(max(now + steps, 0), len(gaps) - 1)])


def put_after(rows: Sequence[Row], row: Row, after: Row | None, begins: Begins[Row], *, first: int = 0) -> list[Row]:
    """The list with this row (its group) behind another; on top for None. A group goes behind a whole group."""
    group = group_of(rows, row, begins)
    if after in group:
        return list(rows)
    rest = [one for one in rows if one not in group]
    wanted = 0 if after is None else rest.index(after) + 1
    return _with(rest, group, next(gap for gap in _gaps(rest, row, begins, first) if gap >= wanted))


def places_for(
    rows: Sequence[Row], row: Row, begins: Begins[Row], *, first: int = 0
) -> list[tuple[Row | None, Row | None]]:
    """Where this row (its group) can be put: behind which row (None: on top), and what that place is called after:
    the row itself, or the heading of the group that ends there.
    """
    group = group_of(rows, row, begins)
    rest = [one for one in rows if one not in group]
    gaps = _gaps(rest, row, begins, first)
    if not begins(row):
        return [(rest[gap - 1] if gap else None,) * 2 for gap in gaps]
    return [(rest[gap - 1], _head(rest, gap - 1, begins)) if gap else (None, None) for gap in gaps]


def _head(rest: Sequence[Row], place: int, begins: Begins[Row]) -> Row:
    return next((rest[at] for at in range(place, -1, -1) if begins(rest[at])), rest[place])


def _gaps(rest: Sequence[Row], row: Row, begins: Begins[Row], first: int) -> list[int]:
    """Between which of the other rows it can stand: anywhere, but a group only where one begins or the list ends."""
    everywhere = range(min(first, len(rest)), len(rest) + 1)
    return [gap for gap in everywhere if not begins(row) or gap == len(rest) or begins(rest[gap])]


def _with(rest: list[Row], group: list[Row], gap: int) -> list[Row]:
    return [*rest[:gap], *group, *rest[gap:]]
