"""Plans that become one, and a region that goes on by itself."""

from __future__ import annotations

from portal.domain import clock
from portal.domain.plan.events import EventSoort
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Plan, PlanRegio, PlanVersie, Regio
from portal.services.plan import events, giving, prefilled
from portal.services.plan.copying import copy_working_copy
from portal.services.plan.pen import PlanProblem, lock_plan
from portal.services.plan.reading_along import close as stop_reading_along


def join_plan(plan: Plan, other: Plan, *, actor: Actor) -> None:
    """Let `plan` count for the regions of `other` too. What was written in `other` stays readable there.

    Raises PlanProblem when one of both is not in the hands of its region.
    """
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
    giving.close_all(other)
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
