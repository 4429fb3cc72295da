"""The goals of a region over rounds: where each stood, beside what was planned then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exports.national.trend.region import DoelVerloop
from exports.sheet import GoalRow


def goals_over_rounds(rounds: Sequence[Mapping[int, GoalRow]]) -> tuple[DoelVerloop, ...]:
    """The goals of these rounds (the oldest first) by the id of the goal; those of the newest round come first.

    A round that asked nothing of goals has none.
    """
    newest: dict[int, GoalRow] = {}
    for asked in reversed(rounds):
        newest = {**newest, **{key: row for key, row in asked.items() if key not in newest}}
    last: Mapping[int, GoalRow] = next((one for one in reversed(rounds) if one), {})
    return tuple(
        DoelVerloop(row, tuple(asked.get(key) for asked in rounds), is_vervallen=key not in last)
        for key, row in newest.items()
    )
