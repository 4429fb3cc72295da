"""The sheets with the numbers of a report: *Samenvatting* to read and to look at, *Getallen* with each number in it."""

from __future__ import annotations

from openpyxl.utils import get_column_letter

from exports.excel.national.charts import add_charts
from exports.excel.stream import StreamedBook
from exports.national.lookup import Lookup, rows
from exports.national.printed import series_of
from exports.national.tree import NationaalRapport
from exports.national.workbook.charts import charts_of
from exports.national.workbook.columns import GETALLEN_COLUMNS
from exports.national.workbook.summary import FIGURE_COLUMNS, LABEL_WIDTH, NUMBER_WIDTH, figures, number_rows

# The table of large numbers has three columns of these.
_LEAST = 3


def add_summary(book: StreamedBook, name: str, rapport: NationaalRapport) -> None:
    """Add the sheet to look at: the large numbers, and each table of the report with its chart beside it."""
    grafieken = charts_of(rapport)
    wide = max((len(series_of(one)) for one in grafieken), default=0)
    sheet = book.add_sheet(name, [LABEL_WIDTH, *(NUMBER_WIDTH for _ in range(max(wide, _LEAST)))])
    book.add_table(sheet, name, FIGURE_COLUMNS, figures(rapport))
    last = add_charts(book, sheet, grafieken, column=max(wide, _LEAST) + 3)
    sheet.print_area = [f"A1:{get_column_letter(last)}{len(sheet.heights)}"]


def add_numbers(book: StreamedBook, name: str, rapport: NationaalRapport, bij: Lookup) -> None:
    """Add the sheet with every number of the report, and the regions behind it."""
    sheet = book.add_sheet(name, [column.width for column in GETALLEN_COLUMNS])
    book.add_table(sheet, name, GETALLEN_COLUMNS, rows(number_rows(rapport), bij))
