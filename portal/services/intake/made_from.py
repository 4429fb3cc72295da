"""What a file of ours was made from: the text of an answer, or the words of a row, in the revision that its mark names.

Nothing of it travels in the file: what somebody took out of the file before mailing it must not be in it any more. The
portal keeps it: every revision of a row, and of a text the way back (docs/decisions/heen-en-terug.md).
"""

from __future__ import annotations

from sqlalchemy import select

from forms.marks import Mark, mark_of
from forms.spec import Kind
from portal.domain.stored.intake import ReadPart
from portal.extensions import db
from portal.models import Answer, AnswerHistory, Plan, RowHistory
from portal.services.filling import texts
from portal.services.plan import row_history

Kept = dict[tuple[int, int], dict[str, object]]


def mark_in(part: ReadPart) -> Mark | None:
    """The mark of what a file says of a place; None in a file that is not ours."""
    return mark_of(part.merk) if part.merk else None


def text_before(plan: Plan, key: str, answer: Answer | None, revision: int) -> str | None:
    """The answer in this revision; None when nobody knows it any more."""
    if answer is None:
        return "" if revision == 0 else None
    found = texts.as_of(answer, revision)
    if found is not None:
        return found
    query = select(AnswerHistory.text).where(
        AnswerHistory.plan_id == plan.id, AnswerHistory.question_key == key, AnswerHistory.revision == revision
    )
    return db.session.scalars(query).first()


def rows_before(plan: Plan, kind: Kind) -> Kept:
    """What people had filled in of the rows of a list, by row and revision."""
    query = select(RowHistory).where(RowHistory.plan_id == plan.id, RowHistory.tabel == kind.value)
    return {(one.row_id, one.revision): row_history.values_of(one) for one in db.session.scalars(query)}
