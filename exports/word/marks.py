"""Marks as bookmarks of Word: each at the beginning of a paragraph, around nothing, so that it shows nowhere.

Word and LibreOffice keep a bookmark inside a paragraph when they save; one between rows of a table moves, and content
controls and custom XML do not survive an OpenDocument file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell

from forms.marks import Mark, mark_of

# Above those of other bookmarks in a document.
_FIRST_NUMBER = 5_000
Element = Any  # an lxml element; python-docx and lxml have no types for it


@contextmanager
def marked(place: WordDocument | _Cell, mark: Mark | None) -> Iterator[None]:
    """What is drawn in this block carries the mark, in its first paragraph."""
    parent = place._tc if isinstance(place, _Cell) else place.element.body
    before = list(parent) if mark else []
    yield
    if mark is None:
        return
    known = set(map(id, before))
    drawn = [one for one in parent if id(one) not in known] or before[-1:]
    _put(drawn, mark.bookmark())


def mark_row(cells: Iterable[_Cell], mark: Mark | None) -> None:
    """Each cell of a row carries its mark: what of it stays when somebody writes a cell anew tells the row."""
    for number, cell in enumerate(cells) if mark else ():
        _put([cell._tc], mark.bookmark(number))  # type: ignore[union-attr]


def number_marks(word: WordDocument) -> None:
    """Give the marks their numbers, when all stand there; bookmarks of another kind keep theirs."""
    number = _FIRST_NUMBER
    for start in word.element.body.iter(qn("w:bookmarkStart")):
        if mark_of(start.get(qn("w:name"), "")):
            number += 1
            for one in (start, start.getnext()):
                one.set(qn("w:id"), str(number))


def _put(drawn: Iterable[Element], name: str) -> None:
    paragraph = next((one for block in drawn for one in block.iter(qn("w:p"))), None)
    if paragraph is None:
        return
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:name"), name)
    at = next((n for n, one in enumerate(paragraph) if one.tag not in _FIRST), len(paragraph))
    paragraph.insert(at, start)
    paragraph.insert(at + 1, end)


# What stands before a new mark: the look of the paragraph, and marks that stand there already.
_FIRST = frozenset({qn("w:pPr"), qn("w:bookmarkStart"), qn("w:bookmarkEnd")})
