"""A regiobeeld as a Word file: standing pages, for the regiotafel."""

from __future__ import annotations

from exports.paper.region_figures import regiobeeld_paper
from exports.region_figures import RegiobeeldDocument
from exports.word.document import to_bytes
from exports.word.paper import draw
from exports.word.standing import STANDING_WIDTH, standing_page


def regiobeeld_docx(document: RegiobeeldDocument) -> bytes:
    """The regiobeeld as a .docx file. The same document gives the same bytes."""
    paper = regiobeeld_paper(document)
    word = standing_page(paper)
    draw(word, paper.blokken, width=STANDING_WIDTH)
    return to_bytes(word)
