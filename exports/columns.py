"""Columns of national tables, declared once: the web page, Word and Excel read the same tuple."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from exports.dutch import datum, getal
from exports.labels import ONBEKEND
from exports.report import PlanLine

RowT = TypeVar("RowT")
ColumnValue = str | int | date | datetime | None


class ColumnKind(StrEnum):
    """What a column holds: decides how Excel shows it and on which side the figures stand."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True)
class Column(Generic[RowT]):
    """One column: its heading, how to get the value from a row, its width in characters and its kind.

    A value of None means that there is nothing to tell yet, which is not nought.
    """

    heading: str
    value: Callable[[RowT], ColumnValue]
    width: int
    kind: ColumnKind = ColumnKind.TEXT

    def text(self, row: RowT) -> str:
        """The value as a Dutch reader reads it; a dash when there is none."""
        value = self.value(row)
        if value is None or value == "":
            return ONBEKEND
        if isinstance(value, date):
            return datum(value)
        return getal(value) if isinstance(value, int) else value


OVERVIEW_COLUMNS: tuple[Column[PlanLine], ...] = (
    Column("Regio", lambda line: line.regio, 24),
    Column("Plan", lambda line: line.plan_naam, 26),
    Column("Status", lambda line: line.status, 16),
    Column("Deadline", lambda line: line.deadline, 19, ColumnKind.DATE),
    Column("Ingediend op", lambda line: line.ingediend_op, 19, ColumnKind.DATE),
    Column("Namens", lambda line: line.namens, 14),
    Column("Projectstructuur", lambda line: line.projectstructuur, 22),
    Column("Doelstellingen", lambda line: line.aantal_doelstellingen, 17, ColumnKind.NUMBER),
    Column("Acties", lambda line: line.aantal_acties, 10, ColumnKind.NUMBER),
)
