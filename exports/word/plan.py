"""A plan van aanpak as a Word file in the exact layout of the national format."""

from __future__ import annotations

from collections.abc import Sequence

from exports.labels import CHANGES
from exports.paper.plan import plan_paper
from exports.plan import PlanDocument
from exports.remarks import PaperRemark
from exports.word.document import TEXT_WIDTH, new_document, to_bytes, write_header
from exports.word.paper import draw
from exports.word.tracked.documents import tracked
from exports.word.tracked.marks import ChangedBy


def plan_docx(document: PlanDocument, remarks: Sequence[PaperRemark] = ()) -> bytes:
    """The plan as a .docx file; an empty plan gives the national format as it was sent out. `remarks` are comments.

    Takes any text people may have typed; raises nothing. The same plan gives the same bytes.
    """
    paper = plan_paper(document)
    word = new_document(paper.titel, moment=paper.moment)
    write_header(word, paper.regels)
    draw(word, paper.blokken, width=TEXT_WIDTH)
    return to_bytes(word, remarks)


def plan_changes_docx(old: PlanDocument, new: PlanDocument, *, changer: ChangedBy) -> bytes:
    """The newer copy of a plan as a .docx file in which all that is different from the older one is a tracked change.

    Who accepts all changes has the Word of `new`, who rejects all that of `old`; only widths of columns may differ.
    """
    papers = plan_paper(old), plan_paper(new)
    return to_bytes(tracked(*papers, changer, title=f"{CHANGES} – {papers[1].titel}"))
