"""Saving answers, with the revision rule: a save never overwrites a newer text."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import bindparam, select

from portal.domain.plan.events import EventSoort
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Answer, AnswerHistory, Plan
from portal.services import people
from portal.services.filling.revisions import AnswerEdit, SaveResult
from portal.services.filling.saving import Texts
from portal.services.plan import events, pen

_PRESENT = (
    select(Answer)
    .where(Answer.plan_id == bindparam("plan_id"), Answer.question_key.in_(bindparam("keys", expanding=True)))
    .execution_options(populate_existing=True)
)


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
    pen.require_editable(plan)
    format_ = pen.format_of(plan)
    return _PlanTexts(plan, actor).save([(format_.question(edit.question_key), edit) for edit in edits])


class _PlanTexts(Texts[Answer]):
    """The answers of a plan."""

    def __init__(self, plan: Plan, actor: Actor) -> None:
        super().__init__(actor)
        self.plan = plan

    def present(self, keys: Collection[str]) -> dict[str, Answer]:
        rows = db.session.scalars(_PRESENT, {"plan_id": self.plan.id, "keys": list(keys)})
        return {row.question_key: row for row in rows}

    def new(self, question_key: str, text: str) -> Answer:
        return Answer(plan_id=self.plan.id, question_key=question_key, text=text)

    def keep(self, row: Answer) -> None:
        keep_history(row)

    def worked_on(self, question_key: str) -> None:
        step = pen.format_of(self.plan).step_of(question_key)
        events.record_once_a_day(
            self.plan, EventSoort.ONDERDEEL_BEWERKT, self.actor, onderdeel=step.title, stap=step.key
        )


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
    pen.require_editable(plan)
    kept, texts = db.session.get(AnswerHistory, history_id), _PlanTexts(plan, actor)
    row = texts.present([question_key]).get(question_key)
    if kept is None or row is None or (kept.plan_id, kept.question_key) != (plan.id, question_key):
        raise pen.PlanProblem("Deze eerdere tekst is er niet (meer).")
    if texts.put_back(row, kept.text):
        step = pen.format_of(plan).step_of(question_key)
        events.record(plan, EventSoort.TEKST_TERUGGEZET, actor, onderdeel=step.title, stap=step.key)
