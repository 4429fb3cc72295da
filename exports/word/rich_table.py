"""The frame of a typed table in Word: columns as wide as their content asks, a head that comes back on every page.

Rows may be broken over two pages: a cell may hold a page of text. What stands in the cells is drawn by `richtext`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from exports.look.colours import HEAD_SHADE
from exports.word.house_style.names import AFTER_TABLE, CELL_HEAD, CELL_TEXT, TABLE_LOOK
from forms.richtext import ListBlock, Paragraph, Table, TableCell

Element = Any  # an lxml element; python-docx and lxml have no types for it

# Styles of the house, for documents that have them.
STYLES = (AFTER_TABLE, CELL_HEAD, CELL_TEXT, TABLE_LOOK)
GRID = "Table Grid"
# The table fills its place (in fiftieths of a percent), also where that turns out to be of another width.
_WHOLE = 5000
# A letter and what stands beside a text in its cell, in twentieths of a point.
_LETTER, _BESIDE = 135, 240
# Of a longer text only so many letters count; a longer word may be broken.
_MOST, _LONGEST_WORD = 60, 26
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_FIRST_ROW = {"val": "0620", "firstRow": "1", "lastRow": "0", "firstColumn": "0", "lastColumn": "0"}


class Frame:
    """An empty table in a place of `width` (twentieths of a point), with these styles (ids by name).

    Its rows are added one by one.
    """

    def __init__(self, table: Table, styles: Mapping[str, str], width: int) -> None:
        self._styles = styles
        self._in_house = TABLE_LOOK in styles
        self._widths = _widths(table, width)
        self.element = OxmlElement("w:tbl")
        self._begin()

    def add_row(self, cells: Sequence[TableCell], *, is_head: bool) -> Iterator[tuple[Element, TableCell]]:
        """Add a row; gives each new cell with what belongs in it. One empty cell stands for all that were not typed."""
        row = _add(self.element, "tr")
        if is_head:
            properties = _add(row, "trPr")
            _add(properties, "cantSplit")
            _add(properties, "tblHeader")
        shade = HEAD_SHADE if is_head and not self._in_house else ""
        for at, cell in enumerate(cells):
            yield self._add_cell(row, self._widths[at : at + 1], shade), cell
        missing = self._widths[len(cells) :]
        if missing:
            yield self._add_cell(row, missing, shade), TableCell(())

    def text_style(self, *, is_head: bool) -> str | None:
        """The id of the style for paragraphs in a cell; None for that of the document."""
        return self._styles.get(CELL_HEAD if is_head else CELL_TEXT)

    def look_below(self, paragraph: Element) -> None:
        """Make an empty paragraph the white below the table."""
        properties = paragraph.get_or_add_pPr()
        if AFTER_TABLE in self._styles:
            paragraph.style = self._styles[AFTER_TABLE]
        else:
            _add(properties, "spacing", before="0", after="0", line="120", lineRule="exact")

    def _add_cell(self, row: Element, widths: Sequence[int], shade: str) -> Element:
        cell = _add(row, "tc")
        properties = _add(cell, "tcPr")
        _add(properties, "tcW", w=str(_WHOLE * sum(widths) // sum(self._widths)), type="pct")
        if len(widths) > 1:
            _add(properties, "gridSpan", val=str(len(widths)))
        if shade:
            _add(properties, "shd", val="clear", color="auto", fill=shade)
        return cell

    def _begin(self) -> None:
        properties = _add(self.element, "tblPr")
        style = self._styles.get(TABLE_LOOK) or self._styles.get(GRID)
        if style:
            _add(properties, "tblStyle", val=style)
        _add(properties, "tblW", w=str(_WHOLE), type="pct")
        if not style:
            borders = _add(properties, "tblBorders")
            for side in _SIDES:
                _add(borders, side, val="single", sz="4", space="0", color="auto")
        _add(properties, "tblLook", **_FIRST_ROW, noHBand="1", noVBand="1")
        grid = _add(self.element, "tblGrid")
        for width in self._widths:
            _add(grid, "gridCol", w=str(width))


def _add(parent: Element, name: str, /, **attributes: str) -> Element:
    return etree.SubElement(parent, qn(f"w:{name}"), {qn(f"w:{key}"): value for key, value in attributes.items()})


def _widths(table: Table, room: int) -> list[int]:
    """The width of each column: no word is broken when that can be, and what is left goes to who has most to say."""
    words, texts = [1] * table.columns, [1] * table.columns
    for row in (table.head, *table.rows):
        for at, cell in enumerate(row):
            word, text = _longest(cell)
            words[at], texts[at] = max(words[at], word), max(texts[at], text)
    least = [_LETTER * word + _BESIDE for word in words]
    asked = [1 + _LETTER * (text - word) for word, text in zip(words, texts, strict=True)]
    left = max(0, room - sum(least))
    return [one + left * more // sum(asked) for one, more in zip(least, asked, strict=True)]


def _longest(cell: TableCell) -> tuple[int, int]:
    """The letters of its longest word and of its longest line, as far as they count."""
    lines = [line for text in _texts(cell.blocks) for line in text.split("\n")]
    text = min(max(map(len, lines), default=1), _MOST)
    word = max((len(word) for line in lines for word in line[:400].split()), default=1)
    return min(word, text, _LONGEST_WORD), text


def _texts(blocks: Iterable[Paragraph | ListBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (text for item in block.items for text in _texts(item.blocks))
