"""The rule for figures with any sums at all: a search from sum to sum. For cubes `cube.py` is quicker."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import TypeVar

from portal.domain.instroom.suppression.guard import Guard
from portal.domain.instroom.suppression.ledger import Ledger, Move
from portal.domain.instroom.suppression.rule import Rule
from portal.domain.instroom.suppression.signs import ShownFigure

Key = TypeVar("Key", bound=Hashable)

# So many figures are looked at for one move before it is given up, and so many of one sum in the place of each other.
PATIENCE = 400
MOST_TRIED = 6


def suppress(
    values: Mapping[Key, int],
    sums: Iterable[tuple[Key, Sequence[Key]]],
    rule: Rule,
    known: Mapping[Key, ShownFigure] | None = None,
) -> dict[Key, ShownFigure]:
    """What is shown of each figure; a sum is a total with its parts, `known` is what was shown before and stays known.

    Raises ValueError for parts that don't add up to their total or a negative number, `Unprotectable`.
    """
    known = known or {}
    numbers = {key: number for number, key in enumerate(values)}
    signs = [known.get(key) or rule.shown(value) for key, value in values.items()]
    dear = [
        int(sign.visible and key not in known and sign.lowest >= rule.threshold)
        for key, sign in zip(values, signs, strict=True)
    ]
    ledger = Ledger(list(values.values()), signs, dear, rule)
    mover = SumsMover(ledger, [[numbers[total], *(numbers[part] for part in parts)] for total, parts in sums])
    Guard(ledger, mover, {numbers[key] for key in known}).protect_all()
    return dict(zip(values, ledger.signs, strict=True))


class SumsMover:
    """Looks for moves in sums. Of each sum the numbers of its figures, the total first."""

    def __init__(self, ledger: Ledger, sums: list[list[int]]) -> None:
        self._ledger = ledger
        self._sums = sums
        # Of each figure its sums, with -1 where it is the total and 1 where it is a part.
        self._sums_of: list[list[tuple[int, int]]] = [[] for _ in ledger.signs]
        for which, numbers in enumerate(sums):
            if ledger.value[numbers[0]] != sum(ledger.value[part] for part in numbers[1:]):
                raise ValueError(f"the parts do not add up: sum {which}")
            for place, number in enumerate(numbers):
                self._sums_of[number].append((which, 1 if place else -1))
        self._left = 0

    def push(self, number: int, amount: int) -> Move | None:
        """A move that changes this figure by `amount`, at once or in steps of one; None when none was found."""
        at_once = self._in_steps(number, [amount])
        return at_once or self._in_steps(number, [1 if amount > 0 else -1] * abs(amount))

    def order(self, number: int) -> int:
        """As they were given."""
        return number

    def rings(self, number: int) -> Iterator[Collection[int]]:
        """First what stands in one sum with it, then what stands in one sum with that, and so on."""
        ring, wider = {number}, self._around({number})
        while wider != ring:
            yield wider
            ring, wider = wider, self._around(wider)
        yield ring

    def _around(self, numbers: set[int]) -> set[int]:
        sums = {which for number in numbers for which, _ in self._sums_of[number]}
        return numbers.union(*(self._sums[which] for which in sums))

    def _in_steps(self, number: int, steps: list[int]) -> Move | None:
        world: Move = {}
        for step in steps:
            self._left = PATIENCE
            move = {number: step}
            fits = self._ledger.cost(number, world.get(number, 0) + step) is not None
            if not fits or not self._close(self._after({}, number, step), move, world):
                return None
            for one, change in move.items():
                world[one] = world.get(one, 0) + change
        return world

    def _after(self, open_sums: Move, number: int, change: int) -> Move:
        """What each sum is out of balance by when this figure changes too."""
        after = dict(open_sums)
        for which, sign in self._sums_of[number]:
            amount = after.pop(which, 0) + sign * change
            if amount:
                after[which] = amount
        return after

    def _close(self, open_sums: Move, move: Move, world: Move) -> bool:
        if not open_sums:
            return True
        which = min(open_sums, key=lambda one: len(self._sums[one]))
        for number, change in self._candidates(which, open_sums, move, world):
            self._left -= 1
            if self._left < 0:
                return False
            move[number] = change
            if self._close(self._after(open_sums, number, change), move, world):
                return True
            del move[number]
        return False

    def _candidates(self, which: int, open_sums: Move, move: Move, world: Move) -> Iterator[tuple[int, int]]:
        """The figures that could bring this sum into balance, the cheapest first."""
        found = []
        for place, number in enumerate(self._sums[which]):
            change = -open_sums[which] if place else open_sums[which]
            cost = None if number in move else self._ledger.cost(number, world.get(number, 0) + change)
            if cost is not None:
                found.append((4 * cost + self._opened(number, change, open_sums), number, change))
        found.sort(key=itemgetter(0))
        return ((number, change) for _, number, change in found[:MOST_TRIED])

    def _opened(self, number: int, change: int, open_sums: Move) -> int:
        """How many sums this change brings out of balance, less those that it brings into balance."""
        opened = 0
        for which, sign in self._sums_of[number]:
            left = open_sums.get(which, 0) + sign * change
            opened += (left != 0) - (which in open_sums) - (left == 0)
        return opened
