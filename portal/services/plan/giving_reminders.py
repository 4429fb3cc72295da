"""Who was asked to do a part by a day is reminded of it once, when that day comes near and the part is not ready."""

from __future__ import annotations

from forms.dutch import dates
from forms.dutch.dates import in_amsterdam
from portal.domain import clock
from portal.domain.plan.completeness import StepState, plan_state
from portal.domain.plan.giving import REMIND_DAYS, reminder_is_due, still_asked
from portal.domain.plan.reminders import deadlines_to_look_at
from portal.extensions import db
from portal.models import GegevenOnderdeel, Plan, User
from portal.services.filling.traces import Trace, last_changes
from portal.services.mail import outbox
from portal.services.plan import pen
from portal.services.plan.giving import OPEN_NOW
from portal.services.plan.outline import outlines

How = tuple[StepState, Trace | None]


def remind_of_parts() -> int:
    """Write the reminders that are due to the outbox; the caller commits. Returns how many are new."""
    near = OPEN_NOW.where(GegevenOnderdeel.voor.between(*deadlines_to_look_at(clock.today(), REMIND_DAYS)))
    due = [given for given in db.session.scalars(near) if _is_due(given)]
    plans = {plan_id: db.session.get_one(Plan, plan_id) for plan_id in {given.plan_id for given in due}}
    parts = _parts([plan for plan in plans.values() if plan.status.can_be_edited])
    return sum(_remind(plans[given.plan_id], given, parts.get((given.plan_id, given.step_key))) for given in due)


def _is_due(given: GegevenOnderdeel) -> bool:
    asked = in_amsterdam(given.gegeven_op).date()
    return given.voor is not None and reminder_is_due(given.voor, given=asked, today=clock.today())


def _parts(plans: list[Plan]) -> dict[tuple[int, str], How]:
    """How far every part of these plans is and who changed it last."""
    found: dict[tuple[int, str], How] = {}
    for plan_id, known in outlines([plan.id for plan in plans]).items():
        format_ = pen.format_of(db.session.get_one(Plan, plan_id))
        changes = last_changes(known.changes, format_)
        for state in plan_state(format_, known.content):
            found[plan_id, state.step.key] = state, changes.get(state.step.key)
    return found


def _remind(plan: Plan, given: GegevenOnderdeel, how: How | None) -> bool:
    if how is None or given.voor is None:
        return False
    state, change = how
    if not still_asked(state, given=given.gegeven_op, changed=change.op if change else None):
        return False
    subject = f"“{state.step.title}”, {dates.days_left(given.voor, clock.today())}: {plan.naam}"
    return outbox.post(
        f"onderdeel_herinnering:{given.id}",
        "onderdeel_herinnering",
        db.session.get_one(User, given.aan_id),
        subject,
        "onderdeel_herinnering",
        plan=plan,
        step=state.step,
        given=given,
    )
