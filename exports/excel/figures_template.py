"""An empty (or half filled) workbook to type figures in, with hidden marks by which each is known again.

The first row and the first column are hidden: they say what each column and each row is of, so that people may move,
sort and leave out whatever they like.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from exports.cells import set_cell
from exports.columns import ColumnKind
from exports.excel.readme import add_readme
from exports.excel.workbook import ALIGNMENT, HEAD_ALIGNMENT, HEAD_FILL, HEAD_FONT, set_print, set_widths
from exports.look.book import new_workbook, to_bytes
from exports.readme import ReadmeLine

_PLACE_WIDTH, _FIGURE_WIDTH = 30, 13
# Of the template: one row and one column of marks, then the heads, then the figures.
_MARKS_AT, _HEADS_AT, _FIRST = 1, 2, 3


@dataclass(frozen=True)
class InvulRij:
    """A row: its hidden mark, its words (region, category), and what is known already by the mark of the column."""

    merk: str
    woorden: tuple[str, ...]
    waarden: Mapping[str, int | str]


@dataclass(frozen=True)
class InvulBlad:
    """A sheet: its name and its rows."""

    naam: str
    rijen: Sequence[InvulRij]


@dataclass(frozen=True)
class Invulboek:
    """The whole template. `hoek` stands where the marks cross, `geen` is the mark of what only holds words."""

    titel: str
    hoek: str
    geen: str
    koppen: tuple[str, ...]
    kolommen: Sequence[tuple[str, str]]
    bladen: Sequence[InvulBlad]
    uitleg: Sequence[ReadmeLine]


def figures_template(book: Invulboek, *, moment: datetime) -> bytes:
    """The template as an .xlsx file: the sheet "Leesmij", and a sheet for each breakdown."""
    workbook = new_workbook(book.titel, moment=moment)
    add_readme(workbook, book.uitleg)
    for blad in book.bladen:
        _add_sheet(workbook, book, blad)
    return to_bytes(workbook)


def _add_sheet(workbook: Workbook, book: Invulboek, blad: InvulBlad) -> None:
    sheet = workbook.create_sheet(blad.naam)
    marks = [book.hoek, *(book.geen for _ in book.koppen), *(mark for mark, _ in book.kolommen)]
    heads = [book.geen, *book.koppen, *(name for _, name in book.kolommen)]
    for at, (mark, head) in enumerate(zip(marks, heads, strict=True), start=1):
        set_cell(sheet.cell(_MARKS_AT, at), mark)
        cell = sheet.cell(_HEADS_AT, at)
        set_cell(cell, head)
        cell.font, cell.fill, cell.alignment = HEAD_FONT, HEAD_FILL, HEAD_ALIGNMENT
    for number, rij in enumerate(blad.rijen, start=_FIRST):
        _write_row(sheet, number, book, rij)
    set_widths(sheet, [3, *(_PLACE_WIDTH for _ in book.koppen), *(_FIGURE_WIDTH for _ in book.kolommen)])
    sheet.row_dimensions[_MARKS_AT].hidden = True
    sheet.column_dimensions["A"].hidden = True
    sheet.freeze_panes = f"{get_column_letter(len(book.koppen) + 2)}{_FIRST}"
    set_print(sheet)
    sheet.print_title_rows = f"{_HEADS_AT}:{_HEADS_AT}"


def _write_row(sheet: object, number: int, book: Invulboek, rij: InvulRij) -> None:
    texts = [rij.merk, *rij.woorden]
    for at, text in enumerate(texts, start=1):
        set_cell(sheet.cell(number, at), text)  # type: ignore[attr-defined]
    for at, (mark, _) in enumerate(book.kolommen, start=len(texts) + 1):
        cell = sheet.cell(number, at)  # type: ignore[attr-defined]
        set_cell(cell, rij.waarden.get(mark))
        cell.alignment = ALIGNMENT[ColumnKind.NUMBER]
