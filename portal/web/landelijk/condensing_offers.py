"""What can be taken over into a condensed text by one press: what the plan says with a code, or one sentence of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from exports.condensed import CondensedCell, CondensedPlan
from forms.spec import Kind
from portal.domain.review.sentences import sentences, taken_over
from portal.services.coding import in_plan

# A page with a button for each of five hundred sentences helps nobody.
_MOST = 60


@dataclass(frozen=True)
class Offer:
    """Sentences that one button takes over; `naam` is the code they have, empty for a sentence by itself.

    The key comes from the words: it is that of no other text, also when the plan changed meanwhile.
    """

    zinnen: tuple[str, ...]
    naam: str = ""

    @property
    def key(self) -> str:
        """What the button sends."""
        return sha256("\n".join((self.naam, *self.zinnen)).encode()).hexdigest()[:16]

    @property
    def tekst(self) -> str:
        """What stands in an empty field when it is taken over."""
        return taken_over("", self.zinnen, self.naam)


@dataclass(frozen=True)
class Offers:
    """All that is offered with one text; `meer`: it has more sentences than are shown."""

    codes: tuple[Offer, ...]
    zinnen: tuple[Offer, ...]
    meer: bool


def offers(plan: CondensedPlan, cell: CondensedCell) -> Offers:
    """What the plan says with a code (only actions have codes), then its sentences one by one."""
    alle = [Offer((zin,)) for zin in sentences(cell.bron)]
    return Offers(tuple(_coded(plan, cell)), tuple(alle[:_MOST]), len(alle) > _MOST)


def find_offer(plan: CondensedPlan, cell: CondensedCell, key: str) -> Offer | None:
    """The offer with this key as the plan is now, or None."""
    found = offers(plan, cell)
    return next((one for one in (*found.codes, *found.zinnen) if one.key == key), None)


def _coded(plan: CondensedPlan, cell: CondensedCell) -> Iterator[Offer]:
    if cell.kolom.key == Kind.ACTIES:
        for one in in_plan.coded_sentences(plan.plan_id):
            yield Offer(one.zinnen, one.naam)
