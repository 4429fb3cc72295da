"""Rows of the lists of a plan as they were before: read, and put back as a new revision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Date, Enum, select

from forms.spec import Kind
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Plan, RowHistory
from portal.services import people
from portal.services.plan import pen, rows


def history_of(row: rows.Row, kind: Kind) -> list[RowHistory]:
    """Earlier versions of a row, newest first."""
    query = select(RowHistory).where(
        RowHistory.plan_id == row.plan_id, RowHistory.tabel == kind.value, RowHistory.row_id == row.id
    )
    found = db.session.scalars(query.options(people.named(RowHistory.gewijzigd_door)))
    return sorted(found, key=lambda one: one.revision, reverse=True)


def values_of(kept: RowHistory) -> dict[str, Any]:
    """What people had filled in, as the row holds it."""
    return values_from(Kind(kept.tabel), kept.velden)


def values_from(kind: Kind, stored: Mapping[str, Any]) -> dict[str, Any]:
    """What people filled in of a row of this list, from its fields as JSON."""
    return {name: _from_json(kind, name, value) for name, value in stored.items() if name in rows.FIELDS[kind]}


def restore_version(
    plan: Plan, kind: Kind, row_id: int, history_id: int, *, base_revision: int, actor: Actor
) -> rows.Row:
    """Put an earlier version of a row back as a new one, also when the row was removed; the present one is kept.

    Raises PlanProblem (also when the version is not of this row), and what `change_row` raises.
    """
    kept = db.session.get(RowHistory, history_id)
    if kept is None or (kept.plan_id, kept.tabel, kept.row_id) != (plan.id, kind.value, row_id):
        raise pen.PlanProblem("Deze eerdere versie is er niet (meer).")
    return rows.change_row(plan, kind, row_id, values_of(kept), base_revision=base_revision, actor=actor)


def _from_json(kind: Kind, name: str, value: Any) -> Any:
    """The other way round of `rows.as_json`."""
    column = rows.TABLES[kind].__table__.c[name].type
    if isinstance(column, Enum) and column.enum_class:
        return column.enum_class(value)
    return date.fromisoformat(value) if isinstance(column, Date) and value else value
