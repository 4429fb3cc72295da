"""The revision rule of plans and answer sheets: a save never overwrites what is newer than what it started from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from forms.build import StepForm
from portal.domain import clock
from portal.domain.roles import Actor
from portal.models import Answer, BladAntwoord, BladRegel, PlanRow, Voortgang

Revised = Answer | PlanRow | BladAntwoord | BladRegel | Voortgang

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


def _conflict(edit: AnswerEdit, row: Answer | BladAntwoord) -> AnswerConflict:
    door = row.gewijzigd_door.naam if row.gewijzigd_door else "het portaal"
    return AnswerConflict(edit.question_key, edit.text, row.text, row.revision, door, row.gewijzigd_op)


def is_worth_keeping(row: Revised, actor: Actor, *, after: timedelta = KEEP_AFTER) -> bool:
    """True when somebody else wrote it, or the same person longer ago than a pause in typing."""
    return row.gewijzigd_door_id != actor.user_id or clock.now() - row.gewijzigd_op > after


def stamp(row: Revised, actor: Actor) -> None:
    """Note who changed a row, and count the change."""
    row.revision = (row.revision or 0) + 1
    row.gewijzigd_op = clock.now()
    row.gewijzigd_door_id = actor.user_id
