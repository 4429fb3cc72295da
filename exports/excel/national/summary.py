"""The sheets with the numbers of a report: *Samenvatting* to read and to look at, *Getallen* with each number in it."""

from __future__ import annotations

from openpyxl.utils import get_column_letter

from exports.columns import Column, ColumnKind
from exports.excel.national.charts import add_charts, charts_of
from exports.excel.stream import StreamedBook
from exports.national.lookup import Lookup, rows
from exports.national.printed import series_of
from exports.national.tree import Cijfer, Cijfers, NationaalRapport, Waarde
from exports.national.workbook.columns import GETALLEN_COLUMNS

_LABEL, _NUMBER = 52, 12
# The table of large numbers has three columns of these.
_LEAST = 3

FIGURE_COLUMNS: tuple[Column[Cijfer], ...] = (
    Column("In één blik", lambda one: f"{one.van[:1].upper()}{one.van[1:]}: {one.label}", _LABEL),
    Column(
        "Aantal", lambda one: one.cel.waarde if isinstance(one.cel.waarde, int) else None, _NUMBER, ColumnKind.NUMBER
    ),
    Column("Verandering", lambda one: one.verandering, _NUMBER, ColumnKind.LINE),
)


def number_rows(rapport: NationaalRapport) -> tuple[Waarde, ...]:
    """The living values in the order of the report; the numbers of the previous round by themselves come last."""
    return tuple(sorted(rapport.waarden.values(), key=lambda one: one.van_vorige_ronde))


def figures(rapport: NationaalRapport) -> tuple[Cijfer, ...]:
    """The large numbers of the first spread."""
    found = (blok for one in rapport.all_chapters() for blok in one.blokken if isinstance(blok, Cijfers))
    return tuple(one for blok in found for one in blok.rijen)


def add_summary(book: StreamedBook, name: str, rapport: NationaalRapport) -> None:
    """Add the sheet to look at: the large numbers, and each table of the report with its chart beside it."""
    grafieken = charts_of(rapport)
    wide = max((len(series_of(one)) for one in grafieken), default=0)
    sheet = book.add_sheet(name, [_LABEL, *(_NUMBER for _ in range(max(wide, _LEAST)))])
    book.add_table(sheet, name, FIGURE_COLUMNS, figures(rapport))
    last = add_charts(book, sheet, grafieken, column=max(wide, _LEAST) + 3)
    sheet.print_area = [f"A1:{get_column_letter(last)}{len(sheet.heights)}"]


def add_numbers(book: StreamedBook, name: str, rapport: NationaalRapport, bij: Lookup) -> None:
    """Add the sheet with every number of the report, and the regions behind it."""
    sheet = book.add_sheet(name, [column.width for column in GETALLEN_COLUMNS])
    book.add_table(sheet, name, GETALLEN_COLUMNS, rows(number_rows(rapport), bij))
