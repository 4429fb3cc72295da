"""The national overview of plans: a constant number of queries, counts from submissions only."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from exports.report import PlanLine, PlansOverview
from forms.national import edition
from portal.domain import clock
from portal.extensions import db
from portal.models import Indiening, Plan, PlanRegio, PlanVersie, Regio

NO_PLAN = ("Nog niet gestart", "leeg")


def plans_overview(*, link: Callable[[int], str], demo: bool = False) -> PlansOverview:
    """All regions by name, each with its plan and newest valid submission. `link` gives the page of a plan id."""
    regios = sorted(db.session.scalars(select(Regio)), key=lambda regio: regio.naam.lstrip("'’‘").casefold())
    plan_of = {row.regio_id: row.plan_id for row in db.session.execute(select(PlanRegio.regio_id, PlanRegio.plan_id))}
    plans = {plan.id: plan for plan in db.session.scalars(select(Plan))}
    submitted = _newest_submissions()
    lines = []
    for regio in regios:
        plan = plans.get(plan_of.get(regio.id, 0))
        lines.append(_line(regio, plan, submitted.get(plan.id) if plan else None, link))
    return PlansOverview(clock.now(), tuple(lines), demo)


def _newest_submissions() -> dict[int, Indiening]:
    query = (
        select(Indiening)
        .join(PlanVersie)
        .options(joinedload(Indiening.versie, innerjoin=True).lazyload(PlanVersie.plan))
        .where(Indiening.nummer == PlanVersie.geldige_indiening)
        .order_by(PlanVersie.nummer)
    )
    return {indiening.versie.plan_id: indiening for indiening in db.session.scalars(query)}


def _line(regio: Regio, plan: Plan | None, indiening: Indiening | None, link: Callable[[int], str]) -> PlanLine:
    if plan is None:
        return PlanLine(regio.naam, regio.code, "", *NO_PLAN)
    facts = indiening.feiten if indiening else {}
    return PlanLine(
        regio=regio.naam,
        regio_code=regio.code,
        plan_naam=plan.naam,
        status=plan.status.label,
        status_key=plan.status.value,
        deadline=plan.deadline,
        ingediend_op=indiening.ingediend_op if indiening else None,
        namens=indiening.namens.label if indiening else "",
        projectstructuur=_structure_label(plan.edition, facts.get("projectstructuur", "")),
        aantal_acties=facts.get("acties"),
        aantal_doelstellingen=facts.get("doelstellingen"),
        link=link(plan.id),
        plan_id=plan.id,
    )


def _structure_label(edition_key: str, stored: str) -> str:
    return edition(edition_key).question("projectstructuur_vorm").choice_label(stored) if stored else ""
