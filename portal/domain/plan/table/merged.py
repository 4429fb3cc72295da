"""What was merged in a sheet is written out in each cell it covered, as in a table that is pasted (paste-table.js)."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import IO

from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.utils.cell import range_boundaries
from openpyxl.xml.constants import ARC_WORKBOOK, REL_NS, SHEET_MAIN_NS
from openpyxl.xml.functions import fromstring

_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_CHUNK, _LONGEST_MARK = 1 << 20, 200
# A sheet is looked through so far, and has so many merged cells at most; what comes behind that is read as it stands.
_MOST_BYTES, MOST_MERGES = 60_000_000, 2_000
_HEADS = " – "


@dataclass(frozen=True)
class MergedCell:
    """A cell that covers others, by columns and rows counted from 1."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def is_wide(self) -> bool:
        """True when it covers more than one column."""
        return self.right > self.left


def merges_in(part: IO[bytes]) -> list[MergedCell]:
    """The merged cells of a sheet, from its XML: they stand behind its rows, which may be many."""
    found: list[MergedCell] = []
    rest, read = b"", 0
    while (chunk := part.read(_CHUNK)) and read < _MOST_BYTES and len(found) < MOST_MERGES:
        read += len(chunk)
        text = rest + chunk
        ends = [0]
        for match in _MERGE.finditer(text):
            found.append(MergedCell(*range_boundaries(match[1].decode())))
            ends.append(match.end())
        rest = text[max(ends[-1], len(text) - _LONGEST_MARK) :]
    return sorted(found[:MOST_MERGES], key=lambda one: one.top)


def merges_of(archive: zipfile.ZipFile, sheet: str) -> list[MergedCell]:
    """The merged cells of the sheet with this name; none when its part is not where it always is."""
    path = part_of(archive, sheet)
    if path not in archive.namelist():
        return []
    with archive.open(path) as part:
        return merges_in(part)


def part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """The path in the file of the sheet with this name; "" when it is not where it always is."""
    if ARC_WORKBOOK not in archive.namelist():
        return ""
    parts = get_dependents(archive, get_rels_path(ARC_WORKBOOK))
    for one in fromstring(archive.read(ARC_WORKBOOK)).iter(f"{{{SHEET_MAIN_NS}}}sheet"):
        if one.get("name") == sheet:
            return str(parts.get(one.get(f"{{{REL_NS}}}id")).target)
    return ""


@dataclass
class Spreader:
    """Writes merged cells out, row by row; only rows that are told of count.

    `titles` are the numbers of rows that are one wide cell: those are said once.
    """

    merges: list[MergedCell]
    titles: set[int] = field(default_factory=set)
    _at: int = 0
    _active: list[tuple[MergedCell, str]] = field(default_factory=list)

    def row(self, number: int, cells: Sequence[str]) -> list[str]:
        """The cells of a row that holds something, with what covers them."""
        self._active = [(one, value) for one, value in self._active if one.bottom >= number]
        while self._at < len(self.merges) and self.merges[self._at].top <= number:
            one = self.merges[self._at]
            self._at += 1
            if one.bottom >= number and one.left <= len(cells):
                self._active.append((one, cells[one.left - 1] if one.top == number else ""))
        filled = [at for at, cell in enumerate(cells, start=1) if cell]
        if any(one.is_wide and filled == [one.left] for one, _ in self._active):
            self.titles.add(number)
            return list(cells)
        return self._covered(cells)

    def _covered(self, cells: Sequence[str]) -> list[str]:
        spread = list(cells)
        for one, value in self._active:
            for at in range(one.left - 1, min(one.right, len(spread))):
                spread[at] = spread[at] or value
        return spread


def without_title(rows: Sequence[tuple[int, list[str]]], titles: Iterable[int]) -> int:
    """How many rows at the top are the title of the table; never all."""
    known, count = set(titles), 0
    while count < len(rows) - 1 and rows[count][0] in known:
        count += 1
    return count if count < len(rows) - 1 else 0


def with_one_head(rows: Sequence[tuple[int, list[str]]], merges: Iterable[MergedCell]) -> list[list[str]]:
    """The rows, with heads above each other as one: when a head beside a group of heads covers more rows."""
    first = rows[0][0]
    at_top = [one for one in merges if one.top == first]
    last = max((one.bottom for one in at_top), default=first)
    depth = sum(number <= last for number, _ in rows)
    if not any(one.is_wide for one in at_top) or not 1 < depth < len(rows):
        return [row for _, row in rows]
    heads = [
        _HEADS.join(dict.fromkeys(filter(None, column)))
        for column in zip(*(row for _, row in rows[:depth]), strict=True)
    ]
    return [heads, *(row for _, row in rows[depth:])]
