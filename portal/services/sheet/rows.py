"""The lists of an answer sheet (successes, lessons, expectations): add, change, remove, put back, move.

Every row follows the revision rule, and keeps its id: an answer of the kerngroep hangs on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from forms.spec import Kind
from portal.domain import moving
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Antwoordblad, BladRegel, RegelSoort
from portal.services import people
from portal.services.filling import lists, revisions
from portal.services.round.problems import SheetProblem
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import history, pen
from portal.services.sheet.answers import require_region


class RegelGone(Exception):
    """The row is not of this list of this sheet, or does not exist."""


@dataclass(frozen=True)
class RegelValues:
    """What people fill in of a row. `aan` only of an expectation; `regio_id` None counts for all regions."""

    tekst: str
    aan: str = ""
    regio_id: int | None = None


class RegelConflict(Exception):
    """A stale change: somebody else changed, moved or removed the row first. Nothing was written."""

    def __init__(self, row: BladRegel) -> None:
        self.row = row
        super().__init__(row.id)


def rows_of(blad: Antwoordblad, soort: RegelSoort, *, removed: bool = False) -> list[BladRegel]:
    """The rows of one list in order; with `removed` only the removed ones, newest first."""
    query = select(BladRegel).where(BladRegel.blad_id == blad.id, BladRegel.soort == soort)
    query = query.options(people.named(BladRegel.gewijzigd_door)).execution_options(populate_existing=True)
    if removed:
        query = query.where(BladRegel.verwijderd_op.is_not(None)).order_by(BladRegel.verwijderd_op.desc())
    else:
        query = query.where(BladRegel.verwijderd_op.is_(None)).order_by(BladRegel.positie, BladRegel.id)
    return list(db.session.scalars(query))


def add_rows(
    blad: Antwoordblad,
    soort: RegelSoort,
    values: Sequence[RegelValues],
    *,
    actor: Actor,
    after_id: int | None = None,
) -> list[BladRegel]:
    """Add rows in their order: at the end, or behind the row `after_id` when that is still there.

    Raises SheetProblem when the sheet takes no answers, or a row is not right.
    """
    pen.require_pen(blad)
    for one in values:
        _require_right(blad, soort, one)
    present = rows_of(blad, soort)
    added = [BladRegel(blad_id=blad.id, soort=soort) for _ in values]
    for row, one in zip(added, values, strict=True):
        _fill(row, one, actor)
        db.session.add(row)
    ids = [row.id for row in present]
    place = ids.index(after_id) + 1 if after_id in ids else len(present)
    lists.number([*present[:place], *added, *present[place:]])
    db.session.flush()
    if added:
        _record_work(blad, soort, actor)
    return added


def change_row(
    blad: Antwoordblad, soort: RegelSoort, regel_id: int, values: RegelValues, *, base_revision: int, actor: Actor
) -> BladRegel:
    """Change a row that still has the revision the change started from. Who saw that it was removed puts it back.

    Raises RegelConflict for a stale change (also when the row was removed since), RegelGone, SheetProblem.
    """
    pen.require_pen(blad)
    row = find_row(blad, soort, regel_id)
    _require_right(blad, soort, values)
    if not row.verwijderd_op and values_of(row) == values:
        return row
    if lists.is_stale(row, base_revision):
        raise RegelConflict(row)
    if row.verwijderd_op is not None:
        restore_row(blad, soort, regel_id, actor=actor)
        return change_row(blad, soort, regel_id, values, base_revision=row.revision, actor=actor)
    _keep(row)
    _fill(row, values, actor)
    _record_work(blad, soort, actor)
    return row


def remove_row(blad: Antwoordblad, soort: RegelSoort, regel_id: int, *, base_revision: int, actor: Actor) -> BladRegel:
    """Take a row out of the list; `restore_row` puts it back. Removing twice is no problem.

    Raises RegelConflict when somebody else changed the row first, RegelGone, SheetProblem.
    """
    pen.require_pen(blad)
    row = find_row(blad, soort, regel_id)
    if row.verwijderd_op is not None:
        return row
    if row.revision != base_revision:
        raise RegelConflict(row)
    _keep(row)
    lists.take_out(row, actor)
    _record_work(blad, soort, actor)
    return row


def restore_row(blad: Antwoordblad, soort: RegelSoort, regel_id: int, *, actor: Actor) -> BladRegel:
    """Put a removed row back on its old place. Raises RegelGone, SheetProblem."""
    pen.require_pen(blad)
    row = find_row(blad, soort, regel_id)
    if row.verwijderd_op is not None:
        _keep(row)
        lists.put_back(row, actor)
        db.session.flush()
        lists.number(rows_of(blad, soort))
        _record_work(blad, soort, actor)
    return row


def restore_version(
    blad: Antwoordblad, soort: RegelSoort, regel_id: int, history_id: int, *, base_revision: int, actor: Actor
) -> BladRegel:
    """Put an earlier version of a row back as a new one, also when the row was removed; the present one is kept.

    Raises SheetProblem (also when the version is not of this row), and what `change_row` raises.
    """
    kept = history.version_of(find_row(blad, soort, regel_id), history_id)
    return change_row(blad, soort, regel_id, RegelValues(**kept.waarde), base_revision=base_revision, actor=actor)


def move_row(
    blad: Antwoordblad, soort: RegelSoort, regel_id: int, *, steps: int, seen_position: int, actor: Actor
) -> BladRegel:
    """Move a row up (negative) or down over `steps` places. `seen_position` is where the person saw it.

    Raises RegelConflict when the row is no longer there, RegelGone, SheetProblem.
    """
    row = _movable(blad, soort, regel_id, seen_position)
    lists.number(moving.stepped(rows_of(blad, soort), row, steps, moving.begins_nothing))
    _record_work(blad, soort, actor)
    return row


def place_row(
    blad: Antwoordblad, soort: RegelSoort, regel_id: int, *, after_id: int, seen_position: int, actor: Actor
) -> BladRegel:
    """Move a row behind another, or to the top (0). `seen_position` is where the person saw it.

    Raises RegelConflict when the row is no longer there, RegelGone, SheetProblem (also when the other row is gone).
    """
    row = _movable(blad, soort, regel_id, seen_position)
    present = rows_of(blad, soort)
    after = next((one for one in present if one.id == after_id), None)
    if after_id and after is None:
        raise SheetProblem(lists.GONE_PLACE)
    lists.number(moving.put_after(present, row, after, moving.begins_nothing))
    _record_work(blad, soort, actor)
    return row


def _movable(blad: Antwoordblad, soort: RegelSoort, regel_id: int, seen_position: int) -> BladRegel:
    pen.require_pen(blad)
    row = find_row(blad, soort, regel_id)
    if lists.has_moved(row, seen_position):
        raise RegelConflict(row)
    return row


def find_row(blad: Antwoordblad, soort: RegelSoort, regel_id: int) -> BladRegel:
    """The row with this id as it is now, removed or not. Raises RegelGone when it is not of this list."""
    row = db.session.get(BladRegel, regel_id, populate_existing=True)
    if row is None or (row.blad_id, row.soort) != (blad.id, soort):
        raise RegelGone
    return row


def _require_right(blad: Antwoordblad, soort: RegelSoort, values: RegelValues) -> None:
    if not values.tekst.strip():
        raise SheetProblem("Een lege regel bewaren wij niet. Vul een tekst in.")
    if soort is RegelSoort.VERWACHTING and values.aan not in _addressees(blad):
        raise SheetProblem("Kies van wie u dit verwacht.")
    require_region(blad, values.regio_id)


def is_right(blad: Antwoordblad, soort: RegelSoort, values: RegelValues) -> bool:
    """True when these values can be a row of this list."""
    try:
        _require_right(blad, soort, values)
    except SheetProblem:
        return False
    return True


def _addressees(blad: Antwoordblad) -> frozenset[str]:
    return frozenset(one.key for one in format_of_round(blad.uitvraag).choices_of(Kind.VERWACHTINGEN))


def values_of(row: BladRegel) -> RegelValues:
    """What people filled in of a row."""
    return RegelValues(row.tekst, row.aan, row.regio_id)


def _fill(row: BladRegel, values: RegelValues, actor: Actor) -> None:
    row.tekst = values.tekst
    row.aan = values.aan if row.soort is RegelSoort.VERWACHTING else ""
    row.regio_id = values.regio_id
    revisions.stamp(row, actor)


def _keep(row: BladRegel) -> None:
    history.keep(row, tekst=row.tekst, aan=row.aan, regio_id=row.regio_id)


def _record_work(blad: Antwoordblad, soort: RegelSoort, actor: Actor) -> None:
    format_ = format_of_round(blad.uitvraag)
    history.record_work(blad, next(one.key for one in format_.questions if one.kind == soort.value), actor)
