"""A chart of figures as a workbook: every figure on a line, and the chart that Excel draws."""

from __future__ import annotations

from datetime import datetime

from exports.cells import xml_text
from exports.columns import Column, ColumnKind
from exports.excel.national.charts import add_charts, chart_edits
from exports.excel.stream import StreamedBook
from exports.figures.declared import Figuur, Meetpunt
from exports.figures.files import KOPPEN, kind_of
from exports.figures.native import as_chart
from exports.figures.table import flat_rows

Regel = tuple[str, str, Meetpunt]
SHEET = "Cijfers"


def figures_xlsx(figuur: Figuur, *, moment: datetime) -> bytes:
    """A workbook: every figure on a line, and the chart that Excel draws from a table of its own."""
    book = StreamedBook(figuur.titel, moment=moment)
    sheet = book.add_sheet(SHEET, [column.width for column in columns_of(figuur)])
    book.add_table(sheet, SHEET, columns_of(figuur), list(flat_rows(figuur)))
    chart = as_chart(figuur)
    plaat = book.add_sheet("Grafiek", [30, *([14] * len(chart.lijnen))])
    add_charts(book, plaat, [chart], column=len(chart.lijnen) + 3)
    return book.to_bytes(chart_edits([chart]))


def columns_of(figuur: Figuur) -> tuple[Column[Regel], ...]:
    """The columns of the sheet with figures, as in the CSV file."""
    values = (
        lambda one: figuur.onderwerp,
        lambda one: one[0],
        lambda one: one[1],
        lambda one: one[2].waarde,
        lambda one: one[2].tekst,
        lambda one: one[2].reden,
        lambda one: "ja" if one[2].voorlopig else "",
        lambda one: xml_text(figuur.bron),
        lambda one: kind_of(figuur),
    )
    widths = (48, 26, 16, 10, 14, 44, 10, 44, 14)
    return tuple(
        Column(kop, value, width, ColumnKind.NUMBER if kop == "Aantal" else ColumnKind.TEXT)
        for kop, value, width in zip(KOPPEN, values, widths, strict=True)
    )
