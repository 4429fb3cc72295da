"""Where the end of a paragraph that came or went is marked, so that what is left has as many paragraphs as it should.

Without its end a paragraph becomes one with the next. The last paragraph of a cell and the one above a table have no
next one: there the paragraph before gives its end, as Word itself does when somebody types at the end of a cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exports.word.tracked.marks import Element, Side, W
from exports.word.tracked.pairing import Pair


@dataclass(frozen=True)
class Settled:
    """A block of one side, or of both. `end` is the side that its end belongs to, None for both.

    `heir_of`: on the other side its end is that of this paragraph before it.
    """

    old: Element | None
    new: Element | None
    end: Side | None = None
    heir_of: Settled | None = None

    @property
    def side(self) -> Side | None:
        """Of which document it is; None for both."""
        if self.old is not None and self.new is not None:
            return None
        return Side.OLD if self.new is None else Side.NEW

    @property
    def is_table(self) -> bool:
        """True for a table."""
        block = self.old if self.new is None else self.new
        return bool(block is not None and block.tag == W["tbl"])


def placed(pairs: Sequence[Pair[Element]]) -> list[Settled]:
    """The blocks in an order in which everything can be accepted and rejected, each with whose its end is."""
    found: list[Settled] = []
    for run, before_wall in _runs(pairs):
        if run[0].side is None:
            found += run
        elif not before_wall:
            found += _tables_first(run)
        else:
            found, run = _settled(found, _tables_first(run))
            found += run
    return found


def _runs(pairs: Sequence[Pair[Element]]) -> Iterator[tuple[list[Settled], bool]]:
    """What is of both sides one by one, what is of one side together; and whether a table or nothing comes after it."""
    run: list[Settled] = []
    for old, new in pairs:
        one = Settled(old, new)
        one = replace(one, end=one.side)
        if one.side is not None:
            run.append(one)
            continue
        if run:
            yield run, one.is_table
        yield [one], False
        run = []
    if run:
        yield run, True


def _tables_first(run: list[Settled]) -> list[Settled]:
    """A paragraph that goes must not come to stand above a table that comes."""
    olds = [one for one in run if one.side is Side.OLD]
    news = [one for one in run if one.side is Side.NEW]
    return [*news, *olds] if any(one.is_table for one in news) else [*olds, *news]


def _settled(before: list[Settled], run: list[Settled]) -> tuple[list[Settled], list[Settled]]:
    if run[-1].is_table:
        return before, run
    lasts = [_last_paragraph(run, side) for side in Side]
    if lasts[0] and lasts[1]:
        return before, [*(one for one in run if one not in lasts), Settled(lasts[0].old, lasts[1].new)]
    if before and before[-1].side is None and not before[-1].is_table:
        giver = replace(before[-1], end=run[-1].side)
        return [*before[:-1], giver], [*run[:-1], replace(run[-1], end=None, heir_of=before[-1])]
    return before, run


def _last_paragraph(run: Sequence[Settled], side: Side) -> Settled | None:
    return next((one for one in reversed(run) if one.side is side and not one.is_table), None)
