"""Remarks on a plan: threads about a part or an action, and who may read and write them.

Who reads a remark is settled when it is made and never becomes wider: replies belong to its thread. What somebody may
read comes from `readable_for`, and every way to a thread goes through it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import cache

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload, lazyload, load_only, selectinload
from sqlalchemy.orm.strategy_options import _AbstractLoad

from forms.dutch.dates import in_amsterdam
from forms.spec import Kind
from portal.domain import clock
from portal.domain.review.remarks import ReactieSoort, Zicht, is_same_again
from portal.domain.roles import Actor, Rol
from portal.extensions import db
from portal.models import Lidmaatschap, Opmerking, Plan, PlanRegio, Reactie, User
from portal.plain import plain_rows
from portal.services.plan import pen
from portal.services.remark import notices
from portal.services.remark.action_names import action_names
from portal.services.remark.readers import readable_for

# No row has a higher id; PostgreSQL refuses to look for one.
MAX_ID = 2**31 - 1


class RemarkProblem(Exception):
    """Nothing was written. The message is Dutch and fit to show."""


class RemarkGone(Exception):
    """There is no such thread on this plan, or this person may not know of it."""


def threads_of(plan: Plan, seen: Collection[Zicht], step_key: str | None = None) -> list[Opmerking]:
    """The threads on a plan (or on one step) that may be `seen`, open ones first and then in the order they began.

    Two queries, however many threads and replies there are.
    """
    query = (
        select(Opmerking)
        .where(Opmerking.plan_id == plan.id, Opmerking.zicht.in_(seen))
        .options(_written_by(Opmerking.door), selectinload(Opmerking.reacties).options(_written_by(Reactie.door)))
        .order_by(Opmerking.opgelost_op.is_not(None), Opmerking.id)
    )
    if step_key is not None:
        query = query.where(Opmerking.step_key == step_key)
    return list(db.session.scalars(query))


@cache
def _written_by(relation: InstrumentedAttribute[User]) -> _AbstractLoad:
    """Load who wrote it, with the organisation and without roles."""
    return joinedload(relation).options(
        load_only(User.naam), joinedload(User.organisatie), lazyload(User.lidmaatschappen)
    )


def open_counts(plan: Plan, seen: Collection[Zicht]) -> dict[str, int]:
    """How many open threads that may be `seen` each step has; a step without any is left out."""
    query = (
        select(Opmerking.step_key, func.count())
        .where(Opmerking.plan_id == plan.id, Opmerking.zicht.in_(seen), Opmerking.opgelost_op.is_(None))
        .group_by(Opmerking.step_key)
    )
    return dict(db.session.execute(query).all())


_BY_THE_REGION = exists().where(
    Lidmaatschap.account_id == Opmerking.door_id,
    Lidmaatschap.regio_id == PlanRegio.regio_id,
    PlanRegio.plan_id == Opmerking.plan_id,
)
_FROM_REVIEWERS = (
    select(Opmerking.plan_id, func.count())
    .where(
        Opmerking.plan_id.in_(
            select(PlanRegio.plan_id).where(PlanRegio.regio_id.in_(bindparam("regio_ids", expanding=True)))
        ),
        Opmerking.zicht == Zicht.REGIO,
        Opmerking.opgelost_op.is_(None),
        ~_BY_THE_REGION,
    )
    .group_by(Opmerking.plan_id)
)


def from_reviewers(actor: Actor) -> Counter[int]:
    """How many open remarks of reviewers wait on each plan of the actor's own regions, by plan id."""
    regio_ids = actor.regio_ids(Rol.REGIOCONTACT, Rol.REGIOLEZER)
    if not regio_ids:
        return Counter()
    return Counter(dict(map(tuple, plain_rows(_FROM_REVIEWERS, {"regio_ids": list(regio_ids)}))))


def start_thread(
    plan: Plan, *, step_key: str, tekst: str, zicht: Zicht, actor: Actor, actie_id: int | None = None
) -> Opmerking:
    """Begin a thread about a step, or about one action of the plan; tells those who may read it.

    A second press of the button gives the thread that the first one made. Raises RemarkProblem for an empty text, a
    step or action that the plan does not have, or readers that the actor may not choose.
    """
    seen = _take_part(plan, actor)
    if zicht not in seen:
        raise RemarkProblem("Kies opnieuw wie uw opmerking mag lezen.")
    _require_text(tekst, "Schrijf uw opmerking op.")
    _require_place(plan, step_key, actie_id, actor)
    again = _same_thread(plan, step_key, actie_id, zicht, tekst, actor)
    if again is not None:
        return again
    thread = Opmerking(
        plan_id=plan.id,
        versie_id=plan.versie.id,
        step_key=step_key,
        actie_id=actie_id,
        zicht=zicht,
        tekst=tekst.strip(),
        op=clock.now(),
        door_id=actor.user_id,
    )
    db.session.add(thread)
    db.session.flush()
    notices.started(plan, thread, actor=actor)
    return thread


def find_thread(plan: Plan, opmerking_id: int, actor: Actor) -> Opmerking:
    """The thread with this id. Raises RemarkGone when it is not on this plan or the actor may not read it."""
    thread = db.session.get(Opmerking, opmerking_id) if 0 < opmerking_id <= MAX_ID else None
    if thread is None or thread.plan_id != plan.id or thread.zicht not in readable_for(plan, actor):
        raise RemarkGone
    return thread


