"""The one maker of Word documents: Dutch, with properties, page numbers and the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from exports.archive import with_fixed_times
from exports.cells import xml_text
from exports.look.house import AUTHOR, LANGUAGE, in_utc
from exports.remarks import PaperRemark
from exports.word.comments import add_remarks
from exports.word.fitting import fit_tables
from exports.word.marks import number_marks
from exports.word.tables import forget_keys
from exports.word.template import clean_template

# A4 on its side with the margins of the national format, in twentieths of a point.
PAGE_WIDTH, PAGE_HEIGHT = 16838, 11906
SIDE_MARGIN, TOP_MARGIN = 1800, 1440
TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE_MARGIN

# Word refuses document properties above 255 characters; a header must stay a header.
_MAX_PROPERTY = 255
_MAX_HEADER = 160


def new_document(title: str, *, moment: datetime, side_margin: int = SIDE_MARGIN) -> WordDocument:
    """An empty A4 landscape document: Dutch, titled, with "Pagina X van Y" at the bottom.

    `moment` is what the document is a picture of (its peilmoment); it becomes its date of creation, so that the
    same data gives the same file. `side_margin` is in twentieths of a point.
    """
    document = Document(BytesIO(clean_template()))
    set_properties(document, title, moment)
    _set_page(document.sections[0], side_margin)
    _number_pages(document.sections[0])
    return document


def to_bytes(document: WordDocument, remarks: Sequence[PaperRemark] = ()) -> bytes:
    """The document as a .docx file, its tables made readable; equal documents give equal bytes.

    `remarks` stand beside its rows as comments.
    """
    fit_tables(document)
    add_remarks(document, remarks)
    forget_keys(document)
    number_marks(document)
    result = BytesIO()
    document.save(result)
    return with_fixed_times(result.getvalue())


def write_header(document: WordDocument, lines: Iterable[str]) -> None:
    """Put lines above every page, each cut off where it would no longer fit there. Empty lines are left out."""
    header = document.sections[0].header
    header.is_linked_to_previous = False
    for index, line in enumerate(filter(None, lines)):
        paragraph = header.add_paragraph(style="Header") if index else header.paragraphs[0]
        paragraph.add_run(_cut(line, _MAX_HEADER))


def _cut(text: str, limit: int) -> str:
    """The text on one line, ending in "…" where it was longer than the limit."""
    line = " ".join(xml_text(text).split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def set_properties(document: WordDocument, title: str, moment: datetime) -> None:
    """Say what the document is, who made it and in which language; `moment` becomes its date of creation."""
    properties = document.core_properties
    properties.title = _cut(title, _MAX_PROPERTY)
    properties.author = properties.last_modified_by = AUTHOR
    properties.comments = ""
    properties.language = LANGUAGE
    properties.revision = 1
    properties.created = properties.modified = in_utc(moment)


def _set_page(section: Section, side_margin: int) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Twips(PAGE_WIDTH), Twips(PAGE_HEIGHT)
    section.left_margin = section.right_margin = Twips(side_margin)
    section.top_margin = section.bottom_margin = Twips(TOP_MARGIN)
    section.header_distance = section.footer_distance = Twips(TOP_MARGIN // 2)
    section.gutter = Twips(0)


def _number_pages(section: Section) -> None:
    section.footer.is_linked_to_previous = False
    paragraph = section.footer.paragraphs[0]
    paragraph.add_run("Pagina ")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(" van ")
    _add_field(paragraph, "NUMPAGES")


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    """A number that Word works out itself; "1" stands there until it does."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    paragraph._p.append(field)
    run = paragraph.add_run("1")
    field.append(run._r)
