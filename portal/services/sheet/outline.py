"""The outline of answer sheets: how far each is and who changed what last, without reading whole sheets.

`sheet_state` judges an outline as it judges the whole content, as with the outline of a plan. One query of plain values
for any number of sheets; the actions of a submission that was met before are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Integer, Select, SQLColumnExpression, String, bindparam, cast, literal, null, select, union_all

from forms.spec import Kind
from portal.domain.sheet.state import BY_ITSELF
from portal.models import (
    Antwoordblad,
    BladAntwoord,
    BladRegel,
    Doelstand,
    Indiening,
    RegelSoort,
    User,
    Voortgang,
    VoortgangAfwijking,
)
from portal.plain import plain_rows
from portal.services.filling.traces import Changer, Changes, Trace
from portal.services.plan.frozen_actions import ACTIONS

# An answer for all regions, where one region differs, and the plan whose actions are listed; the rest is a `Kind`.
_ANSWER, _DEVIATION, _PLAN = "answers", "afwijking", "plan"
# Where an action goes otherwise in one region.
_ELSEWHERE = "voortgang_afwijking"
_PROGRESS = Kind.VOORTGANG.value
_GOALS = Kind.DOELSTANDEN.value
_ASKED_IN = {_ELSEWHERE: _PROGRESS}
_NOTHING = literal("")


def _part(
    table: type[Any],
    soort: SQLColumnExpression[Any],
    key: SQLColumnExpression[Any] = _NOTHING,
    text: SQLColumnExpression[Any] = _NOTHING,
    status: SQLColumnExpression[Any] = _NOTHING,
) -> Select[Any]:
    """What is read of one table, in the columns that all of them share."""
    return select(
        table.blad_id,
        soort.label("soort"),
        key.label("sleutel"),
        text.label("tekst"),
        status.label("status"),
        table.gewijzigd_op.label("op"),
        table.gewijzigd_door_id.label("door_id"),
    ).where(table.blad_id.in_(bindparam("blad_ids", expanding=True)))


_PARTS = union_all(
    _part(BladAntwoord, literal(_ANSWER), BladAntwoord.question_key, BladAntwoord.text).where(
        BladAntwoord.regio_id.is_(None)
    ),
    _part(BladAntwoord, literal(_DEVIATION), BladAntwoord.question_key).where(BladAntwoord.regio_id.is_not(None)),
    _part(Voortgang, literal(_PROGRESS), cast(Voortgang.actie_id, String), Voortgang.toelichting, Voortgang.status),
    _part(VoortgangAfwijking, literal(_ELSEWHERE)),
    _part(Doelstand, literal(_GOALS), cast(Doelstand.doel_id, String), Doelstand.waarde + Doelstand.toelichting),
    _part(BladRegel, cast(BladRegel.soort, String)).where(BladRegel.verwijderd_op.is_(None)),
    select(
        Antwoordblad.id,
        literal(_PLAN),
        cast(Indiening.id, String),
        Indiening.checksum,
        _NOTHING,
        Indiening.ingediend_op,
        cast(null(), Integer),
    )
    .join(Indiening, Indiening.id == Antwoordblad.plan_indiening_id)
    .where(Antwoordblad.id.in_(bindparam("blad_ids", expanding=True))),
).subquery()
_OUTLINES = select(_PARTS, User.naam.label("door")).outerjoin(User, User.id == _PARTS.c.door_id)


def _nothing() -> dict[str, Any]:
    return {
        _ANSWER: {},
        _PROGRESS: {},
        _GOALS: {},
        BY_ITSELF: set(),
        Kind.ACTIES.value: (),
        "regels": {soort.value: [] for soort in RegelSoort},
    }


@dataclass
class SheetOutline:
    """Of one sheet: as much of its content as `sheet_state` asks for, and the changes by question."""

    content: dict[str, Any] = field(default_factory=_nothing)
    changes: Changes = field(default_factory=dict)

    def add(self, row: Any) -> None:
        """Take in one row of any of the tables."""
        self._keep(row)

    def note(self, row: Any) -> None:
        """Take in who changed this row."""
        if row.door_id is not None:
            source = row.sleutel if row.soort in (_ANSWER, _DEVIATION) else _ASKED_IN.get(row.soort, row.soort)
            self.changes.setdefault(source, []).append(Trace(row.op, Changer(row.door_id, row.door)))

    def _keep(self, row: Any) -> None:
        if row.soort == _ANSWER:
            self.content[_ANSWER][row.sleutel] = row.tekst
        elif row.soort == _PROGRESS:
            self.content[_PROGRESS][row.sleutel] = {"status": row.status, "toelichting": row.tekst}
            if row.door_id is None:
                self.content[BY_ITSELF].add(row.sleutel)
        elif row.soort == _GOALS:
            # Who does not know says why: with neither it is empty again.
            if row.tekst:
                self.content[_GOALS][row.sleutel] = row.tekst
        elif row.soort not in (_DEVIATION, _ELSEWHERE):
            self.content["regels"][row.soort].append(row.sleutel)


def outlines(blad_ids: Iterable[int], *, with_changes: bool = True) -> dict[int, SheetOutline]:
    """The outlines of these sheets by their ids."""
    found = {blad_id: SheetOutline() for blad_id in blad_ids}
    if found:
        rows = plain_rows(_OUTLINES, {"blad_ids": list(found)})
        plans = [row for row in rows if row.soort == _PLAN]
        for row in rows:
            if row.soort != _PLAN:
                found[row.blad_id].add(row)
                if with_changes:
                    found[row.blad_id].note(row)
        _add_actions(found, plans)
    return found


def _add_actions(found: dict[int, SheetOutline], plans: Sequence[Any]) -> None:
    """`plans`: of each sheet the id (as text) and the checksum of the submission whose actions it lists."""
    known = ACTIONS.of({int(row.sleutel): row.tekst for row in plans})
    for row in plans:
        found[row.blad_id].content[Kind.ACTIES.value] = known[int(row.sleutel)].rows
