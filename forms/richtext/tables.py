"""Which lines of a typed text are a table, and what stands in its cells.

A table is a line of cells, a line of dashes and more lines of cells, at the margin. A cell ends at ``|``; ``\\|`` is a
bar of the text itself, and ``<br>`` ends a line inside a cell. Pasting (portal/static/src/paste-table.js) writes its
cells by the same rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Word draws no more columns than this; a wider table stays text.
MOST_COLUMNS = 63

# Backslashes in front of a bar or a line end: two stand for one, an odd one keeps the sign as text.
_SIGN = re.compile(r"(?<!\\)(\\*)(\||<br ?/?>)", re.IGNORECASE)
_DASHES = re.compile(r":?-+:?")
_MARGIN = re.compile(r" ?\S")
_POINT = re.compile(r" ?(?:[-*•]|\d{1,3}\.)[ \t]")


@dataclass(frozen=True, slots=True)
class TypedTable:
    """The texts of the cells, with line ends in them."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def pieces_of(lines: Sequence[str]) -> Iterator[TypedTable | Sequence[str]]:
    """The tables among these lines, and the lines between them, in order."""
    at = begun = 0
    while at < len(lines) - 1:
        head = _row(lines[at]) if is_rule(lines[at + 1]) else ()
        if not head:
            at += 1
            continue
        rows = tuple(_rows(lines, at + 2))
        yield lines[begun:at]
        yield TypedTable(head, rows)
        at = begun = at + 2 + len(rows)
    yield lines[begun:]


def _rows(lines: Sequence[str], at: int) -> Iterator[tuple[str, ...]]:
    while at < len(lines) and (row := _row(lines[at])):
        yield row
        at += 1


def is_rule(line: str) -> bool:
    """True for the line below the heads: "|---|---|". Colons (to the left, in the middle) may stand in it."""
    if "|" not in line or "-" not in line:
        return False
    return all(_DASHES.fullmatch(cell.strip()) for cell in _inside(line.strip().split("|")))


def _row(line: str) -> tuple[str, ...]:
    """The cells of a line; ``()`` when it is none: without a bar, indented, a point of a list, or with too many."""
    if "|" not in line or not _MARGIN.match(line) or _POINT.match(line):
        return ()
    parts = _split(line.strip())
    cells = _inside(parts) if len(parts) > 1 else []
    return tuple(cell.strip() for cell in cells) if len(cells) <= MOST_COLUMNS else ()


def _inside(parts: list[str]) -> list[str]:
    """Without what stands outside the first and the last bar, when the line begins or ends with one."""
    start = 0 if parts[0].strip() else 1
    end = len(parts) if parts[-1].strip() or len(parts) - start < 2 else len(parts) - 1
    return parts[start:end]


def _split(line: str) -> list[str]:
    if "\\" not in line and "<" not in line:
        return line.split("|")
    return ["".join(parts) for parts in _parts(line)]


def _parts(line: str) -> Iterator[list[str]]:
    cell: list[str] = []
    done = 0
    for match in _SIGN.finditer(line):
        slashes, sign = match.groups()
        cell += [line[done : match.start()], slashes[: len(slashes) // 2]]
        done = match.end()
        if len(slashes) % 2:
            cell.append(sign)
        elif sign == "|":
            yield cell
            cell = []
        else:
            cell.append("\n")
    yield [*cell, line[done:]]
