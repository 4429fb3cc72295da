"""The charts of a national report as native Excel charts, each drawn from a small table on the same sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any

from lxml import etree
from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.data_source import AxDataSource, NumDataSource
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import get_column_letter

from exports.cells import xml_text
from exports.excel.inside_openpyxl import StreamedSheet
from exports.excel.national.chart_look import (
    draw_line,
    labels,
    numbers_at,
    plane,
    small_text,
    title_of,
    words_at,
)
from exports.excel.stream import Placed, StreamedBook
from exports.figures.native import InPanelen, beside_each_other
from exports.look.colours import LINE
from exports.look.lines import STREPEN, top_of
from exports.look.status import Uiterlijk, looks_of
from exports.national.printed import Diagram, names_of, series_of
from exports.national.tree import Grafiek, Lijngrafiek
from exports.national.workbook.charts import chart_columns, chart_lines

WIDTH_CM = 17.0
# So many plain columns are wider than a chart.
_COLUMNS_BEHIND = 12
_POINTS_PER_CM = 28.35
# A small chart is as wide as so many columns without a width.
_PANEL_COLUMNS, _COLUMN_CM, _PANEL_HEIGHT_CM = 4, 1.69, 5.2
# So many words fit along its axis.
_PANEL_WORDS = 4
# With more moments on a line dots would touch.
_MOST_DOTS = 16
_LABEL_WIDTH, _TITLE_SIZE = 40, 1200


def add_charts(book: StreamedBook, sheet: StreamedSheet, grafieken: Iterable[Diagram], *, column: int) -> int:
    """Write the table of each chart below what stands on the sheet, and hang the chart beside it, from `column` on.

    They hang in columns without a width. Returns the last column that a chart covers.
    """
    left = get_column_letter(column)
    for number, grafiek in enumerate(grafieken, start=1):
        book.skip_row(sheet)
        placed = book.add_table(sheet, f"Grafiek_{number}", chart_columns(grafiek), chart_lines(grafiek))
        if isinstance(grafiek, InPanelen):
            _add_panels(book, sheet, grafiek, placed, column)
            continue
        chart = _chart(sheet.title, grafiek, placed)
        chart.width, chart.height = WIDTH_CM, _height_cm(grafiek)
        sheet.add_chart(chart, f"{left}{placed.top}")
        # The next table begins below this chart.
        _row_below(book, sheet, placed.top, chart.height)
    return column + _COLUMNS_BEHIND - 1


def _row_below(book: StreamedBook, sheet: StreamedSheet, top: int, height: float) -> int:
    """The first row that begins so many centimeters below the top of another; there are rows until there."""
    while sum(sheet.heights[top - 1 :]) < height * _POINTS_PER_CM:
        book.skip_row(sheet)
    down = accumulate(sheet.heights[top - 1 :], initial=0.0)
    return top + next(number for number, one in enumerate(down) if one >= height * _POINTS_PER_CM)


def _add_panels(book: StreamedBook, sheet: StreamedSheet, grafiek: InPanelen, placed: Placed, column: int) -> None:
    """A small chart for each series, in rows; all on one scale."""
    beside, row = beside_each_other(grafiek.panelen), placed.top
    for number, paneel in enumerate(grafiek.panelen):
        if number and not number % beside:
            row = _row_below(book, sheet, row, _PANEL_HEIGHT_CM)
        chart = _chart(sheet.title, grafiek, placed, only=number)
        chart.title, chart.legend = title_of(paneel.titel), None
        chart.y_axis.scaling.max = top_of([paneel.schaal])
        chart.x_axis.tickLblSkip = max(1, len(paneel.momenten) // _PANEL_WORDS)
        chart.width, chart.height = _PANEL_COLUMNS * _COLUMN_CM, _PANEL_HEIGHT_CM - 0.3
        sheet.add_chart(chart, f"{get_column_letter(column + number % beside * _PANEL_COLUMNS)}{row}")
    _row_below(book, sheet, row, _PANEL_HEIGHT_CM)


def drawn(grafieken: Iterable[Diagram]) -> tuple[Diagram, ...]:
    """The charts that are drawn for these: of groups a small one for each."""
    found = (one.panelen if isinstance(one, InPanelen) else (one,) for one in grafieken)
    return tuple(chart for charts in found for chart in charts)


def chart_edits(shown: Iterable[Diagram]) -> dict[str, Callable[[Any], None]]:
    """What is put right in the parts that openpyxl writes for the charts, the only ones of a workbook."""
    grafieken = drawn(shown)
    if not grafieken:
        return {}
    charts = {f"xl/charts/chart{number}.xml": _keep_formats for number in range(1, len(grafieken) + 1)}
    return {"xl/drawings/drawing1.xml": _with_descriptions(grafieken), **charts}


def _keep_formats(chart: Any) -> None:
    """Show figures as told here and not as in their cells; openpyxl leaves that open."""
    for one in chart.iter():
        if etree.QName(one).localname == "numFmt":
            one.set("sourceLinked", "0")


def _with_descriptions(grafieken: Sequence[Diagram]) -> Callable[[Any], None]:
    """An edit of the drawing of a sheet that gives each chart its name and its words for who can't see it."""

    def edit(drawing: Any) -> None:
        frames = (one for one in drawing.iter() if etree.QName(one).localname == "cNvPr")
        for frame, grafiek in zip(frames, grafieken, strict=True):
            frame.set("name", xml_text(grafiek.titel))
            frame.set("descr", xml_text(grafiek.alt))

    return edit


