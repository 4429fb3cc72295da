"""A Word file of the portal as somebody changes it: its rows are found by the bookmarks that they carry."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from forms.marks import Mark, mark_of


class EditedWord:
    """The file while it is edited. `kind` and `name` are those of a mark: ("a", "12") is action 12."""

    def __init__(self, data: bytes) -> None:
        self.document = Document(BytesIO(data))
        self.body: Any = self.document.element.body

    def to_bytes(self) -> bytes:
        result = BytesIO()
        self.document.save(result)
        return result.getvalue()

    def paragraph(self, kind: str, name: str) -> Any:
        """The paragraph that carries a mark, the first one."""
        return self._bookmarks(kind, name)[0].getparent()

    def row(self, kind: str, name: str) -> Any:
        """The innermost row of a table in which a mark stands."""
        return next(self._bookmarks(kind, name)[0].iterancestors(qn("w:tr")))

    def write(self, kind: str, name: str, text: str, *, cell: int = 0) -> None:
        """Type over all words of the paragraph of a mark, or of a cell of its row."""
        marks = self._bookmarks(kind, name)
        paragraph = marks[min(cell, len(marks) - 1)].getparent()
        self._type(paragraph, text)

    def write_label(self, name: str, text: str) -> None:
        """Type over the name of a part."""
        self._type(self.paragraph("d", name), text)

    def add_below(self, kind: str, name: str, text: str) -> None:
        """Add a paragraph below the one with this mark, as Enter does."""
        first = self.paragraph(kind, name)
        new = deepcopy(first)
        self._strip(new)
        self._type(new, text)
        first.addnext(new)

    def remove_row(self, kind: str, name: str) -> None:
        row = self.row(kind, name)
        row.getparent().remove(row)

    def move_row_first(self, kind: str, name: str) -> None:
        """Above all other rows of its table, below the heads."""
        row = self.row(kind, name)
        heads = row.getparent().findall(qn("w:tr"))[0]
        heads.addnext(row)

    def add_row(self, kind: str, name: str, *cells: str, copies_marks: bool = False) -> None:
        """A row below another one, made from it: without its marks, or with them, as some programs copy."""
        row = self.row(kind, name)
        new = deepcopy(row)
        if not copies_marks:
            self._strip(new)
        # The label of the part may stand beside the rows.
        for cell, text in zip(new.findall(qn("w:tc"))[-len(cells) :], cells, strict=True):
            self._type(cell.find(qn("w:p")), text)
        row.addnext(new)

    def strip_marks(self) -> None:
        """As a program that keeps no bookmarks."""
        self._strip(self.body)

    def repeat_all(self) -> None:
        """The same words and marks once more below, as who pastes two copies together."""
        blocks = [deepcopy(one) for one in self.body if one.tag != qn("w:sectPr")]
        for one in reversed(blocks):
            self.body.findall(qn("w:tbl"))[-1].addnext(one)

    def marks(self) -> list[Mark]:
        """All marks in their order."""
        names = (one.get(qn("w:name"), "") for one in self.body.iter(qn("w:bookmarkStart")))
        return [mark for name in names if (mark := mark_of(name))]

    def _bookmarks(self, kind: str, name: str) -> list[Any]:
        found = self.body.iter(qn("w:bookmarkStart"))
        return [
            one
            for one in found
            if (mark := mark_of(one.get(qn("w:name"), ""))) and (mark.kind, mark.name) == (kind, name)
        ]

    def _strip(self, element: Any) -> None:
        for one in list(element.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
            one.getparent().remove(one)

    def _type(self, paragraph: Any, text: str) -> None:
        for one in paragraph.findall(qn("w:r")):
            paragraph.remove(one)
        run = paragraph.makeelement(qn("w:r"), {})
        words = run.makeelement(qn("w:t"), {})
        words.text = text
        run.append(words)
        paragraph.append(run)
