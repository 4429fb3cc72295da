"""Successes, lessons and expectations of last time as rows of now: chosen, and changed after that."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from portal.domain.roles import Actor
from portal.models import Antwoordblad, BladRegel, RegelSoort
from portal.services.filling.freezing import Content
from portal.services.round.problems import SheetProblem
from portal.services.sheet import pen, rows
from portal.services.sheet.content import working_copy
from portal.services.sheet.previous import previous_of, said_last_time
from portal.services.sheet.rows import RegelValues


@dataclass(frozen=True)
class ToldBefore:
    """A row of last time, by its id, as it would stand in the list of now."""

    id: int
    values: RegelValues


def offered(blad: Antwoordblad, soort: RegelSoort, told: Content, present: Collection[BladRegel]) -> list[ToldBefore]:
    """What was handed in last time (`told`, as it would be said now) and does not stand in the list yet."""
    there = {_words(rows.values_of(row)) for row in present}
    found = (_earlier(blad, row) for row in told["regels"].get(soort.value, ()))
    allowed = (one for one in found if one and rows.is_right(blad, soort, one.values))
    return [one for one in allowed if _words(one.values) not in there]


def take_over(blad: Antwoordblad, soort: RegelSoort, ids: Collection[int], *, actor: Actor) -> list[BladRegel]:
    """Add these rows of last time at the end of the list, in their order; what stands there already is left out.

    Raises SheetProblem when the sheet takes no answers, or there is no last time.
    """
    pen.require_pen(blad)
    previous = previous_of(blad)
    if previous is None:
        raise SheetProblem("Er zijn geen eerdere antwoorden om over te nemen.")
    told = said_last_time(working_copy(blad), previous)
    chosen = [one.values for one in offered(blad, soort, told, rows.rows_of(blad, soort)) if one.id in ids]
    return rows.add_rows(blad, soort, chosen, actor=actor)


def _earlier(blad: Antwoordblad, row: Mapping[str, Any]) -> ToldBefore | None:
    """None for a row of a region that this sheet does not count for."""
    codes: dict[str, int | None] = {"": None, **{regio.code: regio.id for regio in blad.regios}}
    if row["regio_code"] not in codes:
        return None
    return ToldBefore(row["id"], RegelValues(row["tekst"], row["aan"], codes[row["regio_code"]]))


def _words(values: RegelValues) -> tuple[str, str, int | None]:
    return " ".join(values.tekst.split()).casefold(), values.aan, values.regio_id
