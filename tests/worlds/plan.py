"""A plan on its way: opened, ready, handed in, approved."""

from __future__ import annotations

from datetime import date, timedelta

from portal.domain import clock
from portal.domain.plan.events import EventSoort
from portal.domain.plan.workflow import Move
from portal.domain.roles import Actor, Rol
from portal.extensions import db
from portal.models import Indiening, Plan, Regio, StapVerklaring, User
from portal.services.plan import events, pen, plans, steps, submit, workflow
from tests.editions import PLAN
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.rows import all_rows


def make_plan(
    *regios: Regio, deadline: date | None = None, actor: Actor | None = None, edition: str = PLAN.key
) -> Plan:
    """An empty plan for these regions (none given: for a new one), with its deadline in thirty days."""
    deadline = deadline or clock.today() + timedelta(days=30)
    return plans.open_plan(regios or [make_regio()], deadline=deadline, actor=actor, edition=edition)


def make_plan_ready(plan: Plan, contact: User) -> Plan:
    """Make a plan fit to be submitted, the short way: every step volgt later.

    The verb says it of the first step and locks the plan; of the others its rows are written in one go.
    """
    first, *others = pen.format_of(plan).steps
    reden, actor = "Dit volgt in januari.", contact.actor
    steps.declare_later(plan, first, reden=reden, actor=actor)
    declared = {one.step_key: one for one in all_rows(StapVerklaring) if one.plan_id == plan.id}
    for step in others:
        one = declared.get(step.key) or StapVerklaring(plan_id=plan.id, step_key=step.key)
        one.reden, one.door_id, one.op = reden, actor.user_id, clock.now()
        db.session.add(one)
        events.record(plan, EventSoort.STAP_VOLGT_LATER, actor, notitie=reden, onderdeel=step.title, stap=step.key)
    db.session.flush()
    return plan


def make_indiening(plan: Plan, contact: User | None = None) -> Indiening:
    """Submit a plan as this contact (none given: a new one of its first region). The plan is made ready first."""
    contact = contact or make_contact(plan.regios[0])
    make_plan_ready(plan, contact)
    namens = next(iter(contact.actor.sides(plan.facts.regio_ids)))
    indiening = submit.submit(
        plan, actor=contact.actor, namens=namens, akkoord_van="D. Ander", seen_number=plan.versie.indiening_nummer
    )
    db.session.flush()
    return indiening


def make_vastgesteld(plan: Plan, coordinator: User | None = None) -> Plan:
    """Submit a plan, pick it up and approve it."""
    actor = (coordinator or make_user(Rol.COORDINATOR)).actor
    make_indiening(plan)
    for move in (Move.OPPAKKEN, Move.VASTSTELLEN):
        workflow.move(plan, move, actor=actor)
    db.session.flush()
    return plan
