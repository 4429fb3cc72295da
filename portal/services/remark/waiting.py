"""Which open remarks wait: those of reviewers for the people of a region, on its plans, sheets and regiobeeld; for the
coördinator those on the concepts of reports, and what regions say at their regiobeeld.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import BindParameter, bindparam, case, exists, func, select

from portal.domain.report.states import RapportStatus
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Actor, Rol
from portal.extensions import db
from portal.models import Antwoordblad, BladRegio, Lidmaatschap, Opmerking, PlanRegio, Rapport, Reactie, Regio, Uitvraag
from portal.plain import plain_rows
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet.pen import WITH_REGIONS

_OF_REGIONS: BindParameter[int] = bindparam("regio_ids", expanding=True)
_OPEN = (Opmerking.zicht == Zicht.REGIO, Opmerking.opgelost_op.is_(None))
_BY_A_PLAN = exists().where(
    Lidmaatschap.account_id == Opmerking.door_id,
    Lidmaatschap.regio_id == PlanRegio.regio_id,
    PlanRegio.plan_id == Opmerking.plan_id,
)
_ON_PLANS = (
    select(Opmerking.plan_id, func.count())
    .where(
        Opmerking.plan_id.in_(select(PlanRegio.plan_id).where(PlanRegio.regio_id.in_(_OF_REGIONS))),
        *_OPEN,
        ~_BY_A_PLAN,
    )
    .group_by(Opmerking.plan_id)
)
_BY_A_SHEET = exists().where(
    Lidmaatschap.account_id == Opmerking.door_id,
    Lidmaatschap.regio_id == BladRegio.regio_id,
    BladRegio.blad_id == Opmerking.blad_id,
)
_ON_SHEETS = (
    select(Opmerking.blad_id, Opmerking.step_key, func.count().label("aantal"))
    .where(
        Opmerking.blad_id.in_(select(BladRegio.blad_id).where(BladRegio.regio_id.in_(_OF_REGIONS))),
        *_OPEN,
        ~_BY_A_SHEET,
    )
    .group_by(Opmerking.blad_id, Opmerking.step_key)
)
_SHEETS = select(Antwoordblad).where(Antwoordblad.id.in_(bindparam("blad_ids", expanding=True))).options(WITH_REGIONS)


_OF_THE_REGION = exists().where(
    Lidmaatschap.account_id == Opmerking.door_id, Lidmaatschap.regio_id == Opmerking.regio_id
)
_ON_FIGURES = (
    select(Regio.code, Regio.naam, func.count())
    .join(Opmerking, Opmerking.regio_id == Regio.id)
    .where(*_OPEN)
    .group_by(Regio.code, Regio.naam)
    .order_by(Regio.naam)
)
_ON_OWN_FIGURES = _ON_FIGURES.where(Regio.id.in_(_OF_REGIONS), ~_OF_THE_REGION)
_BY_THE_REGION = exists().where(Lidmaatschap.account_id == Reactie.door_id, Lidmaatschap.regio_id == Opmerking.regio_id)
_ANSWERED = exists().where(Reactie.opmerking_id == Opmerking.id, ~_BY_THE_REGION)
_BY_REGIONS = _ON_FIGURES.where(_OF_THE_REGION, ~_ANSWERED)


class WaitingOnFigures(NamedTuple):
    """A region on whose regiobeeld open remarks wait."""

    code: str
    regio: str
    aantal: int


def figures_from_reviewers(actor: Actor) -> list[WaitingOnFigures]:
    """The regiobeelden of the actor's own regions on which open remarks of reviewers wait, by name."""
    regio_ids = actor.regio_ids(Rol.REGIOCONTACT, Rol.REGIOLEZER)
    if not regio_ids:
        return []
    return [WaitingOnFigures(*row) for row in plain_rows(_ON_OWN_FIGURES, {"regio_ids": list(regio_ids)})]


def figures_from_regions() -> list[WaitingOnFigures]:
    """The regiobeelden at which a region said something to reviewers that none of them answered, by name."""
    return [WaitingOnFigures(*row) for row in plain_rows(_BY_REGIONS)]


def from_reviewers(actor: Actor) -> Counter[int]:
    """How many open remarks of reviewers wait on each plan of the actor's own regions, by plan id."""
    regio_ids = actor.regio_ids(Rol.REGIOCONTACT, Rol.REGIOLEZER)
    if not regio_ids:
        return Counter()
    return Counter(dict(map(tuple, plain_rows(_ON_PLANS, {"regio_ids": list(regio_ids)}))))


class WaitingOnReport(NamedTuple):
    """A concept on which open remarks wait."""

    rapport_id: int
    ronde: str
    aantal: int


# What a report is called: its period, or its one round.
_NAAM = case((Rapport.periode != "", Rapport.periode), else_=Uitvraag.naam)
_ON_REPORTS = (
    select(Rapport.id, _NAAM, func.count())
    .join(Opmerking, Opmerking.rapport_id == Rapport.id)
    .join(Uitvraag, Uitvraag.id == Rapport.uitvraag_id)
    .where(Rapport.status == RapportStatus.CONCEPT, Opmerking.opgelost_op.is_(None))
    .group_by(Rapport.id, Rapport.periode, Uitvraag.naam)
    .order_by(Rapport.id.desc())
)


def on_concepts() -> list[WaitingOnReport]:
    """The concepts of reports with remarks that nobody settled, the newest first."""
    return [WaitingOnReport(*row) for row in plain_rows(_ON_REPORTS)]


@dataclass(frozen=True)
class WaitingOnSheet:
    """The open remarks of reviewers on one sheet: how many, and on which questions by their numbers, in order."""

    blad: Antwoordblad
    aantal: int
    vragen: tuple[str, ...]


def sheets_from_reviewers(actor: Actor) -> list[WaitingOnSheet]:
    """The sheets of the actor's own regions on which open remarks of reviewers wait, the newest round first.

    Two queries, and one while nothing waits.
    """
    regio_ids = actor.regio_ids(Rol.REGIOCONTACT, Rol.REGIOLEZER)
    rows = plain_rows(_ON_SHEETS, {"regio_ids": list(regio_ids)}) if regio_ids else ()
    by_sheet: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for row in rows:
        by_sheet[row.blad_id][row.step_key] = row.aantal
    bladen = db.session.scalars(_SHEETS, {"blad_ids": list(by_sheet)}).unique() if by_sheet else ()
    newest_first = sorted(bladen, key=lambda blad: (blad.uitvraag.periode_tot, blad.id), reverse=True)
    return [_waiting(blad, by_sheet[blad.id]) for blad in newest_first]


def _waiting(blad: Antwoordblad, counts: Counter[str]) -> WaitingOnSheet:
    steps = format_of_round(blad.uitvraag).steps
    return WaitingOnSheet(blad, counts.total(), tuple(str(step.number) for step in steps if step.key in counts))
