"""The last sheet of the national workbook: every living number, with the charts beside it and their tables below it."""

from __future__ import annotations

from math import ceil

from openpyxl.utils import get_column_letter
from openpyxl.utils.units import pixels_to_EMU

from exports.excel.national_charts import add_charts, charts_of
from exports.excel.stream import StreamedBook
from exports.excel.stream_parts import StreamedSheet
from exports.excel.workbook import LINE_HEIGHT
from exports.national.columns import SAMENVATTING_COLUMNS
from exports.national.lookup import Naslag, rijen
from exports.national.tree import NationaalRapport, Waarde
from exports.national.values import VORIGE

# A column of n characters of Calibri 11 is so wide on screen, and one without a width of its own is 64 points.
_CHARACTER, _PADDING, _PLAIN_COLUMN = 7, 5, 64
_EMU_PER_POINT = 12_700


def summary_rows(rapport: NationaalRapport) -> tuple[Waarde, ...]:
    """The living values in the order of the report; the numbers of the previous round by themselves come last."""
    return tuple(sorted(rapport.waarden.values(), key=lambda one: _is_earlier(one, rapport)))


def _is_earlier(waarde: Waarde, rapport: NationaalRapport) -> bool:
    """True for the twin of a value, which is the same in the previous round."""
    return waarde.sleutel.endswith(VORIGE) and waarde.sleutel.removesuffix(VORIGE) in rapport.waarden


def add_summary(book: StreamedBook, name: str, rapport: NationaalRapport, bij: Naslag) -> None:
    """Add the sheet with all numbers, and a native chart for each chart of the report."""
    widths = [column.width for column in SAMENVATTING_COLUMNS]
    sheet = book.add_sheet(name, widths)
    book.add_table(sheet, name, SAMENVATTING_COLUMNS, rijen(summary_rows(rapport), bij))
    charts = charts_of(rapport)
    if not charts:
        return
    # One plain column keeps the charts apart from the table; they begin below the headings.
    left = pixels_to_EMU(sum(width * _CHARACTER + _PADDING for width in widths) + _PLAIN_COLUMN)
    top = (sheet.heights[0] + LINE_HEIGHT) * _EMU_PER_POINT
    width, bottom = add_charts(book, sheet, charts, left=left, top=top)
    _set_paper(sheet, len(widths), width, bottom)


def _set_paper(sheet: StreamedSheet, columns: int, width: int, bottom: int) -> None:
    """On paper first the tables, then the charts on pages of their own."""
    first = columns + 2
    last = first + ceil(width / pixels_to_EMU(_PLAIN_COLUMN))
    tables = f"A1:{get_column_letter(columns)}{len(sheet.heights)}"
    charts = f"{get_column_letter(first)}2:{get_column_letter(last)}{_row_below(sheet.heights, bottom)}"
    sheet.print_area = [tables, charts]


def _row_below(heights: list[int], bottom: int) -> int:
    """The row that lies below this many EMU from the top."""
    above = 0
    for number, height in enumerate(heights, start=1):
        above += height * _EMU_PER_POINT
        if above >= bottom:
            return number
    return len(heights) + ceil((bottom - above) / (LINE_HEIGHT * _EMU_PER_POINT))
