"""The one maker of sheets: a table with its headings and rows.

A sheet is a table: one heading row that stays in sight, a filter, dates as dates and no merged cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from math import ceil
from typing import TypeVar

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from exports.cells import set_cell
from exports.columns import Column, ColumnKind, ColumnValue
from exports.look.colours import HEAD_SHADE
from exports.look.house import SHEET_FONT
from forms.dutch.dates import in_amsterdam

HEAD_FONT = Font(name=SHEET_FONT, size=11, bold=True)
HEAD_FILL = PatternFill("solid", fgColor=HEAD_SHADE)
# Heights in points; Excel takes no row above 409.
LINE_HEIGHT, MAX_HEIGHT = 15, 409

HEAD_ALIGNMENT = Alignment(wrap_text=True, vertical="top")
# A figure keeps its distance from the text in the next column, a date stands below its heading.
ALIGNMENT = {
    ColumnKind.TEXT: Alignment(wrap_text=True, vertical="top"),
    ColumnKind.LINE: Alignment(vertical="top"),
    ColumnKind.NUMBER: Alignment(horizontal="right", indent=1, vertical="top"),
    ColumnKind.DATE: Alignment(horizontal="left", vertical="top"),
}

RowT = TypeVar("RowT")


def add_sheet(workbook: Workbook, name: str, columns: Sequence[Column[RowT]], rows: Sequence[RowT]) -> Worksheet:
    """Add a sheet with one table, called `name` (letters only): the headings of the columns, then the rows."""
    sheet = workbook.create_sheet(name)
    _write_headings(sheet, columns)
    for number, row in enumerate(rows, start=2):
        for index, column in enumerate(columns, start=1):
            _write_value(sheet.cell(number, index), column.value(row), column.kind)
        sheet.row_dimensions[number].height = _height(columns, row)
    _make_table(sheet, name, len(columns), len(rows))
    set_print(sheet)
    return sheet


def _write_headings(sheet: Worksheet, columns: Sequence[Column[RowT]]) -> None:
    for index, column in enumerate(columns, start=1):
        cell = sheet.cell(1, index)
        set_cell(cell, column.heading)
        cell.font, cell.fill = HEAD_FONT, HEAD_FILL
        cell.alignment = HEAD_ALIGNMENT
    set_widths(sheet, [column.width for column in columns])
    sheet.row_dimensions[1].height = heading_height(columns)
    sheet.freeze_panes = "B2"


def set_widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    """Make the columns of a sheet as wide as told, in characters."""
    for index, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width


def heading_height(columns: Sequence[Column[RowT]]) -> int | None:
    """Room for the headings, in points; None for one line.

    Words move to the next line as a whole and the button of the filter takes room: three signs a line.
    """
    return room_for(max(lines_of(column.heading, column.width - 3) for column in columns))


def _write_value(cell: Cell, value: ColumnValue, kind: ColumnKind) -> None:
    """A value that is None stays an empty cell: it is not nought."""
    set_cell(cell, in_amsterdam(value).date() if isinstance(value, datetime) else value)
    cell.alignment = ALIGNMENT[kind]


def _height(columns: Sequence[Column[RowT]], row: RowT) -> int | None:
    """Room for the text that needs the most lines (LibreOffice does not make it itself); None for one line."""
    texts = [(column.text(row), column.width) for column in columns if column.kind is ColumnKind.TEXT]
    return room_for(max((lines_of(text, width) for text, width in texts), default=1))


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes in a column of this width."""
    return sum(ceil(max(len(line), 1) / width) for line in text.split("\n"))


def room_for(lines: int) -> int | None:
    """The height of a row of this many lines, in points; None for one, which needs no telling."""
    return None if lines == 1 else min(lines * LINE_HEIGHT, MAX_HEIGHT)


def _make_table(sheet: Worksheet, name: str, width: int, height: int) -> None:
    sheet.add_table(new_table(name, width, height))


def new_table(name: str, width: int, height: int, *, top: int = 1) -> Table:
    """A table of this many columns and rows below its headings in row `top`.

    Excel repairs a table without rows, so that one keeps an empty row.
    """
    table = Table(displayName=name, ref=f"A{top}:{get_column_letter(width)}{top + max(height, 1)}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    return table


def set_print(sheet: Worksheet) -> None:
    """On paper: A4 on its side, as wide as the page, with its headings and a number on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.center.text = "Pagina &P van &N"
