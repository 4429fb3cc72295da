"""The moving average beside a line: only over moments that are all shown, so that it tells nothing that is hidden."""

from __future__ import annotations

from collections.abc import Sequence

from exports.figures.declared import Meetpunt, Meetreeks
from forms.dutch.numbers import dutch_number

MAANDEN = 3
NAAM = "Gemiddelde 3 maanden"
_TE_KORT = "Er zijn nog geen drie maanden."
_GAT = "Een van de drie maanden is niet getoond."


def moving_average(reeks: Meetreeks, over: int = MAANDEN) -> Meetreeks:
    """The mean of each point and the two before it, in whole numbers; a gap where one of them is not shown."""
    return Meetreeks(NAAM, tuple(_point(reeks.punten, place, over) for place in range(len(reeks.punten))))


def _point(punten: Sequence[Meetpunt], place: int, over: int) -> Meetpunt:
    if place + 1 < over:
        return Meetpunt(None, "–", _TE_KORT)
    window = punten[place + 1 - over : place + 1]
    values = [one.waarde for one in window if one.waarde is not None]
    if len(values) < over:
        return Meetpunt(None, "–", _GAT)
    mean = rounded_mean(values)
    return Meetpunt(mean, dutch_number(mean), voorlopig=any(one.voorlopig for one in window))


def rounded_mean(values: Sequence[int]) -> int:
    """The mean in whole numbers; a half goes up."""
    return (2 * sum(values) + len(values)) // (2 * len(values))
