"""The frame of a typed table in Word: a head that comes back on every page, rows that may be broken over two.

What stands in the cells is drawn by `richtext`; how wide columns are is decided when all is there, by `fitting`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from exports.look.colours import HEAD_SHADE
from exports.word.house_style.names import AFTER_TABLE, CELL_HEAD, CELL_TEXT, TABLE_LOOK
from forms.richtext import Table, TableCell

Element = Any  # an lxml element; python-docx and lxml have no types for it

# Styles of the house, for documents that have them.
STYLES = (AFTER_TABLE, CELL_HEAD, CELL_TEXT, TABLE_LOOK)
GRID = "Table Grid"
# The table fills its place (in fiftieths of a percent), also where that turns out to be of another width.
_WHOLE = 5000
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_FIRST_ROW = {"val": "0620", "firstRow": "1", "lastRow": "0", "firstColumn": "0", "lastColumn": "0"}


class Frame:
    """An empty table with these styles (ids by name), whose rows are added one by one."""

    def __init__(self, table: Table, styles: Mapping[str, str]) -> None:
        self._styles = styles
        self._in_house = TABLE_LOOK in styles
        self._columns = table.columns
        self.element = OxmlElement("w:tbl")
        self._begin()

    def add_row(self, cells: Sequence[TableCell], *, is_head: bool) -> Iterator[tuple[Element, TableCell]]:
        """Add a row; gives each new cell with what belongs in it. One empty cell stands for all that were not typed."""
        row = _add(self.element, "tr")
        if is_head:
            properties = _add(row, "trPr")
            _add(properties, "tblHeader")
        shade = HEAD_SHADE if is_head and not self._in_house else ""
        for cell in cells:
            yield self._add_cell(row, 1, shade), cell
        missing = self._columns - len(cells)
        if missing > 0:
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

    def _add_cell(self, row: Element, columns: int, shade: str) -> Element:
        cell = _add(row, "tc")
        properties = _add(cell, "tcPr")
        _add(properties, "tcW", w=str(_WHOLE * columns // self._columns), type="pct")
        if columns > 1:
            _add(properties, "gridSpan", val=str(columns))
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
        for _ in range(self._columns):
            _add(grid, "gridCol")


def _add(parent: Element, name: str, /, **attributes: str) -> Element:
    return etree.SubElement(parent, qn(f"w:{name}"), {qn(f"w:{key}"): value for key, value in attributes.items()})
