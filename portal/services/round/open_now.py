"""The rounds that are open now, and how the answer of each region stands in one of them: one query of plain values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, select

from exports.report import OpenRound, RoundLine
from portal.domain.round.states import BladFacts, BladStand, BladStatus, UitvraagStatus, stand
from portal.models import Antwoordblad, BladRegio, Regio, Uitvraag
from portal.plain import plain_rows

# The national questionnaire comes before rounds with own questions, then what is due first.
_ORDER = (Uitvraag.edition == "", Uitvraag.deadline, Uitvraag.id)
# What decides how an answer stands, beside the deadline of its round.
_JUDGED = (Antwoordblad.status, Antwoordblad.uitstel_tot, Antwoordblad.heropend_tot, Antwoordblad.niet_gevraagd)
# A region of a joint plan has its own row in BladRegio, so that regions are counted and not sheets.
_SHEETS = (
    select(
        Uitvraag.id,
        Uitvraag.naam,
        Uitvraag.deadline,
        Antwoordblad.id.label("blad_id"),
        *_JUDGED,
        BladRegio.regio_id,
    )
    .outerjoin(Antwoordblad, Antwoordblad.uitvraag_id == Uitvraag.id)
    .outerjoin(BladRegio, BladRegio.blad_id == Antwoordblad.id)
    .where(Uitvraag.status == UitvraagStatus.OPEN)
    .order_by(*_ORDER)
)
_FIRST = (
    select(Uitvraag.id, Uitvraag.naam, Uitvraag.deadline)
    .where(Uitvraag.status == UitvraagStatus.OPEN)
    .order_by(*_ORDER)
    .limit(1)
)
# The sheets of one kind together, with the names of their regions; regions without a sheet are one of the kinds.
_KINDS = (
    select(*_JUDGED, func.aggregate_strings(Regio.naam, "\n").label("namen"))
    .select_from(Regio)
    .outerjoin(BladRegio, (BladRegio.regio_id == Regio.id) & (BladRegio.uitvraag_id == bindparam("uitvraag_id")))
    .outerjoin(Antwoordblad, Antwoordblad.id == BladRegio.blad_id)
    .group_by(*_JUDGED)
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


def sheet_rows() -> tuple[Any, ...]:
    """What `open_rounds` is worked out from, as the database has it now."""
    return tuple(map(tuple, plain_rows(_SHEETS)))


def open_rounds(
    found: Sequence[Any], wanted: int | None, today: date
) -> tuple[tuple[OpenRound, ...], OpenRound | None, dict[int, RoundLine]]:
    """All open rounds, the one that is wanted (else the first; None when no round is open), and its lines by region."""
    rows = list(map(_Sheet._make, found))
    rounds = {told[0]: OpenRound(*told) for told in dict.fromkeys(row[:3] for row in rows)}
    shown = rounds.get(wanted or 0) or next(iter(rounds.values()), None)
    lines = {
        row.regio_id: _line(row, today) for row in rows if shown and row.id == shown.id and row.regio_id is not None
    }
    return tuple(rounds.values()), shown, lines


def stands_of_first_round(today: date) -> tuple[OpenRound | None, list[tuple[str, BladStand]]]:
    """The round that `open_rounds` shows by itself, and each region by name with how its answer stands."""
    first = next(iter(plain_rows(_FIRST)), None)
    if first is None:
        return None, []
    shown = OpenRound(*first)
    kinds = plain_rows(_KINDS, {"uitvraag_id": shown.id})
    return shown, [(naam, _stand_of(kind, shown, today)) for kind in kinds for naam in kind.namen.split("\n")]


def _stand_of(kind: Any, shown: OpenRound, today: date) -> BladStand:
    if kind.status is None:
        return BladStand.NIET_GEVRAAGD
    return _judged(kind, kind.uitstel_tot or shown.deadline, today)


def _judged(row: Any, deadline: date, today: date) -> BladStand:
    """How the answer of a row with the columns of `_JUDGED` stands, that is due on this day."""
    facts = BladFacts(UitvraagStatus.OPEN, row.status, deadline, row.heropend_tot, row.niet_gevraagd)
    return stand(facts, today)


@lru_cache(maxsize=4096)
def _line(row: _Sheet, today: date) -> RoundLine:
    """A line of the same values is the same line."""
    deadline = row.uitstel_tot or row.deadline
    found = _judged(row, deadline, today)
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
