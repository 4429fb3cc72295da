"""The workbook of the national report as .ods: the sheets of the Excel file, with the same rows and charts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from exports.columns import Column
from exports.national.data import RapportData
from exports.national.lookup import Lookup, rows
from exports.national.printed import series_of
from exports.national.tree import NationaalRapport
from exports.national.workbook.charts import chart_columns, chart_lines, charts_of
from exports.national.workbook.columns import GETALLEN_COLUMNS
from exports.national.workbook.readme import CONTENT_COLUMNS, explanation
from exports.national.workbook.sheets import (
    MESSAGE_COLUMNS,
    MESSAGES_NAME,
    NUMBERS_NAME,
    SUMMARY_NAME,
    contents,
    messages_of,
    sheets_of,
)
from exports.national.workbook.summary import FIGURE_COLUMNS, LABEL_WIDTH, NUMBER_WIDTH, figures, number_rows
from exports.odf.book import OdsBook
from exports.odf.charts import height_of
from exports.readme import README, README_COLUMNS

# The table of large numbers has so many columns; how high a row is, in centimetres.
_LEAST, _ROW = 3, 0.45


def national_ods(data: RapportData, rapport: NationaalRapport, *, portaal: str = "") -> bytes:
    """The workbook of a report as an .ods file; the same report, the same bytes. `portaal`: where its links begin."""
    bij = Lookup(data)
    bladen = sheets_of(data, bij)
    book = OdsBook(rapport.titel, moment=data.peilmoment, portaal=portaal)
    if found := messages_of(rapport):
        book.add_table(book.add_sheet(MESSAGES_NAME, _widths(MESSAGE_COLUMNS)), MESSAGES_NAME, MESSAGE_COLUMNS, found)
    readme = book.add_sheet(README, _widths(CONTENT_COLUMNS), freeze=(0, 1))
    book.add_table(readme, README, README_COLUMNS, explanation(data, rapport, bool(portaal)))
    book.skip_row(readme)
    book.add_table(readme, "Bladen", CONTENT_COLUMNS, contents(bladen, rapport))
    _add_summary(book, rapport)
    for blad in bladen:
        book.add_table(book.add_sheet(blad.naam, _widths(blad.columns)), blad.tabel, blad.columns, blad.rows)
    numbers = book.add_sheet(NUMBERS_NAME, _widths(GETALLEN_COLUMNS))
    book.add_table(numbers, NUMBERS_NAME, GETALLEN_COLUMNS, rows(number_rows(rapport), bij))
    return book.to_bytes()


def _add_summary(book: OdsBook, rapport: NationaalRapport) -> None:
    """The large numbers, and the numbers of each chart with the chart beside them."""
    grafieken = charts_of(rapport)
    wide = max((len(series_of(one)) for one in grafieken), default=0)
    sheet = book.add_sheet(SUMMARY_NAME, [LABEL_WIDTH, *(NUMBER_WIDTH for _ in range(max(wide, _LEAST)))])
    book.add_table(sheet, SUMMARY_NAME, FIGURE_COLUMNS, figures(rapport))
    for number, grafiek in enumerate(grafieken, start=1):
        book.skip_row(sheet)
        columns, lines, above = chart_columns(grafiek), chart_lines(grafiek), sheet.rows
        head = book.add_table(sheet, f"Grafiek_{number}", columns, lines)
        book.add_chart(head, len(columns), max(wide, _LEAST) + 2, grafiek)
        while (sheet.rows - above) * _ROW < height_of(grafiek):
            book.skip_row(sheet)


def _widths(columns: Sequence[Column[Any]]) -> list[int]:
    return [column.width for column in columns]
