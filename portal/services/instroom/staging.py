"""Looking at a file before anything of it counts: its figures are stored as a concept, and compared with what counts.

Figures come in by the hundred thousand: they are streamed, and compared in the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.orm import aliased

from portal.domain.instroom.figures import CijferRegel
from portal.domain.instroom.imports import BestandSoort, ImportStatus, Melding
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import InstroomBron, InstroomCijfer, InstroomImport, InstroomMelding
from portal.models.instroom.figures import PLEK
from portal.services.instroom import bulk

_SAYS = ("waarde", "waarde_tot", "teken", "voorlopig")


@dataclass(frozen=True)
class Bestand:
    """What is known of a file beside its figures."""

    naam: str
    soort: BestandSoort
    sha256: str = ""
    peildatum: date | None = None
    toelichting: str = ""
    meldingen: Sequence[Melding] = field(default=())


def stage(
    bron: InstroomBron, bestand: Bestand, regels: Iterable[CijferRegel], *, actor: Actor | None
) -> InstroomImport:
    """Keep the figures of a file as a concept, and count what taking it in would change.

    No two of `regels` may be of the same place: the reader of the file tells that with where they stand.
    """
    new = InstroomImport(
        bron_id=bron.id,
        soort=bestand.soort,
        status=ImportStatus.CONCEPT,
        bestandsnaam=bestand.naam,
        sha256=bestand.sha256,
        peildatum=bestand.peildatum,
        toelichting=bestand.toelichting,
        door_id=actor.user_id if actor else None,
        meldingen=[
            InstroomMelding(nummer=number, waar=one.waar, tekst=one.tekst, vraagt_antwoord=one.vraagt_antwoord)
            for number, one in enumerate(bestand.meldingen, start=1)
        ],
    )
    db.session.add(new)
    db.session.flush()
    bulk.put(new, regels)
    count_changes(new)
    return new


def count_changes(concept: InstroomImport) -> None:
    """Note how many figures of the concept are new, change one that counts, and say the same."""
    concept.nieuw, concept.gewijzigd, concept.gelijk = counts_of(concept, anew=True)


def counts_of(found: InstroomImport, *, anew: bool = False) -> tuple[int, int, int]:
    """How many figures of a file are new, change one and say the same; of a concept as it is now."""
    if found.status is not ImportStatus.CONCEPT and not anew:
        return found.nieuw, found.gewijzigd, found.gelijk
    old, new = aliased(InstroomCijfer), aliased(InstroomCijfer)
    total = db.session.scalar(select(func.count()).select_from(new).where(new.import_id == found.id)) or 0
    both = select(func.count()).select_from(new).join(old, beside(old, new)).where(new.import_id == found.id)
    known = db.session.scalar(both) or 0
    equal = db.session.scalar(both.where(says_the_same(old, new))) or 0
    return total - known, known - equal, equal


def beside(old: Any, new: Any) -> Any:
    """The figure that counts at the place of a new one."""
    return and_(old.actueel, *(getattr(old, name) == getattr(new, name) for name in PLEK))


def says_the_same(old: Any, new: Any) -> Any:
    """Both say the same."""
    return and_(*(getattr(old, name).is_not_distinct_from(getattr(new, name)) for name in _SAYS))


def changes(concept: InstroomImport, *, most: int = 200) -> Sequence[Any]:
    """The first of the figures that a concept would change: pairs (as it counts now, as it would be)."""
    if concept.status is not ImportStatus.CONCEPT:
        return []
    old, new = aliased(InstroomCijfer), aliased(InstroomCijfer)
    found = (
        select(old, new)
        .join(new, beside(old, new))
        .where(new.import_id == concept.id, ~says_the_same(old, new))
        .order_by(new.gebied, new.indicator, new.indeling, new.categorie, new.periode)
        .limit(most)
    )
    return db.session.execute(found).all()


def first_figures(found: InstroomImport, *, most: int = 25) -> Sequence[Any]:
    """The first figures of a file; of a concept only those that are new. As `changes` gives pairs, with nothing old."""
    old, new = aliased(InstroomCijfer), aliased(InstroomCijfer)
    wanted = select(new).where(new.import_id == found.id)
    if found.status is ImportStatus.CONCEPT:
        wanted = wanted.where(~select(old.id).where(beside(old, new)).exists())
    return [(None, one) for one in db.session.scalars(wanted.order_by(new.id).limit(most))]
