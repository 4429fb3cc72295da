"""A text as it comes back from a Word file that nobody touched: drawn as in a plan, and read as any file is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache

from exports.paper.tree import Form, FormatDeel, Typed, line
from exports.word.document import TEXT_WIDTH, new_document, to_bytes
from exports.word.paper import draw
from portal.domain.intake.document import ReadBlock, ReadParagraph, ReadTable
from portal.domain.intake.read import read
from portal.domain.intake.recognise.found import SaidLines
from portal.domain.intake.recognise.listed import typed_table
from portal.domain.intake.recognise.marked_rows import text_of_lines

# A file says the same of every text, whenever it is made.
_MOMENT = datetime(2024, 1, 1, tzinfo=UTC)


@lru_cache(maxsize=500)
def as_it_comes_back(text: str) -> str:
    """A text as a file gives it back."""
    word = new_document("Tekst", moment=_MOMENT)
    part = FormatDeel("Tekst", "", (Typed(text) if text.strip() else line(),))
    draw(word, [Form((), (part,))], width=TEXT_WIDTH)
    (table,) = (one for one in read("tekst.docx", to_bytes(word)).blocks if isinstance(one, ReadTable))
    return _text(table.rows[0].cells[-1].blocks)


def _text(blocks: Sequence[ReadBlock]) -> str:
    lines = [
        SaidLines(None, one.markdown, "", 0, one.depth)
        if isinstance(one, ReadParagraph)
        else SaidLines(None, typed_table(one), "", 0)
        for one in blocks
    ]
    return text_of_lines([one for one in lines if one.text.strip()])
