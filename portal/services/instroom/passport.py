"""All that is known of one figure: every source, every version, and why sources say something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from portal.domain import clock
from portal.domain.instroom.figures import Plek, Waarneming
from portal.domain.instroom.imports import ImportStatus
from portal.domain.roles import Actor
from portal.extensions import db
from portal.locking import insert_once, lock_row
from portal.models import InstroomBron, InstroomCijfer, InstroomImport, InstroomVerklaring
from portal.models.instroom.figures import PLEK


class StaleVerklaring(Exception):
    """Somebody else changed the explanation since the page was opened."""


@dataclass(frozen=True)
class Versie:
    """A figure as one file gave it, and whether it counts now."""

    waarneming: Waarneming
    bestand: InstroomImport
    actueel: bool


@dataclass(frozen=True)
class BronVersies:
    """What one source says and said of a figure, the latest first."""

    bron: InstroomBron
    versies: Sequence[Versie]

    @property
    def geldt(self) -> Versie | None:
        """The one that counts."""
        return next((one for one in self.versies if one.actueel), None)


def of_figure(plek: Plek) -> list[BronVersies]:
    """Every source that has or had this figure, the one that is shown first first."""
    rows = db.session.execute(
        select(InstroomCijfer, InstroomImport, InstroomBron)
        .join(InstroomImport, InstroomImport.id == InstroomCijfer.import_id)
        .join(InstroomBron, InstroomBron.id == InstroomCijfer.bron_id)
        .where(*_at(InstroomCijfer, plek), InstroomImport.status != ImportStatus.CONCEPT)
        .order_by(InstroomBron.voorrang, InstroomBron.id, InstroomImport.volgorde.desc())
    ).all()
    found: dict[InstroomBron, list[Versie]] = {}
    for cijfer, bestand, bron in rows:
        what = Waarneming(cijfer.waarde, cijfer.teken, cijfer.waarde_tot, cijfer.voorlopig)
        found.setdefault(bron, []).append(Versie(what, bestand, cijfer.actueel))
    return [BronVersies(bron, versies) for bron, versies in found.items()]


def explanation(plek: Plek) -> InstroomVerklaring | None:
    """Why sources say something else, as the coördinator wrote it."""
    return db.session.scalar(select(InstroomVerklaring).where(*_at(InstroomVerklaring, plek)))


def explain(plek: Plek, tekst: str, *, base_revision: int, actor: Actor) -> None:
    """Write why sources say something else. The same text is no change.

    Raises StaleVerklaring when somebody wrote another one since `base_revision`.
    """
    who = {"bewerkt_op": clock.now(), "bewerkt_door_id": actor.user_id}
    db.session.execute(insert_once(InstroomVerklaring, *PLEK[1:]).values(**plek._asdict(), tekst="", revision=0, **who))
    found = explanation(plek)
    assert found is not None
    lock_row(InstroomVerklaring, found.id)
    if found.tekst == tekst:
        return
    if found.revision != base_revision:
        raise StaleVerklaring
    found.tekst, found.revision = tekst, found.revision + 1
    found.bewerkt_op, found.bewerkt_door_id = clock.now(), actor.user_id


def _at(table: type[InstroomCijfer] | type[InstroomVerklaring], plek: Plek) -> list[ColumnElement[bool]]:
    return [getattr(table, name) == value for name, value in plek._asdict().items()]
