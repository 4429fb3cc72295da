"""On which page does a chapter begin? A good guess, made while the report is drawn, from letters and lines.

Only the page numbers in the table of contents hang on it, and Word works those out again when somebody asks. The
letter is Arial: the widths are those of its letters, the heights those of its lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from exports.word.house_style.names import BY_NAME, HouseStyle

# Widths of letters in thousandths of the size of the letter (the common sans metrics).
_NARROW, _WIDE, _ORDINARY = 265, 790, 556


class _Widths(dict[str, int]):
    """Widths by letter; one that is not among them is an ordinary one."""

    def __missing__(self, letter: str) -> int:
        return _ORDINARY


_WIDTHS = _Widths(dict.fromkeys("ijl.,:;'’|!/()[]ft r-", _NARROW) | dict.fromkeys("mwMW@%—…", _WIDE))
_WIDTHS |= dict.fromkeys("ABCDEFGHKNOPQRSTUVXYZ&", 690) | dict.fromkeys("cksvxyzJ", 505) | {"I": 278, "L": 556}
_BOLD = 1.07
# The height of a line of Arial at single distance, and what a broken line leaves empty at its end, in letters.
_LINE, _RAGGED = 1.15, 2.5
# No text of this size a letter is wider.
_CERTAIN = 0.8
# Above this length the letters are not looked at one by one.
_LONG = 400
_MEAN = 500


def lines_of(text: str, style: HouseStyle, width: float) -> int:
    """How many lines this text takes in a column of `width` points."""
    return sum(_lines(part, style, width) for part in text.split("\n")) if text else 1


def _lines(text: str, style: HouseStyle, width: float) -> int:
    if len(text) * style.size * _CERTAIN <= width:
        return 1
    room = width - style.size * _RAGGED * _MEAN / 1000
    wide = width_of(text, style)
    return 1 if wide <= width else max(2, ceil(wide / max(room, style.size)))


def width_of(text: str, style: HouseStyle) -> float:
    """How wide this text is on one line, in points."""
    letters = text[:_LONG]
    units = sum(map(_WIDTHS.__getitem__, letters)) + _MEAN * (len(text) - len(letters))
    return units / 1000 * style.size * (_BOLD if style.bold else 1) * (1.2 if style.caps else 1)


def height_of(text: str, style: HouseStyle, width: float) -> float:
    """How high the text is in points, without the white around it."""
    room = width - (style.left + style.right) / 20
    return lines_of(text, style, room) * line_height(style)


def line_height(style: HouseStyle) -> float:
    """The height of one line in points."""
    return style.size * _LINE * (style.line or 1)


class Pager:
    """Counts pages as paragraphs, rows and charts come by. Everything is in points."""

    def __init__(self, width: float, height: float) -> None:
        self.page = 1
        self.width, self.height = width, height
        self._used = 0.0
        # Headings and captions stay with what follows: they wait until that comes.
        self._waiting = 0.0
        self._after = 0.0

    @property
    def filled(self) -> float:
        """How much of this page holds something, from 0 to 1."""
        return self._used / self.height

    def new_page(self) -> None:
        """Go on at the top of a new page."""
        self.page += 1
        self._used = self._waiting = self._after = 0.0

    def paragraph(self, style_name: str, text: str) -> None:
        """A paragraph comes by; it may be broken over pages by its lines."""
        style = BY_NAME[style_name]
        before = max(0.0, style.before - self._after) if self._used else style.before
        height = height_of(text, style, self.width)
        if style.keep_next:
            self._waiting += before + height + style.after
        else:
            self._place(before, height, step=line_height(style))
            self._used += style.after
        self._after = style.after

    def block(self, height: float) -> None:
        """Something that is not broken: a row, a chart."""
        self._place(0.0, height, step=0.0)
        self._after = 0.0

    def table(self, head: float, rows: Sequence[float]) -> None:
        """Rows below a head that comes back on each page."""
        self._waiting += head
        for number, height in enumerate(rows):
            page = self.page
            self.block(height)
            # A row that opened a new page in the middle of the table stands below the head again.
            if number and self.page > page:
                self._used += head

    def _place(self, before: float, height: float, *, step: float) -> None:
        """Put it behind what waits; what does not fit goes on on the next page, in lines of `step` or as a whole."""
        lead, self._waiting = self._waiting + before, 0.0
        room = self.height - self._used - lead
        if height <= room:
            self._used += lead + height
            return
        fitting = floor(room / step) * step if step and room > 2 * step else 0.0
        if fitting:
            self._used, left = 0.0, height - fitting
        else:
            self._used, left = lead - before, height
        self.page += 1
        while left > self.height - self._used:
            left -= self.height - self._used
            self._used = 0.0
            self.page += 1
        self._used += left
