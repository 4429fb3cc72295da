"""An answer sheet as a Word file: to fill in together with partners, or to keep what was handed in.

Questions, order and choices come from the declaration of the questionnaire; nothing of them is typed here.
"""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt, RGBColor

from exports.cells import xml_text
from exports.labels import DEMO, GELDT_VOOR_ALLE, STATUS, labelled
from exports.look.colours import HEADING
from exports.sheet import SheetDocument
from exports.word.document import new_document, to_bytes, write_header
from exports.word.look import SIDE_MARGIN
from exports.word.richtext import add_rich_text
from exports.word.sheet.answers import write_questions
from forms.dutch.dates import day_short, moment_on_paper
from forms.spec import Block, Section

_FONT_SIZE = Pt(10)
# Dark enough to read: the template’s own blue is not.
_HEADING = RGBColor.from_string(HEADING)


def sheet_docx(document: SheetDocument) -> bytes:
    """The answer sheet as a .docx file.

    A copy that can still be filled in has the allowed answers with boxes and room to write; one that was handed in
    says what was answered and what was not. Takes any text people may have typed; raises nothing. The same sheet
    gives the same bytes.
    """
    word = new_document(_title(document), moment=document.peilmoment, side_margin=SIDE_MARGIN)
    word.styles["Normal"].font.size = _FONT_SIZE
    word.styles["Heading 2"].font.color.rgb = _HEADING
    write_header(word, (_state(document), DEMO if document.demo else ""))
    _write_top(word, document)
    number = 0
    for block in document.format.blocks:
        _write_block_title(word, document, block)
        for section in block.sections:
            number += 1
            _write_section(word, document, section, number)
    return to_bytes(word)


def _title(document: SheetDocument) -> str:
    return " – ".join(filter(None, (document.uitvraag, document.naam)))


def _state(document: SheetDocument) -> str:
    """What the reader holds: whose answers, to which round, with which status and of when."""
    if document.ingediend_op:
        moment = f"ingediend op {moment_on_paper(document.ingediend_op)}"
    else:
        moment = f"stand van {moment_on_paper(document.peilmoment)}"
    return " · ".join((document.naam, document.uitvraag, labelled(STATUS, document.status), moment))


def _write_top(word: WordDocument, document: SheetDocument) -> None:
    word.add_paragraph(xml_text(document.format.title), style="Title")
    subtitle = document.naam if document.format.title == document.uitvraag else _title(document)
    word.add_paragraph().add_run(xml_text(subtitle)).bold = True
    if document.is_form:
        word.add_paragraph(f"Antwoorden kan tot en met {day_short(document.deadline)}.")
    if document.is_joint:
        word.add_paragraph(xml_text(labelled(GELDT_VOOR_ALLE, document.naam)))
    if document.toelichting:
        add_rich_text(word, document.toelichting)
    for paragraph in document.format.intro:
        word.add_paragraph(paragraph)


def _write_block_title(word: WordDocument, document: SheetDocument, block: Block) -> None:
    """A title only says something when there is more than one block."""
    if len(document.format.blocks) > 1:
        word.add_heading(xml_text(block.title), level=1)


def _write_section(word: WordDocument, document: SheetDocument, section: Section, number: int) -> None:
    heading = word.add_heading(xml_text(f"{number}. {section.heading}"), level=2)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(16), Pt(6)
    if section.guidance:
        word.add_paragraph().add_run(xml_text(section.printed_guidance)).italic = True
    write_questions(word, document, section)
