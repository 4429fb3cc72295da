"""The outline of working copies: how far each plan is and who changed what last, without reading whole plans.

`plan_state` judges an outline as it judges the whole content: the rule stands in one place, this only reads less. One
query of plain values for any number of plans.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, SQLColumnExpression, String, bindparam, cast, false, literal, select, union_all

from forms.spec import PLAN_LISTS, Kind
from portal.models import Actie, Answer, Doelstelling, Mijlpaal, Partij, StapVerklaring, User
from portal.plain import plain_rows
from portal.services.filling.traces import Changer, Changes, Trace

# An answer and a declaration; the rest is a row of a list, by its `Kind`.
_ANSWER, _LATER = "answers", "volgt_later"
_NOTHING = literal("")


def _part(
    table: type[Any],
    soort: str,
    key: SQLColumnExpression[Any] = _NOTHING,
    text: SQLColumnExpression[Any] = _NOTHING,
    is_mijlpaal: SQLColumnExpression[Any] | None = None,
) -> Select[Any]:
    """What is read of one table, in the columns that all of them share."""
    op, door_id = (table.op, table.door_id) if soort == _LATER else (table.gewijzigd_op, table.gewijzigd_door_id)
    return select(
        table.plan_id,
        literal(soort).label("soort"),
        key.label("sleutel"),
        text.label("tekst"),
        (false() if is_mijlpaal is None else is_mijlpaal).label("is_mijlpaal"),
        op.label("op"),
        door_id.label("door_id"),
    ).where(table.plan_id.in_(bindparam("plan_ids", expanding=True)))


def _present(table: type[Any], kind: Kind, **columns: Any) -> Select[Any]:
    return _part(table, kind.value, **columns).where(table.verwijderd_op.is_(None))


_PARTS = union_all(
    _part(Answer, _ANSWER, Answer.question_key, Answer.text),
    _part(StapVerklaring, _LATER, StapVerklaring.step_key, StapVerklaring.reden),
    _present(Partij, Kind.PARTIJEN),
    _present(Doelstelling, Kind.DOELSTELLINGEN, text=Doelstelling.tekst),
    _present(Actie, Kind.ACTIES, key=cast(Actie.vorm, String), text=Actie.tijdslijn, is_mijlpaal=Actie.is_mijlpaal),
    _present(Mijlpaal, Kind.MIJLPALEN),
).subquery()
_OUTLINES = select(_PARTS, User.naam.label("door")).outerjoin(User, User.id == _PARTS.c.door_id)


def _nothing() -> dict[str, Any]:
    return {_ANSWER: {}, _LATER: {}, **{kind.value: [] for kind in PLAN_LISTS}}


@dataclass
class Outline:
    """Of one plan: as much of its content as `plan_state` asks for, and the changes by question."""

    content: dict[str, Any] = field(default_factory=_nothing)
    changes: Changes = field(default_factory=dict)

    def add(self, row: Any) -> None:
        """Take in one row of any of the tables."""
        if row.soort in (_ANSWER, _LATER):
            self.content[row.soort][row.sleutel] = row.tekst
        else:
            self.content[row.soort].append(
                # Of an action its timeline, of a goal its text: the only ones that are judged.
                {"tekst": row.tekst, "tijdslijn": row.tekst, "vorm": row.sleutel, "is_mijlpaal": row.is_mijlpaal},
            )

    def note(self, row: Any) -> None:
        """Take in who changed this row."""
        if row.door_id is not None and row.soort != _LATER:
            source = row.sleutel if row.soort == _ANSWER else row.soort
            self.changes.setdefault(source, []).append(Trace(row.op, Changer(row.door_id, row.door)))


def outlines(plan_ids: Iterable[int], *, with_changes: bool = True) -> dict[int, Outline]:
    """The outlines of these plans by their ids."""
    found = {plan_id: Outline() for plan_id in plan_ids}
    if found:
        for row in plain_rows(_OUTLINES, {"plan_ids": list(found)}):
            found[row.plan_id].add(row)
            if with_changes:
                found[row.plan_id].note(row)
    return found
