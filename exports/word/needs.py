"""What the columns of a table in Word need: how wide their longest word is, their longest line, and how much they say.

Read from the table as it was drawn, so that it does not matter who drew it. Lengths are in twentieths of a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from exports.word.letters import width_of
from exports.word.numbering import indent
from exports.word.tracked.seen import staying, staying_paragraphs

Element = Any  # an lxml element; python-docx and lxml have no types for it

# What stands beside a text in its cell: the padding at both sides and the line.
BESIDE = 240
# Word breaks a line at a blank and behind a hyphen; at nothing else.
_PIECES = re.compile(r"[^ \t\n-]+-?|-")
# Letters are rounded to whole points of a screen by some programs.
_SURE = 1.03
_MOST_LETTERS = 2_000
_ORDINARY_SIZE = 10.0
_W = {name: qn(f"w:{name}") for name in ("p", "t", "br", "tab", "noBreakHyphen", "val", "tbl", "tc", "tr")}
_AS_TEXT = {_W["br"]: "\n", _W["tab"]: "\t", _W["noBreakHyphen"]: "\u2011"}


@dataclass
class Need:
    """What one column needs: its longest word and longest line with what stands beside them, and how much it says.

    `letters` is the part of its longest word that is letters: that part shrinks with them. `has_room`: a cell of it is
    left open to write in; `cells` and `blank` count its cells, and those in which nothing stands.
    """

    word: float = BESIDE
    line: float = BESIDE
    letters: float = 0.0
    amount: float = 0.0
    has_room: bool = False
    cells: int = 0
    blank: int = 0

    def widen(self, word: float, line: float, beside: float) -> None:
        """Take in a text with this longest word and line."""
        self.letters = max(self.letters, word) if word + beside >= self.word else self.letters
        self.word = max(self.word, word + beside)
        self.line = max(self.line, line + beside)

    def joined(self, other: Need) -> Need:
        """What a column needs that stands in line with another one."""
        return Need(
            word=max(self.word, other.word),
            line=max(self.line, other.line),
            letters=max(self.letters, other.letters),
            amount=self.amount + other.amount,
            has_room=self.has_room or other.has_room,
            cells=self.cells + other.cells,
            blank=self.blank + other.blank,
        )


class Styles:
    """The letters of the styles of one document: size and whether they are bold."""

    def __init__(self, document: WordDocument) -> None:
        self._by_id = {style.style_id: style for style in document.styles}
        normal = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
        self._default = normal.style_id if normal is not None else ""
        self._known: dict[str, tuple[float, bool]] = {}

    def of(self, paragraph: Element) -> tuple[float, bool]:
        """The size in points and the weight of letters in this paragraph, when its runs say nothing."""
        properties = paragraph.pPr
        style_id = (properties.style if properties is not None else None) or self._default
        if style_id not in self._known:
            self._known[style_id] = self._look(style_id)
        return self._known[style_id]

    def _look(self, style_id: str) -> tuple[float, bool]:
        size: float | None = None
        bold: bool | None = None
        style: Any = self._by_id.get(style_id)
        while style is not None and (size is None or bold is None):
            size = size or (style.font.size.pt if style.font.size else None)
            bold = style.font.bold if bold is None else bold
            style = style.base_style
        return size or _ORDINARY_SIZE, bool(bold)


def needs_of(table: Element, styles: Styles) -> list[Need]:
    """What each column of this table needs; a cell that covers more columns has nothing to say about one of them."""
    needs = [Need() for _ in table.tblGrid.gridCol_lst]
    for row in staying(table.tr_lst):
        for at, cell in placed(row):
            if cell.grid_span == 1 and at < len(needs):
                _take_in(needs[at], cell, styles, is_head=is_head(row))
    return needs


def placed(row: Element) -> Iterator[tuple[int, Element]]:
    """The cells of a row, each with the column that it begins in."""
    at = 0
    for cell in row.iterchildren(_W["tc"]):
        yield at, cell
        at += cell.grid_span


def is_head(row: Element) -> bool:
    """True for a row that Word repeats on every page."""
    return row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def inner_tables(cell: Element) -> list[Element]:
    """The tables that stand in this cell."""
    return list(cell.iterchildren(_W["tbl"]))


def _take_in(need: Need, cell: Element, styles: Styles, *, is_head: bool) -> None:
    paragraphs = staying_paragraphs(cell.iterchildren(_W["p"]))
    if not is_head:
        _count(need, is_blank=not any(one.text for one in cell.iter(_W["t"])), paragraphs=len(paragraphs))
    for paragraph in paragraphs:
        word, line, amount = _measured(paragraph, styles)
        need.widen(word, line, BESIDE + _indent(paragraph))
        need.amount += 0 if is_head else amount
    for table in inner_tables(cell):
        inner = needs_of(table, styles)
        need.widen(sum(one.word for one in inner), sum(one.line for one in inner), BESIDE)
        need.amount += sum(one.amount for one in inner)


def _count(need: Need, *, is_blank: bool, paragraphs: int) -> None:
    """A cell without a word but with more than one paragraph is room to write."""
    need.cells += 1
    need.blank += is_blank
    need.has_room |= is_blank and paragraphs > 1


def _measured(paragraph: Element, styles: Styles) -> tuple[float, float, float]:
    """How wide the longest word and the longest line are, and all of it together."""
    lines = text_of(paragraph).split("\n")
    if not any(lines):
        return 0.0, 0.0, 0.0
    size, bold = styles.of(paragraph)
    own = [run.rPr for run in paragraph.iter(qn("w:r")) if run.rPr is not None]
    size = max((one.sz_val.pt for one in own if one.sz_val is not None), default=size)
    bold = bold or any(one.b is not None and one.b.val for one in own)
    twips = size * 20 / 1000 * _SURE
    word = max((width_of(piece, bold=bold) for piece in _longest(lines)), default=0)
    line = max(width_of(one[:_MOST_LETTERS], bold=bold) for one in lines)
    return word * twips, line * twips, sum(map(len, lines)) * size


def _longest(lines: Iterable[str]) -> Iterator[str]:
    """The words that may be the widest: those with most letters."""
    words = [word for line in lines for word in _PIECES.findall(line)]
    most = max(map(len, words), default=0)
    return (word for word in set(words) if len(word) >= most / 2)


def text_of(paragraph: Element) -> str:
    """What a paragraph says; line ends and tabs as such."""
    return "".join(
        node.text or "" if node.tag == _W["t"] else _AS_TEXT[node.tag] for node in paragraph.iter(_W["t"], *_AS_TEXT)
    )


def _indent(paragraph: Element) -> int:
    """How far a point of a list stands to the right."""
    properties = paragraph.pPr
    if properties is None:
        return 0
    if properties.numPr is not None and properties.numPr.ilvl is not None:
        return indent(properties.numPr.ilvl.val)
    left = properties.ind.left if properties.ind is not None else None
    return int(left.twips) if left is not None else 0
