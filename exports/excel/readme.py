"""The first sheet of every workbook: what it is, of when, and how to read it."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook

from exports.columns import Column
from exports.excel.workbook import add_sheet

SHEET_NAME = "Leesmij"

ReadmeLine = tuple[str, str]

README_COLUMNS: tuple[Column[ReadmeLine], ...] = (
    Column("Onderwerp", lambda line: line[0], 28),
    Column("Uitleg", lambda line: line[1], 100),
)


def add_readme(workbook: Workbook, lines: Sequence[ReadmeLine]) -> None:
    """Add the sheet "Leesmij" with a subject and its explanation on each line."""
    add_sheet(workbook, SHEET_NAME, README_COLUMNS, lines)
