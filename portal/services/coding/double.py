"""Coding twice: drawing the sample, a second person's codes, and settling what the two gave otherwise.

The second codes without seeing what the first gave. Only a text that was coded, and has not changed since, comes by;
who ever coded it knows its codes and can't be the second. Locks, in the order of `codings`: the codes of the kind
(shared), the text, its coding; then the text of the sample.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from portal.domain import clock
from portal.domain.coding.double import drawn, may_be_second, seed_of
from portal.domain.coding.passages import Pointed
from portal.domain.coding.state import carrier
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Code, Codering, CoderingHistorie, DubbelSteekproef, DubbelTekst, Uitvraag
from portal.services.coding import book as coding_book
from portal.services.coding import codings
from portal.services.coding.items import CodingItem, ItemState
from portal.services.coding.piles import Pile
from portal.services.coding.problems import CodingProblem
from portal.services.round.lock import lock_round


@dataclass(frozen=True)
class Second:
    """A text of a sample that was coded twice, as it stands now: codes that were merged are what they became."""

    id: int
    item_id: int
    eerste: frozenset[int]
    tweede: frozenset[int]
    afgesproken: frozenset[int] | None = None

    @property
    def differs(self) -> bool:
        """True when the two gave other codes."""
        return self.eerste != self.tweede

    @property
    def is_open(self) -> bool:
        """True when the difference is still to be settled."""
        return self.differs and self.afgesproken is None


@dataclass(frozen=True)
class Sample:
    """The sample of one pile: which texts, and those that were coded twice."""

    id: int
    aandeel: int
    teksten: int
    item_ids: frozenset[int]
    dubbel: tuple[Second, ...] = ()

    def among(self, texts: Iterable[CodingItem]) -> Sample:
        """The sample with what was coded twice of these texts: what a region took back counts no more."""
        ids = {one.id for one in texts}
        return replace(self, dubbel=tuple(one for one in self.dubbel if one.item_id in ids))

    @property
    def open(self) -> list[Second]:
        """The differences that are still to be settled."""
        return [one for one in self.dubbel if one.is_open]

    @property
    def waiting(self) -> frozenset[int]:
        """The texts that nobody coded a second time yet."""
        return self.item_ids - {one.item_id for one in self.dubbel}


def samples(uitvraag: Uitvraag, codes: Sequence[Code]) -> dict[tuple[str, str], Sample]:
    """The samples of a round by kind and own question: two queries. `codes` are those of the book, also merged ones."""
    rows = db.session.scalars(select(DubbelSteekproef).where(DubbelSteekproef.uitvraag_id == uitvraag.id)).all()
    query = select(DubbelTekst).join(DubbelSteekproef).where(DubbelSteekproef.uitvraag_id == uitvraag.id)
    texts = db.session.scalars(query.order_by(DubbelTekst.id)).all()
    return {(row.soort.value, row.vraag): _sample(row, texts, codes) for row in rows}


def _sample(row: DubbelSteekproef, texts: Sequence[DubbelTekst], codes: Sequence[Code]) -> Sample:
    mine = [one for one in texts if one.steekproef_id == row.id]
    twice = tuple(_second(one, row, codes) for one in mine if one.tweede is not None)
    return Sample(row.id, row.aandeel, row.teksten, frozenset(_item_id(one, row) for one in mine), twice)


def _item_id(one: DubbelTekst, row: DubbelSteekproef) -> int:
    item_id: int = getattr(one, carrier(row.soort).value)
    return item_id


def _second(one: DubbelTekst, row: DubbelSteekproef, codes: Sequence[Code]) -> Second:
    def now(ids: Collection[int] | None) -> frozenset[int]:
        return frozenset(code.id for code in coding_book.resolve(codes, ids or ()))

    settled = None if one.afgesproken is None else now(one.afgesproken)
    return Second(one.id, _item_id(one, row), now(one.eerste), now(one.tweede), settled)


def draw(pile: Pile, uitvraag: Uitvraag, share: int, texts: Sequence[CodingItem], *, actor: Actor) -> int:
    """Draw the sample of a pile: `share` per cent of these texts. Gives how many; it is drawn once.

    Raises CodingProblem when there is one already, or when there is nothing to draw from.
    """
    lock_round(uitvraag)
    if _row(pile, uitvraag) is not None:
        raise CodingProblem("Deze steekproef is al getrokken. Zij blijft zoals zij is.")
    if not texts:
        raise CodingProblem("Er zijn nog geen teksten om uit te trekken.")
    row = DubbelSteekproef(
        uitvraag_id=uitvraag.id,
        soort=pile.soort,
        vraag=pile.vraag,
        aandeel=share,
        teksten=len(texts),
        getrokken_op=clock.now(),
        getrokken_door_id=actor.user_id,
    )
    db.session.add(row)
    db.session.flush()
    ids = drawn(seed_of(uitvraag.id, pile.soort.value, pile.vraag), (item.id for item in texts), share)
    db.session.add_all(DubbelTekst(steekproef_id=row.id, **{carrier(pile.soort).value: one}) for one in sorted(ids))
    db.session.flush()
    return len(ids)


def sample_of(pile: Pile, uitvraag: Uitvraag | None, codes: Sequence[Code]) -> Sample | None:
    """The sample of one pile, or None while none was drawn."""
    return samples(uitvraag, codes).get((pile.soort.value, pile.vraag)) if uitvraag else None


def _row(pile: Pile, uitvraag: Uitvraag) -> DubbelSteekproef | None:
    query = select(DubbelSteekproef).where(
        DubbelSteekproef.uitvraag_id == uitvraag.id,
        DubbelSteekproef.soort == pile.soort,
        DubbelSteekproef.vraag == pile.vraag,
    )
    return db.session.scalar(query)


def to_do(sample: Sample, texts: Sequence[CodingItem], actor: Actor) -> list[CodingItem]:
    """The texts that this person can code as the second, in their order."""
    ready = [one for one in texts if one.id in sample.waiting and one.state is ItemState.GECODEERD]
    known = _coded_by(ready, actor) if ready else set()
    return [one for one in ready if one.id not in known]


def blind_to(sample: Sample | None, texts: Sequence[CodingItem], actor: Actor) -> frozenset[int]:
    """The texts of which this person may not see the codes anywhere: they can still be coded blind by that person."""
    return frozenset(one.id for one in to_do(sample, texts, actor)) if sample else frozenset()


def _coded_by(texts: Sequence[CodingItem], actor: Actor) -> set[int]:
    """Those of these texts (of one kind) that this person ever coded."""
    column = getattr(Codering, carrier(texts[0].soort).value)
    steps = select(column).join(CoderingHistorie, CoderingHistorie.codering_id == Codering.id)
    ours = select(column).where(Codering.gewijzigd_door_id == actor.user_id)
    ids = [one.id for one in texts]
    query = steps.where(CoderingHistorie.door_id == actor.user_id, column.in_(ids)).union(ours.where(column.in_(ids)))
    return set(db.session.scalars(query))


def save_second(
    sample: Sample, item: CodingItem, code_ids: Sequence[int], *, bron: str, actor: Actor
) -> tuple[DubbelTekst, tuple[Code, ...]]:
    """Keep what the second person gave, beside what the text has at this moment; none: no code fits.

    Raises CodingProblem when somebody else was the second, when this person coded the text before, when the text or
    its coding changed so that the two are not about the same words, and for a code that can't be given.
    """
    codes = coding_book.lock(item.soort, shared=True)
    first = codings.lock_text(item)
    row = _locked(sample, item)
    if row.tweede is not None:
        raise CodingProblem("Iemand anders codeerde deze tekst al als tweede. Hieronder staat de volgende.")
    if first is None or first.bron != item.bron or bron != item.bron:
        raise CodingProblem("Deze tekst is intussen gewijzigd. Zij komt terug als de eerste haar opnieuw codeerde.")
    if not may_be_second(actor.user_id, _people(first)):
        raise CodingProblem("U codeerde deze tekst zelf als eerste. Een ander codeert haar voor de tweede keer.")
    wanted = coding_book.resolve(codes, code_ids)
    if len(wanted) < len(set(code_ids)) or not all(code.is_te_geven for code in wanted):
        raise CodingProblem("Een van deze codes is intussen vervallen of samengevoegd. Kies opnieuw.")
    row.eerste, row.eerste_door_id = sorted(code.id for code in first.codes), first.gewijzigd_door_id
    row.tweede, row.tweede_door_id = sorted(code.id for code in wanted), actor.user_id
    row.tweede_op = clock.now()
    db.session.flush()
    return row, tuple(wanted)


def _people(first: Codering) -> set[int]:
    steps = select(CoderingHistorie.door_id).where(CoderingHistorie.codering_id == first.id)
    return {first.gewijzigd_door_id, *db.session.scalars(steps)}


def _locked(sample: Sample, item: CodingItem) -> DubbelTekst:
    of_text = getattr(DubbelTekst, item.carrier.value) == item.id
    query = select(DubbelTekst).where(DubbelTekst.steekproef_id == sample.id, of_text)
    return db.session.scalars(query.with_for_update(), execution_options={"populate_existing": True}).one()


def last_second(sample: Sample, actor: Actor) -> DubbelTekst | None:
    """What this person coded last as the second and can take back: not longer ago than half a day, and not settled."""
    query = select(DubbelTekst).where(
        DubbelTekst.steekproef_id == sample.id,
        DubbelTekst.tweede_door_id == actor.user_id,
        DubbelTekst.tweede_op > clock.now() - codings.UNDO_WITHIN,
        DubbelTekst.besproken_op.is_(None),
    )
    return db.session.scalar(query.order_by(DubbelTekst.tweede_op.desc(), DubbelTekst.id.desc()).limit(1))


def take_back(sample: Sample, text_id: int, *, actor: Actor) -> None:
    """Take back what this person coded last as the second. Raises CodingProblem when that is not (any more) so."""
    query = select(DubbelTekst).where(DubbelTekst.id == text_id, DubbelTekst.steekproef_id == sample.id)
    row = db.session.scalar(query.with_for_update(), execution_options={"populate_existing": True})
    if row is None or row.tweede_door_id != actor.user_id or row.besproken_op is not None:
        raise CodingProblem("Dit was al ongedaan gemaakt, of het verschil is al besproken.")
    row.eerste = row.eerste_door_id = row.tweede = row.tweede_door_id = row.tweede_op = None
    db.session.flush()


def text_of(sample: Sample, text_id: int) -> DubbelTekst | None:
    """One text of this sample that was coded twice, with who did."""
    query = select(DubbelTekst).where(
        DubbelTekst.id == text_id, DubbelTekst.steekproef_id == sample.id, DubbelTekst.tweede_door_id.is_not(None)
    )
    return db.session.scalar(query.options(joinedload(DubbelTekst.eerste_door), joinedload(DubbelTekst.tweede_door)))


def settle(
    sample: Sample, item: CodingItem, code_ids: Sequence[int], *, base_revision: int, actor: Actor
) -> codings.Saved:
    """Settle what two people coded otherwise, once: the text gets these codes, with the passages that they had.

    Raises CodingProblem when it was settled before, and what `codings.save` raises.
    """
    coding_book.lock(item.soort, shared=True)
    held = codings.lock_text(item)
    row = _locked(sample, item)
    if row.besproken_op is not None:
        raise CodingProblem("Dit verschil is al besproken. Wat is afgesproken, blijft staan.")
    if row.tweede is None:
        raise CodingProblem("De tweede codering is intussen teruggenomen. Er is niets te bespreken.")
    passages: dict[int, list[Pointed]] = {}
    for one in held.passages if held else ():
        passages.setdefault(one.code_id, []).append(Pointed(one.tekst, one.vanaf))
    saved = codings.save(item, code_ids, base_revision=base_revision, actor=actor, passages=passages)
    row.afgesproken = sorted(code.id for code in saved.codes)
    row.besproken_op, row.besproken_door_id = clock.now(), actor.user_id
    db.session.flush()
    return saved


def without_codes(item: CodingItem) -> CodingItem:
    """A text as the second sees it: nothing of how it was coded."""
    return replace(item, given=None)
