"""The last sheet of the national workbook: every living number, with the charts beside it and their tables below it."""

from __future__ import annotations

from openpyxl.utils import get_column_letter

from exports.excel.national.charts import add_charts, charts_of
from exports.excel.stream import StreamedBook
from exports.national.lookup import Lookup, rows
from exports.national.tree import NationaalRapport, Waarde
from exports.national.workbook.columns import SAMENVATTING_COLUMNS


def summary_rows(rapport: NationaalRapport) -> tuple[Waarde, ...]:
    """The living values in the order of the report; the numbers of the previous round by themselves come last."""
    return tuple(sorted(rapport.waarden.values(), key=lambda one: one.van_vorige_ronde))


def add_summary(book: StreamedBook, name: str, rapport: NationaalRapport, bij: Lookup) -> None:
    """Add the sheet with all numbers, and a native chart for each chart of the report.

    On paper the tables come first and then each chart on a page of its own.
    """
    width = len(SAMENVATTING_COLUMNS)
    sheet = book.add_sheet(name, [column.width for column in SAMENVATTING_COLUMNS])
    book.add_table(sheet, name, SAMENVATTING_COLUMNS, rows(summary_rows(rapport), bij))
    charts = add_charts(book, sheet, charts_of(rapport), column=width + 2)
    sheet.print_area = [f"A1:{get_column_letter(width)}{len(sheet.heights)}", *charts]
