"""The revision rule of plans and answer sheets: a save never overwrites what is newer than what it started from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from forms.build import StepForm
from portal.domain import clock
from portal.domain.merging import Merged
from portal.domain.roles import Actor
from portal.models import (
    Answer,
    BladAntwoord,
    BladRegel,
    Doelstand,
    PlanRow,
    RegioDuiding,
    Voortgang,
    VoortgangAfwijking,
)
from portal.services.filling import texts
from portal.services.filling.texts import TextRow

Revised = Answer | PlanRow | BladAntwoord | BladRegel | Voortgang | VoortgangAfwijking | Doelstand | RegioDuiding

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
class _Met:
    """A save that met what somebody else saved in between: both answers, and who was first."""

    question_key: str
    mine: str
    theirs: str
    revision: int
    door: str
    op: datetime
    door_id: int | None
    merged: Merged


@dataclass(frozen=True)
class AnswerConflict(_Met):
    """What was not saved, as both changed the same in another way; `merged` is what to start from."""


@dataclass(frozen=True)
class AnswerMerge(_Met):
    """What was saved (or stood there already) with both changes in it. `touched`: mine changed something too.

    `base_revision`: what both started from.
    """

    touched: bool = True
    base_revision: int = 0


@dataclass
class SaveResult:
    """What a save did: the present revision per question, what was merged, and the conflicts that were not saved."""

    revisions: dict[str, int] = field(default_factory=dict)
    conflicts: list[AnswerConflict] = field(default_factory=list)
    merges: list[AnswerMerge] = field(default_factory=list)


def is_worth_keeping(row: Revised, actor: Actor, *, after: timedelta = KEEP_AFTER) -> bool:
    """True when somebody else wrote it, or the same person longer ago than a pause in typing."""
    return row.gewijzigd_door_id != actor.user_id or clock.now() - row.gewijzigd_op > after


def stamp(row: Revised, actor: Actor) -> None:
    """Note who changed a row, and count the change."""
    row.revision = (row.revision or 0) + 1
    row.gewijzigd_op = clock.now()
    row.gewijzigd_door_id = actor.user_id


def replace_text(row: TextRow, text: str, actor: Actor) -> None:
    """Give an answer another text as a new revision; what stood there can be read back by its revision."""
    texts.keep_step(row, text)
    row.text = text
    stamp(row, actor)
