"""One way to save texts, keep what stood there, and put that back: of a plan, of an answer sheet, of a regiobeeld.

The revision rule is kept here: what is newer than what a save started from is merged with it, or left to the person.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Generic, TypeVar

from forms.spec import Question
from portal.domain.merged_answers import merge_answers
from portal.domain.merging import Merged
from portal.domain.roles import Actor
from portal.extensions import db
from portal.services.filling import texts
from portal.services.filling.revisions import (
    AnswerConflict,
    AnswerEdit,
    AnswerMerge,
    SaveResult,
    is_worth_keeping,
    replace_text,
    stamp,
)
from portal.services.filling.texts import TextRow

Row = TypeVar("Row", bound=TextRow)


class Texts(ABC, Generic[Row]):
    """The texts of one thing, as one person changes them. Whoever uses it holds the lock on that thing."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor

    @abstractmethod
    def present(self, keys: Collection[str]) -> Mapping[str, Row]:
        """What stands there now for these questions, read behind the lock, by the key of the question."""

    @abstractmethod
    def new(self, question_key: str, text: str) -> Row:
        """A row for a question that had none."""

    @abstractmethod
    def keep(self, row: Row) -> None:
        """Keep what a row says now as an earlier text."""

    def worked_on(self, question_key: str) -> None:
        """Tell that this person worked here, where a thing has a story."""

    def save(self, asked: Iterable[tuple[Question, AnswerEdit]]) -> SaveResult:
        """Save each text that started from the newest revision; merge the others, or report them as conflicts.

        A text that equals the present one is no change, whatever revision it started from.
        """
        asked, result = list(asked), SaveResult()
        present = self.present([question.key for question, _ in asked])
        for question, edit in asked:
            row = present.get(question.key)
            if row is None:
                result.revisions[question.key] = self._begin(edit)
            else:
                self._settle(question, edit, row, result)
        return result

    def insert(self, question_key: str, text: str) -> None:
        """Write the first text of a question."""
        row = self.new(question_key, text)
        stamp(row, self.actor)
        db.session.add(row)
        self.worked_on(question_key)

    def replace(self, row: Row, text: str) -> None:
        """Give a row another text; what stood there is kept when another wrote it, or the same person long before."""
        if is_worth_keeping(row, self.actor):
            self.keep(row)
            texts.forget_old_steps(row)
            self.worked_on(row.question_key)
        replace_text(row, text, self.actor)

    def put_back(self, row: Row, text: str) -> bool:
        """Put an earlier text back as a new revision, and keep the present one. False: it stood there already."""
        if row.text == text:
            return False
        self.keep(row)
        replace_text(row, text, self.actor)
        return True

    def _begin(self, edit: AnswerEdit) -> int:
        if edit.text:
            self.insert(edit.question_key, edit.text)
        return 1 if edit.text else 0

    def _settle(self, question: Question, edit: AnswerEdit, row: Row, result: SaveResult) -> None:
        """The revision rule for one text that is there: do what is right and write down the outcome."""
        if edit.text != row.text and edit.base_revision != row.revision:
            self._meet(question, edit, row, result)
            return
        if edit.text != row.text:
            self.replace(row, edit.text)
        result.revisions[question.key] = row.revision

    def _meet(self, question: Question, edit: AnswerEdit, row: Row, result: SaveResult) -> None:
        """Merge what somebody else saved in between with what is saved now, or leave it to the person."""
        base = texts.as_of(row, edit.base_revision)
        merged = merge_answers(question, base, edit.text, row.text)
        met = _met(edit, row, merged)
        if merged.overlaps:
            result.conflicts.append(AnswerConflict(**met))
            return
        if merged.text != row.text:
            self.replace(row, merged.text)
        result.revisions[question.key] = row.revision
        result.merges.append(AnswerMerge(**met, touched=edit.text != base, base_revision=edit.base_revision))


def _met(edit: AnswerEdit, row: TextRow, merged: Merged) -> dict[str, Any]:
    return {
        "question_key": edit.question_key,
        "mine": edit.text,
        "theirs": row.text,
        "revision": row.revision,
        "door": row.gewijzigd_door.naam if row.gewijzigd_door else "het portaal",
        "door_id": row.gewijzigd_door_id,
        "op": row.gewijzigd_op,
        "merged": merged,
    }
