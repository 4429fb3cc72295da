"""How answers look on an answer sheet: boxes to tick, room to write, and the width of the page."""

from __future__ import annotations

from collections.abc import Sequence

from docx.shared import Pt
from docx.table import _Cell

from exports.labels import NIET_BEANTWOORD
from exports.word.document import PAGE_WIDTH
from exports.word.richtext import add_rich_text
from exports.word.tables import add_line, close_cell
from forms.spec import Choice

# In twentieths of a point; narrower margins than the national format has.
SIDE_MARGIN = 1134
WIDTH = PAGE_WIDTH - 2 * SIDE_MARGIN
EMPTY_BOX, TICKED_BOX = "☐", "☒"
_NO_BREAK = "\u00a0"
SMALL = Pt(8.5)


def boxes(choices: Sequence[Choice], chosen: Sequence[str] = ()) -> list[str]:
    """Each choice with its box, kept on one line; `chosen` are labels."""
    return [
        f"{TICKED_BOX if choice.label in chosen else EMPTY_BOX} {choice.label}".replace(" ", _NO_BREAK)
        for choice in choices
    ]


def write_text(cell: _Cell, text: str, *, room: int) -> None:
    """A typed text; without one `room` empty lines to write on, or that it was not answered when there is none."""
    if text.strip():
        add_rich_text(cell, text)
    elif room:
        for _ in range(room):
            add_line(cell, "")
    else:
        add_line(cell, NIET_BEANTWOORD, italic=True)


def add_small(cell: _Cell, text: str) -> None:
    """A line in a smaller letter; nothing when there is no text."""
    if text:
        for run in add_line(cell, text).runs:
            run.font.size = SMALL


def close_row(cells: Sequence[_Cell]) -> None:
    """Finish a row: every cell ends in a paragraph."""
    for cell in cells:
        close_cell(cell)


def shares(*parts: int) -> list[int]:
    """The width of the page divided over columns."""
    return [WIDTH * part // sum(parts) for part in parts]
