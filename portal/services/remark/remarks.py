"""Remarks on a plan, an answer sheet or a report: threads about a part, a question or an action, and who writes there.

Who reads a remark is settled when it is made and never becomes wider: replies belong to its thread. What somebody may
read comes from `readable_for`, and every way to a thread goes through it.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload, lazyload, load_only, selectinload
from sqlalchemy.orm.strategy_options import _AbstractLoad

from forms.dutch.dates import in_amsterdam
from portal.domain import clock
from portal.domain.review.remarks import ReactieSoort, Zicht, is_same_again, readable
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Antwoordblad, Opmerking, Reactie, Uitvraag, User
from portal.services.remark import notices
from portal.services.remark.readers import readable_for
from portal.services.remark.remarked import Remarked, Thing, remarked

# No row has a higher id; PostgreSQL refuses to look for one.
MAX_ID = 2**31 - 1


class RemarkProblem(Exception):
    """Nothing was written. The message is Dutch and fit to show."""


class RemarkGone(Exception):
    """There is no such thread here, or this person may not know of it."""


def threads_of(thing: Thing, seen: Collection[Zicht], step_key: str | None = None) -> list[Opmerking]:
    """The threads on it (or on one step) that may be `seen`, open ones first and then in the order they began.

    Two queries, however many threads and replies there are.
    """
    query = (
        select(Opmerking)
        .where(remarked(thing).threads(), Opmerking.zicht.in_(seen))
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


def open_counts(thing: Thing, seen: Collection[Zicht]) -> dict[str, int]:
    """How many open threads that may be `seen` each step has; a step without any is left out."""
    query = (
        select(Opmerking.step_key, func.count())
        .where(remarked(thing).threads(), Opmerking.zicht.in_(seen), Opmerking.opgelost_op.is_(None))
        .group_by(Opmerking.step_key)
    )
    return dict(db.session.execute(query).all())


def open_on_sheets(uitvraag: Uitvraag) -> dict[int, int]:
    """How many open threads that reviewers read each answer sheet of a round has, by its id; none is left out."""
    query = (
        select(Opmerking.blad_id, func.count())
        .join(Antwoordblad, Opmerking.blad_id == Antwoordblad.id)
        .where(
            Antwoordblad.uitvraag_id == uitvraag.id,
            Opmerking.zicht.in_(readable(of_region=False, reviewer=True)),
            Opmerking.opgelost_op.is_(None),
        )
        .group_by(Opmerking.blad_id)
    )
    return {blad_id: number for blad_id, number in db.session.execute(query).all() if blad_id}


def start_thread(
    thing: Thing,
    *,
    step_key: str,
    tekst: str,
    zicht: Zicht,
    actor: Actor,
    actie_id: int | None = None,
    anker: str | None = None,
) -> Opmerking:
    """Begin a thread about a step, or about one action or sentence (`anker`) in it; tells those who may read it.

    A second press of the button gives the thread that the first one made. Raises RemarkProblem for an empty text, a
    step or action that it does not have, or readers that the actor may not choose.
    """
    subject = remarked(thing)
    seen = _take_part(subject, actor)
    if zicht not in seen:
        raise RemarkProblem("Kies opnieuw wie uw opmerking mag lezen.")
    _require_text(tekst, "Schrijf uw opmerking op.")
    _require_place(subject, step_key, actie_id, actor)
    if anker is not None and anker not in subject.anchors(step_key):
        raise RemarkProblem(subject.action_gone)
    again = _same_thread(subject, step_key, actie_id, anker, zicht, tekst, actor)
    if again is not None:
        return again
    thread = Opmerking(
        **subject.columns(),
        step_key=step_key,
        actie_id=actie_id,
        anker=anker,
        zicht=zicht,
        tekst=tekst.strip(),
        op=clock.now(),
        door_id=actor.user_id,
    )
    db.session.add(thread)
    db.session.flush()
    notices.started(subject, thread, actor=actor)
    return thread


def find_thread(thing: Thing, opmerking_id: int, actor: Actor) -> Opmerking:
    """The thread with this id. Raises RemarkGone when it is not on this plan or sheet, or the actor may not read it."""
    thread = db.session.get(Opmerking, opmerking_id) if 0 < opmerking_id <= MAX_ID else None
    if thread is None or not remarked(thing).holds(thread) or thread.zicht not in readable_for(thing, actor):
        raise RemarkGone
    return thread


def reply(thing: Thing, opmerking_id: int, *, tekst: str, actor: Actor) -> Opmerking:
    """Say something in a thread. A thread that was resolved meanwhile stays so: the caller tells the person.

    Raises RemarkGone, and RemarkProblem for an empty text.
    """
    subject, thread = _locked_thread(thing, opmerking_id, actor)
    _require_text(tekst, "Schrijf uw reactie op.")
    return _add(subject, thread, ReactieSoort.REACTIE, tekst, actor)


def resolve(
    thing: Thing, opmerking_id: int, *, actor: Actor, tekst: str = "", seen_reply: int | None = None
) -> Opmerking:
    """Call a thread resolved, with or without a last word. One that is resolved already only gets the words.

    `seen_reply` is the id of the last reply that the person saw (0: there was none). Raises RemarkGone, and
    RemarkProblem when somebody else said something after it.
    """
    subject, thread = _locked_thread(thing, opmerking_id, actor)
    _require_settler(subject, thread, actor)
    if thread.opgelost_op is None:
        if seen_reply is not None and _said_after(thread, seen_reply, actor):
            raise RemarkProblem("Er is intussen een nieuwe reactie. Lees die eerst. Kies daarna opnieuw.")
        thread.opgelost_op = clock.now()
        return _add(subject, thread, ReactieSoort.OPGELOST, tekst, actor)
    return _add(subject, thread, ReactieSoort.REACTIE, tekst, actor) if tekst.strip() else thread


def reopen(thing: Thing, opmerking_id: int, *, actor: Actor, tekst: str = "") -> Opmerking:
    """Open a resolved thread again, with or without saying why. One that is open already only gets the words.

    Raises RemarkGone, RemarkProblem.
    """
    subject, thread = _locked_thread(thing, opmerking_id, actor)
    _require_settler(subject, thread, actor)
    if thread.opgelost_op is not None:
        thread.opgelost_op = None
        return _add(subject, thread, ReactieSoort.HEROPEND, tekst, actor)
    return _add(subject, thread, ReactieSoort.REACTIE, tekst, actor) if tekst.strip() else thread


def _take_part(subject: Remarked, actor: Actor) -> frozenset[Zicht]:
    """Lock it and look again at what the actor may read: a plan can have been taken back or joined meanwhile."""
    subject.lock()
    if subject.only_read_because:
        raise RemarkProblem(subject.only_read_because)
    seen = readable_for(subject.thing, actor)
    if not seen:
        raise RemarkProblem(subject.not_now)
    return seen


def _locked_thread(thing: Thing, opmerking_id: int, actor: Actor) -> tuple[Remarked, Opmerking]:
    subject = remarked(thing)
    find_thread(thing, opmerking_id, actor)
    _take_part(subject, actor)
    thread = find_thread(thing, opmerking_id, actor)
    db.session.refresh(thread)
    return subject, thread


def _require_settler(subject: Remarked, thread: Opmerking, actor: Actor) -> None:
    if problem := subject.why_not_settled(thread, actor):
        raise RemarkProblem(problem)


def _require_text(tekst: str, message: str) -> None:
    if not tekst.strip():
        raise RemarkProblem(message)


def _require_place(subject: Remarked, step_key: str, actie_id: int | None, actor: Actor) -> None:
    step = subject.format.step(step_key)
    if step is None:
        raise RemarkProblem(subject.choose_step)
    if actie_id is None:
        return
    action = subject.action_names(actor).get(actie_id)
    if action is None or step.key != subject.actions_step:
        raise RemarkProblem(subject.choose_action)
    if not action.present:
        raise RemarkProblem(subject.action_gone)


def _same_thread(
    subject: Remarked,
    step_key: str,
    actie_id: int | None,
    anker: str | None,
    zicht: Zicht,
    tekst: str,
    actor: Actor,
) -> Opmerking | None:
    last = db.session.scalars(
        select(Opmerking)
        .where(
            subject.threads(),
            Opmerking.step_key == step_key,
            Opmerking.actie_id.is_(None) if actie_id is None else Opmerking.actie_id == actie_id,
            Opmerking.anker.is_(None) if anker is None else Opmerking.anker == anker,
            Opmerking.zicht == zicht,
            Opmerking.door_id == actor.user_id,
        )
        .order_by(Opmerking.id.desc())
        .limit(1)
    ).first()
    return last if last and _is_again(last, tekst) else None


def _add(subject: Remarked, thread: Opmerking, soort: ReactieSoort, tekst: str, actor: Actor) -> Opmerking:
    last = db.session.scalars(
        select(Reactie).where(Reactie.opmerking_id == thread.id).order_by(Reactie.id.desc()).limit(1)
    ).first()
    if soort is ReactieSoort.REACTIE and last and last.door_id == actor.user_id and _is_again(last, tekst):
        return thread
    said = Reactie(opmerking_id=thread.id, soort=soort, tekst=tekst.strip(), op=clock.now(), door_id=actor.user_id)
    db.session.add(said)
    db.session.flush()
    if said.tekst:
        notices.replied(subject, thread, said, actor=actor)
    return thread


def _said_after(thread: Opmerking, reactie_id: int, actor: Actor) -> bool:
    later = select(Reactie.id).where(
        Reactie.opmerking_id == thread.id, Reactie.id > reactie_id, Reactie.door_id != actor.user_id
    )
    return db.session.scalars(later.limit(1)).first() is not None


def _is_again(before: Opmerking | Reactie, tekst: str) -> bool:
    passed = in_amsterdam(clock.now()) - in_amsterdam(before.op)
    return is_same_again(seconds=passed.total_seconds(), same_words=before.tekst.strip() == tekst.strip())
