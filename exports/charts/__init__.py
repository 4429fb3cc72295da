"""Charts that people can edit, in Word and in slides: DrawingML with its numbers in it, and the workbook behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE

from exports.cells import set_cell, xml_text
from exports.charts.bars import dress_bars
from exports.charts.lines import dress_lines
from exports.charts.xml import CHART
from exports.figures.native import Paneel
from exports.look.book import new_workbook
from exports.look.book import to_bytes as workbook_bytes
from exports.look.charts import Look
from exports.national.printed import Diagram, names_of, series_of
from exports.national.tree import Lijngrafiek

SHEET = "Gegevens"
CATEGORY = "Onderdeel"
# Points: what a bar takes with the white around it, and what stands around the bars; what lines take as a whole.
_BAR, _AROUND, _LEGEND = 25, 14, 26
_LINES, _PANEL = 142, 112


def chart_height(diagram: Diagram) -> float:
    """How high the chart is drawn, in points: every bar gets the same room."""
    if isinstance(diagram, Lijngrafiek):
        return _PANEL if isinstance(diagram, Paneel) else _LINES
    return _BAR * max(len(diagram.categorieen), 2) + _AROUND + (_LEGEND if len(diagram.reeksen) > 1 else 0)


def chart_xml(diagram: Diagram, look: Look, *, letters: int = 0) -> bytes:
    """The chart as DrawingML with its values in it; it names the cells of `chart_workbook`.

    `letters` is the size of its words in hundredths of a point, 0 for that of a page.
    """
    data = CategoryChartData(number_format="0")
    data.categories = [xml_text(name) for name in names_of(diagram)]
    for naam, waarden, _ in series_of(diagram):
        data.add_series(xml_text(naam), waarden)
    root = etree.fromstring(ChartXmlWriter(chart_kind(diagram), data).xml.encode("utf-8"))
    dress(root, diagram, look, letters=letters)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def dress(root: Any, diagram: Diagram, look: Look, *, letters: int = 0) -> None:
    """Make of the chart that python-pptx wrote one of ours, with the cells of `chart_workbook`; `letters` as above."""
    for formula in root.iter(f"{{{CHART}}}f"):
        formula.text = (formula.text or "").replace("Sheet1!", f"{SHEET}!")
    if isinstance(diagram, Lijngrafiek):
        dress_lines(root, diagram, look, letters)
    else:
        dress_bars(root, diagram, look, letters)


def chart_kind(diagram: Diagram) -> XL_CHART_TYPE:
    """What python-pptx calls this kind of chart."""
    if isinstance(diagram, Lijngrafiek):
        return XL_CHART_TYPE.LINE_MARKERS
    return XL_CHART_TYPE.BAR_STACKED if diagram.gestapeld else XL_CHART_TYPE.BAR_CLUSTERED


def chart_workbook(diagram: Diagram, moment: datetime) -> bytes:
    """The workbook that opens to edit the chart: a column per series. Equal charts give equal bytes."""
    workbook = new_workbook(xml_text(diagram.titel), moment=moment)
    sheet = workbook.create_sheet(SHEET)
    series = series_of(diagram)
    rows: list[Sequence[str | int | None]] = [(CATEGORY, *(naam for naam, _, _ in series))]
    rows += [(name, *(waarden[index] for _, waarden, _ in series)) for index, name in enumerate(names_of(diagram))]
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            set_cell(sheet.cell(number, column), value)
    sheet.column_dimensions["A"].width = 44
    return workbook_bytes(workbook)
