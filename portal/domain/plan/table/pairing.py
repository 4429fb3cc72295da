"""Which row of a file without marks is which row of a list: by all its words, by its main words, or much like those."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from rapidfuzz import fuzz

# From here on two texts are one that somebody edited; below it they are two, and progress never goes to another action.
_ALIKE = 75.0


def paired(
    new: Sequence[Sequence[str]], present: Sequence[Sequence[str]], *, main: int, known: dict[int, int]
) -> dict[int, int]:
    """For each row of the file (by index) the row of the list that it is; what is not in it is new.

    `known` are those that are certain. `main` is the place of the words without which a row says nothing.
    """
    found = dict(known)
    _same(new, present, found, tuple)
    _same(new, present, found, lambda row: row[main].casefold())
    _alike([row[main] for row in new], [row[main] for row in present], found)
    return found


def _same(
    new: Sequence[Sequence[str]],
    present: Sequence[Sequence[str]],
    found: dict[int, int],
    key: Callable[[Sequence[str]], Hashable],
) -> None:
    free: dict[Hashable, list[int]] = {}
    for at in _left(len(present), found.values()):
        free.setdefault(key(present[at]), []).append(at)
    for at in _left(len(new), found):
        if places := free.get(key(new[at])):
            found[at] = places.pop(0)


def _alike(new: Sequence[str], present: Sequence[str], found: dict[int, int]) -> None:
    """The best pairs first; each row once."""
    free = list(_left(len(present), found.values()))
    scores = (
        (score, -at, -other)
        for at in _left(len(new), found)
        for other in free
        if (score := fuzz.ratio(new[at], present[other], score_cutoff=_ALIKE))
    )
    taken = set(found.values())
    for _, at, other in sorted(scores, reverse=True):
        if -at not in found and -other not in taken:
            found[-at] = -other
            taken.add(-other)


def _left(total: int, known: Iterable[int]) -> list[int]:
    taken = set(known)
    return [at for at in range(total) if at not in taken]
