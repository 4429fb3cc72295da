"""Which piles of texts there are to code: one for each kind, one for each own question that is answered in a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portal.domain.coding.state import CodeSoort
from portal.models import Code, Uitvraag
from portal.services.coding.item import CodingItem
from portal.services.feedback import expectations
from portal.services.round.questionnaire import format_of_round


@dataclass(frozen=True)
class Pile:
    """Texts that get the same codes. `vraag` is the key of an own question, whose words are the label."""

    soort: CodeSoort
    vraag: str = ""
    label: str = ""

    @property
    def in_address(self) -> dict[str, str]:
        """The parts of an address that say which question it is."""
        return {"vraag": self.vraag} if self.vraag else {}

    def holds(self, item: CodingItem) -> bool:
        """True for a text of this pile."""
        return item.soort is self.soort and (not self.vraag or item.vraag == self.vraag)

    def has(self, code: Code) -> bool:
        """True for a code of its book."""
        return code.soort is self.soort and code.vraag == self.vraag


def piles(uitvraag: Uitvraag | None) -> tuple[Pile, ...]:
    """In the order of the code book; those of own questions of this round come last."""
    national = (Pile(soort, label=soort.label) for soort in CodeSoort if soort is not CodeSoort.EIGEN)
    asked = format_of_round(uitvraag).questions if uitvraag else ()
    own = (Pile(CodeSoort.EIGEN, one.key, one.label) for one in asked if one.codes is CodeSoort.EIGEN)
    return (*national, *own)


def round_with(vraag: str) -> Uitvraag | None:
    """The round that asks this own question; no later one asks anything under the same key."""
    rounds = expectations.rounds_asked() if vraag else []
    return next((one for one in rounds if any(asked["key"] == vraag for asked in one.extra_vragen)), None)


def pile_of(soort: CodeSoort, vraag: str, found: Iterable[Pile]) -> Pile | None:
    """The pile of this kind with this question; the first of the kind when it names none."""
    of_kind = [one for one in found if one.soort is soort]
    return next((one for one in of_kind if vraag in ("", one.vraag)), None)
