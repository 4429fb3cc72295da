"""A pasted table as rows of cells: with tabs (Excel, Word), with bars (our own text), or with semicolons."""

from __future__ import annotations

import re
from collections.abc import Iterable

from forms.cleaning import clean_text
from forms.richtext.tables import TypedTable, pieces_of

Grid = tuple[tuple[str, ...], ...]

MOST_ROWS, MOST_COLUMNS = 1_000, 40
NO_TABLE = "Plak een tabel in het veld of kies een bestand. Er staat nu niets in."


class TableProblem(Exception):
    """The table can't be read: says what is wrong, where, and what to do."""


def read_text(text: str) -> Grid:
    """The rows of a pasted table, without empty rows and columns at its edges. Raises TableProblem."""
    lines = clean_text(text).split("\n")
    tables = [piece for piece in pieces_of(lines) if isinstance(piece, TypedTable)]
    if tables:
        return tidied([row for table in tables for row in (table.head, *table.rows)])
    return tidied(cells_of("\n".join(lines), _separator(lines)))


def _separator(lines: list[str]) -> str:
    filled = [line for line in lines if line.strip()]
    in_all = filled and all(";" in line for line in filled)
    return ";" if in_all and not any("\t" in line for line in filled) else "\t"


def cells_of(text: str, separator: str) -> list[list[str]]:
    """The cells of each line. One in quotes may hold line ends and separators, as Excel writes it."""
    pattern = re.compile(rf'"((?:[^"]|"")*)"(?=[{separator}\n]|\Z)|([^{separator}\n]*)')
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        match = pattern.match(text, at)
        assert match  # the second half takes anything
        quoted, bare = match.groups()
        rows[-1].append(bare if quoted is None else quoted.replace('""', '"'))
        at = match.end()
        if at >= len(text):
            return rows
        if text[at] == "\n":
            rows.append([])
        at += 1


def tidied(rows: Iterable[Iterable[str]]) -> Grid:
    """The rows that hold something, each as long as the table is wide. Raises TableProblem: nothing, or too much."""
    found = [[cell.strip() for cell in row] for row in rows]
    filled = [row for row in found if any(row)]
    if not filled:
        raise TableProblem(NO_TABLE)
    width = max(at + 1 for row in filled for at, cell in enumerate(row) if cell)
    if width > MOST_COLUMNS:
        raise TableProblem(f"Deze tabel heeft {width} kolommen. Het kunnen er hoogstens {MOST_COLUMNS} zijn.")
    if len(filled) > MOST_ROWS:
        raise TableProblem(f"Deze tabel heeft {len(filled)} rijen. Het kunnen er hoogstens {MOST_ROWS} tegelijk zijn.")
    return tuple(tuple([*row, *[""] * width][:width]) for row in filled)


def as_text(grid: Grid) -> str:
    """The grid as `read_text` reads it back."""
    # A tab behind each row, so that a column of sentences is not taken for another kind of table.
    return "\n".join("\t".join(_quoted(cell) for cell in row) + "\t" for row in grid)


def _quoted(cell: str) -> str:
    if not re.search(r'["\t\n]', cell):
        return cell
    return '"' + cell.replace('"', '""') + '"'
