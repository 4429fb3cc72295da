"""A bar chart that people can edit in Word: a chart part with its numbers in a workbook inside the document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE

from exports.cells import set_cell, xml_text
from exports.look.book import new_workbook
from exports.look.book import to_bytes as workbook_bytes
from exports.look.charts import Look
from exports.national.tree import Grafiek
from exports.word.chart.look import dress

SHEET = "Gegevens"
CATEGORY = "Onderdeel"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_EMU_PER_POINT = 12_700
# Points: what a bar takes with the white around it, and what stands around the bars.
_BAR, _AROUND, _LEGEND = 25, 14, 26


def chart_height(grafiek: Grafiek) -> float:
    """How high the chart is drawn, in points: every bar gets the same room."""
    return _BAR * max(len(grafiek.categorieen), 2) + _AROUND + (_LEGEND if len(grafiek.reeksen) > 1 else 0)


def chart_xml(grafiek: Grafiek, look: Look) -> bytes:
    """The chart as DrawingML with its values in it; it names the cells of `chart_workbook`."""
    kind = XL_CHART_TYPE.BAR_STACKED if grafiek.gestapeld else XL_CHART_TYPE.BAR_CLUSTERED
    data = CategoryChartData(number_format="0")
    data.categories = [xml_text(name) for name in grafiek.categorieen]
    for reeks in grafiek.reeksen:
        data.add_series(xml_text(reeks.naam), reeks.waarden)
    root = etree.fromstring(ChartXmlWriter(kind, data).xml.encode("utf-8"))
    for formula in root.iter(f"{{{_CHART}}}f"):
        formula.text = (formula.text or "").replace("Sheet1!", f"{SHEET}!")
    dress(root, grafiek, look)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def chart_workbook(grafiek: Grafiek, moment: datetime) -> bytes:
    """The workbook that Word opens to edit the chart: a column per series. Equal charts give equal bytes."""
    workbook = new_workbook(xml_text(grafiek.titel), moment=moment)
    sheet = workbook.create_sheet(SHEET)
    rows: list[Sequence[str | int]] = [(CATEGORY, *(reeks.naam for reeks in grafiek.reeksen))]
    rows += [
        (name, *(reeks.waarden[index] for reeks in grafiek.reeksen)) for index, name in enumerate(grafiek.categorieen)
    ]
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            set_cell(sheet.cell(number, column), value)
    sheet.column_dimensions["A"].width = 44
    return workbook_bytes(workbook)


def add_chart_part(document: WordDocument, grafiek: Grafiek, look: Look, moment: datetime) -> str:
    """Put the chart and its workbook in the document; returns the relationship id of the chart."""
    package: Any = document.part.package
    content = chart_xml(grafiek, look)
    chart = Part(package.next_partname("/word/charts/chart%d.xml"), CONTENT_TYPE.DML_CHART, content, package)
    rel_id = str(document.part.relate_to(chart, RELATIONSHIP_TYPE.CHART))
    name = PackURI(str(chart.partname).replace("/charts/chart", "/embeddings/grafiek").replace(".xml", ".xlsx"))
    workbook = Part(name, _XLSX, chart_workbook(grafiek, moment), package)
    data_id = chart.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE)
    chart._blob = _with_data(content, data_id)
    return rel_id


def _with_data(content: bytes, rel_id: str) -> bytes:
    """Name the workbook at the end of the chart, where the schema wants it."""
    data = f'<c:externalData r:id="{rel_id}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    return content.replace(b"</c:chartSpace>", data.encode("ascii"))


def drawing(rel_id: str, grafiek: Grafiek, *, number: int, name: str, width: int) -> Any:
    """The w:drawing that shows the chart in a line of text, `width` twentieths of a point wide.

    `number` is unique in the document; `name` ("Figuur 1") and the words of the chart are read out to who can't see it.
    """
    size = f'cx="{width * _EMU_PER_POINT // 20}" cy="{round(chart_height(grafiek) * _EMU_PER_POINT)}"'
    element = parse_xml(
        '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="{name}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}" xmlns:r="{_RELS}" r:id="{rel_id}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    properties = next(element.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"))
    properties.set("descr", xml_text(grafiek.alt))
    properties.set("title", xml_text(grafiek.titel))
    return element
