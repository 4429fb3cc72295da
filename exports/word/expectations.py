"""What regions expect, as a Word file: a table for each party."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from docx.document import Document as WordDocument
from docx.shared import Pt, RGBColor

from exports.cells import xml_text
from exports.columns import Column
from exports.expectations import ASKED_COLUMNS, EXPECTATION_COLUMNS, ExpectationList
from exports.labels import (
    ANTWOORD_KERNGROEP,
    DEMO,
    VERWACHTINGEN_LEEG,
    VERWACHTINGEN_TITEL,
    VERZOEKEN,
    VERZOEKEN_UITLEG,
)
from exports.look.colours import HEADING
from exports.word.document import new_document, to_bytes, write_header
from exports.word.look import SIDE_MARGIN, close_row, shares
from exports.word.richtext import add_rich_text
from exports.word.tables import GridTable, add_line
from forms.dutch.dates import moment_on_paper

_HEADING = RGBColor.from_string(HEADING)
# The party is the heading above the table; texts are as typed (Markdown).
_OF_NATIONAL = EXPECTATION_COLUMNS[1:6]
_OF_REGION = EXPECTATION_COLUMNS[1:4]
_TYPED = frozenset({"Verwachting", ANTWOORD_KERNGROEP, "Toelichting"})
_LineT = TypeVar("_LineT")


def expectations_docx(found: ExpectationList) -> bytes:
    """The expectations as a .docx file; the same list gives the same bytes."""
    word = new_document(VERWACHTINGEN_TITEL, moment=found.peilmoment, side_margin=SIDE_MARGIN)
    word.styles["Normal"].font.size = Pt(9)
    word.styles["Heading 1"].font.color.rgb = _HEADING
    write_header(word, (f"{found.keuze} · stand van {moment_on_paper(found.peilmoment)}", DEMO if found.demo else ""))
    word.add_paragraph(VERWACHTINGEN_TITEL, style="Title")
    word.add_paragraph(found.hoofdzin)
    for name, lines in found.groups:
        _write_group(word, name, lines, _OF_NATIONAL)
    if found.regionaal:
        _write_group(word, found.own_people, found.regionaal, _OF_REGION)
    if found.verzoeken:
        _write_group(word, VERZOEKEN, found.verzoeken, ASKED_COLUMNS, intro=VERZOEKEN_UITLEG)
    word.add_paragraph(VERWACHTINGEN_LEEG).paragraph_format.space_before = Pt(12)
    return to_bytes(word)


def _write_group(
    word: WordDocument, name: str, lines: Sequence[_LineT], columns: Sequence[Column[_LineT]], *, intro: str = ""
) -> None:
    word.add_heading(xml_text(name), level=1)
    if intro:
        word.add_paragraph(intro).paragraph_format.keep_with_next = True
    table = GridTable(word, shares(*(column.width for column in columns)), has_head=True)
    table.add_head(*(column.heading for column in columns))
    for line in lines:
        cells = table.add_row()
        for cell, column in zip(cells, columns, strict=True):
            text = column.text(line)
            if column.heading in _TYPED and text.strip():
                add_rich_text(cell, text)
            else:
                add_line(cell, text)
        close_row(cells)
