"""The four lists of a plan: add, change, remove, put back, move. Every row follows the revision rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import select

from forms.spec import Kind
from portal.domain import moving
from portal.domain.plan.events import EventSoort
from portal.domain.plan.states import ActieVorm
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Actie, Doelstelling, Mijlpaal, Partij, Plan, RowHistory
from portal.services import people
from portal.services.filling import lists
from portal.services.filling.revisions import stamp
from portal.services.plan import events, pen
from portal.services.plan.readings import with_readings

Row = Partij | Doelstelling | Actie | Mijlpaal

TABLES: dict[Kind, type[Partij] | type[Doelstelling] | type[Actie] | type[Mijlpaal]] = {
    Kind.PARTIJEN: Partij,
    Kind.DOELSTELLINGEN: Doelstelling,
    Kind.ACTIES: Actie,
    Kind.MIJLPALEN: Mijlpaal,
}

# The fields of each table that people fill in; the rest is bookkeeping.
FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.PARTIJEN: ("naam", "soort"),
    Kind.DOELSTELLINGEN: (
        "tekst",
        "indicator",
        "nulwaarde",
        "peildatum",
        "streefwaarde",
        "eenheid",
        "einddatum",
        "smart",
        "telt_clienten",
        "gelezen",
    ),
    Kind.ACTIES: (
        "vorm",
        "paragraaf",
        "omschrijving",
        "verantwoordelijke",
        "tijdslijn",
        "venster_van",
        "venster_tot",
        "venster_bron",
        "themas",
        "is_mijlpaal",
    ),
    Kind.MIJLPALEN: ("activiteit", "mijlpaal", "tijdslijn", "venster_van", "venster_tot", "venster_bron"),
}


# No row has a higher id; PostgreSQL refuses to look for one.
MAX_ID = 2**31 - 1


class RowGone(Exception):
    """The row is not of this plan, or does not exist."""


@dataclass(frozen=True)
class RowConflict(Exception):
    """A stale change: somebody else changed, moved or removed the row first. Nothing was written.

    `row` is the row as it is now; `mine` holds the values that were not saved.
    """

    row: Row
    mine: Mapping[str, Any]

    @property
    def removed(self) -> bool:
        """True when the other person removed the row."""
        return self.row.verwijderd_op is not None


def rows_of(plan: Plan, kind: Kind, *, removed: bool = False) -> list[Any]:
    """The rows of one list in order; with `removed` only the removed ones, newest first."""
    table = TABLES[kind]
    query = select(table).where(table.plan_id == plan.id).options(people.named(table.gewijzigd_door))
    if removed:
        query = query.where(table.verwijderd_op.is_not(None)).order_by(table.verwijderd_op.desc())
    else:
        query = query.where(table.verwijderd_op.is_(None)).order_by(table.positie, table.id)
    return list(db.session.scalars(query))


def find_row(plan: Plan, kind: Kind, row_id: int) -> Row:
    """The row with this id, removed or not.

    Raises RowGone when it is not a row of this plan.
    """
    row = cast("Row | None", db.session.get(TABLES[kind], row_id)) if row_id <= MAX_ID else None
    if row is None or row.plan_id != plan.id:
        raise RowGone
    return row


def add_row(plan: Plan, kind: Kind, values: Mapping[str, Any], *, actor: Actor, after_id: int | None = None) -> Row:
    """Add a row at the end, or behind the row `after_id` when that is still there; what its words say is read too.

    Raises PlanProblem when the region does not hold the pen.
    """
    return add_rows(plan, kind, [values], actor=actor, after_id=after_id)[0]


def add_rows(
    plan: Plan, kind: Kind, many: Iterable[Mapping[str, Any]], *, actor: Actor, after_id: int | None = None
) -> list[Row]:
    """As `add_row`, several below each other. Raises PlanProblem."""
    pen.require_editable(plan)
    present = rows_of(plan, kind)
    new = [_new_row(plan, kind, values, actor) for values in many]
    ids = [one.id for one in present]
    place = ids.index(after_id) + 1 if after_id in ids else len(present)
    present[place:place] = new
    db.session.add_all(new)
    lists.number(present)
    _record_work(plan, kind, actor)
    db.session.flush()
    return new


def _new_row(plan: Plan, kind: Kind, values: Mapping[str, Any], actor: Actor) -> Row:
    row = TABLES[kind](plan_id=plan.id, **_known_values(kind, with_readings(plan, kind, values)))
    stamp(row, actor)
    return row


def take_back(plan: Plan, kind: Kind, ids: Iterable[int], *, actor: Actor) -> int:
    """Take out those of these rows that nobody changed since they were added. Returns how many are left.

    Raises PlanProblem.
    """
    pen.require_editable(plan)
    wanted = set(ids)
    present = [row for row in rows_of(plan, kind) if row.id in wanted]
    untouched = [row for row in present if row.revision == 1 and not getattr(row, "landelijk", False)]
    for row in untouched:
        remove_row(plan, kind, row.id, base_revision=1, actor=actor)
    return len(present) - len(untouched)


def change_row(
    plan: Plan, kind: Kind, row_id: int, values: Mapping[str, Any], *, base_revision: int, actor: Actor
) -> Row:
    """Change a row that still has the revision the change started from. Who saw that it was removed puts it back.

    Raises RowConflict for a stale change (also when the row was removed since), RowGone, PlanProblem.
    """
    pen.require_editable(plan)
    row = _fresh(plan, kind, row_id)
    known = _known_values(kind, with_readings(plan, kind, values, before=row))
    if all(getattr(row, name) == value for name, value in known.items()) and not row.verwijderd_op:
        return row
    if lists.is_stale(row, base_revision):
        raise RowConflict(row, known)
    if row.verwijderd_op is not None:
        restore_row(plan, kind, row_id, actor=actor)
        return change_row(plan, kind, row_id, values, base_revision=row.revision, actor=actor)
    _keep_history(row, kind)
    for name, value in known.items():
        setattr(row, name, value)
    stamp(row, actor)
    _record_work(plan, kind, actor)
    return row


def remove_row(plan: Plan, kind: Kind, row_id: int, *, base_revision: int, actor: Actor) -> Row:
    """Take a row out of the list; `restore_row` puts it back. Removing twice is no problem.

    Raises RowConflict when somebody else changed the row first, RowGone, PlanProblem.
    """
    pen.require_editable(plan)
    row = _fresh(plan, kind, row_id)
    if row.verwijderd_op is not None:
        return row
    if row.revision != base_revision:
        raise RowConflict(row, {})
    if isinstance(row, Doelstelling) and row.landelijk:
        raise pen.PlanProblem("De landelijke doelstelling hoort bij elk plan. U kunt haar wel aanpassen.")
    _keep_history(row, kind)
    lists.take_out(row, actor)
    _record_work(plan, kind, actor)
    return row


def restore_row(plan: Plan, kind: Kind, row_id: int, *, actor: Actor) -> Row:
    """Put a removed row back on its old place.

    Raises RowGone, PlanProblem.
    """
    pen.require_editable(plan)
    row = _fresh(plan, kind, row_id)
    if row.verwijderd_op is not None:
        _keep_history(row, kind)
        lists.put_back(row, actor)
        db.session.flush()
        lists.number(rows_of(plan, kind))
        _record_work(plan, kind, actor)
    return row


def move_row(plan: Plan, kind: Kind, row_id: int, *, steps: int, seen_position: int, actor: Actor) -> Row:
    """Move a row up (negative) or down over `steps` places (a heading: over groups, with the actions below it).

    `seen_position` is where the person saw it.

    Raises RowConflict when the row is no longer there, RowGone, PlanProblem.
    """
    row = _movable(plan, kind, row_id, seen_position)
    lists.number(moving.stepped(rows_of(plan, kind), row, steps, begins_group, first=first_place(kind)))
    _record_work(plan, kind, actor)
    return row


def place_row(plan: Plan, kind: Kind, row_id: int, *, after_id: int, seen_position: int, actor: Actor) -> Row:
    """Move a row behind another, or to the top (0). `seen_position` is where the person saw it.

    Raises RowConflict when the row is no longer there, RowGone, PlanProblem (also when the other row is gone).
    """
    row = _movable(plan, kind, row_id, seen_position)
    present = rows_of(plan, kind)
    after = next((one for one in present if one.id == after_id), None)
    if after_id and after is None:
        raise pen.PlanProblem(lists.GONE_PLACE)
    lists.number(moving.put_after(present, row, after, begins_group, first=first_place(kind)))
    _record_work(plan, kind, actor)
    return row


def _movable(plan: Plan, kind: Kind, row_id: int, seen_position: int) -> Row:
    pen.require_editable(plan)
    row = _fresh(plan, kind, row_id)
    if isinstance(row, Doelstelling) and row.landelijk:
        raise pen.PlanProblem("De landelijke doelstelling staat altijd bovenaan.")
    if lists.has_moved(row, seen_position):
        raise RowConflict(row, {})
    return row


def moved_along(plan: Plan, row: Row) -> int:
    """How many rows stand under this one, and go where it goes."""
    return len(moving.group_of(rows_of(plan, Kind.ACTIES), row, begins_group)) - 1 if begins_group(row) else 0


def begins_group(row: object) -> bool:
    """True for a heading, and for an action that stands on its own: the actions below it belong to it."""
    return isinstance(row, Actie) and row.vorm is not ActieVorm.ACTIE


def first_place(kind: Kind) -> int:
    """Above which place nothing can be put: the national goal stays on top of the goals."""
    return 1 if kind is Kind.DOELSTELLINGEN else 0


def _fresh(plan: Plan, kind: Kind, row_id: int) -> Row:
    row = find_row(plan, kind, row_id)
    db.session.refresh(row)
    return row


def _known_values(kind: Kind, values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in FIELDS[kind] if name in values}


def _keep_history(row: Row, kind: Kind) -> None:
    db.session.add(
        RowHistory(
            plan_id=row.plan_id,
            tabel=kind.value,
            row_id=row.id,
            revision=row.revision,
            velden={name: as_json(getattr(row, name)) for name in FIELDS[kind]},
            gewijzigd_op=row.gewijzigd_op,
            gewijzigd_door_id=row.gewijzigd_door_id,
            verwijderd_op=row.verwijderd_op,
        )
    )


def as_json(value: object) -> object:
    """A field of a row as JSON holds it: dates in ISO form, enums as text."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _record_work(plan: Plan, kind: Kind, actor: Actor) -> None:
    """Tell once per person, part and day that somebody worked on a list."""
    format_ = pen.format_of(plan)
    step = format_.step_of(format_.question_of_kind(kind).key)
    events.record_once_a_day(plan, EventSoort.ONDERDEEL_BEWERKT, actor, onderdeel=step.title, stap=step.key)
