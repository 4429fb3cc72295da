"""A plan van aanpak as a Word file in the exact layout of the national format.

Order, tables, labels, guidance and footnotes come from the format's declaration; nothing of them is typed here.
"""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt
from docx.table import _Cell

from exports.cells import xml_text
from exports.labels import BIJLAGEN, DEMO, STATUS, VOLGT_LATER, labelled
from exports.plan import PlanDocument
from exports.word.document import TEXT_WIDTH, new_document, to_bytes, write_header
from exports.word.plan.answers import write_answer
from exports.word.tables import GridTable, add_line, close_cell
from forms.dutch.dates import day_short, moment_on_paper
from forms.spec import Block, Kind, Section

_WIDTHS = (TEXT_WIDTH // 2, TEXT_WIDTH // 2)
# The format leaves one line open under the guidance of the actions, and nowhere else.
_ROOM_LEFT = frozenset({Kind.ACTIES})


def plan_docx(document: PlanDocument) -> bytes:
    """The plan as a .docx file; an empty plan gives the national format as it was sent out.

    Takes any text people may have typed; raises nothing. The same plan gives the same bytes.
    """
    word = new_document(_title(document), moment=document.peilmoment)
    write_header(word, (_state(document), DEMO if document.demo else ""))
    word.add_paragraph(document.format.title, style="Title")
    for paragraph in document.format.intro:
        word.add_paragraph(paragraph)
    for block in document.format.blocks:
        _write_block(word, document, block)
    _write_footnotes(word, document)
    _write_bijlagen(word, document)
    return to_bytes(word)


def _title(document: PlanDocument) -> str:
    return " – ".join(filter(None, (document.format.title, document.naam)))


def _state(document: PlanDocument) -> str:
    """What the reader holds: whose plan, which status and of when."""
    if document.ingediend_op:
        moment = f"ingediend op {day_short(document.ingediend_op)}"
    else:
        moment = f"stand van {moment_on_paper(document.peilmoment)}"
    return " · ".join(filter(None, (document.naam, labelled(STATUS, document.status), moment)))


def _write_block(word: WordDocument, document: PlanDocument, block: Block) -> None:
    word.add_heading(block.title, level=1)
    if block.intro:
        word.add_paragraph(block.intro)
    table = GridTable(word, _WIDTHS, has_head=bool(block.heads))
    if block.heads:
        table.add_head(*block.heads)
    for section in block.sections:
        _write_section(table, document, section, closed_by=_step_closed_by(block, section))


def _step_closed_by(block: Block, section: Section) -> str:
    """The key of the step that ends with this onderdeel; empty when its step goes on in the next row."""
    if not block.one_page:
        return section.key
    return block.key if section is block.sections[-1] else ""


def _write_section(table: GridTable, document: PlanDocument, section: Section, *, closed_by: str) -> None:
    left, right = table.add_row()
    _write_label(left, section)
    for question in section.questions:
        write_answer(right, document, question)
    reason = document.volgt_later.get(closed_by)
    if reason is not None:
        add_line(right, labelled(VOLGT_LATER, reason) if reason else VOLGT_LATER)
    close_cell(right)


def _write_label(cell: _Cell, section: Section) -> None:
    add_line(cell, section.heading, bold=True)
    if section.guidance:
        add_line(cell, "")
        add_line(cell, section.printed_guidance, italic=True)
    if any(question.kind in _ROOM_LEFT for question in section.questions):
        add_line(cell, "")


def _write_footnotes(word: WordDocument, document: PlanDocument) -> None:
    notes = [section.footnote for section in document.format.sections if section.footnote]
    for index, note in enumerate(notes):
        paragraph = word.add_paragraph(f"{note.number}. {note.text}")
        if not index:
            paragraph.paragraph_format.space_before = Pt(12)


def _write_bijlagen(word: WordDocument, document: PlanDocument) -> None:
    if document.bijlagen:
        word.add_paragraph(xml_text(labelled(BIJLAGEN, ", ".join(document.bijlagen))))
