"""Own counts of a report: searches that are kept, of which the coördinator looks at every place.

Only places that were looked at and count make the number. When the report is made again, what is not found any more
counts no more; what is new waits to be looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager

from forms.dutch.words import listed
from portal.domain import clock
from portal.domain.report.events import RapportEventSoort
from portal.domain.report.own_counts import MOST, TellingWaar
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Actor
from portal.domain.search import asked
from portal.extensions import db
from portal.models import Rapport, RapportTelling, RapportTellingPlaats, Uitvraag, User
from portal.services.report import events, reports
from portal.services.report.problems import CountConflict, ReportProblem
from portal.services.report.stored_counts import SeenHit, counts_of, places_by_count, places_of, rows_of, token

__all__ = ["SeenHit", "places_of", "token"]

NAAM = "Eigen tellingen"


@dataclass(frozen=True)
class Counted:
    """How an own count stands."""

    telling: RapportTelling
    regios: int
    te_bekijken: int


def find(rapport: Rapport, nummer: int) -> RapportTelling | None:
    """The own count with this number, or None."""
    return db.session.get(RapportTelling, (rapport.id, nummer))


def concepts() -> list[Rapport]:
    """The reports that can take an own count, the newest round first."""
    query = select(Rapport).where(Rapport.status == RapportStatus.CONCEPT).join(Rapport.uitvraag)
    newest = (Uitvraag.periode_tot.desc(), Rapport.id.desc())
    return list(db.session.scalars(query.order_by(*newest).options(contains_eager(Rapport.uitvraag))))


def overview(rapport: Rapport, *, actor: Actor) -> list[Counted]:
    """Every own count with its regions and what is still to be looked at."""
    regios = {one.sleutel: len(one.regios) for one in counts_of(rapport)}
    return [
        Counted(row, regios[token(row.nummer)], sum(one.telt_mee is None for one in places))
        for row, places in places_by_count(rapport, actor=actor)
    ]


def keep(rapport: Rapport, *, naam: str, vraag: str, waar: TellingWaar, actor: Actor) -> RapportTelling:
    """Keep a search as the next own count.

    Raises ReportProblem when the words can't be searched, there are too many, or the report is no concept.
    """
    reports.require_concept(rapport)
    _read(vraag)
    if len(rows_of(rapport)) >= MOST:
        raise ReportProblem(f"Een rapport heeft ten hoogste {MOST} eigen tellingen. Haal er eerst een weg.")
    row = RapportTelling(rapport_id=rapport.id, nummer=_next(rapport), naam=naam, vraag=vraag, waar=waar)
    db.session.add(row)
    _tell(rapport, actor)
    return row


def _next(rapport: Rapport) -> int:
    last = select(func.max(RapportTelling.nummer)).where(RapportTelling.rapport_id == rapport.id)
    return (db.session.scalar(last) or 0) + 1


def remove(rapport: Rapport, nummer: int, *, actor: Actor) -> None:
    """Take an own count away; twice is once. Sentences that name it say so themselves. Raises ReportProblem."""
    reports.require_concept(rapport)
    row = find(rapport, nummer)
    if row is not None:
        db.session.delete(row)
        _tell(rapport, actor)


def judge(
    rapport: Rapport,
    nummer: int,
    *,
    seen: Mapping[str, bool | None],
    counts: Collection[str],
    actor: Actor,
) -> None:
    """Say of the places that were shown which count; those that are not found any more are left out.

    `seen`: the places on the page with what was said of each then. Raises CountConflict when somebody else judged one
    of them otherwise meanwhile, ReportProblem when the count is gone, or the report is no concept.
    """
    reports.require_concept(rapport)
    row = find(rapport, nummer)
    if row is None:
        raise ReportProblem("Deze telling is er niet meer. Er is niets gewijzigd.")
    shown = [one for one in places_of(rapport, row, actor=actor) if one.plek in seen]
    _require_as_seen([one for one in shown if one.telt_mee not in (seen[one.plek], one.plek in counts)])
    for one in shown:
        if one.telt_mee is not (one.plek in counts):
            db.session.merge(_judged(rapport, nummer, one, counts, actor))
    _tell(rapport, actor)


def _judged(rapport: Rapport, nummer: int, one: SeenHit, counts: Collection[str], actor: Actor) -> RapportTellingPlaats:
    return RapportTellingPlaats(
        rapport_id=rapport.id,
        nummer=nummer,
        plek=one.plek,
        telt_mee=one.plek in counts,
        regio_codes=" ".join(regio.code for regio in one.hit.place.regios),
        bekeken_op=clock.now(),
        bekeken_door_id=actor.user_id,
    )


def _require_as_seen(otherwise: Sequence[SeenHit]) -> None:
    if otherwise:
        people = db.session.scalars(select(User.naam).where(User.id.in_({one.door_id for one in otherwise})))
        raise CountConflict(otherwise=frozenset(one.plek for one in otherwise), door=listed(sorted(people)))


def _read(vraag: str) -> asked.Asked:
    try:
        return asked.read(vraag)
    except asked.SearchProblem as problem:
        raise ReportProblem(str(problem)) from problem


def _tell(rapport: Rapport, actor: Actor) -> None:
    events.record_once_a_day(rapport, RapportEventSoort.TEKST_BEWERKT, actor, hoofdstuk=NAAM)
    db.session.flush()
