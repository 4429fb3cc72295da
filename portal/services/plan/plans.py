"""Starting plans, their deadline, and for which regions they count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload

from forms.dutch import dates
from forms.national import Soort, newest
from portal.domain import clock
from portal.domain.plan.events import EventSoort
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Plan, PlanRegio, PlanVersie, Regio
from portal.services.plan import events, prefilled
from portal.services.plan.pen import PlanProblem
from portal.services.regios import name_key

# Both lists are short: one query is cheaper than three.
_FIND = (
    select(Plan).where(Plan.id == bindparam("plan_id")).options(joinedload(Plan.versies), joinedload(Plan.plan_regios))
)


def find_plan(plan_id: int) -> Plan | None:
    """The plan with this id, or None."""
    return db.session.scalars(_FIND, {"plan_id": plan_id}).unique().one_or_none()


def plan_of(regio: Regio) -> Plan | None:
    """The plan in which a region works: its own, or the joint one that it went up in."""
    plan_id = db.session.scalar(
        select(PlanRegio.plan_id)
        .join(Plan, Plan.id == PlanRegio.plan_id)
        .where(PlanRegio.regio_id == regio.id, Plan.opgegaan_in_id.is_(None))
    )
    return None if plan_id is None else find_plan(plan_id)


def all_plans() -> list[Plan]:
    """All plans with a region of their own, by name, in a fixed number of queries."""
    found = db.session.scalars(select(Plan).where(Plan.opgegaan_in_id.is_(None)))
    return sorted(found, key=lambda plan: name_key(plan.naam))


def open_plan(regios: Sequence[Regio], *, deadline: date, actor: Actor | None, edition: str = "") -> Plan:
    """Start a plan for one region or several, with its first concept, names and national goal filled in.

    Without an edition it gets the newest.

    Raises PlanProblem when no region is given or one of them already has a plan.
    """
    if not regios:
        raise PlanProblem("Kies ten minste één regio.")
    plan = Plan(edition=edition or newest(Soort.PLAN).key, deadline=deadline)
    plan.plan_regios = [PlanRegio(regio=regio) for regio in regios]
    plan.versies = [PlanVersie(nummer=1, status_sinds=clock.now())]
    db.session.add(plan)
    try:
        db.session.flush()
    except IntegrityError as error:
        db.session.rollback()
        raise PlanProblem("Een van deze regio’s heeft al een plan. Ververs de pagina en kijk opnieuw.") from error
    prefilled.fill_in(plan)
    events.record(plan, EventSoort.PLAN_GESTART, actor, regios=plan.naam)
    return plan


def set_deadline(plan: Plan, *, deadline: date, actor: Actor, notitie: str = "") -> None:
    """Give a plan another deadline, also for what was asked when it came back. Reminders start anew for the new date.

    Raises PlanProblem when the date has passed.
    """
    if deadline < clock.today():
        raise PlanProblem("Deze datum is al voorbij. Kies vandaag of een latere dag.")
    if deadline != (plan.versie.terug_voor or plan.deadline):
        plan.deadline = deadline
        plan.versie.terug_voor = deadline if plan.versie.terug_voor else None
        events.record(plan, EventSoort.DEADLINE_GEZET, actor, notitie=notitie, deadline=dates.day_short(deadline))
