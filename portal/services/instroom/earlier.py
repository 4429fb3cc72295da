"""How figures stood before: somebody may have kept that, so the rule of small numbers looks after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select

from portal.domain.instroom.figures import Plek, Waarneming
from portal.domain.instroom.imports import ImportStatus
from portal.extensions import db
from portal.models import InstroomCijfer, InstroomImport
from portal.models.instroom.figures import PLEK

_table = InstroomCijfer
_YEAR = func.substr(_table.periode, 1, 4)
# The figures of one year.
OfYear = dict[Plek, Waarneming]


class Mutatie(NamedTuple):
    """A file that was taken in, or undone. No two have the same `merk`, in whatever database they are."""

    op: datetime
    is_ongedaan: bool
    bestand: int
    bron: int
    merk: str


@dataclass
class WatBestandenZeggen:
    """What files say: of each file by year, and what counts now of each year by source."""

    bestanden: Mapping[int, Mapping[str, OfYear]]
    nu: Mapping[str, Mapping[int, OfYear]]


def changes(indicator: str) -> Sequence[Mutatie]:
    """Every file with figures of an indicator that was taken in or undone, in that order."""
    file = InstroomImport
    has = select(_table.id).where(_table.import_id == file.id, _table.indicator == indicator)
    rows = db.session.execute(
        select(file.id, file.bron_id, file.ingelezen_op, file.merk_in, file.ongedaan_op, file.merk_uit)
        .where(file.status != ImportStatus.CONCEPT, has.exists())
        .order_by(file.volgorde, file.id)
    ).all()
    taken = [Mutatie(row[2], False, row[0], row[1], row[3]) for row in rows if row[2]]
    undone = [Mutatie(row[4], True, row[0], row[1], row[5]) for row in rows if row[4]]
    return sorted([*taken, *undone], key=lambda one: one.op)


def years_of(bestanden: Collection[int], indicator: str) -> set[str]:
    """The years of which these files have figures."""
    rows = select(_YEAR).where(_table.import_id.in_(bestanden), _table.indicator == indicator)
    return set(db.session.scalars(rows.distinct()))


def said(indicator: str, years: Collection[str]) -> WatBestandenZeggen:
    """What all files say of these years, those that were undone too."""
    says = (_table.waarde, _table.teken, _table.waarde_tot, _table.voorlopig)
    rows = db.session.execute(
        select(_table.import_id, _table.bron_id, _table.actueel, *(getattr(_table, name) for name in PLEK[1:]), *says)
        .join(InstroomImport, InstroomImport.id == _table.import_id)
        .where(_table.indicator == indicator, _YEAR.in_(years), InstroomImport.status != ImportStatus.CONCEPT)
    )
    files: dict[int, dict[str, OfYear]] = defaultdict(lambda: defaultdict(dict))
    now: dict[str, dict[int, OfYear]] = defaultdict(lambda: defaultdict(dict))
    for file_id, bron_id, counts, *row in rows:
        plek, one = Plek(*row[:5]), Waarneming(*row[5:])
        year = plek.periode[:4]
        files[file_id][year][plek] = one
        if counts:
            now[year][bron_id][plek] = one
    return WatBestandenZeggen(files, now)


def together(files: Iterable[OfYear]) -> OfYear:
    """What these files say together: a later one counts."""
    found: OfYear = {}
    for one in files:
        found.update(one)
    return found
