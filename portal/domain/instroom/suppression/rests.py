"""What a total has beyond the categories that are there: nobody sees it, and it can be more or less as well.

A source may give one category of a view, or keep some to itself. The rest is shown nowhere, and takes what a hidden
category gets or loses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from portal.domain.instroom.suppression.spots import REST, Spot


def with_rests(values: Mapping[Spot, int]) -> Mapping[Spot, int]:
    """These figures, and of each view with a part missing its rest."""
    if _is_whole(values):
        return values
    known: dict[Spot, int] = defaultdict(int)
    for spot, value in values.items():
        if spot.view:
            known[spot._replace(category=REST)] += value
    rests = {rest: values.get(_total(rest), 0) - value for rest, value in known.items()}
    return {**values, **{rest: value for rest, value in rests.items() if value > 0}}


def _is_whole(values: Mapping[Spot, int]) -> bool:
    """Every category at every place in every period."""
    places = {spot.place for spot in values}
    pairs = {(spot.view, spot.category) for spot in values}
    periods = {spot.period for spot in values}
    return len(places) * len(pairs) * len(periods) == len(values)


def _total(spot: Spot) -> Spot:
    return spot._replace(view="", category="")
