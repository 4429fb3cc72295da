"""Which texts of a round two people coded, and the samples that they were drawn in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import func, select

from exports.national.data import Dubbel, Steekproef
from portal.domain.coding.state import Drager
from portal.extensions import db
from portal.models import DubbelSteekproef, DubbelTekst

# The codes as they are today, in the order of the book.
Now = Callable[[Iterable[int]], tuple[int, ...]]


@dataclass(frozen=True)
class Doubles:
    """The samples of a round, and what two people gave the texts in them that were coded twice."""

    steekproeven: tuple[Steekproef, ...] = ()
    _found: Mapping[tuple[Drager, int], Dubbel] = field(default_factory=dict)

    def of(self, drager: Drager, id_: int) -> Dubbel | None:
        """What two people gave the text with this id; None when it was coded once."""
        return self._found.get((drager, id_))


NO_DOUBLES = Doubles()


def read(uitvraag_id: int, now: Now) -> Doubles:
    """Of this round: two queries."""
    texts = select(DubbelTekst).join(DubbelSteekproef).where(DubbelSteekproef.uitvraag_id == uitvraag_id)
    found = {
        (drager, id_): Dubbel(now(row.eerste or ()), now(row.tweede or ()), row.besproken_op is not None)
        for row in db.session.scalars(texts.where(DubbelTekst.tweede_door_id.is_not(None)))
        for drager in Drager
        if (id_ := getattr(row, drager.value)) is not None
    }
    return Doubles(tuple(_samples(uitvraag_id)), found)


def _samples(uitvraag_id: int) -> Iterable[Steekproef]:
    query = (
        select(DubbelSteekproef, func.count(DubbelTekst.id))
        .outerjoin(DubbelTekst)
        .where(DubbelSteekproef.uitvraag_id == uitvraag_id)
        .group_by(DubbelSteekproef.id)
        .order_by(DubbelSteekproef.id)
    )
    for row, number in db.session.execute(query):
        yield Steekproef(row.soort.value, row.aandeel, row.teksten, number, row.vraag)
