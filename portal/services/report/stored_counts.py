"""Own counts of a report as they are stored, and the places that are found for them now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import select

from exports.national.counting.searched import OwnCount
from portal.domain.report.own_counts import TellingWaar
from portal.domain.roles import Actor
from portal.domain.search import asked
from portal.extensions import db
from portal.models import Rapport, RapportTelling, RapportTellingPlaats
from portal.services.search import found, readable
from portal.services.search.found import ShownHit, Within
from portal.services.search.readable import Library


@dataclass(frozen=True)
class SeenHit:
    """A place that is found now; `telt_mee` None: nobody looked at it yet."""

    plek: str
    hit: ShownHit
    telt_mee: bool | None
    # Who looked at it last; 0 while nobody did.
    door_id: int = 0


def token(nummer: int) -> str:
    """How a sentence names it."""
    return f"telling_{nummer}"


def rows_of(rapport: Rapport) -> Sequence[RapportTelling]:
    """The own counts of a report, in the order in which they were kept."""
    query = select(RapportTelling).where(RapportTelling.rapport_id == rapport.id).order_by(RapportTelling.nummer)
    return db.session.scalars(query).all()


def counts_of(rapport: Rapport) -> tuple[OwnCount, ...]:
    """What the tree is built of."""
    regios: dict[int, set[str]] = {}
    for place in _places(rapport):
        if place.telt_mee:
            regios.setdefault(place.nummer, set()).update(place.regio_codes.split())
    return tuple(
        OwnCount(token(row.nummer), row.naam, row.vraag, frozenset(regios.get(row.nummer, ())))
        for row in rows_of(rapport)
    )


def places_of(rapport: Rapport, row: RapportTelling, *, actor: Actor) -> list[SeenHit]:
    """Every place that is found now, in order, with what was said of it."""
    return _found(rapport, row, _places(rapport), readable.library(actor))


def places_by_count(rapport: Rapport, *, actor: Actor) -> list[tuple[RapportTelling, list[SeenHit]]]:
    """As `places_of`, of every own count. What this person may read is asked once."""
    rows = rows_of(rapport)
    if not rows:
        return []
    said, whole = _places(rapport), readable.library(actor)
    return [(row, _found(rapport, row, said, whole)) for row in rows]


def _found(
    rapport: Rapport, row: RapportTelling, places: Sequence[RapportTellingPlaats], whole: Library
) -> list[SeenHit]:
    said = {one.plek: (one.telt_mee, one.bekeken_door_id) for one in places if one.nummer == row.nummer}
    hits = found.everything(asked.read(row.vraag), Within(), _within(rapport, row.waar, whole))
    return [SeenHit(key, hit, *said.get(key, (None, 0))) for key, hit in ((_key(hit), hit) for hit in hits)]


def unseen_in(rapport: Rapport, tokens: Collection[str], *, actor: Actor) -> int:
    """How many places of the own counts with these tokens nobody looked at yet."""
    if not any(token(row.nummer) in tokens for row in rows_of(rapport)):
        return 0
    return sum(
        one.telt_mee is None
        for row, seen in places_by_count(rapport, actor=actor)
        if token(row.nummer) in tokens
        for one in seen
    )


def renew(rapport: Rapport, *, actor: Actor) -> None:
    """The report is made again: what is not found any more counts no more."""
    there = {(row.nummer, one.plek) for row, seen in places_by_count(rapport, actor=actor) for one in seen}
    for place in _places(rapport):
        if (place.nummer, place.plek) not in there:
            db.session.delete(place)
    db.session.flush()


def copy(source: Rapport, target: Rapport) -> None:
    """The next version begins with the own counts of the version before, as they were looked at."""
    for row in rows_of(source):
        values = {"nummer": row.nummer, "naam": row.naam, "vraag": row.vraag, "waar": row.waar}
        db.session.add(RapportTelling(rapport_id=target.id, **values))
    db.session.flush()
    kept = ("nummer", "plek", "telt_mee", "regio_codes", "bekeken_op", "bekeken_door_id")
    for place in _places(source):
        db.session.add(RapportTellingPlaats(rapport_id=target.id, **{name: getattr(place, name) for name in kept}))
    db.session.flush()


def _places(rapport: Rapport) -> Sequence[RapportTellingPlaats]:
    query = select(RapportTellingPlaats).where(RapportTellingPlaats.rapport_id == rapport.id)
    return db.session.scalars(query.order_by(RapportTellingPlaats.nummer, RapportTellingPlaats.plek)).all()


def _within(rapport: Rapport, waar: TellingWaar, whole: Library) -> Library:
    """The plans in what somebody reads, and the answers of the round."""
    of_round = {key: one for key, one in whole.sheets.items() if one.uitvraag_id == rapport.uitvraag_id}
    return Library({} if waar is TellingWaar.RONDE else whole.plans, {} if waar is TellingWaar.PLANNEN else of_round)


def _key(hit: ShownHit) -> str:
    place = hit.place
    source = f"plan {place.source.plan_id}" if place.source.plan_id else f"blad {place.source.blad_id}"
    codes = " ".join(sorted(regio.code for regio in place.regios))
    return sha256("\n".join((source, place.onderdeel, codes, hit.tekst)).encode()).hexdigest()
