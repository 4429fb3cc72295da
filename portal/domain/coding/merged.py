"""Codes that were merged count as the one that took their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping


def merged_into(successors: Mapping[int, int | None]) -> dict[int, int]:
    """The code that each code counts as, by its id: itself, or the last one of the chain of those it was merged into.

    Should codes ever be merged in a ring, they count as the one with the lowest id.
    """
    return {one: _end_of_chain(one, successors.get) for one in successors}


def _end_of_chain(code_id: int, successor: Callable[[int], int | None]) -> int:
    seen = [code_id]
    while (following := successor(seen[-1])) is not None:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]
