"""Blocks of two documents, paragraphs and tables, made into one with tracked changes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exports.word.tables import KEY
from exports.word.tracked.ends import Settled, placed
from exports.word.tracked.lists import Lists, properties_of, written
from exports.word.tracked.marks import Element, Marks, Side, W
from exports.word.tracked.pairing import likeness, paired
from exports.word.tracked.words import bits_of, text_of, write_merged, write_replaced

_WORDS = re.compile(r"\w+|[^\w\s]")
# Two tables in one place are one that was changed, the more so when they begin alike.
_SAME_PLACE, _SAME_HEAD = 0.1, 0.5


class Merger:
    """Merges what was drawn in one document; `lists` knows how its lists are numbered.

    `by_word` False: of a paragraph that changed all words are old ones and new ones.
    """

    def __init__(self, marks: Marks, lists: Lists, *, by_word: bool = True) -> None:
        self._marks, self._lists, self._by_word = marks, lists, by_word
        self._words: dict[Element, list[str]] = {}

    def merged(self, old: Sequence[Element], new: Sequence[Element]) -> list[Element]:
        """The blocks of both, which are taken apart for it, in one order."""
        pairs = paired(old, new, key=self._key, alike=self._alike)
        return [self._one(block) for block in placed(pairs)]

    def _key(self, block: Element) -> str:
        return self._lists.key(block).decode()

    def _one(self, block: Settled) -> Element:
        if block.old is not None and block.new is not None:
            return self._table(block.old, block.new) if block.is_table else self._paragraph(block)
        return self._one_sided(block)

    # --- paragraphs

    def _paragraph(self, block: Settled) -> Element:
        old, new = block.old, block.new
        assert old is not None
        assert new is not None
        before, after = bits_of(old), bits_of(new)
        if before != after:
            for child in [one for one in new if one.tag != W["pPr"]]:
                new.remove(child)
            write = write_merged if self._by_word else write_replaced
            write(new, before, after, self._marks)
        if not self._lists.is_same_look(old, new):
            self._marks.properties(new, properties_of(old))
        if block.end:
            self._marks.end(new, block.end)
        return new

    def _one_sided(self, block: Settled) -> Element:
        element, side = (block.new, Side.NEW) if block.old is None else (block.old, Side.OLD)
        assert element is not None
        if block.is_table:
            self._marks.table(element, side)
            return element
        self._marks.paragraph(element, side)
        if block.end:
            self._marks.end(element, block.end)
        elif block.heir_of:
            self._inherit(element, side, block.heir_of)
        return element

    def _inherit(self, element: Element, side: Side, giver: Settled) -> None:
        """Where this paragraph is not there, its end belongs to the giver and looks as the giver does."""
        pair = (giver.old, element) if side is Side.NEW else (element, giver.new)
        if self._lists.is_same_look(*pair):
            return
        before, now = map(properties_of, pair)
        if (present := element.find(W["pPr"])) is not None:
            element.remove(present)
        if now is not None:
            element.insert(0, now)
        self._marks.properties(element, before)

    def _alike(self, old: Element, new: Element) -> float:
        if old.tag != new.tag:
            return 0.0
        if old.tag == W["tbl"]:
            begins_alike = _begin(old) == _begin(new)
            return _SAME_PLACE + _SAME_HEAD * begins_alike + likeness(self._words_of(old), self._words_of(new)) / 4
        if self._lists.look(old) != self._lists.look(new):
            return 0.0
        return likeness(self._words_of(old), self._words_of(new))

    def _words_of(self, block: Element) -> list[str]:
        if block not in self._words:
            paragraphs = [block] if block.tag == W["p"] else block.iter(W["p"])
            self._words[block] = [word for one in paragraphs for word in _WORDS.findall(text_of(one))]
        return self._words[block]

    # --- tables

    def _table(self, old: Element, new: Element) -> Element:
        before, after = ([*table.iterchildren(W["tr"])] for table in (old, new))
        is_same_grid = len(old.find(W["tblGrid"])) == len(new.find(W["tblGrid"]))
        if is_same_grid:
            pairs = paired(before, after, key=self._key, alike=self._alike_rows)
        else:
            widen(old, new)
            pairs = [*((row, None) for row in before), *((None, row) for row in after)]
        new.extend([row for pair in pairs for row in self._rows(*pair)])
        return new

    def _alike_rows(self, old: Element, new: Element) -> float:
        if _shape(old) != _shape(new):
            return 0.0
        if old.get(KEY) or new.get(KEY):
            return float(old.get(KEY) == new.get(KEY))
        return likeness(self._words_of(old), self._words_of(new))

    def _rows(self, old: Element | None, new: Element | None) -> list[Element]:
        if old is not None and new is not None:
            if self._key(old) != self._key(new):
                for pair in zip(old.iterchildren(W["tc"]), new.iterchildren(W["tc"]), strict=True):
                    self._cell(*pair)
            return [new]
        row, side = (new, Side.NEW) if old is None else (old, Side.OLD)
        assert row is not None
        self._marks.row(row, side)
        return [row]

    def _cell(self, old: Element, new: Element) -> None:
        new.extend(self.merged(*([one for one in cell if one.tag != W["tcPr"]] for cell in (old, new))))


def _plain(properties: Element | None) -> bytes:
    return b"" if properties is None else written(properties)


def _begin(table: Element) -> str:
    first = next(table.iter(W["tc"]), None)
    return "" if first is None else "\n".join(text_of(one) for one in first.iterchildren(W["p"]))


def _shape(row: Element) -> list[bytes]:
    """The properties of its cells."""
    return [_plain(cell.find(W["tcPr"])) for cell in row.iterchildren(W["tc"])]


def widen(old: Element, new: Element) -> None:
    """Let rows of both stand in one table: the grid of the wider, in which the last cell of the other is broader."""
    grids = [table.find(W["tblGrid"]) for table in (old, new)]
    missing = len(grids[0]) - len(grids[1])
    if missing > 0:
        new.replace(grids[1], grids[0])
    for row in (new if missing > 0 else old).iterchildren(W["tr"]):
        last = row.tc_lst[-1]
        last.grid_span = last.grid_span + abs(missing)
