"""Every figure by number: how many clients, what is shown of it, and what anybody knows of it because of that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from portal.domain.instroom.suppression.rule import Rule
from portal.domain.instroom.suppression.signs import ShownFigure

# More clients than there are people: "no upper end".
ENDLESS = 10**9

# Two numbers that are no figure, but can be asked about as if they were. Of a figure that is not there, nor in any sum,
# a change costs nothing; a figure that can't change is missing (nobody can say how far), or known from elsewhere.
VOID = -1
FIXED = -2
# How few and how many a figure can be of which nobody knows anything.
_ANYTHING = (0, ENDLESS)

# By how much which figures differ in another set of numbers that agrees with every sum.
Move = dict[int, int]


class Ledger:
    """`low` and `high` follow the sign of a figure; `dear` is what hiding it costs, 0 when it can't be hidden."""

    def __init__(self, values: Sequence[int], signs: Sequence[ShownFigure], dear: Sequence[int], rule: Rule) -> None:
        self.signs = list(signs)
        self.rule = rule
        # The last two are FIXED and VOID: as in any list -2 and -1 find them.
        self.value = [*values, 0, 0]
        self.dear = [*dear, 0, 0]
        self.low = [*(sign.lowest for sign in signs), 1, -ENDLESS]
        self.high = [*(ENDLESS if sign.highest is None else sign.highest for sign in signs), 0, ENDLESS]
        # The figures of which something changed since, in that order: who keeps prices looks here.
        self.changed: list[int] = []

    def cost(self, number: int, change: int) -> int | None:
        """What must be hidden before this figure can be so much different: 0 for nothing, None when it never can."""
        value = self.value[number] + change
        if self.low[number] <= value <= self.high[number]:
            return 0
        return self.dear[number] if self.dear[number] and value >= self.rule.threshold else None

    def price(self, move: Move) -> int:
        """What must be hidden for a move that is possible."""
        return sum(self.cost(number, change) or 0 for number, change in move.items())

    def show(self, number: int, sign: ShownFigure) -> None:
        """From now on this figure is shown so, for good."""
        self.signs[number] = sign
        self.low[number] = sign.lowest
        self.high[number] = ENDLESS if sign.highest is None else sign.highest
        self.dear[number] = 0
        self.changed.append(number)

    @contextmanager
    def free(self, numbers: Iterable[int]) -> Iterator[None]:
        """Meanwhile these figures can be anything."""
        kept = [(one, self.low[one], self.high[one]) for one in numbers if (self.low[one], self.high[one]) != _ANYTHING]
        bound = [one for one, _, _ in kept]
        for one in bound:
            self.low[one], self.high[one] = _ANYTHING
        self.changed += bound
        try:
            yield
        finally:
            for one, low, high in kept:
                self.low[one], self.high[one] = low, high
            self.changed += bound
