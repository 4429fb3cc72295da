"""The national overview of submitted plans as a Word file."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from exports.cells import xml_text
from exports.columns import OVERVIEW_COLUMNS, Column, ColumnKind
from exports.dutch import tijdstip
from exports.labels import DEMO, LEEG_STREEPJE, OVERZICHT_TITEL
from exports.report import PlanLine, PlansOverview
from exports.word.document import PAGE_WIDTH, new_document, to_bytes, write_header
from exports.word.tables import GridTable, add_line

# A wide table: narrower margins than the national format has, in twentieths of a point.
_SIDE_MARGIN = 1134
_WIDTH = PAGE_WIDTH - 2 * _SIDE_MARGIN


def overview_docx(overview: PlansOverview) -> bytes:
    """The overview as a .docx file: the main sentence, then one table row per region.

    The same overview gives the same bytes.
    """
    word = new_document(OVERZICHT_TITEL, moment=overview.peilmoment, side_margin=_SIDE_MARGIN)
    word.styles["Normal"].font.size = Pt(9)
    write_header(word, (f"Stand van {tijdstip(overview.peilmoment)}", DEMO if overview.demo else ""))
    word.add_paragraph(OVERZICHT_TITEL, style="Title")
    word.add_paragraph(xml_text(overview.hoofdzin))
    _write_table(word, overview.lines)
    word.add_paragraph(LEEG_STREEPJE).paragraph_format.space_before = Pt(12)
    return to_bytes(word)


def _write_table(word: WordDocument, lines: Sequence[PlanLine]) -> None:
    table = GridTable(word, _widths(OVERVIEW_COLUMNS), has_head=True)
    table.add_head(*(column.heading for column in OVERVIEW_COLUMNS))
    for line in lines:
        for cell, column in zip(table.add_row(whole=True), OVERVIEW_COLUMNS, strict=True):
            paragraph = add_line(cell, column.text(line))
            if column.kind is ColumnKind.NUMBER:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _widths(columns: Sequence[Column[PlanLine]]) -> list[int]:
    """The width of the text divided over the columns as they are declared in characters."""
    total = sum(column.width for column in columns)
    return [_WIDTH * column.width // total for column in columns]
