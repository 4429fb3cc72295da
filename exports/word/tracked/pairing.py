"""Which of two rows of things belong together: first those that are the same, then, in between, those that are alike.

Order counts: what moved is taken out in one place and put in at another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from rapidfuzz.distance import Indel

from forms.richtext.diff import ALIKE, aligned

Thing = TypeVar("Thing")
# An old thing, a new one, or both when they belong together.
Pair = tuple[Thing | None, Thing | None]

# So many comparisons at most between two runs; more is taken out and put in as a whole.
MOST = 40_000
# How far two things may stand apart in long runs, beyond what one run is longer.
_APART = 12


def paired(
    old: Sequence[Thing], new: Sequence[Thing], *, key: Callable[[Thing], str], alike: Callable[[Thing, Thing], float]
) -> list[Pair[Thing]]:
    """Both in one order. `key` is the same for things that are; `alike` says how much (0: they are not) two others."""
    found: list[Pair[Thing]] = []
    at_old = at_new = 0
    for was, is_ in aligned([key(one) for one in old], [key(one) for one in new]):
        part_old, part_new = old[at_old : at_old + len(was)], new[at_new : at_new + len(is_)]
        if was == is_:
            found += zip(part_old, part_new, strict=True)
        else:
            between = _between(part_old, part_new, alike)
            found.extend(between)
        at_old, at_new = at_old + len(was), at_new + len(is_)
    return found


def likeness(old: list[str], new: list[str]) -> float:
    """How much two texts, word by word, are alike; 0 when they are two texts and not one that was changed."""
    if not old or not new:
        return 0.0
    return Indel.normalized_similarity(old, new, score_cutoff=ALIKE)


def _between(
    old: Sequence[Thing], new: Sequence[Thing], alike: Callable[[Thing, Thing], float]
) -> Iterator[Pair[Thing]]:
    at_old = at_new = 0
    for i, j in _best(len(old), len(new), lambda i, j: alike(old[i], new[j])):
        yield from _apart(old[at_old:i], new[at_new:j])
        yield old[i], new[j]
        at_old, at_new = i + 1, j + 1
    yield from _apart(old[at_old:], new[at_new:])


def _apart(old: Sequence[Thing], new: Sequence[Thing]) -> Iterator[Pair[Thing]]:
    yield from ((one, None) for one in old)
    yield from ((None, one) for one in new)


def _best(rows: int, columns: int, alike: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """The pairs, in order, that are most alike together."""
    apart = abs(rows - columns) + _APART
    if not rows or not columns or rows * min(columns, 2 * apart + 1) > MOST:
        return []
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {}
    for i in range(rows):
        middle = i * columns // rows
        for j in range(max(0, middle - apart), min(columns, middle + apart + 1)):
            best[i, j] = _step(best, i, j, alike(i, j))
    return _walked_back(best, rows, columns)


def _step(
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]], i: int, j: int, score: float
) -> tuple[float, tuple[int, int] | None]:
    """The best total up to here, and from where one came: a place before, or (None) this pair itself."""
    ways = [(best[place][0], place) for place in ((i - 1, j), (i, j - 1)) if place in best]
    total, place = max(ways, key=lambda way: way[0], default=(0.0, (i, j)))
    together = score + (best[i - 1, j - 1][0] if (i - 1, j - 1) in best else 0.0)
    if score and together > total:
        return together, None
    return total, place


def _walked_back(
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]], rows: int, columns: int
) -> list[tuple[int, int]]:
    found, at = [], (rows - 1, columns - 1)
    while at in best:
        _total, before = best[at]
        if before is None:
            found.append(at)
            at = at[0] - 1, at[1] - 1
        elif before == at:
            break
        else:
            at = before
    return found[::-1]