def reply(plan: Plan, opmerking_id: int, *, tekst: str, actor: Actor) -> Opmerking:
    """Say something in a thread. A thread that was resolved meanwhile stays so: the caller tells the person.

    Raises RemarkGone, and RemarkProblem for an empty text.
    """
    thread = _locked_thread(plan, opmerking_id, actor)
    _require_text(tekst, "Schrijf uw reactie op.")
    return _add(plan, thread, ReactieSoort.REACTIE, tekst, actor)


def resolve(
    plan: Plan, opmerking_id: int, *, actor: Actor, tekst: str = "", seen_reply: int | None = None
) -> Opmerking:
    """Call a thread resolved, with or without a last word. One that is resolved already only gets the words.

    `seen_reply` is the id of the last reply that the person saw (0: there was none). Raises RemarkGone, and
    RemarkProblem when somebody else said something after it.
    """
    thread = _locked_thread(plan, opmerking_id, actor)
    if thread.opgelost_op is None:
        if seen_reply is not None and _said_after(thread, seen_reply, actor):
            raise RemarkProblem("Er is intussen een nieuwe reactie. Lees die eerst. Kies daarna opnieuw.")
        thread.opgelost_op = clock.now()
        return _add(plan, thread, ReactieSoort.OPGELOST, tekst, actor)
    return _add(plan, thread, ReactieSoort.REACTIE, tekst, actor) if tekst.strip() else thread


def reopen(plan: Plan, opmerking_id: int, *, actor: Actor, tekst: str = "") -> Opmerking:
    """Open a resolved thread again, with or without saying why. One that is open already only gets the words.

    Raises RemarkGone, RemarkProblem.
    """
    thread = _locked_thread(plan, opmerking_id, actor)
    if thread.opgelost_op is not None:
        thread.opgelost_op = None
        return _add(plan, thread, ReactieSoort.HEROPEND, tekst, actor)
    return _add(plan, thread, ReactieSoort.REACTIE, tekst, actor) if tekst.strip() else thread


def _take_part(plan: Plan, actor: Actor) -> frozenset[Zicht]:
    """Lock the plan and look again at what the actor may read: it can have been taken back or joined meanwhile."""
    pen.lock_plan(plan)
    db.session.refresh(plan, ["plan_regios"])
    if plan.opgegaan_in_id is not None:
        raise RemarkProblem("Dit plan is opgegaan in een gezamenlijk plan. Schrijf uw opmerking bij dat plan.")
    seen = readable_for(plan, actor)
    if not seen:
        raise RemarkProblem("U kunt nu niets schrijven bij dit plan. De regio heeft het teruggenomen.")
    return seen


def _locked_thread(plan: Plan, opmerking_id: int, actor: Actor) -> Opmerking:
    find_thread(plan, opmerking_id, actor)
    _take_part(plan, actor)
    thread = find_thread(plan, opmerking_id, actor)
    db.session.refresh(thread)
    return thread


def _require_text(tekst: str, message: str) -> None:
    if not tekst.strip():
        raise RemarkProblem(message)


def _require_place(plan: Plan, step_key: str, actie_id: int | None, actor: Actor) -> None:
    step = pen.format_of(plan).step(step_key)
    if step is None:
        raise RemarkProblem("Kies een onderdeel van dit plan.")
    if actie_id is None:
        return
    action = action_names(plan, actor).get(actie_id)
    if action is None or step.key != actions_step(plan):
        raise RemarkProblem("Kies een actie van dit plan.")
    if not action.present:
        raise RemarkProblem("Deze actie is intussen verwijderd. Kies een andere actie of het hele onderdeel.")


def actions_step(plan: Plan) -> str:
    """The key of the step in which the actions of a plan stand."""
    format_ = pen.format_of(plan)
    return format_.step_of(format_.question_of_kind(Kind.ACTIES).key).key


def _same_thread(
    plan: Plan, step_key: str, actie_id: int | None, zicht: Zicht, tekst: str, actor: Actor
) -> Opmerking | None:
    last = db.session.scalars(
        select(Opmerking)
        .where(
            Opmerking.plan_id == plan.id,
            Opmerking.step_key == step_key,
            Opmerking.actie_id.is_(None) if actie_id is None else Opmerking.actie_id == actie_id,
            Opmerking.zicht == zicht,
            Opmerking.door_id == actor.user_id,
        )
        .order_by(Opmerking.id.desc())
        .limit(1)
    ).first()
    return last if last and _is_again(last, tekst) else None


def _add(plan: Plan, thread: Opmerking, soort: ReactieSoort, tekst: str, actor: Actor) -> Opmerking:
    last = db.session.scalars(
        select(Reactie).where(Reactie.opmerking_id == thread.id).order_by(Reactie.id.desc()).limit(1)
    ).first()
    if soort is ReactieSoort.REACTIE and last and last.door_id == actor.user_id and _is_again(last, tekst):
        return thread
    said = Reactie(opmerking_id=thread.id, soort=soort, tekst=tekst.strip(), op=clock.now(), door_id=actor.user_id)
    db.session.add(said)
    db.session.flush()
    if said.tekst:
        notices.replied(plan, thread, said, actor=actor)
    return thread


def _said_after(thread: Opmerking, reactie_id: int, actor: Actor) -> bool:
    later = select(Reactie.id).where(
        Reactie.opmerking_id == thread.id, Reactie.id > reactie_id, Reactie.door_id != actor.user_id
    )
    return db.session.scalars(later.limit(1)).first() is not None


def _is_again(before: Opmerking | Reactie, tekst: str) -> bool:
    passed = in_amsterdam(clock.now()) - in_amsterdam(before.op)
    return is_same_again(seconds=passed.total_seconds(), same_words=before.tekst.strip() == tekst.strip())
