"""A terugkoppeling as a Word file: one standing page, three parts."""

from __future__ import annotations

from exports.feedback import FeedbackDocument
from exports.paper.feedback import feedback_paper
from exports.word.document import to_bytes
from exports.word.paper import draw
from exports.word.standing import STANDING_WIDTH, standing_page


def feedback_docx(document: FeedbackDocument) -> bytes:
    """The terugkoppeling as a .docx file; ordinary answers fit on one page. The same document gives the same bytes."""
    paper = feedback_paper(document)
    word = standing_page(paper)
    draw(word, paper.blokken, width=STANDING_WIDTH)
    return to_bytes(word)
