"""Saving answers, with the revision rule: a save never overwrites a newer text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import select

from forms.build import StepForm
from portal.domain import clock
from portal.domain.plan.events import EventSoort
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Answer, AnswerHistory, BladAntwoord, Plan
from portal.services import people
from portal.services.plan import events, plans

# A pause after which the former text of the same person is kept as an earlier version.
KEEP_AFTER = timedelta(minutes=30)


@dataclass(frozen=True)
class AnswerEdit:
    """A text somebody wants to save, and the revision it started from (0 = there was no answer yet)."""

    question_key: str
    text: str
    base_revision: int


def edits_of(form: StepForm) -> list[AnswerEdit]:
    """What a page wants to save."""
    return [AnswerEdit(question.key, form.stored(question), form.revision(question)) for question in form.questions]


@dataclass(frozen=True)
class AnswerConflict:
    """A stale save: the text that was not saved, and the text that somebody else saved in between."""

    question_key: str
    mine: str
    theirs: str
    revision: int
    door: str
    op: datetime


@dataclass
class SaveResult:
    """What a save did: the present revision per question, and the conflicts that were not saved."""

    revisions: dict[str, int] = field(default_factory=dict)
    conflicts: list[AnswerConflict] = field(default_factory=list)


def answers_of(plan: Plan, keys: Collection[str] | None = None) -> dict[str, Answer]:
    """The present answers of a plan (to these questions only) by key, with the people who changed them last."""
    query = select(Answer).where(Answer.plan_id == plan.id).options(people.named(Answer.gewijzigd_door))
    rows = db.session.scalars(query if keys is None else query.where(Answer.question_key.in_(keys)))
    return {row.question_key: row for row in rows}


def save_answers(plan: Plan, edits: Iterable[AnswerEdit], *, actor: Actor) -> SaveResult:
    """Save each text that started from the newest revision; report the others as conflicts.

    A text that equals the present one is no change, whatever revision it started from.

    Raises PlanProblem when the region does not hold the pen, KeyError for a question the format does not ask.
    """
    plans.require_editable(plan)
    format_ = plans.format_of(plan)
    edits = list(edits)
    present = _lock_answers(plan, [format_.question(edit.question_key).key for edit in edits])
    result = SaveResult()
    for edit in edits:
        _save_one(plan, edit, present.get(edit.question_key), actor, result)
    return result


def _lock_answers(plan: Plan, keys: list[str]) -> dict[str, Answer]:
    rows = db.session.scalars(
        select(Answer)
        .where(Answer.plan_id == plan.id, Answer.question_key.in_(keys))
        .execution_options(populate_existing=True)
    )
    return {row.question_key: row for row in rows}


def settle(
    edit: AnswerEdit,
    row: Answer | BladAntwoord | None,
    result: SaveResult,
    *,
    insert: Callable[[], None],
    replace: Callable[[], None],
) -> None:
    """The revision rule for one answer of a plan or a sheet: do what is right and write down the outcome."""
    if row is None:
        if edit.text:
            insert()
        result.revisions[edit.question_key] = 1 if edit.text else 0
    elif edit.text == row.text:
        result.revisions[edit.question_key] = row.revision
    elif edit.base_revision != row.revision:
        result.conflicts.append(_conflict(edit, row))
    else:
        replace()
        result.revisions[edit.question_key] = row.revision


def _save_one(plan: Plan, edit: AnswerEdit, row: Answer | None, actor: Actor, result: SaveResult) -> None:
    def replace() -> None:
        assert row is not None
        _replace(plan, row, edit.text, actor)

    settle(edit, row, result, insert=lambda: _insert(plan, edit, actor), replace=replace)


def _insert(plan: Plan, edit: AnswerEdit, actor: Actor) -> None:
    db.session.add(
        Answer(
            plan_id=plan.id,
            question_key=edit.question_key,
            text=edit.text,
            revision=1,
            gewijzigd_op=clock.now(),
            gewijzigd_door_id=actor.user_id,
        )
    )
    _record_work(plan, edit.question_key, actor)


def _replace(plan: Plan, row: Answer, text: str, actor: Actor) -> None:
    if row.gewijzigd_door_id != actor.user_id or clock.now() - row.gewijzigd_op > KEEP_AFTER:
        keep_history(row)
        _record_work(plan, row.question_key, actor)
    row.text = text
    row.revision += 1
    row.gewijzigd_op = clock.now()
    row.gewijzigd_door_id = actor.user_id


def keep_history(row: Answer) -> None:
    """Keep the present text of an answer as an earlier version."""
    db.session.add(
        AnswerHistory(
            plan_id=row.plan_id,
            question_key=row.question_key,
            text=row.text,
            revision=row.revision,
            gewijzigd_op=row.gewijzigd_op,
            gewijzigd_door_id=row.gewijzigd_door_id,
        )
    )


def _record_work(plan: Plan, question_key: str, actor: Actor) -> None:
    step = plans.format_of(plan).step_of(question_key)
    events.record_once_a_day(plan, EventSoort.ONDERDEEL_BEWERKT, actor, onderdeel=step.title, stap=step.key)


def _conflict(edit: AnswerEdit, row: Answer | BladAntwoord) -> AnswerConflict:
    door = row.gewijzigd_door.naam if row.gewijzigd_door else "het portaal"
    return AnswerConflict(edit.question_key, edit.text, row.text, row.revision, door, row.gewijzigd_op)


def history_of(plan: Plan, question_key: str) -> list[AnswerHistory]:
    """Earlier texts of an answer, newest first."""
    return list(
        db.session.scalars(
            select(AnswerHistory)
            .where(AnswerHistory.plan_id == plan.id, AnswerHistory.question_key == question_key)
            .options(people.named(AnswerHistory.gewijzigd_door))
            .order_by(AnswerHistory.id.desc())
        )
    )


def restore_answer(plan: Plan, question_key: str, history_id: int, *, actor: Actor) -> None:
    """Put an earlier text back as a new revision; the present text becomes an earlier version.

    Raises PlanProblem when the region does not hold the pen or the earlier text is not of this answer.
    """
    plans.require_editable(plan)
    kept = db.session.get(AnswerHistory, history_id)
    row = db.session.get(Answer, (plan.id, question_key))
    if kept is None or row is None or (kept.plan_id, kept.question_key) != (plan.id, question_key):
        raise plans.PlanProblem("Deze eerdere tekst is er niet (meer).")
    keep_history(row)
    row.text = kept.text
    row.revision += 1
    row.gewijzigd_op = clock.now()
    row.gewijzigd_door_id = actor.user_id
    step = plans.format_of(plan).step_of(question_key)
    events.record(plan, EventSoort.TEKST_TERUGGEZET, actor, onderdeel=step.title, stap=step.key)
