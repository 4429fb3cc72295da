"""Saving a step of the plan, and declaring that it follows later."""

from __future__ import annotations

from forms.build import StepForm
from forms.spec import Step
from portal.domain import clock
from portal.domain.plan.events import EventSoort
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Plan, StapVerklaring
from portal.services.filling import revisions
from portal.services.plan import answers, events, pen


def save_step(plan: Plan, form: StepForm, *, actor: Actor) -> revisions.SaveResult:
    """Save the texts and closed answers of one page. Raises PlanProblem when the region does not hold the pen."""
    return answers.save_answers(plan, revisions.edits_of(form), actor=actor)


def declare_later(plan: Plan, step: Step, *, reden: str, actor: Actor) -> None:
    """Declare that a step follows later; saying it again changes the reason.

    Raises PlanProblem without a reason or when the region does not hold the pen.
    """
    pen.require_editable(plan)
    if not reden.strip():
        raise pen.PlanProblem("Schrijf kort op waarom dit onderdeel later volgt, of wanneer.")
    declaration = db.session.get(StapVerklaring, (plan.id, step.key), populate_existing=True)
    if declaration is None:
        declaration = StapVerklaring(plan_id=plan.id, step_key=step.key)
        db.session.add(declaration)
    declaration.reden = reden
    declaration.door_id = actor.user_id
    declaration.op = clock.now()
    events.record(plan, EventSoort.STAP_VOLGT_LATER, actor, notitie=reden, onderdeel=step.title, stap=step.key)


def withdraw_later(plan: Plan, step: Step, *, actor: Actor) -> None:
    """Take "volgt later" away again. Raises PlanProblem when the region does not hold the pen."""
    pen.require_editable(plan)
    declaration = db.session.get(StapVerklaring, (plan.id, step.key), populate_existing=True)
    if declaration is not None:
        db.session.delete(declaration)
        events.record(plan, EventSoort.STAP_TOCH_INGEVULD, actor, onderdeel=step.title, stap=step.key)
