"""The words of a typed text as a reader sees them, and marking some of them.

A place in a text is a number of words: white space, list signs and the borders of blocks are not counted, so that it is
the same on a web page, where somebody selects words, and here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from .blocks import Block, Flowing, Item, ListBlock, Paragraph, Run, Table, TableCell
from .parser import parse

# From which word up to (not with) which word.
Span = tuple[int, int]


def to_words(text: str) -> tuple[str, ...]:
    """The words of a typed text in their order, without its markup."""
    return tuple(" ".join(_texts(parse(text))).split())


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, ListBlock):
            yield from (text for item in block.items for text in _texts(item.blocks))
        else:
            yield from (text for row in (block.head, *block.rows) for cell in row for text in _texts(cell.blocks))


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in their order; those that overlap or follow each other at once are one."""
    found: list[Span] = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((begin, end))
    return found


def mark(blocks: Sequence[Block], spans: Iterable[Span]) -> tuple[Block, ...]:
    """The blocks with these words marked; words of several spans are marked once."""
    sizes = [0, *accumulate(len(word) for word in " ".join(_texts(blocks)).split())]
    last = len(sizes) - 1
    letters = [(sizes[min(begin, last)], sizes[min(end, last)]) for begin, end in spans]
    return _Marker({place for begin, end in letters for place in range(begin, end)}).blocks(blocks)


@dataclass
class _Marker:
    """Goes once through all letters; `place` is how many it saw. A space is marked between two marked letters."""

    marked: set[int]
    place: int = 0

    def blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(self._table(one) if isinstance(one, Table) else self._flowing(one) for one in blocks)

    def _flowing(self, block: Flowing) -> Flowing:
        if isinstance(block, Paragraph):
            return Paragraph(tuple(part for run in block.runs for part in self._run(run)))
        return replace(block, items=tuple(Item(self._all(item.blocks)) for item in block.items))

    def _all(self, blocks: Sequence[Flowing]) -> tuple[Flowing, ...]:
        return tuple(self._flowing(one) for one in blocks)

    def _table(self, table: Table) -> Table:
        rows = [tuple(TableCell(self._all(cell.blocks)) for cell in row) for row in (table.head, *table.rows)]
        return Table(rows[0], tuple(rows[1:]))

    def _run(self, run: Run) -> Iterator[Run]:
        """The run in pieces that are marked or not."""
        piece, is_marked = "", False
        for sign in run.text:
            now = self._is_marked(sign)
            if piece and now is not is_marked:
                yield replace(run, text=piece, marked=is_marked)
                piece = ""
            piece, is_marked = piece + sign, now
        if piece:
            yield replace(run, text=piece, marked=is_marked)

    def _is_marked(self, sign: str) -> bool:
        if sign.isspace():
            return self.place in self.marked and self.place - 1 in self.marked
        self.place += 1
        return self.place - 1 in self.marked
