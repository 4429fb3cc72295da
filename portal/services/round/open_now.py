"""The rounds that are open now, and how the answer of each region stands in one of them: one query of plain values."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import select

from exports.report import OpenRound, RoundLine
from portal.domain.round.states import BladFacts, BladStand, BladStatus, UitvraagStatus, stand
from portal.models import Antwoordblad, BladRegio, Uitvraag
from portal.plain import plain_rows

# A region of a joint plan has its own row in BladRegio, so that regions are counted and not sheets. The national
# questionnaire comes before rounds with own questions, then what is due first.
_SHEETS = (
    select(
        Uitvraag.id,
        Uitvraag.naam,
        Uitvraag.deadline,
        Antwoordblad.id.label("blad_id"),
        Antwoordblad.status,
        Antwoordblad.uitstel_tot,
        Antwoordblad.heropend_tot,
        Antwoordblad.niet_gevraagd,
        BladRegio.regio_id,
    )
    .outerjoin(Antwoordblad, Antwoordblad.uitvraag_id == Uitvraag.id)
    .outerjoin(BladRegio, BladRegio.blad_id == Antwoordblad.id)
    .where(Uitvraag.status == UitvraagStatus.OPEN)
    .order_by(Uitvraag.edition == "", Uitvraag.deadline, Uitvraag.id)
)


class _Sheet(NamedTuple):
    """A row of `_SHEETS`; of a round without sheets only the round."""

    id: int
    naam: str
    deadline: date
    blad_id: int
    status: BladStatus
    uitstel_tot: date | None
    heropend_tot: date | None
    niet_gevraagd: bool
    regio_id: int | None


def open_rounds(
    wanted: int | None, today: date
) -> tuple[tuple[OpenRound, ...], OpenRound | None, dict[int, RoundLine]]:
    """All open rounds, the one that is wanted (else the first; None when no round is open), and its lines by region."""
    rows = list(map(_Sheet._make, plain_rows(_SHEETS)))
    rounds = {told[0]: OpenRound(*told) for told in dict.fromkeys(row[:3] for row in rows)}
    shown = rounds.get(wanted or 0) or next(iter(rounds.values()), None)
    lines = {
        row.regio_id: _line(row, today) for row in rows if shown and row.id == shown.id and row.regio_id is not None
    }
    return tuple(rounds.values()), shown, lines


@lru_cache(maxsize=4096)
def _line(row: _Sheet, today: date) -> RoundLine:
    """A line of the same values is the same line."""
    deadline = row.uitstel_tot or row.deadline
    found = stand(
        BladFacts(UitvraagStatus.OPEN, row.status, deadline, row.heropend_tot, row.niet_gevraagd),
        today,
    )
    awaited = found in (BladStand.OPEN, BladStand.TE_LAAT)
    return RoundLine(
        status=found.label,
        status_key=found.value,
        deadline=deadline,
        dagen=(deadline - today).days if awaited else None,
        is_asked=found is not BladStand.NIET_GEVRAAGD,
        is_answered=found.is_answered,
        blad_id=row.blad_id,
    )
