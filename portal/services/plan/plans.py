"""Starting plans, their deadline, and for which regions they count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload
from sqlalchemy.orm.attributes import set_committed_value

from forms.dutch import dates
from forms.national import edition as find_edition
from forms.national.plan_2023 import PLAN_2023
from forms.spec import Format
from portal.database import begin_writing
from portal.domain import clock
from portal.domain.plan.events import EventSoort
from portal.domain.plan.states import VersieStatus
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Plan, PlanRegio, PlanVersie, Regio
from portal.services.plan import events, prefilled
from portal.services.regios import name_key


class PlanProblem(Exception):
    """Something can't be done with this plan. The message is Dutch and fit to show."""


# Both lists are short: one query is cheaper than three.
_TOGETHER = (joinedload(Plan.versies), joinedload(Plan.plan_regios))


def find_plan(plan_id: int) -> Plan | None:
    """The plan with this id, or None."""
    return db.session.get(Plan, plan_id, options=_TOGETHER)


def all_plans() -> list[Plan]:
    """All plans with a region of their own, by name, in a fixed number of queries."""
    found = db.session.scalars(select(Plan).where(Plan.opgegaan_in_id.is_(None)))
    return sorted(found, key=lambda plan: name_key(plan.naam))


def format_of(plan: Plan) -> Format:
    """The edition of the national format that the plan answers."""
    return find_edition(plan.edition)


def open_plan(regios: Sequence[Regio], *, deadline: date, actor: Actor | None, edition: str = PLAN_2023.key) -> Plan:
    """Start a plan for one region or several, with its first concept, names and national goal filled in.

    Raises PlanProblem when no region is given or one of them already has a plan.
    """
    if not regios:
        raise PlanProblem("Kies ten minste één regio.")
    plan = Plan(edition=edition, deadline=deadline)
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
    """Give a plan another deadline. Reminders start anew for the new date.

    Raises PlanProblem when the date has passed.
    """
    if deadline < clock.today():
        raise PlanProblem("Deze datum is al voorbij. Kies vandaag of een latere dag.")
    if deadline != plan.deadline:
        plan.deadline = deadline
        events.record(plan, EventSoort.DEADLINE_GEZET, actor, notitie=notitie, deadline=dates.day_short(deadline))


def join_plan(plan: Plan, other: Plan, *, actor: Actor) -> None:
    """Let `plan` count for the regions of `other` too. What was written in `other` stays readable there.

    Raises PlanProblem when one of both is not in the hands of its region.
    """
    from portal.services.plan.reading_along import close as stop_reading_along

    # Always in the same order: two people who join the same plans must not wait for each other for ever.
    for one in sorted((plan, other), key=lambda one: one.id):
        lock_plan(one)
        db.session.refresh(one, ["plan_regios"])
    if plan.id == other.id:
        raise PlanProblem("Kies twee verschillende plannen.")
    for one in (plan, other):
        if one.opgegaan_in_id is not None:
            raise PlanProblem("Een van deze plannen is al opgegaan in een ander plan. Ververs de pagina.")
        if not one.status.can_be_edited:
            raise PlanProblem(f"Het plan van {one.naam} is ingediend. Samenvoegen kan nu niet.")
    names, before = other.naam, prefilled.prefilled(plan)
    # Nobody could take the question back any more, and reviewers would go on reading a draft that nobody writes.
    stop_reading_along(other, actor=actor)
    for link in list(other.plan_regios):
        other.plan_regios.remove(link)
        db.session.flush()
        plan.plan_regios.append(PlanRegio(regio=link.regio))
    other.opgegaan_in_id = plan.id
    other.vroegere_naam = names
    db.session.flush()
    prefilled.follow_regions(plan, before)
    events.record(other, EventSoort.PLAN_SAMENGEVOEGD, actor, regios=plan.naam)
    events.record(plan, EventSoort.REGIO_TOEGEVOEGD, actor, regio=names)


def split_plan(plan: Plan, regio: Regio, *, actor: Actor) -> Plan:
    """Give one region of a joint plan a plan of its own, starting with a copy of the working copy.

    Raises PlanProblem when the plan is not joint, does not count for the region, or is not in the region's hands.
    """
    from portal.services.plan.copying import copy_working_copy

    lock_plan(plan)
    db.session.refresh(plan, ["plan_regios"])
    link = next((link for link in plan.plan_regios if link.regio_id == regio.id), None)
    if link is None or len(plan.plan_regios) < 2:
        raise PlanProblem("Dit is geen gezamenlijk plan voor deze regio.")
    if not plan.status.can_be_edited:
        raise PlanProblem(f"Het plan van {plan.naam} is ingediend. Splitsen kan nu niet.")
    before = prefilled.prefilled(plan)
    plan.plan_regios.remove(link)
    db.session.flush()
    own = Plan(edition=plan.edition, deadline=plan.deadline, plan_regios=[PlanRegio(regio=regio)])
    own.versies = [PlanVersie(nummer=1, status_sinds=clock.now())]
    db.session.add(own)
    db.session.flush()
    copy_working_copy(plan, own)
    for one in (plan, own):
        prefilled.follow_regions(one, before)
    events.record(plan, EventSoort.REGIO_AFGESPLITST, actor, regio=regio.naam)
    events.record(own, EventSoort.PLAN_GESTART, actor, regios=regio.naam)
    return own


def lock_plan(plan: Plan) -> None:
    """Let other writers of this plan wait until this transaction ends, and see its newest status.

    On SQLite it is the whole database that is locked.
    """
    begin_writing(db.session.connection())
    mine = PlanVersie.plan_id == plan.id
    db.session.execute(select(PlanVersie.id).where(mine).order_by(PlanVersie.id).with_for_update()).all()
    # Asked apart: who waited for the lock would not see a version that was added meanwhile.
    found = db.session.execute(
        select(PlanVersie, Plan.opgegaan_in_id)
        .join(Plan, PlanVersie.plan_id == Plan.id)
        .where(mine)
        .order_by(PlanVersie.nummer)
        .execution_options(populate_existing=True)
    ).all()
    set_committed_value(plan, "versies", [versie for versie, _ in found])
    set_committed_value(plan, "opgegaan_in_id", found[0][1])


def require_editable(plan: Plan) -> None:
    """Lock the plan and make sure that the region holds the pen.

    Raises PlanProblem with the reason when it does not.
    """
    lock_plan(plan)
    if plan.opgegaan_in_id is not None:
        raise PlanProblem("Dit plan is opgegaan in een gezamenlijk plan. Werk daarin verder.")
    if plan.status is VersieStatus.VASTGESTELD:
        raise PlanProblem("Dit plan is vastgesteld. U kunt het niet meer wijzigen.")
    if not plan.status.can_be_edited:
        raise PlanProblem("Dit plan is ingediend. U kunt het pas weer wijzigen als u het intrekt of terugkrijgt.")
