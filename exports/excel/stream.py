"""Workbooks of many rows: each row goes to the file as soon as it is made, and is then forgotten.

openpyxl makes everything around the rows: properties, styles, widths, tables, charts. The rows are written here, as XML
that refers to shared strings like Excel's own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from math import ceil
from typing import Any, Generic, TypeVar

from lxml import etree
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn
from openpyxl.writer.excel import ExcelWriter

from exports.cells import DATE_FORMAT, excel_text
from exports.columns import Column, ColumnKind, ColumnValue
from exports.excel.inside_openpyxl import StreamedSheet, new_sheet
from exports.excel.stream_archive import ConformingArchive
from exports.excel.workbook import (
    ALIGNMENT,
    HEAD_ALIGNMENT,
    HEAD_FILL,
    HEAD_FONT,
    LINE_HEIGHT,
    heading_height,
    lines_of,
    new_table,
    room_for,
    set_print,
    set_widths,
)
from exports.look.book import new_workbook
from exports.look.colours import ACCENT
from exports.look.conform import EDITS, SharedStrings
from exports.look.house import SHEET_FONT
from forms.dutch.dates import in_amsterdam

RowT = TypeVar("RowT")

# A sheet with more links than this loses them all (Excel specifications and limits).
MOST_LINKS = 65_530
LINK_FONT = Font(name=SHEET_FONT, size=11, color=ACCENT, underline="single")


# In characters: what is wider goes on pages side by side, each with the first column, or nobody could read it.
_WIDTH_OF_PAPER = 200


@dataclass(frozen=True)
class Placed:
    """Where a table stands: the row of its headings, and its last row (an empty table keeps one empty row)."""

    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class _Drawn(Generic[RowT]):
    """A column, ready to draw cells of it. `style` and `link_style` are numbers of styles of the workbook."""

    letter: str
    value: Callable[[RowT], ColumnValue]
    url: Callable[[RowT], str] | None
    # On how many characters it goes to the next line; None for never.
    wrap: int | None
    style: str
    link_style: str


class StreamedBook:
    """A workbook whose tables are written row by row. `portaal`: where its links begin; "" leaves them out."""

    def __init__(self, title: str, *, moment: datetime, portaal: str = "") -> None:
        self._workbook = new_workbook(title, moment=moment, streamed=True)
        self._portaal = portaal.rstrip("/")
        self._strings = SharedStrings()
        # The cleaned form of a text that comes back (a name, a status) is found, not made again.
        self._fit: dict[str, str] = {}

    def add_sheet(self, name: str, widths: Sequence[int], *, freeze: str = "B2") -> StreamedSheet:
        """Add an empty sheet with columns of these widths."""
        sheet = new_sheet(self._workbook, name)
        set_widths(sheet, widths)
        sheet.freeze_panes = freeze
        set_print(sheet)
        pages = ceil(sum(widths) / _WIDTH_OF_PAPER)
        if pages > 1:
            sheet.page_setup.fitToWidth = pages
            sheet.page_setup.pageOrder = "overThenDown"
            sheet.print_title_cols = "A:A"
        return sheet

    def add_table(
        self, sheet: StreamedSheet, name: str, columns: Sequence[Column[RowT]], rows: Collection[RowT]
    ) -> Placed:
        """Write a table called `name` (letters and figures) below what stands on the sheet, and say where it is."""
        top = len(sheet.heights) + 1
        self._write_headings(sheet, columns, top)
        drawn = [self._drawn(sheet, index, column) for index, column in enumerate(columns, start=1)]
        with_links = self._has_links(columns, len(rows))
        for number, row in enumerate(rows, start=top + 1):
            self._write_row(sheet, number, drawn, row, with_links)
        if not rows:
            self.skip_row(sheet)
        sheet.add_table(_named_columns(new_table(name, len(columns), len(rows), top=top), columns))
        return Placed(top, len(sheet.heights))

    def skip_row(self, sheet: StreamedSheet) -> None:
        """Leave a row empty."""
        sheet.add_row(etree.Element("row", r=str(len(sheet.heights) + 1)), LINE_HEIGHT)

    def to_bytes(self, edits: Mapping[str, Callable[[Any], None]]) -> bytes:
        """The workbook as an .xlsx file, once; equal workbooks give equal bytes. `edits`: what else is put
        right in a part, by its name."""
        result = BytesIO()
        archive = ConformingArchive(result, {**EDITS, **edits}, self._strings)
        ExcelWriter(self._workbook, archive).save()
        return result.getvalue()

    def _has_links(self, columns: Sequence[Column[RowT]], rows: int) -> bool:
        return sum(column.url is not None for column in columns) * rows <= MOST_LINKS

    def _write_headings(self, sheet: StreamedSheet, columns: Sequence[Column[RowT]], top: int) -> None:
        style = _style(sheet, ColumnKind.TEXT, font=HEAD_FONT, fill=HEAD_FILL, alignment=HEAD_ALIGNMENT)
        height = heading_height(columns)
        row = _row(top, height)
        for index, column in enumerate(columns, start=1):
            cell = etree.SubElement(row, "c", r=f"{get_column_letter(index)}{top}", s=style)
            self._write_text(cell, column.heading)
        sheet.add_row(row, height or LINE_HEIGHT)

    def _drawn(self, sheet: StreamedSheet, index: int, column: Column[RowT]) -> _Drawn[RowT]:
        style = _style(sheet, column.kind, alignment=ALIGNMENT[column.kind])
        link = _style(sheet, column.kind, alignment=ALIGNMENT[column.kind], font=LINK_FONT) if column.url else style
        wrap = column.width if column.kind is ColumnKind.TEXT else None
        return _Drawn(get_column_letter(index), column.value, column.url, wrap, style, link)

    def _write_row(
        self, sheet: StreamedSheet, number: int, columns: Sequence[_Drawn[RowT]], row: RowT, with_links: bool
    ) -> None:
        element = etree.Element("row", r=str(number))
        lines = 1
        for column in columns:
            value = column.value(row)
            if value is None or value == "":
                continue
            where = f"{column.letter}{number}"
            address = self._address(column.url(row)) if column.url and with_links else ""
            if address:
                sheet.links.add(where, address)
            cell = etree.SubElement(element, "c", r=where, s=column.link_style if address else column.style)
            if not isinstance(value, str):
                etree.SubElement(cell, "v").text = _number(value)
                continue
            self._write_text(cell, value)
            if column.wrap is not None and (len(value) > column.wrap or "\n" in value):
                lines = max(lines, lines_of(value, column.wrap))
        height = room_for(lines)
        _set_height(element, height)
        sheet.add_row(element, height or LINE_HEIGHT)

    def _address(self, url: str) -> str:
        """The whole address; "" when there is none, or none is known of the portal."""
        if url.startswith("#"):
            return url
        return f"{self._portaal}{url}" if url and self._portaal else ""

    def _write_text(self, cell: Any, value: str) -> None:
        fit = self._fit.get(value)
        if fit is None:
            fit = self._fit[value] = excel_text(value)
        if fit:
            cell.set("t", "s")
            etree.SubElement(cell, "v").text = str(self._strings.number(fit))


def _row(number: int, height: int | None) -> Any:
    row = etree.Element("row", r=str(number))
    _set_height(row, height)
    return row


def _set_height(row: Any, height: int | None) -> None:
    if height is not None:
        row.set("ht", str(height))
        row.set("customHeight", "1")


def _number(value: int | float | date | datetime) -> str:
    """A number as a cell holds it; a date is the number of its day, that of a moment in Amsterdam."""
    if isinstance(value, datetime):
        return str(to_excel(in_amsterdam(value).date()))
    return str(to_excel(value)) if isinstance(value, date) else repr(value)


def _style(sheet: StreamedSheet, kind: ColumnKind, **look: Font | Alignment) -> str:
    """The number of a style of the workbook, which keeps each style once."""
    cell = WriteOnlyCell(sheet)
    for part, value in look.items():
        setattr(cell, part, value)
    if kind is ColumnKind.DATE:
        cell.number_format = DATE_FORMAT
    return str(cell.style_id)


def _named_columns(table: Table, columns: Sequence[Column[RowT]]) -> Table:
    """openpyxl reads the names from the cells, which are gone by then."""
    table.autoFilter = AutoFilter(ref=table.ref)
    table.tableColumns = [
        TableColumn(id=number, name=excel_text(column.heading)) for number, column in enumerate(columns, start=1)
    ]
    return table
