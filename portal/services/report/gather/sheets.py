"""The answer sheets of a round as a national report reads them: what was handed in and counts, never a draft.

Source: decision 3 of the architecture, "from frozen answers only".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import aliased

from exports.national.data import Stand
from portal.domain.roles import Namens
from portal.domain.round.states import BladFacts, stand
from portal.extensions import db
from portal.models import COUNTS, Antwoordblad, BladIndiening, BladRegio, Indiening, PlanVersie, Regio, Uitvraag
from portal.models.stored import part
from portal.services.filling.freezing import Content
from portal.services.regios import name_key

# So many sheets are read at a time: what was handed in can be long.
_AT_A_TIME = 40


@dataclass(frozen=True)
class RegioNaam:
    """A region by its code and name, and its place on the tile map."""

    code: str
    naam: str
    tegel: tuple[int, int] | None = None

    @property
    def order(self) -> tuple[str, str]:
        """The key to sort regions by: 't Gooi stands with the G."""
        return name_key(self.naam), self.code


@dataclass(frozen=True)
class Sheet:
    """One sheet of a round. `content` is what was handed in, None unless that counts.

    `plan_id`, `plan_indiening_id` and `projectstructuur` are of the plan in force in the round, when there was one.
    """

    blad_id: int
    regios: tuple[RegioNaam, ...]
    stand: Stand
    plan_id: int | None = None
    plan_indiening_id: int | None = None
    projectstructuur: str = ""
    ingediend_op: datetime | None = None
    namens: Namens | None = None
    wordt_gecorrigeerd: bool = False
    content: Content | None = None
    mag_met_naam: bool = False
    uitvraag_id: int = 0

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its regions, by name."""
        return tuple(one.code for one in self.regios)

    @property
    def order(self) -> tuple[tuple[tuple[str, str], ...], int]:
        """The key to sort sheets by: the names of their regions."""
        return tuple(one.order for one in self.regios), self.blad_id


@dataclass(frozen=True)
class Regios:
    """All regions by name, and those of each sheet that was asked for."""

    alle: tuple[RegioNaam, ...]
    per_blad: dict[int, tuple[RegioNaam, ...]]


def regios_of(*uitvraag_ids: int, regio_id: int | None = None) -> Regios:
    """All regions, and for which of them each sheet of these rounds counts: one query.

    With `regio_id` only the sheets that count for that region, with all of their regions.
    """
    which: ColumnElement[bool] = BladRegio.uitvraag_id.in_(uitvraag_ids)
    if regio_id is not None:
        of_region = select(_of_region.blad_id).where(_of_region.regio_id == regio_id)
        which = and_(which, BladRegio.blad_id.in_(of_region))
    found = db.session.execute(
        select(Regio.code, Regio.naam, Regio.tegel_kolom, Regio.tegel_rij, BladRegio.blad_id).outerjoin(
            BladRegio, and_(BladRegio.regio_id == Regio.id, which)
        )
    )
    rows = sorted(((_named(row), row.blad_id) for row in found), key=lambda row: row[0].order)
    per_blad: defaultdict[int, list[RegioNaam]] = defaultdict(list)
    for regio, blad_id in rows:
        if blad_id is not None:
            per_blad[blad_id].append(regio)
    alle = tuple({regio.code: regio for regio, _ in rows}.values())
    return Regios(alle, {blad_id: tuple(regios) for blad_id, regios in per_blad.items()})


def _named(row: Any) -> RegioNaam:
    tegel = (row.tegel_kolom, row.tegel_rij)
    return RegioNaam(row.code, row.naam, tegel if any(tegel) else None)


def sheets_of(uitvraag_id: int, regios: Regios, today: date) -> Iterator[Sheet]:
    """The sheets of a round with what was handed in, in no order: one query, a few sheets at a time.

    Sheet and submission come from one statement, so that they fit together while regions hand in. A sheet without
    regions counts for nobody and stays out.
    """
    return _found(_SHEETS.where(Antwoordblad.uitvraag_id == uitvraag_id), regios, today)


def these_sheets(regios: Regios, today: date) -> Iterator[Sheet]:
    """As `sheets_of`, of the sheets that `regios` names, of whatever round; for few of them."""
    return _found(_SHEETS.where(Antwoordblad.id.in_(list(regios.per_blad))), regios, today)


def _found(query: Select[*tuple[Any, ...]], regios: Regios, today: date) -> Iterator[Sheet]:
    for row in db.session.execute(query.execution_options(yield_per=_AT_A_TIME)):
        if row.blad_id in regios.per_blad:
            yield _sheet(row, regios.per_blad[row.blad_id], today)


_of_region = aliased(BladRegio)
_SHEETS = (
    select(
        Antwoordblad.id.label("blad_id"),
        Antwoordblad.uitvraag_id,
        Antwoordblad.status,
        Antwoordblad.niet_gevraagd,
        Antwoordblad.heropend_tot,
        Antwoordblad.citaat_met_naam,
        Antwoordblad.plan_indiening_id,
        func.coalesce(Antwoordblad.uitstel_tot, Uitvraag.deadline).label("deadline"),
        Uitvraag.status.label("uitvraag_status"),
        PlanVersie.plan_id,
        part(Indiening.feiten, "projectstructuur").label("projectstructuur"),
        BladIndiening.ingediend_op,
        BladIndiening.namens,
        BladIndiening.snapshot,
    )
    .join(Uitvraag, Antwoordblad.uitvraag_id == Uitvraag.id)
    .outerjoin(Indiening, Antwoordblad.plan_indiening_id == Indiening.id)
    .outerjoin(PlanVersie, Indiening.versie_id == PlanVersie.id)
    .outerjoin(
        BladIndiening,
        and_(
            BladIndiening.blad_id == Antwoordblad.id,
            COUNTS,
        ),
    )
)


def _sheet(row: Any, regios: tuple[RegioNaam, ...], today: date) -> Sheet:
    return Sheet(
        blad_id=row.blad_id,
        regios=regios,
        stand=_stand(row),
        plan_id=row.plan_id,
        plan_indiening_id=row.plan_indiening_id,
        projectstructuur=row.projectstructuur or "",
        ingediend_op=row.ingediend_op,
        namens=row.namens,
        wordt_gecorrigeerd=row.snapshot is not None and stand(_facts(row), today).is_mended,
        content=row.snapshot,
        mag_met_naam=row.citaat_met_naam,
        uitvraag_id=row.uitvraag_id,
    )


def _stand(row: Any) -> Stand:
    if row.niet_gevraagd:
        return Stand.NIET_GEVRAAGD
    return Stand.NIET_BEANTWOORD if row.snapshot is None else Stand.BEANTWOORD


def _facts(row: Any) -> BladFacts:
    return BladFacts(row.uitvraag_status, row.status, row.deadline, row.heropend_tot, row.niet_gevraagd)
