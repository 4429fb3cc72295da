"""Which text comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from portal.services.coding.items import CodingItem
from portal.web.coderen.choice import CodingChoice


@dataclass(frozen=True)
class Queue:
    """All texts of a kind in their order, of which those that were chosen come by.

    `blind` are the ids of those that who looks can still code as the second: they never come by here, because what
    somebody gave them would stand there.
    """

    texts: Sequence[CodingItem]
    keuze: CodingChoice
    blind: frozenset[int] = frozenset()

    @property
    def chosen(self) -> list[CodingItem]:
        """The texts that come by."""
        return [item for item in self.texts if self.wants(item)]

    def wants(self, item: CodingItem) -> bool:
        """True when this text comes by."""
        return item.id not in self.blind and self.keuze.wants(item)

    def find(self, item_id: int) -> CodingItem | None:
        """The text with this id, chosen or not."""
        return next((item for item in self.texts if item.id == item_id), None)

    def first(self) -> CodingItem | None:
        """The first text that comes by."""
        return next(iter(self.chosen), None)

    def after(self, item_id: int) -> CodingItem | None:
        """The first text behind this one; where the list goes round, else the first of all."""
        ids = [item.id for item in self.texts]
        place = ids.index(item_id) + 1 if item_id in ids else 0
        following = next((item for item in self.texts[place:] if self.wants(item)), None)
        return following or (self.first() if self.keuze.goes_round or not place else None)

    def place(self, item: CodingItem) -> int:
        """Which of the texts that come by this is, from 1; 0 when it is not among them."""
        ids = [one.id for one in self.chosen]
        return ids.index(item.id) + 1 if item.id in ids else 0
