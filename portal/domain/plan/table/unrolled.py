"""Cells that hold a list each, beside each other: one row of the table that is really many.

In Word people type all actions in one cell, who does them in the next and when in a third, a paragraph for each. A line
that is only a heading has nothing beside it: "5a. Samenwerken", with "1. …" below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

# From so many lines on a cell is a list, also when the one beside it has another number of them.
SURELY_A_LIST = 4
_GROUP = re.compile(r"\d{1,2}[a-z]\b|[A-Z][.)]")
_GROUP_NUMBER = re.compile(r"(\d{1,2}[a-z]?)[.)]?\s")
_FIRST = re.compile(r"1[.)]")


@dataclass(frozen=True)
class Unrolled:
    """The rows that one row became. `counts` are the numbers of lines of its cells when they do not fit together."""

    rows: tuple[tuple[str, ...], ...]
    headings: frozenset[int] = frozenset()
    counts: tuple[int, ...] = ()


def lines_of(cell: str) -> list[str]:
    """The lines of a cell that hold something."""
    return [line.strip() for line in cell.split("\n") if line.strip()]


def is_parallel(cells: Sequence[str]) -> bool:
    """True when two cells or more hold several lines."""
    return sum(len(lines_of(cell)) > 1 for cell in cells) > 1


def is_surely_parallel(cells: Sequence[str]) -> bool:
    """True when they also fit together, or are so long that they can only be lists."""
    counts = [len(lines_of(cell)) for cell in cells]
    many = [count for count in counts if count > 1]
    return len(many) > 1 and (not unroll(cells).counts or min(many) >= SURELY_A_LIST)


def unroll(cells: Sequence[str]) -> Unrolled:
    """A row for each line; what stands alone in its cell belongs to all of them."""
    lists = [lines_of(cell) for cell in cells]
    counts = tuple(len(lines) for lines in lists if len(lines) > 1)
    longest = max(lists, key=len)
    headings = frozenset(at for at in range(len(longest) - 1) if is_heading(longest[at], longest[at + 1]))
    others = set(counts) - {len(longest)}
    if not others:
        return Unrolled(_beside(lists))
    if others == {len(longest) - len(headings)}:
        spaced = [one if len(one) in (0, 1, len(longest)) else _spaced(one, headings, len(longest)) for one in lists]
        return Unrolled(_beside(spaced), headings)
    return Unrolled(_beside(lists), counts=counts)


def is_heading(line: str, below: str) -> bool:
    """True for "5a. Samenwerken" with "1. …" or "5a.1. …" below it."""
    if number := _GROUP_NUMBER.match(line):
        return below.startswith(f"{number[1]}.1") or bool(_GROUP.match(line) and _FIRST.match(below))
    return bool(_GROUP.match(line) and _FIRST.match(below))


def _spaced(lines: Sequence[str], headings: frozenset[int], total: int) -> list[str]:
    """The lines with nothing beside the headings."""
    rest = iter(lines)
    return ["" if at in headings else next(rest) for at in range(total)]


def _beside(lists: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    total = max(map(len, lists))
    columns = [list(lines) * total if len(lines) == 1 else lines for lines in lists]
    return tuple(zip_longest(*(column[:total] for column in columns), fillvalue=""))
