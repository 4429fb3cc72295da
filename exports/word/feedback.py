"""A terugkoppeling as a Word file: one standing page, three parts."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.shared import Pt, RGBColor, Twips

from exports.feedback import FeedbackDocument
from exports.look.colours import HEADING
from exports.paper.feedback import feedback_paper
from exports.word.document import PAGE_HEIGHT, PAGE_WIDTH, new_document, to_bytes, write_header
from exports.word.paper import draw

# A standing page, in twentieths of a point.
_MARGIN = 900
_WIDTH = PAGE_HEIGHT - 2 * _MARGIN
_HEADING = RGBColor.from_string(HEADING)


def feedback_docx(document: FeedbackDocument) -> bytes:
    """The terugkoppeling as a .docx file; ordinary answers fit on one page. The same document gives the same bytes."""
    paper = feedback_paper(document)
    word = new_document(paper.titel, moment=paper.moment, side_margin=_MARGIN)
    _set_look(word)
    write_header(word, paper.regels)
    draw(word, paper.blokken, width=_WIDTH)
    return to_bytes(word)


def _set_look(word: WordDocument) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(PAGE_HEIGHT), Twips(PAGE_WIDTH)
    section.top_margin = section.bottom_margin = Twips(_MARGIN)
    section.header_distance = section.footer_distance = Twips(_MARGIN // 2)
    word.styles["Normal"].font.size = Pt(9)
    word.styles["Normal"].paragraph_format.space_after = Pt(3)
    word.styles["Title"].font.size = Pt(18)
    heading = word.styles["Heading 1"]
    heading.font.color.rgb, heading.font.size = _HEADING, Pt(12)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(10), Pt(3)
