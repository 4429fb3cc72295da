"""What lists on a lying page share: its margins, how typed text stands in a cell, how a row is closed."""

from __future__ import annotations

from collections.abc import Sequence

from docx.shared import Pt
from docx.table import _Cell

from exports.word.document import PAGE_WIDTH
from exports.word.tables import close_cell

# In twentieths of a point; narrower margins than the national format has.
SIDE_MARGIN = 1134
WIDTH = PAGE_WIDTH - 2 * SIDE_MARGIN
SMALL = Pt(8.5)


def close_row(cells: Sequence[_Cell]) -> None:
    """Finish a row: every cell ends in a paragraph."""
    for cell in cells:
        close_cell(cell)


def shares(*parts: int) -> list[int]:
    """The width of the page divided over columns."""
    return [WIDTH * part // sum(parts) for part in parts]
