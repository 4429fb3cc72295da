"""The national overview of plans and of the open round, and its counts alone: counted from submissions only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from exports.report import NationalCount, OpenRound, PlanLine, PlansOverview, RoundLine, submitted_sentence
from forms.dutch.dates import in_amsterdam
from forms.national import edition
from forms.spec import QuestionRole
from portal.domain import clock
from portal.domain.plan.overview_filter import GEEN_PLAN, OverviewQuery, choose
from portal.domain.plan.reminders import deadline_counts
from portal.domain.plan.states import VersieStatus
from portal.domain.roles import Namens
from portal.domain.round.sentence import count, sentence
from portal.domain.round.states import BladStand, UitvraagStatus
from portal.models import Indiening, Plan, PlanRegio, PlanVersie, Regio, User
from portal.models.plan.plan import names_together
from portal.plain import plain_rows
from portal.services.regios import found_regio_ids, name_key
from portal.services.round.open_now import open_rounds, sheet_rows, stands_of_first_round

# A list that is kept has no moment of its own.
_NEVER = datetime.min.replace(tzinfo=UTC)
NO_PLAN: dict[str, Any] = {"status": "Nog niet gestart", "status_key": GEEN_PLAN}

# Written down once: putting such a query together takes longer than running it.
_any_versie = aliased(PlanVersie)
_newest_of_plan = select(func.max(_any_versie.nummer)).where(_any_versie.plan_id == Plan.id).correlate(Plan)
_newest = _newest_of_plan.scalar_subquery()
# The version whose submission counts nationally: the newest that has one.
_counted = aliased(PlanVersie)
_newest_counted = _newest_of_plan.where(_any_versie.geldige_indiening > 0).scalar_subquery()
_REGIONS_WITH_PLAN = (
    select(
        Regio.id.label("regio_id"),
        Regio.naam.label("regio"),
        Regio.code,
        Regio.tegel_kolom,
        Regio.tegel_rij,
        Plan.id.label("plan_id"),
        Plan.edition,
        Plan.deadline,
        PlanVersie.nummer,
        PlanVersie.status,
        PlanVersie.status_sinds,
        PlanVersie.terug_voor,
        PlanVersie.beoordelaar_id,
        PlanVersie.meelezen_open,
        User.naam.label("beoordelaar"),
        Indiening.ingediend_op,
        Indiening.namens,
    )
    .outerjoin(PlanRegio, PlanRegio.regio_id == Regio.id)
    .outerjoin(Plan, Plan.id == PlanRegio.plan_id)
    .outerjoin(PlanVersie, (PlanVersie.plan_id == Plan.id) & (PlanVersie.nummer == _newest))
    .outerjoin(User, User.id == PlanVersie.beoordelaar_id)
    .outerjoin(_counted, (_counted.plan_id == Plan.id) & (_counted.nummer == _newest_counted))
    .outerjoin(Indiening, (Indiening.versie_id == _counted.id) & (Indiening.nummer == _counted.geldige_indiening))
)
_WITH_FACTS = _REGIONS_WITH_PLAN.add_columns(Indiening.feiten)


# For counts alone: the plans of one kind together, with the names of their regions.
_NAMES = func.aggregate_strings(Regio.naam, "\n").label("namen")
_HANDED_IN = (
    select(Indiening.id)
    .join(_any_versie, _any_versie.id == Indiening.versie_id)
    .where(_any_versie.plan_id == Plan.id, Indiening.nummer == _any_versie.geldige_indiening)
    .correlate(Plan)
    .exists()
)
_KINDS = (
    select(
        PlanVersie.status,
        PlanVersie.meelezen_open,
        _HANDED_IN.label("ingediend"),
        func.count(func.distinct(Plan.id)).label("plannen"),
        func.count(Regio.id).label("regios"),
        _NAMES,
    )
    .select_from(Regio)
    .outerjoin(PlanRegio, PlanRegio.regio_id == Regio.id)
    .outerjoin(Plan, Plan.id == PlanRegio.plan_id)
    .outerjoin(PlanVersie, (PlanVersie.plan_id == Plan.id) & (PlanVersie.nummer == _newest))
    .group_by(PlanVersie.status, PlanVersie.meelezen_open, "ingediend")
)


class _Kind(NamedTuple):
    """A row of `_KINDS`; regions without a plan are one of the kinds."""

    status: VersieStatus | None
    meelezen_open: bool | None
    ingediend: bool
    plannen: int
    regios: int
    namen: str


class _Region(NamedTuple):
    """A row of `_REGIONS_WITH_PLAN`; without a plan most of it is None."""

    regio_id: int
    regio: str
    code: str
    tegel_kolom: int
    tegel_rij: int
    plan_id: int | None
    edition: str
    deadline: date
    nummer: int
    status: VersieStatus
    status_sinds: datetime
    terug_voor: date | None
    beoordelaar_id: int | None
    meelezen_open: bool
    beoordelaar: str | None
    ingediend_op: datetime | None
    namens: Namens | None
    feiten: tuple[str, int, int] | None = None


def plans_overview(*, ronde: int | None = None, demo: bool = False, with_counts: bool = True) -> PlansOverview:
    """All regions by name, each with its plan, newest valid submission and answer in the open round (or in `ronde`).

    Two queries that give plain values: no rows of whole plans are made for a list that shows ten facts of each.
    `with_counts`: also what was counted in the submissions, which no page shows.
    """
    now, today = clock.now(), clock.today()
    regions = _regions_with_counts() if with_counts else tuple(map(tuple, plain_rows(_REGIONS_WITH_PLAN)))
    return replace(_overview(regions, sheet_rows(), ronde, today), peilmoment=now, demo=demo)


def _regions_with_counts() -> tuple[tuple[Any, ...], ...]:
    return tuple((*row[:-1], row.feiten and _facts(row.feiten)) for row in plain_rows(_WITH_FACTS))


def _facts(feiten: Mapping[str, Any]) -> tuple[str, int, int]:
    return feiten["projectstructuur"], feiten["acties"], feiten["doelstellingen"]


# The same rows make the same list, whoever asks: between two changes everybody sees one.
@lru_cache(maxsize=8)
def _overview(regions: tuple[Any, ...], sheets: tuple[Any, ...], ronde: int | None, today: date) -> PlansOverview:
    found = sorted((_Region(*row) for row in regions), key=lambda row: name_key(row.regio))
    names = _plan_names(found)
    rounds, shown, answers = open_rounds(sheets, ronde, today)
    lines = [_line(row, names.get(row.plan_id or 0, ""), answers.get(row.regio_id), today) for row in found]
    return PlansOverview(_NEVER, tuple(lines), False, shown, rounds, _round_sentence(shown, lines, today))


def _round_sentence(shown: OpenRound | None, lines: Sequence[PlanLine], today: date) -> str:
    """Where the open round stands; a region without a sheet is not asked."""
    if shown is None:
        return ""
    stands = [
        (line.regio, BladStand(line.antwoord.status_key) if line.antwoord else BladStand.NIET_GEVRAAGD)
        for line in lines
    ]
    return _told(shown, stands, today)


def _told(shown: OpenRound, stands: Sequence[tuple[str, BladStand]], today: date) -> str:
    return f"{shown.naam}: {sentence(UitvraagStatus.OPEN, shown.deadline, count(stands), today)}"


def national_count() -> NationalCount:
    """The counts of `plans_overview` without a line for every region: the database counts."""
    today = clock.today()
    kinds = list(map(_Kind._make, plain_rows(_KINDS)))
    missing = sorted((naam for kind in kinds if not kind.ingediend for naam in kind.namen.split("\n")), key=name_key)
    total = sum(kind.regios for kind in kinds)
    shown, stands = stands_of_first_round(today)
    return NationalCount(
        aantal_te_beoordelen=sum(kind.plannen for kind in kinds if kind.status is VersieStatus.INGEDIEND),
        aantal_mee_te_lezen=sum(kind.plannen for kind in kinds if kind.meelezen_open),
        hoofdzin=submitted_sentence(total - len(missing), total, missing),
        uitvraag=shown,
        aantal_zonder_plan=sum(kind.regios for kind in kinds if kind.status is None),
        rondezin=_told(shown, sorted(stands, key=lambda one: name_key(one[0])), today) if shown else "",
    )


def chosen_lines(overview: PlansOverview, query: OverviewQuery, *, me: int) -> list[PlanLine]:
    """The lines that somebody asks for. A search takes one query more; without one there are none."""
    if not query.zoek:
        return choose(overview.lines, query, me=me)
    return choose(overview.lines, query, me=me, found=found_regio_ids(query.zoek))


def _plan_names(found: Sequence[_Region]) -> dict[int, str]:
    regions: dict[int, list[str]] = defaultdict(list)
    for row in found:
        if row.plan_id is not None:
            regions[row.plan_id].append(row.regio)
    return {plan_id: names_together(names) for plan_id, names in regions.items()}


@lru_cache(maxsize=4096)
def _line(row: _Region, plan_naam: str, antwoord: RoundLine | None, today: date) -> PlanLine:
    """Put together from its parts at once: copying a line for each part took longer than reading it.

    Most regions are as they were when the list was asked last: a line of the same values is the same line.
    """
    return PlanLine(
        regio=row.regio,
        regio_code=row.code,
        plan_naam=plan_naam,
        regio_id=row.regio_id,
        antwoord=antwoord,
        # No region stands in the corner at 0, 0: that is a region without a place on the map.
        tegel=(row.tegel_kolom, row.tegel_rij) if row.tegel_kolom or row.tegel_rij else None,
        **(NO_PLAN if row.plan_id is None else _of_plan(row, today)),
        **(_of_submission(row) if row.namens is not None else {}),
    )


def _of_plan(row: _Region, today: date) -> dict[str, Any]:
    waits = row.status in (VersieStatus.INGEDIEND, VersieStatus.IN_BEHANDELING)
    since = in_amsterdam(row.status_sinds).date()
    # As `versions.due_date`: what was asked anew after the deadline is not late, unless a day was said.
    asked_anew = since if row.status is VersieStatus.TERUGGESTUURD or row.nummer > 1 else None
    over = row.terug_voor is None and not deadline_counts(row.deadline, asked_anew)
    deadline = row.terug_voor or row.deadline
    return {
        "plan_id": row.plan_id,
        "status": row.status.label,
        "status_key": row.status.value,
        "deadline": deadline,
        "dagen": (deadline - today).days if row.status.can_be_edited and not over else None,
        "wacht_dagen": (today - since).days if waits else None,
        "opgepakt_door": row.beoordelaar or "",
        "opgepakt_door_id": row.beoordelaar_id,
        "meelezen": row.meelezen_open,
    }


def _of_submission(row: _Region) -> dict[str, Any]:
    assert row.namens is not None
    structuur, acties, doelstellingen = row.feiten or ("", None, None)
    return {
        "ingediend_op": row.ingediend_op,
        "namens": row.namens.label,
        "projectstructuur": _structure_label(row.edition, structuur),
        "aantal_acties": acties,
        "aantal_doelstellingen": doelstellingen,
    }


def _structure_label(edition_key: str, stored: str) -> str:
    question = edition(edition_key).of_role(QuestionRole.STRUCTUUR) if stored else None
    return question.choice_label(stored) if question else stored
