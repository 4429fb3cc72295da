"""The first sheet of every workbook: what it is, of when, and how to read it."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook

from exports.excel.workbook import add_sheet
from exports.readme import README, README_COLUMNS, ReadmeLine


def add_readme(workbook: Workbook, lines: Sequence[ReadmeLine]) -> None:
    """Add the sheet "Leesmij" with a subject and its explanation on each line."""
    add_sheet(workbook, README, README_COLUMNS, lines)
