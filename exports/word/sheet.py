"""An answer sheet as a Word file: to fill in together with partners, or to keep what was handed in."""

from __future__ import annotations

from docx.shared import Pt, RGBColor

from exports.look.colours import HEADING
from exports.paper.sheet import sheet_paper
from exports.sheet import SheetDocument
from exports.word.document import new_document, to_bytes, write_header
from exports.word.look import SIDE_MARGIN, WIDTH
from exports.word.paper import draw

_FONT_SIZE = Pt(10)
# Dark enough to read: the template’s own blue is not.
_HEADING = RGBColor.from_string(HEADING)


def sheet_docx(document: SheetDocument) -> bytes:
    """The answer sheet as a .docx file. Takes any text people may have typed; raises nothing.

    The same sheet gives the same bytes.
    """
    paper = sheet_paper(document)
    word = new_document(paper.titel, moment=paper.moment, side_margin=SIDE_MARGIN)
    word.styles["Normal"].font.size = _FONT_SIZE
    heading = word.styles["Heading 2"]
    heading.font.color.rgb = _HEADING
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(16), Pt(6)
    write_header(word, paper.regels)
    draw(word, paper.blokken, width=WIDTH)
    return to_bytes(word)
