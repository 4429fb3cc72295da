"""Deciding what is hidden: for every small figure both ends must stay possible.

What is promised, for somebody who knows this rule, its threshold, every sum and everything that was ever shown:

- a figure that is shown as small ("<5") can be anything from 1 up to the threshold - 1: for both ends there is a set of
  numbers that agrees with all that is shown, sums included;
- of a figure that is hidden for its sake ("niet getoond") at least one other number is possible.

How: for each small figure such another set is looked for, as a *move*: by how much which figures differ from the true
ones while every sum holds. What a move needs and is still shown, is hidden. Hiding more never spoils a move that was
found before, so once through is enough. Where there is no move, the figures around are hidden too, in widening rings.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Protocol

from portal.domain.instroom.suppression.ledger import Ledger, Move
from portal.domain.instroom.suppression.rule import BLOCK
from portal.domain.instroom.suppression.signs import Sign


class Unprotectable(Exception):
    """What was shown before leaves no way to show these new figures: publish them together with later ones."""


class Mover(Protocol):
    """Knows the sums."""

    def push(self, number: int, amount: int) -> Move | None:
        """A move that changes this figure by `amount` and fits in the ledger, or would when more is hidden; or None."""

    def order(self, number: int) -> int:
        """Where a figure stands among the others, however they came."""

    def rings(self, number: int) -> Iterator[Collection[int]]:
        """The figures around this one, wider and wider; the last ring is everything that it has sums with."""


class Guard:
    """Hides what must be hidden in a ledger. `known` are figures that were decided before: they stay as they are."""

    def __init__(self, ledger: Ledger, mover: Mover, known: Collection[int] = frozenset()) -> None:
        self._ledger = ledger
        self._mover = mover
        self._known = known
        self._seen_low: set[int] = set()
        self._seen_high: set[int] = set()
        self._moved: set[int] = set()

    def protect_all(self) -> None:
        """Hide what is needed for every small figure, and for what was hidden before. Raises `Unprotectable`."""
        signs = self._ledger.signs
        # Listed before anything is hidden: what loses its sign to a ring stays as small as it is.
        small = {number: self._ledger.high[number] for number, sign in enumerate(signs) if sign.sign is Sign.SMALL}
        # In an order that does not hang on how the figures came: the same figures are always hidden alike.
        for number in sorted(small, key=self._mover.order):
            self._protect(number, small[number])
        for number in sorted(self._known, key=self._mover.order):
            if signs[number].sign is Sign.COMPLEMENT and number not in self._moved:
                self._push(number, 1)

    def _protect(self, number: int, highest: int) -> None:
        value = self._ledger.value[number]
        if value > 1 and number not in self._seen_low:
            self._push(number, 1 - value)
        if value < highest and number not in self._seen_high:
            self._push(number, highest - value)

    def _push(self, number: int, amount: int) -> None:
        move = self._mover.push(number, amount)
        if move is None:
            move = self._push_in_rings(number, amount)
        self._take(move)

    def _push_in_rings(self, number: int, amount: int) -> Move:
        if self._known and not self._is_possible(number, amount):
            return self._bound_by_before(number)
        for ring in self._mover.rings(number):
            self._block(ring)
            move = self._mover.push(number, amount)
            if move is not None:
                return move
        # Nothing to be seen anywhere around: nobody can conclude anything.
        return {}

    def _is_possible(self, number: int, amount: int) -> bool:
        """Whether it would be when nothing new were shown around."""
        *_, ring = self._mover.rings(number)
        free = [one for one in ring if one not in self._known]
        if len(free) == len(ring):
            return True
        with self._ledger.free(free):
            return self._mover.push(number, amount) is not None

    def _bound_by_before(self, number: int) -> Move:
        """What was shown before says something of a figure: a new one is not shown, and says no more than that."""
        if number in self._known:
            raise Unprotectable
        self._block(next(ring for ring in self._mover.rings(number) if number in ring))
        return {}

    def _block(self, ring: Collection[int]) -> None:
        for number in ring:
            if number not in self._known and self._ledger.signs[number].sign is not Sign.FINE:
                self._ledger.show(number, BLOCK)

    def _take(self, move: Move) -> None:
        """Hide what the move needs, and remember which small figures it serves as well."""
        ledger = self._ledger
        self._moved.update(number for number, change in move.items() if change)
        for number, change in move.items():
            value = ledger.value[number] + change
            if not ledger.low[number] <= value <= ledger.high[number]:
                ledger.show(number, ledger.rule.complement)
            if value <= 1:
                self._seen_low.add(number)
            if value >= ledger.high[number] or value >= ledger.rule.highest_small:
                self._seen_high.add(number)
