"""A contact person asks a colleague to do a part of the plan. Everybody of the region can go on writing in it.

Who is no contact person of the plan any more is not asked anything, from that moment on; `free_left` writes that down.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, bindparam, exists, select

from forms.dutch import dates
from forms.spec import Step
from portal.domain import clock
from portal.domain.plan.events import EventSoort
from portal.domain.plan.giving import may_end
from portal.domain.roles import Actor, Rol
from portal.extensions import db
from portal.models import GegevenOnderdeel, Lidmaatschap, Plan, PlanRegio, User
from portal.services import people
from portal.services.people import ContactOnPage
from portal.services.plan import events, notices, pen

_IS_CONTACT: ColumnElement[bool] = exists(
    select(Lidmaatschap.id)
    .join(PlanRegio, PlanRegio.regio_id == Lidmaatschap.regio_id)
    .join(User, User.id == Lidmaatschap.account_id)
    .where(
        PlanRegio.plan_id == GegevenOnderdeel.plan_id,
        Lidmaatschap.account_id == GegevenOnderdeel.aan_id,
        Lidmaatschap.rol == Rol.REGIOCONTACT,
        User.active,
    )
)
_OPEN = (
    select(GegevenOnderdeel)
    .where(GegevenOnderdeel.gesloten_op.is_(None))
    .options(people.named(GegevenOnderdeel.aan), people.named(GegevenOnderdeel.gegeven_door))
    .order_by(GegevenOnderdeel.voor.is_(None), GegevenOnderdeel.voor, GegevenOnderdeel.id)
)
# Written down once: putting such a query together takes longer than running it.
OPEN_NOW = _OPEN.where(_IS_CONTACT)
_OF_PLAN = OPEN_NOW.where(GegevenOnderdeel.plan_id == bindparam("plan_id")).execution_options(populate_existing=True)
_ASKED_OF = OPEN_NOW.where(GegevenOnderdeel.aan_id == bindparam("account_id"))


def open_of(plan: Plan) -> dict[str, GegevenOnderdeel]:
    """Which parts of a plan somebody was asked to do, by the key of the step."""
    return {one.step_key: one for one in db.session.scalars(_OF_PLAN, {"plan_id": plan.id})}


def asked_of(actor: Actor) -> list[GegevenOnderdeel]:
    """What this person was asked to do, in all plans; what is asked first by a day comes first."""
    if not actor.regio_ids(Rol.REGIOCONTACT):
        return []
    return list(db.session.scalars(_ASKED_OF, {"account_id": actor.user_id}))


def colleagues(plan: Plan, actor: Actor) -> list[ContactOnPage]:
    """To whom this person can give a part: the other contact persons of the plan, each once."""
    found = {one.account_id: one for one in people.contacts_on_page(plan.facts.regio_ids)}
    return [one for account_id, one in found.items() if account_id != actor.user_id]


def can_end(plan: Plan, given: GegevenOnderdeel, actor: Actor) -> bool:
    """True when this person may say that it is over, or give the part to somebody else."""
    if actor.user_id in (given.aan_id, given.gegeven_door_id):
        return True
    contacts = {one.account_id for one in people.contacts_on_page(plan.facts.regio_ids)}
    return may_end(actor.user_id, to=given.aan_id, by=given.gegeven_door_id, contacts=contacts)


def give(
    plan: Plan, step: Step, *, aan_id: int, voor: date | None, toelichting: str, seen_id: int, actor: Actor
) -> GegevenOnderdeel:
    """Ask a colleague to do a part, and mail it. `seen_id`: who had it on the page, which ends (0: nobody).

    Raises PlanProblem when the region does not hold the pen, this is no contact person, or another has it by now.
    """
    pen.require_editable(plan)
    _require_colleague(plan, aan_id, actor)
    before = open_of(plan).get(step.key)
    _require_seen(plan, before, seen_id, actor)
    if before is not None:
        before.gesloten_op = clock.now()
        db.session.flush()
    _close_left(plan, step)
    given = GegevenOnderdeel(
        plan_id=plan.id,
        step_key=step.key,
        aan_id=aan_id,
        voor=voor,
        toelichting=toelichting,
        gegeven_op=clock.now(),
        gegeven_door_id=actor.user_id,
    )
    db.session.add(given)
    db.session.flush()
    _tell_given(plan, step, given, actor)
    notices.part_given(plan, step, given)
    return given


def _require_colleague(plan: Plan, aan_id: int, actor: Actor) -> None:
    if aan_id not in {one.account_id for one in colleagues(plan, actor)}:
        raise pen.PlanProblem("Kies een andere contactpersoon van dit plan. Deze persoon is dat niet (meer).")


def _require_seen(plan: Plan, before: GegevenOnderdeel | None, seen_id: int, actor: Actor) -> None:
    if before is None or before.aan_id == actor.user_id:
        return
    if before.id != seen_id or not can_end(plan, before, actor):
        told = f"{before.gegeven_door.naam} heeft dit onderdeel al aan {before.aan.naam} gegeven."
        raise pen.PlanProblem(f"{told} Een van hen kan het terugnemen.")


def _tell_given(plan: Plan, step: Step, given: GegevenOnderdeel, actor: Actor) -> None:
    soort = EventSoort.ONDERDEEL_GEGEVEN_VOOR if given.voor else EventSoort.ONDERDEEL_GEGEVEN
    words = {"deadline": dates.day_in_words(given.voor)} if given.voor else {}
    aan = given.aan.naam
    notitie = given.toelichting
    events.record(plan, soort, actor, notitie=notitie, onderdeel=step.title, stap=step.key, aan=aan, **words)


def end(plan: Plan, step: Step, given_id: int, *, ready: bool, actor: Actor) -> bool:
    """Say that a part is ready, or take it back. False when it was over already, or is somebody else's by now.

    Raises PlanProblem for who neither gave nor got it.
    """
    pen.lock_plan(plan)
    given = open_of(plan).get(step.key)
    if given is None or given.id != given_id:
        return False
    if not can_end(plan, given, actor):
        who = f"{given.aan.naam} of {given.gegeven_door.naam}"
        raise pen.PlanProblem(f"Alleen {who} kan dit zeggen. U kunt wel in dit onderdeel werken.")
    given.gesloten_op = clock.now()
    soort = EventSoort.ONDERDEEL_GEREED if ready else EventSoort.ONDERDEEL_TERUGGENOMEN
    events.record(plan, soort, actor, onderdeel=step.title, stap=step.key, aan=given.aan.naam)
    if actor.user_id == given.aan_id:
        notices.part_ended(plan, step, given, ready=ready)
    return True


def close_all(plan: Plan) -> None:
    """End what is given of a locked plan, without a word: also what handing in does."""
    for given in _all_open(plan.id):
        given.gesloten_op = clock.now()


def _close_left(plan: Plan, step: Step) -> None:
    """What is still open in a part that nobody was found to have is of somebody who left."""
    for given in _all_open(plan.id):
        if given.step_key == step.key:
            _free(plan, given)
    db.session.flush()


def _all_open(plan_id: int) -> Iterable[GegevenOnderdeel]:
    return db.session.scalars(_OPEN.where(GegevenOnderdeel.plan_id == plan_id)).all()


_LEFT = _OPEN.where(~_IS_CONTACT)


def free_left() -> int:
    """Free the parts of who is no contact person of that plan any more; the caller commits. Returns how many."""
    found = sorted({given.plan_id for given in db.session.scalars(_LEFT)})
    return sum(_free_of(db.session.get_one(Plan, plan_id)) for plan_id in found)


def _free_of(plan: Plan) -> int:
    pen.lock_plan(plan)
    left = _LEFT.where(GegevenOnderdeel.plan_id == plan.id).execution_options(populate_existing=True)
    freed = db.session.scalars(left).all()
    for given in freed:
        _free(plan, given)
    return len(freed)


def _free(plan: Plan, given: GegevenOnderdeel) -> None:
    given.gesloten_op = clock.now()
    step = pen.format_of(plan).step(given.step_key)
    title = step.title if step else given.step_key
    events.record(plan, EventSoort.ONDERDEEL_VRIJ, None, onderdeel=title, stap=given.step_key, aan=given.aan.naam)
