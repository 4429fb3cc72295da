"""What the portal knows around a text that points to a code: see `domain/coding/suggestions.py` for the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import select

from portal.domain.coding.state import Drager, fingerprint
from portal.domain.coding.suggestions import Candidate, CodedBefore, Hints, Suggestion, suggest
from portal.extensions import db
from portal.models import Actie, BladRegel, Code, Codering, CoderingCode, RegelSoort
from portal.services.coding.item import CodingItem, ItemState

# So many texts of earlier rounds are looked at, the newest codings first.
LOOKED_BACK = 500


def suggestions(item: CodingItem, others: Iterable[CodingItem], codes: Sequence[Code]) -> tuple[Suggestion, ...]:
    """At most three of these codes that fit a text perhaps. `others` are the texts it stands among, coded or not."""
    hints = Hints(
        themas=item.themas,
        herkomst=_of_origin(item) if item.is_action and item.given is None else (),
        earlier=[*_coded_among(item, others), *_BEFORE[item.carrier](item)],
    )
    candidates = [Candidate(code.id, code.naam, tuple(code.trefwoorden), code.sleutel) for code in codes]
    return suggest(item.tekst, candidates, hints)


def _coded_among(item: CodingItem, others: Iterable[CodingItem]) -> list[CodedBefore]:
    return [
        CodedBefore(one.tekst, one.code_ids)
        for one in others
        if one.code_ids and one.id != item.id and one.state is ItemState.GECODEERD
    ]


def _coded_before(item: CodingItem) -> list[CodedBefore]:
    """Texts of earlier rounds as they were handed in; a draft that a region works on is not one of them."""
    query = (
        select(Codering.id, Codering.bron, BladRegel.tekst)
        .join(BladRegel, Codering.regel_id == BladRegel.id)
        .where(BladRegel.soort == RegelSoort(item.soort.value), BladRegel.id != item.id)
        .order_by(Codering.id.desc())
        .limit(LOOKED_BACK)
    )
    texts = {row.id: row.tekst for row in db.session.execute(query) if row.bron == fingerprint(row.tekst)}
    codes = _codes_of(texts)
    return [CodedBefore(text, codes[codering_id]) for codering_id, text in texts.items() if codes[codering_id]]


def _codes_of(codering_ids: Iterable[int]) -> defaultdict[int, tuple[int, ...]]:
    found: defaultdict[int, tuple[int, ...]] = defaultdict(tuple)
    query = select(CoderingCode.codering_id, CoderingCode.code_id).where(CoderingCode.codering_id.in_(codering_ids))
    for codering_id, code_id in db.session.execute(query):
        found[codering_id] += (code_id,)
    return found


def _of_origin(item: CodingItem) -> tuple[int, ...]:
    """The codes of the action it was copied from, or of the one before that."""
    origin, seen = _origin_of(item.id), {item.id}
    while origin is not None and origin not in seen:
        seen.add(origin)
        query = select(CoderingCode.code_id).join(Codering, CoderingCode.codering_id == Codering.id)
        if found := tuple(db.session.scalars(query.where(Codering.actie_id == origin))):
            return found
        origin = _origin_of(origin)
    return ()


def _origin_of(actie_id: int) -> int | None:
    return db.session.scalar(select(Actie.herkomst_id).where(Actie.id == actie_id))


def _the_same_before(item: CodingItem) -> list[CodedBefore]:
    """The very same explanation as somebody coded it last: an action that goes on as it did says the same again."""
    query = (
        select(Codering.id)
        .where(Codering.plek_id.is_not(None), Codering.plek_id != item.id, Codering.bron == item.bron)
        .order_by(Codering.id.desc())
        .limit(1)
    )
    found = db.session.scalar(query)
    codes = _codes_of([found])[found] if found else ()
    return [CodedBefore(item.tekst, codes)] if codes else []


_BEFORE: dict[Drager, Callable[[CodingItem], list[CodedBefore]]] = {
    Drager.ACTIE: lambda _: [],
    Drager.REGEL: _coded_before,
    Drager.PLEK: _the_same_before,
}
