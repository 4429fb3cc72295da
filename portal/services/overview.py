"""The national overview of plans: a constant number of queries, counts from submissions only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import aliased

from exports.report import PlanLine, PlansOverview
from forms.national import edition
from portal.domain import clock
from portal.extensions import db
from portal.models import Indiening, Plan, PlanRegio, PlanVersie, Regio
from portal.models.plan import names_together
from portal.services.regios import name_key

NO_PLAN = ("Nog niet gestart", "leeg")

# Written down once: putting such a query together takes longer than running it.
_any_versie = aliased(PlanVersie)
_newest = select(func.max(_any_versie.nummer)).where(_any_versie.plan_id == Plan.id).correlate(Plan).scalar_subquery()
_REGIONS_WITH_PLAN = (
    select(
        Regio.naam.label("regio"),
        Regio.code,
        Plan.id.label("plan_id"),
        Plan.edition,
        Plan.deadline,
        PlanVersie.status,
    )
    .outerjoin(PlanRegio, PlanRegio.regio_id == Regio.id)
    .outerjoin(Plan, Plan.id == PlanRegio.plan_id)
    .outerjoin(PlanVersie, (PlanVersie.plan_id == Plan.id) & (PlanVersie.nummer == _newest))
)
# Of each version the submission that counts; the newest version last.
_SUBMISSIONS = (
    select(PlanVersie.plan_id, Indiening.ingediend_op, Indiening.namens, Indiening.feiten)
    .join(Indiening.versie)
    .where(Indiening.nummer == PlanVersie.geldige_indiening)
    .order_by(PlanVersie.nummer)
)


def plans_overview(*, link: Callable[[int], str], demo: bool = False) -> PlansOverview:
    """All regions by name, each with its plan and newest valid submission. `link` gives the page of a plan id.

    Two queries that give plain values: no rows of whole plans are made for a list that shows ten facts of each.
    """
    found: list[Any] = sorted(db.session.execute(_REGIONS_WITH_PLAN), key=lambda row: name_key(row.regio))
    names = _plan_names(found)
    submitted = _newest_submissions()
    lines = [_line(row, names.get(row.plan_id, ""), submitted.get(row.plan_id), link) for row in found]
    return PlansOverview(clock.now(), tuple(lines), demo)


def _plan_names(found: Sequence[Row[Any]]) -> dict[int, str]:
    regions: dict[int, list[str]] = defaultdict(list)
    for row in found:
        if row.plan_id is not None:
            regions[row.plan_id].append(row.regio)
    return {plan_id: names_together(names) for plan_id, names in regions.items()}


def _newest_submissions() -> dict[int, Row[Any]]:
    return {row.plan_id: row for row in db.session.execute(_SUBMISSIONS)}


def _line(row: Row[Any], plan_naam: str, indiening: Row[Any] | None, link: Callable[[int], str]) -> PlanLine:
    if row.plan_id is None:
        return PlanLine(row.regio, row.code, "", *NO_PLAN)
    facts = indiening.feiten if indiening else {}
    return PlanLine(
        regio=row.regio,
        regio_code=row.code,
        plan_naam=plan_naam,
        status=row.status.label,
        status_key=row.status.value,
        deadline=row.deadline,
        ingediend_op=indiening.ingediend_op if indiening else None,
        namens=indiening.namens.label if indiening else "",
        projectstructuur=_structure_label(row.edition, facts.get("projectstructuur", "")),
        aantal_acties=facts.get("acties"),
        aantal_doelstellingen=facts.get("doelstellingen"),
        link=link(row.plan_id),
        plan_id=row.plan_id,
    )


def _structure_label(edition_key: str, stored: str) -> str:
    return edition(edition_key).question("projectstructuur_vorm").choice_label(stored) if stored else ""
