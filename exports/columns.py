"""Columns of national tables, declared once: the web page, Word and Excel read the same tuple."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from exports.labels import ONBEKEND
from exports.report import PlanLine, PlansOverview
from forms.dutch.dates import day_brief, day_short
from forms.dutch.numbers import dutch_number

RowT = TypeVar("RowT")
ColumnValue = str | int | float | date | datetime | None


class ColumnKind(StrEnum):
    """What a column holds: decides how Excel shows it and on which side the figures stand."""

    TEXT = "text"
    # On one line, however long: what does not fit shows when the cell is chosen.
    LINE = "line"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True)
class Column(Generic[RowT]):
    """One column: its heading, how to get the value from a row, its width in characters and its kind.

    A value of None means that there is nothing to tell yet, which is not nought. `url` gives what a cell opens: a path
    of the portal, "#Blad!A1" in the workbook itself, or "" for nothing. Only a streamed workbook draws it.
    """

    heading: str
    value: Callable[[RowT], ColumnValue]
    width: int
    kind: ColumnKind = ColumnKind.TEXT
    url: Callable[[RowT], str] | None = None

    def text(self, row: RowT) -> str:
        """The value as a Dutch reader reads it; a dash when there is none."""
        value = self.value(row)
        if value is None or value == "":
            return ONBEKEND
        if isinstance(value, date):
            return day_short(value)
        if isinstance(value, float):
            return dutch_number(Decimal(str(value)))
        return dutch_number(value) if isinstance(value, int) else value

    def brief(self, row: RowT) -> str:
        """As `text`, with short dates ("31 dec 2023"), for a table with many columns."""
        value = self.value(row)
        return day_brief(value) if isinstance(value, date) else self.text(row)


_REGIO = Column[PlanLine]("Regio", lambda line: line.regio, 28)

# How far the plan is, and what was in it when it was handed in.
STATUS_COLUMNS: tuple[Column[PlanLine], ...] = (
    _REGIO,
    Column("Plan", lambda line: line.plan_naam, 28),
    Column("Status", lambda line: line.status, 16),
    Column("Deadline", lambda line: line.deadline, 14, ColumnKind.DATE),
    Column("Dagen tot deadline", lambda line: line.dagen, 11, ColumnKind.NUMBER),
    Column("Opgepakt door", lambda line: line.opgepakt_door, 22),
    Column("Wacht op besluit (dagen)", lambda line: line.wacht_dagen, 14, ColumnKind.NUMBER),
    Column("Vraagt om meelezen", lambda line: "Ja" if line.meelezen else "", 13),
)
CONTENT_COLUMNS: tuple[Column[PlanLine], ...] = (
    _REGIO,
    Column("Ingediend op", lambda line: line.ingediend_op, 14, ColumnKind.DATE),
    Column("Namens", lambda line: line.namens, 14),
    Column("Projectstructuur", lambda line: line.projectstructuur, 37),
    Column("Doelstellingen", lambda line: line.aantal_doelstellingen, 16, ColumnKind.NUMBER),
    Column("Acties", lambda line: line.aantal_acties, 10, ColumnKind.NUMBER),
)

# What there is to tell of the round that is open; left out when none is.
ROUND_COLUMNS: tuple[Column[PlanLine], ...] = (
    _REGIO,
    Column("Uitvraag", lambda line: line.antwoord.status if line.antwoord else "", 18),
    Column(
        "Deadline uitvraag",
        lambda line: line.antwoord.deadline if line.antwoord and line.antwoord.is_asked else None,
        14,
        ColumnKind.DATE,
    ),
    Column(
        "Dagen tot deadline uitvraag",
        lambda line: line.antwoord.dagen if line.antwoord else None,
        14,
        ColumnKind.NUMBER,
    ),
)

PLAN_COLUMNS: tuple[Column[PlanLine], ...] = STATUS_COLUMNS + CONTENT_COLUMNS[1:]
OVERVIEW_COLUMNS: tuple[Column[PlanLine], ...] = PLAN_COLUMNS + ROUND_COLUMNS[1:]


def overview_columns(overview: PlansOverview) -> tuple[Column[PlanLine], ...]:
    """The columns of this overview: those about the round only while one is open."""
    return OVERVIEW_COLUMNS if overview.uitvraag else PLAN_COLUMNS
