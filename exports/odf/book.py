"""A workbook in OpenDocument (.ods): tables below each other on sheets, with filters, as the Excel files have them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from openpyxl.utils import get_column_letter

from exports.columns import Column, ColumnKind, ColumnValue
from exports.national.printed import Diagram
from exports.odf.charts import chart_frame
from exports.odf.package import OdfFile, PageOf
from exports.odf.sheet_looks import (
    DATE_LOOK,
    HEAD_LOOK,
    NUMBER_LOOK,
    SHEET_LOOK,
    WRAP_LOOK,
    book_styles,
    freeze_settings,
)
from exports.odf.xml import Element, add, add_text, link, make
from forms.dutch.dates import day_in_figures, in_amsterdam

RowT = TypeVar("RowT")

# How wide a character is, in centimetres, and a chart.
_CHARACTER, _CHART = 0.19, 17.0
_LOOKS = {
    ColumnKind.TEXT: WRAP_LOOK,
    ColumnKind.LINE: "",
    ColumnKind.NUMBER: NUMBER_LOOK,
    ColumnKind.DATE: DATE_LOOK,
}


@dataclass
class OdsSheet:
    """A sheet that is being filled. `rows` counts what stands on it."""

    name: str
    table: Element
    rows: int = 0


class OdsBook:
    """A workbook. `portaal`: where its links begin; "" leaves them out."""

    def __init__(self, title: str, *, moment: datetime, portaal: str = "") -> None:
        self._file = OdfFile("spreadsheet", title, moment)
        self._portaal = portaal.rstrip("/")
        self._ranges = make("table:database-ranges")
        self._frozen: dict[str, tuple[int, int]] = {}

    def add_sheet(self, name: str, widths: Sequence[int], *, freeze: tuple[int, int] = (1, 1)) -> OdsSheet:
        """Add an empty sheet with columns of these widths, in characters; `freeze`: so many columns and rows stay."""
        table = add(self._file.body, "table:table", {"table:name": name, "table:style-name": SHEET_LOOK})
        for width in widths:
            add(table, "table:table-column", {"table:style-name": self._file.made.column(width * _CHARACTER)})
        self._frozen[name] = freeze
        return OdsSheet(name, table)

    def add_table(self, sheet: OdsSheet, name: str, columns: Sequence[Column[RowT]], rows: Collection[RowT]) -> Element:
        """Write a table called `name` below what stands on the sheet; returns the row of its heads."""
        top = sheet.rows + 1
        head = self._row(sheet)
        for column in columns:
            _line(_cell(head, HEAD_LOOK, {"office:value-type": "string"}), column.heading)
        for row in rows:
            drawn = self._row(sheet)
            for column in columns:
                self._write(drawn, column.value(row), column.kind, column.url(row) if column.url else "")
        if not rows:
            self.skip_row(sheet)
        where = f"'{_quoted(sheet.name)}'.A{top}:'{_quoted(sheet.name)}'.{get_column_letter(len(columns))}{sheet.rows}"
        filtered = {"table:target-range-address": where, "table:display-filter-buttons": "true"}
        add(self._ranges, "table:database-range", {"table:name": name, **filtered})
        return head

    def add_chart(self, head: Element, used: int, column: int, diagram: Diagram) -> None:
        """Hang a chart beside a table: in the row of its heads (of which `used` cells are filled), in this column."""
        if column > used:
            add(head, "table:table-cell", {"table:number-columns-repeated": str(column - used)})
        chart_frame(self._file, add(head, "table:table-cell"), diagram, _CHART, diagram.titel, anchor="")

    def skip_row(self, sheet: OdsSheet) -> None:
        """Leave a row empty."""
        add(self._row(sheet), "table:table-cell")

    def to_bytes(self) -> bytes:
        """The workbook as an .ods file, once; equal workbooks give equal bytes."""
        self._file.body.append(self._ranges)
        page = PageOf(1.5, (), lies=True, fits=True)
        return self._file.to_bytes(page, extra=book_styles(), settings=freeze_settings(self._frozen))

    def _row(self, sheet: OdsSheet) -> Element:
        sheet.rows += 1
        return add(sheet.table, "table:table-row")

    def _write(self, row: Element, value: ColumnValue, kind: ColumnKind, url: str) -> None:
        if value is None or value == "":
            add(row, "table:table-cell")
            return
        if isinstance(value, str):
            self._write_words(_cell(row, _LOOKS[kind], {"office:value-type": "string"}), value, url)
            return
        if isinstance(value, date):
            day = in_amsterdam(value).date() if isinstance(value, datetime) else value
            typed, shown = {"office:value-type": "date", "office:date-value": day.isoformat()}, day_in_figures(day)
        else:
            typed, shown = {"office:value-type": "float", "office:value": repr(value)}, str(value)
        _line(_cell(row, _LOOKS[kind], typed), shown)

    def _write_words(self, cell: Element, value: str, url: str) -> None:
        address = self._address(url)
        if address:
            link(add(cell, "text:p"), address, value, "")
            return
        # A cell has a paragraph for each line.
        for line in value.split("\n"):
            _line(cell, line)

    def _address(self, url: str) -> str:
        if url.startswith("#"):
            return url.replace("!", ".")
        return f"{self._portaal}{url}" if url and self._portaal else ""


def _line(cell: Element, text: str) -> None:
    add_text(add(cell, "text:p"), text)


def _cell(row: Element, look: str, typed: dict[str, str]) -> Element:
    return add(row, "table:table-cell", {**({"table:style-name": look} if look else {}), **typed})


def _quoted(name: str) -> str:
    return name.replace("'", "''")
