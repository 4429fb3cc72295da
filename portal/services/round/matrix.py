"""Regions × rounds: which region answered which round. A constant number of queries of plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import select

from portal.domain import clock
from portal.domain.round.rules import why_not_open
from portal.domain.round.sentence import RoundCount, count, sentence
from portal.domain.round.states import BladFacts, BladStand, BladStatus, UitvraagStatus, stand
from portal.extensions import db
from portal.models import Antwoordblad, BladRegio, Regio, Uitvraag
from portal.services.regios import name_key
from portal.services.round.questionnaire import has_questions

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
    Uitvraag.niet_gesteld,
).order_by(Uitvraag.periode_tot.desc(), Uitvraag.id.desc())
_SHEETS = select(
    BladRegio.uitvraag_id,
    BladRegio.regio_id,
    BladRegio.blad_id,
    Antwoordblad.indiening_nummer,
    Antwoordblad.status,
    Antwoordblad.uitstel_tot,
    Antwoordblad.heropend_tot,
    Antwoordblad.niet_gevraagd,
).join(Antwoordblad, Antwoordblad.id == BladRegio.blad_id)
_REGIOS = select(Regio.id, Regio.naam)


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
    """All rounds and the matrix, in three queries."""
    found: Sequence[Any] = db.session.execute(_ROUNDS).all()
    opened = [row for row in found if row.status is not UitvraagStatus.GEPLAND]
    shown = opened[:MOST_ROUNDS]
    counted = {row.id: row for row in opened if row in shown or row.status is UitvraagStatus.OPEN}
    cells = _cells(counted, clock.today())
    regios = sorted(db.session.execute(_REGIOS), key=lambda regio: name_key(regio[1])) if counted else []
    rounds = tuple(_summary(row, _count(regios, cells.get(row.id))) for row in found)
    columns = tuple(one for one in rounds if one.id in {row.id for row in shown})
    return RoundsOverview(rounds, columns, _rows(regios, [cells.get(one.id, {}) for one in columns]))


def _summary(row: Any, telling: RoundCount | None) -> RoundSummary:
    asks = has_questions(row.edition, row.extra_vragen, row.niet_gesteld)
    return RoundSummary(
        row.id,
        row.naam,
        row.status,
        row.opent_op,
        row.deadline,
        row.periode_van,
        row.periode_tot,
        telling,
        asks,
    )


# The sheet of each region in one round, by the id of the region.
_Cells = dict[int, Cell]
_Regios = Sequence[tuple[int, str]]


def _cells(rounds: dict[int, Any], today: date) -> dict[int, _Cells]:
    """The cells of these rounds, by the id of the round.

    There are thousands of sheets, in a few states: each state is judged once.
    """

    @cache
    def shown(
        uitvraag_id: int, status: BladStatus, uitstel_tot: date | None, heropend_tot: date | None, niet_gevraagd: bool
    ) -> BladStand:
        of = rounds[uitvraag_id]
        return stand(BladFacts(of.status, status, uitstel_tot or of.deadline, heropend_tot, niet_gevraagd), today)

    found: dict[int, _Cells] = defaultdict(dict)
    if rounds:
        sheets = db.session.execute(_SHEETS.where(BladRegio.uitvraag_id.in_(list(rounds))))
        for uitvraag_id, regio_id, blad_id, number, *state in sheets:
            found[uitvraag_id][regio_id] = Cell(shown(uitvraag_id, *state), blad_id, number > 0)
    return found


def _count(regios: _Regios, cells: _Cells | None) -> RoundCount | None:
    if cells is None:
        return None
    return count([(naam, cells[regio_id].stand) for regio_id, naam in regios if regio_id in cells])


def _rows(regios: _Regios, columns: Sequence[_Cells]) -> tuple[MatrixRow, ...]:
    if not columns:
        return ()
    return tuple(MatrixRow(naam, tuple(cells.get(regio_id) for cells in columns)) for regio_id, naam in regios)
