"""A standing page in Word, for documents of a page or two: the terugkoppeling and the regiobeeld."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.shared import Pt, RGBColor, Twips

from exports.look.colours import HEADING
from exports.paper.tree import PapierenStuk
from exports.word.document import PAGE_HEIGHT, PAGE_WIDTH, new_document, write_header

# In twentieths of a point.
_MARGIN = 900
STANDING_WIDTH = PAGE_HEIGHT - 2 * _MARGIN
_HEADING = RGBColor.from_string(HEADING)
_SIZES = {"Heading 1": (12, 10), "Heading 2": (10, 7)}


def standing_page(paper: PapierenStuk) -> WordDocument:
    """A new document with the lines of this paper above each page; its blocks are still to be drawn."""
    word = new_document(paper.titel, moment=paper.moment, side_margin=_MARGIN)
    section = word.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(PAGE_HEIGHT), Twips(PAGE_WIDTH)
    section.top_margin = section.bottom_margin = Twips(_MARGIN)
    section.header_distance = section.footer_distance = Twips(_MARGIN // 2)
    _set_letters(word)
    write_header(word, paper.regels)
    return word


def _set_letters(word: WordDocument) -> None:
    word.styles["Normal"].font.size = Pt(9)
    word.styles["Normal"].paragraph_format.space_after = Pt(3)
    word.styles["Title"].font.size = Pt(18)
    for name, (size, before) in _SIZES.items():
        heading = word.styles[name]
        heading.font.color.rgb, heading.font.size = _HEADING, Pt(size)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(before), Pt(3)
