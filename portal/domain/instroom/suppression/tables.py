"""The figures of several tables that tell of the same: releases of one source, sources beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portal.domain.instroom.suppression.rule import FINE, Rule
from portal.domain.instroom.suppression.signs import ShownFigure, Sign
from portal.domain.instroom.suppression.spots import Release, Shape, Spot, dearness

# Of what was shown of one figure in several tables, the first of these is what everybody knows.
_TELLING = (Sign.VALUE, Sign.ROUNDED, Sign.SMALL, Sign.COMPLEMENT, Sign.BLOCK, Sign.FINE)


# What was shown of a number at a spot, once.
Carried = Mapping[tuple[Spot, int], ShownFigure]


class Figures:
    """Every different number at every spot, by number: the same number in two tables is one figure.

    `numbers` has for each table the numbers of its figures, `tables_of` for each figure its tables, a bit for each.
    `known` are the figures that are decided: those that said something before, and those of tables of before only.
    """

    def __init__(
        self,
        tables: Sequence[Release],
        shape: Shape,
        rule: Rule,
        carried: Carried | None = None,
    ) -> None:
        self.spots: list[Spot] = []
        self.values: list[int] = []
        self.tables_of: list[int] = []
        self.numbers: list[dict[Spot, int]] = []
        self._there: dict[tuple[Spot, int], int] = {}
        for table in tables:
            self.numbers.append(self._added(table.values, 1 << len(self.numbers)))
        self._open = sum(1 << which for which, table in enumerate(tables) if table.shown is None)
        before = self._shown_before(tables, carried or {})
        self.known = {number for number, sign in before.items() if self._is_decided(number, sign)}
        self.signs = self._signs(before, shape, rule)
        self.dear = self._dear(rule)

    def _added(self, values: Mapping[Spot, int], bit: int) -> dict[Spot, int]:
        """The numbers of a table; what is new gets one."""
        if not self.numbers:
            self.spots, self.values, self.tables_of = list(values), list(values.values()), [bit] * len(values)
            return dict(zip(values, range(len(values)), strict=True))
        there = self._there = self._there or self._numbered()
        found = {}
        for spot, value in values.items():
            number = found[spot] = there.setdefault((spot, value), len(there))
            if number == len(self.spots):
                self.spots.append(spot)
                self.values.append(value)
                self.tables_of.append(0)
            self.tables_of[number] |= bit
        return found

    def _numbered(self) -> dict[tuple[Spot, int], int]:
        return {one: number for number, one in enumerate(zip(self.spots, self.values, strict=True))}

    def _shown_before(self, tables: Sequence[Release], carried: Carried) -> dict[int, ShownFigure]:
        there = (self._there or self._numbered()) if carried else {}
        found = {number: carried[one] for one, number in there.items() if one in carried}
        for numbers, table in zip(self.numbers, tables, strict=True):
            for spot, sign in (table.shown or {}).items():
                number = numbers[spot]
                if found.setdefault(number, sign) != sign:
                    found[number] = min(found[number], sign, key=lambda one: _TELLING.index(one.sign))
        return found

    def _is_decided(self, number: int, sign: ShownFigure) -> bool:
        """What said nothing may be decided again where it stands in a table that is not out yet."""
        return sign.sign not in (Sign.BLOCK, Sign.FINE) or not self.tables_of[number] & self._open

    def _signs(self, before: Mapping[int, ShownFigure], shape: Shape, rule: Rule) -> list[ShownFigure]:
        signs = [
            FINE if is_fine else rule.shown(value)
            for is_fine, value in zip(shape.grain.fine(self.spots), self.values, strict=True)
        ]
        for number, sign in before.items():
            if number in self.known or sign.sign is Sign.BLOCK:
                signs[number] = sign
        return signs

    def _dear(self, rule: Rule) -> list[int]:
        return [
            dearness(spot)
            if sign.value is not None and sign.lowest >= rule.threshold and number not in self.known
            else 0
            for number, (spot, sign) in enumerate(zip(self.spots, self.signs, strict=True))
        ]
