"""The national overview of plans and of the open round: three queries, counts from submissions only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import aliased

from exports.report import OpenRound, PlanLine, PlansOverview, RoundLine
from forms.dutch.dates import in_amsterdam
from forms.national import edition
from portal.domain import clock
from portal.domain.plan.overview_filter import GEEN_PLAN, OverviewQuery, choose
from portal.domain.plan.reminders import deadline_counts
from portal.domain.plan.states import VersieStatus
from portal.domain.round.sentence import count, sentence
from portal.domain.round.states import BladStand, UitvraagStatus
from portal.extensions import db
from portal.models import Indiening, Plan, PlanRegio, PlanVersie, Regio, User
from portal.models.plan.plan import names_together
from portal.services.regios import found_regio_ids, name_key
from portal.services.round.open_now import open_rounds

NO_PLAN: dict[str, Any] = {"status": "Nog niet gestart", "status_key": GEEN_PLAN}

# Written down once: putting such a query together takes longer than running it.
_any_versie = aliased(PlanVersie)
_newest = select(func.max(_any_versie.nummer)).where(_any_versie.plan_id == Plan.id).correlate(Plan).scalar_subquery()
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
        PlanVersie.beoordelaar_id,
        PlanVersie.meelezen_open,
        User.naam.label("beoordelaar"),
    )
    .outerjoin(PlanRegio, PlanRegio.regio_id == Regio.id)
    .outerjoin(Plan, Plan.id == PlanRegio.plan_id)
    .outerjoin(PlanVersie, (PlanVersie.plan_id == Plan.id) & (PlanVersie.nummer == _newest))
    .outerjoin(User, User.id == PlanVersie.beoordelaar_id)
)
# Of each version the submission that counts; the newest version last.
_SUBMISSIONS = (
    select(PlanVersie.plan_id, Indiening.ingediend_op, Indiening.namens, Indiening.feiten)
    .join(Indiening.versie)
    .where(Indiening.nummer == PlanVersie.geldige_indiening)
    .order_by(PlanVersie.nummer)
)


def plans_overview(*, ronde: int | None = None, demo: bool = False) -> PlansOverview:
    """All regions by name, each with its plan, newest valid submission and answer in the open round (or in `ronde`).

    Three queries that give plain values: no rows of whole plans are made for a list that shows ten facts of each.
    """
    now, today = clock.now(), clock.today()
    found: list[Any] = sorted(db.session.execute(_REGIONS_WITH_PLAN), key=lambda row: name_key(row.regio))
    names = _plan_names(found)
    submitted = _newest_submissions()
    rounds, shown, answers = open_rounds(ronde, today)
    lines = [
        _line(row, names.get(row.plan_id, ""), submitted.get(row.plan_id), answers.get(row.regio_id), today)
        for row in found
    ]
    return PlansOverview(now, tuple(lines), demo, shown, rounds, _round_sentence(shown, lines, today))


def _round_sentence(shown: OpenRound | None, lines: Sequence[PlanLine], today: date) -> str:
    """Where the open round stands; a region without a sheet is not asked."""
    if shown is None:
        return ""
    stands = [
        (line.regio, BladStand(line.antwoord.status_key) if line.antwoord else BladStand.NIET_GEVRAAGD)
        for line in lines
    ]
    return f"{shown.naam}: {sentence(UitvraagStatus.OPEN, shown.deadline, count(stands), today)}"


def chosen_lines(overview: PlansOverview, query: OverviewQuery, *, me: int) -> list[PlanLine]:
    """The lines that somebody asks for. A search takes three queries more; without one there are none."""
    if not query.zoek:
        return choose(overview.lines, query, me=me)
    return choose(overview.lines, query, me=me, found=found_regio_ids(query.zoek))


def _plan_names(found: Sequence[Row[Any]]) -> dict[int, str]:
    regions: dict[int, list[str]] = defaultdict(list)
    for row in found:
        if row.plan_id is not None:
            regions[row.plan_id].append(row.regio)
    return {plan_id: names_together(names) for plan_id, names in regions.items()}


def _newest_submissions() -> dict[int, Row[Any]]:
    return {row.plan_id: row for row in db.session.execute(_SUBMISSIONS)}


def _line(
    row: Row[Any], plan_naam: str, indiening: Row[Any] | None, antwoord: RoundLine | None, today: date
) -> PlanLine:
    """Put together from its parts at once: copying a line for each part took longer than reading it."""
    return PlanLine(
        regio=row.regio,
        regio_code=row.code,
        plan_naam=plan_naam,
        regio_id=row.regio_id,
        antwoord=antwoord,
        # No region stands in the corner at 0, 0: that is a region without a place on the map.
        tegel=(row.tegel_kolom, row.tegel_rij) if row.tegel_kolom or row.tegel_rij else None,
        **(NO_PLAN if row.plan_id is None else _of_plan(row, today)),
        **(_of_submission(row.edition, indiening) if indiening is not None else {}),
    )


def _of_plan(row: Row[Any], today: date) -> dict[str, Any]:
    waits = row.status in (VersieStatus.INGEDIEND, VersieStatus.IN_BEHANDELING)
    since = in_amsterdam(row.status_sinds).date()
    # As `versions.due_date`: what was asked anew after the deadline is not late.
    asked_anew = since if row.status is VersieStatus.TERUGGESTUURD or row.nummer > 1 else None
    over = not deadline_counts(row.deadline, asked_anew)
    return {
        "plan_id": row.plan_id,
        "status": row.status.label,
        "status_key": row.status.value,
        "deadline": row.deadline,
        "dagen": (row.deadline - today).days if row.status.can_be_edited and not over else None,
        "wacht_dagen": (today - since).days if waits else None,
        "opgepakt_door": row.beoordelaar or "",
        "opgepakt_door_id": row.beoordelaar_id,
        "meelezen": row.meelezen_open,
    }


def _of_submission(edition_key: str, indiening: Row[Any]) -> dict[str, Any]:
    facts = indiening.feiten
    return {
        "ingediend_op": indiening.ingediend_op,
        "namens": indiening.namens.label,
        "projectstructuur": _structure_label(edition_key, facts.get("projectstructuur", "")),
        "aantal_acties": facts.get("acties"),
        "aantal_doelstellingen": facts.get("doelstellingen"),
    }


def _structure_label(edition_key: str, stored: str) -> str:
    return edition(edition_key).question("projectstructuur_vorm").choice_label(stored) if stored else ""
