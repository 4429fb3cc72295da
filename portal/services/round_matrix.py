"""Regions × rounds: which region answered which round. A constant number of queries of plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import select

from portal.domain import clock
from portal.domain.round_rules import why_not_open
from portal.domain.round_sentence import RoundCount, count, sentence
from portal.domain.rounds import BladStand, UitvraagStatus
from portal.extensions import db
from portal.models import Regio, Uitvraag
from portal.services.regios import name_key
from portal.services.round_lines import SheetLine, sheet_lines

MOST_ROUNDS = 8

_ROUNDS = select(
    Uitvraag.id,
    Uitvraag.naam,
    Uitvraag.status,
    Uitvraag.opent_op,
    Uitvraag.deadline,
    Uitvraag.periode_van,
    Uitvraag.periode_tot,
    Uitvraag.edition,
    Uitvraag.extra_vragen,
).order_by(Uitvraag.periode_tot.desc(), Uitvraag.id.desc())


@dataclass(frozen=True)
class RoundSummary:
    """A round in a list, with its one sentence; `telling` None: it has no sheets yet, or is too old to be shown."""

    id: int
    naam: str
    status: UitvraagStatus
    opent_op: date
    deadline: date
    periode_van: date
    periode_tot: date
    telling: RoundCount | None
    has_questions: bool = True

    @property
    def why_not(self) -> str:
        """Why a planned round can't open; empty when it can."""
        return why_not_open(has_questions=self.has_questions, deadline=self.deadline, today=clock.today())

    @property
    def zin(self) -> str:
        """Where it stands."""
        if self.telling is None:
            return ""
        return sentence(self.status, self.deadline, self.telling, clock.today())


class Cell(NamedTuple):
    """The sheet of one region in one round."""

    stand: BladStand
    blad_id: int
    has_indiening: bool


class MatrixRow(NamedTuple):
    """One region; None: it did not exist yet when the round opened."""

    regio: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True)
class RoundsOverview:
    """All rounds, the newest period first, and the matrix of the newest ones that were opened."""

    rounds: tuple[RoundSummary, ...]
    columns: tuple[RoundSummary, ...]
    rows: tuple[MatrixRow, ...]

    def with_status(self, *statuses: str) -> list[RoundSummary]:
        """The rounds with one of these statuses."""
        return [one for one in self.rounds if one.status in statuses]


def rounds_overview() -> RoundsOverview:
    """All rounds and the matrix, in four queries."""
    found: Sequence[Any] = db.session.execute(_ROUNDS).all()
    opened = [row.id for row in found if row.status is not UitvraagStatus.GEPLAND]
    still_open = [row.id for row in found if row.status is UitvraagStatus.OPEN]
    shown = opened[:MOST_ROUNDS]
    stands = _stands(sheet_lines(sorted({*shown, *still_open})))
    rounds = tuple(_summary(row, _count(stands.get(row.id))) for row in found)
    columns = tuple(one for one in rounds if one.id in shown)
    return RoundsOverview(rounds, columns, _rows(columns, stands) if columns else ())


def _summary(row: Any, telling: RoundCount | None) -> RoundSummary:
    has_questions = bool(row.edition or row.extra_vragen)
    return RoundSummary(
        row.id,
        row.naam,
        row.status,
        row.opent_op,
        row.deadline,
        row.periode_van,
        row.periode_tot,
        telling,
        has_questions,
    )


# By round: the sheet of each region, by its name.
_Stands = dict[int, dict[str, Cell]]


def _stands(lines: Iterable[SheetLine]) -> _Stands:
    found: _Stands = defaultdict(dict)
    for line in lines:
        cell = Cell(line.stand, line.blad_id, line.indiening_nummer > 0)
        for regio in line.regios:
            found[line.uitvraag_id][regio.naam] = cell
    return found


def _count(by_regio: dict[str, Cell] | None) -> RoundCount | None:
    if by_regio is None:
        return None
    return count([(naam, by_regio[naam].stand) for naam in sorted(by_regio, key=name_key)])


def _rows(columns: Sequence[RoundSummary], stands: _Stands) -> tuple[MatrixRow, ...]:
    names = sorted(db.session.scalars(select(Regio.naam)), key=name_key)
    by_round = [stands.get(one.id, {}) for one in columns]
    return tuple(MatrixRow(naam, tuple(found.get(naam) for found in by_round)) for naam in names)