def _height_cm(grafiek: Diagram) -> float:
    if isinstance(grafiek, Lijngrafiek):
        return 8.0
    bars = 1 if grafiek.gestapeld else len(grafiek.reeksen)
    lines = sum(1 + len(categorie) // _LABEL_WIDTH for categorie in grafiek.categorieen)
    return max(6.0, 3.2 + max(lines * 0.55, len(grafiek.categorieen) * (0.35 + 0.45 * bars)))


def _chart(sheet: str, grafiek: Diagram, placed: Placed, *, only: int | None = None) -> BarChart | LineChart:
    """The chart of all series, or of `only` that one."""
    chart = LineChart() if isinstance(grafiek, Lijngrafiek) else _bars(grafiek)
    chart.title = title_of(grafiek.titel)
    chart.roundedCorners = False
    chart.legend.position = "b"
    found = series_of(grafiek)
    if len(found) == 1:
        chart.legend = None
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.txPr = chart.y_axis.txPr = small_text()
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=LINE))
    chart.y_axis.number_format, chart.y_axis.scaling.min = "0", 0
    looks = list(enumerate(looks_of([status for _, _, status in found])))
    if only is not None:
        looks = [(only, looks[0][1])]
    chart.series = [
        _series(sheet, grafiek, placed, index, look, dash=place) for place, (index, look) in enumerate(looks)
    ]
    return chart


def _bars(grafiek: Grafiek) -> BarChart:
    chart = BarChart(barDir="bar", gapWidth=50, overlap=100 if grafiek.gestapeld else -10)
    chart.grouping = "stacked" if grafiek.gestapeld else "clustered"
    # The first category on top, as in the table; the figures stay below.
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    return chart


def _series(sheet: str, grafiek: Diagram, placed: Placed, index: int, look: Uiterlijk, *, dash: int) -> Series:
    def where(column: int, row: int) -> str:
        return f"${get_column_letter(column)}${row}"

    naam, heads = names_of(grafiek), chart_columns(grafiek)
    column, first, last = index + 2, placed.top + 1, placed.top + len(naam)
    series = Series(idx=index, order=index)
    series.tx = SeriesLabel(strRef=words_at(f"'{sheet}'!{where(column, placed.top)}", [heads[index + 1].heading]))
    names = f"'{sheet}'!{where(1, first)}:{where(1, last)}"
    series.cat = AxDataSource(strRef=words_at(names, naam))
    _, waarden, _ = series_of(grafiek)[index]
    series.val = NumDataSource(numRef=numbers_at(f"'{sheet}'!{where(column, first)}:{where(column, last)}", waarden))
    if isinstance(grafiek, Lijngrafiek):
        with_dots = len(naam) <= _MOST_DOTS
        draw_line(series, look, STREPEN[dash % len(STREPEN)], with_dots=with_dots)
    else:
        series.spPr = plane(look)
        series.invertIfNegative = False
        series.dLbls = labels(grafiek, look)
    return series
