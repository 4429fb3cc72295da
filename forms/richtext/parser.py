"""Typed text → blocks. Tables are found first (`tables`), lists line by line, the look of words by `inline`.

CommonMark's own block rules are not used: they make headings, code and rules of ordinary Dutch, drop spaces
at the start of a line and renumber lists. See docs/decisions/kleine-markdown.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from forms.cleaning import clean_text

from .blocks import Block, Flowing, Item, ListBlock, Paragraph, Run, Table, TableCell
from .inline import joined, runs_of
from .tables import TypedTable, pieces_of

# Word knows nine levels. A number has at most three figures, so that "2024. Daarna" is a sentence.
_DEEPEST = 9
_MARKER = re.compile(r"([ \t]*)(?:[-*•]|(0|[1-9]\d{0,2})\.)([ \t]+)(?=\S)")
_ESCAPED_MARKER = re.compile(r"^([ \t]*)\\(?=(?:[-*•]|(?:0|[1-9]\d{0,2})\.)[ \t]+\S)")
_INDENT = re.compile(r"[ \t]*")
_NESTED = 2  # columns further than the marker above it


@dataclass(slots=True)
class _OpenItem:
    blocks: list[list[str] | _OpenList] = field(default_factory=list)


@dataclass(slots=True)
class _OpenList:
    column: int
    ordered: bool
    start: int
    items: list[_OpenItem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Marked:
    column: int
    number: int | None
    text: str


def parse(text: str) -> tuple[Block, ...]:
    """Return the blocks of typed text; ``()`` when it is blank. Any string is allowed; takes linear time."""
    lines = clean_text(text).split("\n")
    return tuple(block for piece in pieces_of(lines) for block in _blocks(piece))


def _blocks(piece: TypedTable | Sequence[str]) -> Iterable[Block]:
    if isinstance(piece, TypedTable):
        return [Table(_cells(piece.head), tuple(_cells(row) for row in piece.rows))]
    return _flowing(piece)


def _cells(texts: Iterable[str]) -> tuple[TableCell, ...]:
    """Paragraphs and lists stand in a cell; a table in a table does not exist."""
    return tuple(TableCell(_flowing(text.split("\n")) if text else ()) for text in texts)


def _flowing(lines: Iterable[str]) -> tuple[Flowing, ...]:
    reader = _Reader()
    for line in lines:
        reader.read(line)
    return tuple(_frozen(block) for block in reader.root.blocks)


class _Reader:
    """Reads line by line. ``open_lists`` are the lists the last line stands in, the deepest last."""

    def __init__(self) -> None:
        self.root = _OpenItem()
        self.open_lists: list[_OpenList] = []
        self.in_paragraph = False

    def read(self, line: str) -> None:
        if not line or line.isspace():
            self.in_paragraph = False
            return
        marked = _marked(line)
        if marked and self._begins_item(marked):
            self._add_item(marked)
        else:
            self._add_text(line)
        self.in_paragraph = True

    def _begins_item(self, marked: _Marked) -> bool:
        """A number in the middle of a paragraph begins a list only at 1, among numbered items or indented."""
        if not self.in_paragraph or marked.number is None or marked.number == 1:
            return True
        above = self._lists_around(marked.column)
        return bool(above) and (above[-1].ordered or marked.column >= above[-1].column + _NESTED)

    def _lists_around(self, column: int) -> list[_OpenList]:
        """Return the open lists that an item in this column stands in or beside."""
        depth = len(self.open_lists)
        while depth and column < self.open_lists[depth - 1].column:
            depth -= 1
        # One column off is a slip, not another list: "- a" and " - b", or "  - b" and " - c".
        return self.open_lists[:depth] or self.open_lists[:1]

    def _add_item(self, marked: _Marked) -> None:
        self.open_lists = self._lists_around(marked.column)
        below = self.open_lists[-1] if self.open_lists else None
        if below is None or (marked.column >= below.column + _NESTED and len(self.open_lists) < _DEEPEST):
            below = self._open_list(marked)
        elif not _continues(below, marked):
            self.open_lists.pop()
            below = self._open_list(marked)
        below.items.append(_OpenItem([[marked.text]]))

    def _open_list(self, marked: _Marked) -> _OpenList:
        opened = _OpenList(marked.column, marked.number is not None, marked.number or 0)
        self._innermost().blocks.append(opened)
        self.open_lists.append(opened)
        return opened

    def _innermost(self) -> _OpenItem:
        return self.open_lists[-1].items[-1] if self.open_lists else self.root

    def _add_text(self, line: str) -> None:
        """A line belongs to the item it is indented under; at the margin it ends the lists."""
        column = _columns(line)
        while self.open_lists and column < self.open_lists[-1].column + _NESTED:
            self.open_lists.pop()
            self.in_paragraph = False
        inside = self._innermost()
        text = line.lstrip(" \t") if self.open_lists else line
        last = inside.blocks[-1] if inside.blocks and self.in_paragraph else None
        if isinstance(last, list):
            last.append(text)
        else:
            inside.blocks.append([text])


def _continues(below: _OpenList, marked: _Marked) -> bool:
    """A number that does not follow begins a new list, so that it comes out as typed."""
    if marked.number is None:
        return not below.ordered
    return below.ordered and marked.number == below.start + len(below.items)


def _marked(line: str) -> _Marked | None:
    match = _MARKER.match(line)
    if not match:
        return None
    return _Marked(_columns(line), int(match[2]) if match[2] else None, line[match.end() :])


def _columns(line: str) -> int:
    indent = _INDENT.match(line)
    return len(indent[0].expandtabs(4)) if indent else 0


def _frozen(block: list[str] | _OpenList) -> Flowing:
    if isinstance(block, list):
        return _paragraph(block)
    items = tuple(Item(tuple(_frozen(inner) for inner in item.blocks)) for item in block.items)
    return ListBlock(block.ordered, block.start if block.ordered else 1, items)


def _paragraph(lines: list[str]) -> Paragraph:
    if len(lines) == 1:
        return Paragraph(tuple(_line_runs(lines[0])))
    runs: list[Run] = []
    for place, line in enumerate(lines):
        if place:
            runs.append(Run("\n"))
        runs.extend(_line_runs(line))
    return Paragraph(tuple(joined(runs)))


def _line_runs(line: str) -> list[Run]:
    return runs_of(_ESCAPED_MARKER.sub(r"\1", line) if "\\" in line else line)
