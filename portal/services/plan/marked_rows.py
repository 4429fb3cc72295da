"""The rows of a list as its workbook holds them: with the mark of each, and what a mark went out with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from forms.spec import Kind, Question
from portal.domain.plan.table.marks import RowMark
from portal.domain.plan.table.written import Values, names_of
from portal.extensions import db
from portal.models import Plan, RowHistory
from portal.services.plan import row_history, rows


def rows_going_out(plan: Plan, kind: Kind) -> list[rows.Row]:
    """The rows of a workbook: all but the national goal, whose words are asked apart."""
    return [row for row in rows.rows_of(plan, kind) if not getattr(row, "landelijk", False)]


def marks_of(plan: Plan, kind: Kind, present: Sequence[rows.Row]) -> list[RowMark]:
    """The mark of each of these rows."""
    newest = max((row.id for row in present), default=0)
    return [RowMark(kind.value, plan.id, row.id, row.revision, row.positie, newest) for row in present]


def values_of(question: Question, row: rows.Row) -> Values:
    """What stands in the columns of a workbook."""
    return {name: getattr(row, name) for name in names_of(question)}


def values_then(
    plan: Plan, question: Question, marks: Iterable[RowMark], now: Mapping[int, rows.Row]
) -> dict[RowMark, Values]:
    """What the row of each mark said at its revision; of rows that are not among `now` nothing is known."""
    known = [mark for mark in marks if mark.row_id in now]
    old = _earlier(plan, question.kind, [mark for mark in known if now[mark.row_id].revision != mark.revision])
    return {mark: old.get((mark.row_id, mark.revision)) or values_of(question, now[mark.row_id]) for mark in known}


def _earlier(plan: Plan, kind: Kind, marks: Sequence[RowMark]) -> dict[tuple[int, int], dict[str, Any]]:
    if not marks:
        return {}
    query = select(RowHistory).where(
        RowHistory.plan_id == plan.id,
        RowHistory.tabel == kind.value,
        RowHistory.row_id.in_({mark.row_id for mark in marks}),
    )
    return {(one.row_id, one.revision): row_history.values_of(one) for one in db.session.scalars(query)}
