"""A chart in a Word file: its part, its numbers in a workbook inside the document, and the drawing that shows it."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from exports.cells import xml_text
from exports.charts import chart_height, chart_workbook, chart_xml
from exports.look.charts import Look
from exports.look.colours import ACCENT
from exports.look.house import FONT
from exports.national.printed import Diagram

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_EMU_PER_POINT = 12_700
_ACCENT = re.compile(r"<a:accent1>\s*<a:srgbClr val=\"(\w{6})\"")
_LETTER = re.compile(r"<a:minorFont>\s*<a:latin typeface=\"([^\"+]+)\"")


def look_of(document: WordDocument) -> Look:
    """The look that the theme of the document names; ours when it names none."""
    for rel in document.part.rels.values():
        if rel.reltype.endswith("/theme") and not rel.is_external:
            xml = rel.target_part.blob.decode("utf-8", "replace")
            accent, font = _ACCENT.search(xml), _LETTER.search(xml)
            return Look(accent.group(1).upper() if accent else ACCENT, font.group(1) if font else FONT)
    return Look()


def add_chart_part(document: WordDocument, grafiek: Diagram, look: Look, moment: datetime) -> str:
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


def drawing(rel_id: str, grafiek: Diagram, *, number: int, name: str, width: int) -> Any:
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
