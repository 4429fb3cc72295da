"""The national overview of submitted plans as a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from exports.cells import xml_text
from exports.columns import CONTENT_COLUMNS, ROUND_COLUMNS, STATUS_COLUMNS, Column, ColumnKind
from exports.labels import DEMO, LEEG_STREEPJE, OVERZICHT_TITEL
from exports.report import PlanLine, PlansOverview
from exports.word.document import PAGE_WIDTH, new_document, to_bytes, write_header
from exports.word.tables import GridTable, add_line
from forms.dutch.dates import moment_on_paper

# A wide table: narrower margins than the national format has, in twentieths of a point.
_SIDE_MARGIN = 1134
STATUS_TITEL, INHOUD_TITEL = "Stand van de plannen", "Wat er is ingediend"
_WIDTH = PAGE_WIDTH - 2 * _SIDE_MARGIN


def overview_docx(overview: PlansOverview) -> bytes:
    """The overview as a .docx file: the main sentences, then tables of plans and, when a round is open, of answers.

    Each region has a row in each table. The same overview gives the same bytes.
    """
    word = new_document(OVERZICHT_TITEL, moment=overview.peilmoment, side_margin=_SIDE_MARGIN)
    word.styles["Normal"].font.size = Pt(9)
    write_header(word, (f"Stand van {moment_on_paper(overview.peilmoment)}", DEMO if overview.demo else ""))
    word.add_paragraph(OVERZICHT_TITEL, style="Title")
    for zin in filter(None, (overview.hoofdzin, overview.rondezin)):
        word.add_paragraph(xml_text(zin))
    word.add_paragraph(LEEG_STREEPJE)
    for number, (title, columns) in enumerate(_tables(overview)):
        word.add_heading(xml_text(title), level=1).paragraph_format.page_break_before = number > 0
        _write_table(word, columns, overview.lines)
    return to_bytes(word)


def _tables(overview: PlansOverview) -> Iterator[tuple[str, Sequence[Column[PlanLine]]]]:
    """All columns beside each other would be too narrow to read: each subject has a table of its own."""
    yield STATUS_TITEL, STATUS_COLUMNS
    yield INHOUD_TITEL, CONTENT_COLUMNS
    if overview.uitvraag:
        yield overview.uitvraag.naam, ROUND_COLUMNS


def _write_table(word: WordDocument, columns: Sequence[Column[PlanLine]], lines: Sequence[PlanLine]) -> None:
    table = GridTable(word, _widths(columns), has_head=True)
    table.add_head(*(column.heading for column in columns))
    for line in lines:
        for cell, column in zip(table.add_row(), columns, strict=True):
            paragraph = add_line(cell, column.brief(line))
            if column.kind is ColumnKind.NUMBER:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _widths(columns: Sequence[Column[PlanLine]]) -> list[int]:
    """The width of the text divided over the columns as they are declared in characters."""
    total = sum(column.width for column in columns)
    return [_WIDTH * column.width // total for column in columns]
