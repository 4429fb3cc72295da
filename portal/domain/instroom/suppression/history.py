"""Publication after publication: what somebody kept of an earlier one may not tell more beside a later one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portal.domain.instroom.suppression.cube import suppress_tables
from portal.domain.instroom.suppression.guard import Unprotectable
from portal.domain.instroom.suppression.rule import BLOCK, Rule
from portal.domain.instroom.suppression.signs import ShownFigure
from portal.domain.instroom.suppression.spots import Release, Shape, Spot

Values = Mapping[Spot, int]


class History:
    """All publications so far of some tables (sources beside each other), the oldest first."""

    def __init__(self, shape: Shape, rule: Rule) -> None:
        self._shape = shape
        self._rule = rule
        self._before: list[Release] = []
        # What was shown of a number at a spot stays so: who saw it once, knows it.
        self._carried: dict[tuple[Spot, int], ShownFigure] = {}

    def publish(self, tables: Sequence[Values]) -> list[dict[Spot, ShownFigure]]:
        """What is shown of the next publication, for each of its tables.

        Where earlier ones leave no way to show what is new, that waits: only what was shown before stays to be seen.
        """
        # A table that only grew has all sums of what it was.
        self._before = [one for one in self._before if not any(_grew(one.values, now) for now in tables)]
        shown = self._decided(tables)
        for values, signs in zip(tables, shown, strict=True):
            self._before.append(Release(values, signs))
            self._carried |= {(spot, values[spot]): sign for spot, sign in signs.items()}
        return shown

    def _decided(self, tables: Sequence[Values]) -> list[dict[Spot, ShownFigure]]:
        try:
            every = [*self._before, *map(Release, tables)]
            return suppress_tables(every, self._shape, self._rule, self._carried)[len(self._before) :]
        except Unprotectable:
            return [{spot: self._carried.get((spot, value), BLOCK) for spot, value in one.items()} for one in tables]


def _grew(before: Values, now: Values) -> bool:
    return len(before) <= len(now) and before.items() <= now.items()
