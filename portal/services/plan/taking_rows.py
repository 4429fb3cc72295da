"""What a file has for a list, taken over in one step and undone in one step; rows keep what the file does not hold.

It uses the verbs of the rows themselves, so revisions, earlier versions, removed rows and events are as always.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from forms.spec import Kind
from portal.domain.roles import Actor
from portal.domain.stored.plan import RowsTaken, TakenRow
from portal.extensions import db
from portal.models import Plan
from portal.services.filling import lists
from portal.services.plan import pen, row_history, rows


@dataclass(frozen=True)
class Wanted:
    """A row as the file wants it: which one it is (None: a new one) and the fields that change."""

    row: rows.Row | None
    values: Mapping[str, Any]


def take(
    plan: Plan,
    kind: Kind,
    wanted: Sequence[Wanted],
    *,
    gone: Iterable[rows.Row],
    ordered: Callable[[Sequence[rows.Row], Sequence[rows.Row]], list[rows.Row]],
    actor: Actor,
) -> RowsTaken:
    """Change, add, take out and put back rows. `ordered` gets the list as it is and the rows of the file.

    Raises PlanProblem; RowConflict when a row is another one than was read (lock the plan before reading).
    """
    pen.require_editable(plan)
    before = rows.rows_of(plan, kind)
    removed = [rows.remove_row(plan, kind, one.id, base_revision=one.revision, actor=actor) for one in gone]
    was_out = [one.row for one in wanted if one.row and one.row.verwijderd_op]
    changed = [_changed(plan, kind, one, actor) for one in wanted if one.row and one.values]
    added = rows.add_rows(plan, kind, [one.values for one in wanted if one.row is None], actor=actor)
    fresh = iter(added)
    in_file = [one.row or next(fresh) for one in wanted]
    new = {row.id for row in added}
    after = ordered([row for row in rows.rows_of(plan, kind) if row.id not in new], in_file)
    lists.number(after)
    db.session.flush()
    is_moved = [row for row in before if row in after] != [row for row in after if row in before]
    return RowsTaken(
        [row.id for row in added],
        [TakenRow(row.id, row.revision) for row in changed if row not in was_out],
        [TakenRow(row.id, row.revision) for row in removed],
        [TakenRow(row.id, row.revision) for row in was_out],
        [row.id for row in before] if is_moved else [],
        [row.id for row in after] if is_moved else [],
    )


def _changed(plan: Plan, kind: Kind, one: Wanted, actor: Actor) -> rows.Row:
    assert one.row is not None
    return rows.change_row(plan, kind, one.row.id, one.values, base_revision=one.row.revision, actor=actor)


def put_back(plan: Plan, kind: Kind, done: RowsTaken, *, actor: Actor) -> int:
    """Undo that. What somebody changed since stays; returns how many rows those are. Raises PlanProblem."""
    pen.require_editable(plan)
    was_in_order = bool(done.volgorde_na) and [row.id for row in rows.rows_of(plan, kind)] == done.volgorde_na
    left = rows.take_back(plan, kind, done.erbij, actor=actor)
    for one in done.terug:
        left += not _out_again(plan, kind, one, actor)
    for one in done.gewijzigd:
        left += not _as_before(plan, kind, one, actor)
    for one in done.eruit:
        left += not _in_again(plan, kind, one, actor)
    if was_in_order:
        place = {row_id: at for at, row_id in enumerate(done.volgorde_voor)}
        lists.number(sorted(rows.rows_of(plan, kind), key=lambda row: place.get(row.id, len(place))))
    return left


def _as_before(plan: Plan, kind: Kind, one: TakenRow, actor: Actor) -> bool:
    row = rows.find_row(plan, kind, one.rij)
    kept = next((kept for kept in row_history.history_of(row, kind) if kept.revision == one.revisie - 1), None)
    if row.revision != one.revisie or kept is None:
        return False
    rows.change_row(plan, kind, row.id, row_history.values_of(kept), base_revision=row.revision, actor=actor)
    return True


def _in_again(plan: Plan, kind: Kind, one: TakenRow, actor: Actor) -> bool:
    """Of what was taken over long ago the revision was not kept."""
    row = rows.find_row(plan, kind, one.rij)
    if one.revisie in (0, row.revision):
        rows.restore_row(plan, kind, row.id, actor=actor)
    return row.verwijderd_op is None


def _out_again(plan: Plan, kind: Kind, one: TakenRow, actor: Actor) -> bool:
    row = rows.find_row(plan, kind, one.rij)
    if row.revision == one.revisie:
        rows.remove_row(plan, kind, row.id, base_revision=row.revision, actor=actor)
    return row.verwijderd_op is not None
