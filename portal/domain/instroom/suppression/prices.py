"""What must be hidden before what stands in a cell can change: looked up, for a search asks it a million times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from portal.domain.instroom.suppression.ledger import Ledger, Move

# What can't change costs this; more than one may be added up.
TOO_DEAR = 10**9


class Prices:
    """The price of each amount in each cell of a cube. `at` has the figure in a cell, `cells` the cell of a figure.

    `together` has for a number what changes with it.
    """

    def __init__(
        self, at: Sequence[int], cells: Sequence[int], ledger: Ledger, together: Mapping[int, tuple[int, ...]]
    ) -> None:
        self._at = at
        self._cells = cells
        self._ledger = ledger
        self._together = together
        self._of: dict[int, list[int]] = {}
        self._seen = len(ledger.changed)

    def of(self, amount: int) -> Sequence[int]:
        """Of each cell what must be hidden before it can change by so much; TOO_DEAR where it never can."""
        found = self._of.get(amount)
        if found is None:
            found = self._of[amount] = self._all(amount)
        return found

    def catch_up(self) -> None:
        """See what was hidden meanwhile."""
        news = self._ledger.changed[self._seen :]
        self._seen += len(news)
        for amount, prices in self._of.items():
            for number in news:
                cell = self._cells[number]
                prices[cell] = self._price(self._at[cell], amount, {})

    def change(self, world: Move, cells: Iterable[tuple[int, int]]) -> set[int]:
        """Add changes of cells to a world. Returns the figures that change."""
        changed: set[int] = set()
        for cell, change in cells:
            number = self._at[cell]
            if number >= 0:
                for one in (number, *self._together.get(number, ())):
                    world[one] = world.get(one, 0) + change
                    changed.add(one)
        return changed

    def on_top_of(self, world: Move, numbers: Iterable[int], amount: int) -> None:
        """The prices of going this amount up or down, of these figures, are from now on those after that world."""
        for change in (amount, -amount):
            prices = self._of[change]
            for number in numbers:
                cell = self._cells[number]
                prices[cell] = self._price(self._at[cell], change, world)

    def _all(self, amount: int) -> list[int]:
        """All at once: most figures stand by themselves."""
        ledger, threshold = self._ledger, self._ledger.rule.threshold
        every = zip(ledger.value, ledger.low, ledger.high, ledger.dear, strict=True)
        of_number = [
            0 if low <= value + amount <= high else (dear if dear and value + amount >= threshold else TOO_DEAR)
            for value, low, high, dear in every
        ]
        prices = [of_number[number] for number in self._at]
        for number in self._together:
            prices[self._cells[number]] = self._price(number, amount, {})
        return prices

    def _price(self, number: int, amount: int, world: Move) -> int:
        """Of one cell, with all that changes with it; what changes already is paid."""
        total = 0
        for one in (number, *self._together.get(number, ())):
            cost = self._ledger.cost(one, amount + world.get(one, 0))
            total += TOO_DEAR if cost is None else 0 if one in world else cost
        return total
