"""A plan van aanpak as a Word file in the exact layout of the national format."""

from __future__ import annotations

from exports.paper.plan import plan_paper
from exports.plan import PlanDocument
from exports.word.document import TEXT_WIDTH, new_document, to_bytes, write_header
from exports.word.paper import draw


def plan_docx(document: PlanDocument) -> bytes:
    """The plan as a .docx file; an empty plan gives the national format as it was sent out.

    Takes any text people may have typed; raises nothing. The same plan gives the same bytes.
    """
    paper = plan_paper(document)
    word = new_document(paper.titel, moment=paper.moment)
    write_header(word, paper.regels)
    draw(word, paper.blokken, width=TEXT_WIDTH)
    return to_bytes(word)
