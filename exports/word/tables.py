"""Tables as the national format has them, built row by row.

python-docx looks at every row to find one cell, which makes a long table slow; a row is therefore made here in
one go and its cells are handed out once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from exports.cells import xml_text
from exports.look.colours import HEAD_SHADE
from exports.word.template import TABLE_STYLE

# Names a row for as long as the document is being made.
KEY = "sleutel"


class GridTable:
    """A bordered table that grows by rows.

    `widths` (in twentieths of a point) are those of the empty table; `fitting` moves them to what stands in it, and
    decides which rows stay whole.
    """

    def __init__(self, container: WordDocument | _Cell, widths: Sequence[int], *, has_head: bool) -> None:
        """Put an empty table at the end of the container. `has_head`: the first row holds the headings."""
        self.widths = tuple(widths)
        self._table: Table = container.add_table(0, len(widths))
        self._table.style = TABLE_STYLE
        self._set_grid()
        self._set_look(has_head)

    def add_head(self, *headings: str) -> tuple[_Cell, ...]:
        """Add a row of bold headings that Word repeats on every page and reads out as headings."""
        cells = self.add_row(shade=HEAD_SHADE, head=True)
        for cell, heading in zip(cells, headings, strict=True):
            add_line(cell, heading, bold=True)
        return cells

    def add_row(self, *, shade: str = "", head: bool = False, key: str = "") -> tuple[_Cell, ...]:
        """Add a row and return its cells, which are empty and must each get a paragraph.

        `key` says what stands in it to who looks for it; it does not get into the file (`forget_keys`).
        """
        row = _element("w:tr")
        if key:
            row.set(KEY, key)
        if head:
            _element_in(_element_in(row, "w:trPr"), "w:tblHeader")
        cells = tuple(_new_cell(width, shade) for width in self.widths)
        row.extend(cells)
        self._table._tbl.append(row)
        return tuple(_Cell(cell, self._table) for cell in cells)

    def _set_grid(self) -> None:
        for column, width in zip(self._table._tbl.tblGrid.gridCol_lst, self.widths, strict=True):
            column.set(qn("w:w"), str(width))

    def _set_look(self, has_head: bool) -> None:
        look = self._table._tbl.tblPr.find(qn("w:tblLook"))
        look.set(qn("w:val"), "04A0" if has_head else "0480")
        look.set(qn("w:firstRow"), "1" if has_head else "0")


def forget_keys(document: WordDocument) -> None:
    """Take out what no Word file knows."""
    for row in document.element.body.iter(qn("w:tr")):
        row.attrib.pop(KEY, None)


def add_line(cell: _Cell, text: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
    """Add a paragraph with plain text to a cell; line ends in the text stay line ends."""
    paragraph: Paragraph = cell.add_paragraph()
    if text:
        run = paragraph.add_run(xml_text(text))
        run.bold, run.italic = bold or None, italic or None
    return paragraph


def close_cell(cell: _Cell) -> None:
    """Finish a cell as Word wants it: with a paragraph at the end, and no blank one above other text."""
    content = [child for child in cell._tc if child.tag != qn("w:tcPr")]
    if len(content) > 1 and _is_blank(content[0]) and content[1].tag == qn("w:p"):
        cell._tc.remove(content[0])
    if not content or content[-1].tag != qn("w:p"):
        cell.add_paragraph()


def _is_blank(element: Any) -> bool:
    return bool(element.tag == qn("w:p")) and len(element) == 0


def _new_cell(width: int, shade: str) -> Any:
    cell, properties = _element("w:tc"), _element("w:tcPr")
    properties.append(_element("w:tcW", w=str(width), type="dxa"))
    if shade:
        properties.append(_element("w:shd", val="clear", color="auto", fill=shade))
    cell.append(properties)
    return cell


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _element_in(parent: Any, tag: str) -> Any:
    child = _element(tag)
    parent.append(child)
    return child
