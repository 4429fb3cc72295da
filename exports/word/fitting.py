"""Makes the tables of a Word document readable, whoever drew them: the one place that decides about columns and heads.

Columns are as wide as their content needs: no word is broken where the page leaves room for it, and what is left goes
to who has most to say. A table drawn with widths keeps its look: no column becomes much narrower than it was drawn.
Lengths are in twentieths of a point.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial, reduce
from itertools import groupby
from math import floor
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Length, Pt

from exports.word.breaking import decide_breaks, is_tall
from exports.word.lifting import lift_lists
from exports.word.needs import Need, Styles, inner_tables, needs_of, placed
from exports.word.shares import fitting_widths

Element = Any  # an lxml element; python-docx and lxml have no types for it

# What is left of a cell for a table in it.
_PADDING = 220
# A column keeps this part of the width it was drawn with, unless words of another one would be broken.
_KEPT = 2 / 3
# The smallest letter in a table of many columns, in points.
_SMALLEST = 7.0
_WHOLE = 5000


def fit_tables(document: WordDocument) -> None:
    """Give every table of this document its widths, and keep its heads with what they stand above.

    Tables with a fixed layout stay as they are. Those at the margin that were drawn alike stay alike.
    """
    tables = [one for one in document.element.body.iterchildren(qn("w:tbl")) if not _is_fixed(one)]
    if not tables:
        return
    styles, (room, height) = Styles(document), _page(document)
    for drawn, alike in groupby(sorted(tables, key=_drawn), key=_drawn):
        for together in [list(alike)] if any(drawn) else [[one] for one in alike]:
            _fit(together, drawn, room, styles)
    for table in tables:
        for part in lift_lists(table, partial(is_tall, page=height, styles=styles)):
            for one in part.iter(qn("w:tbl")):
                decide_breaks(one, height, styles)


def _fit(tables: Sequence[Element], drawn: tuple[int, ...], room: int, styles: Styles) -> None:
    measured = [needs_of(table, styles) for table in tables]
    needs = [reduce(Need.joined, column) for column in zip(*measured, strict=True)]
    room = sum(drawn) or room
    if not any(inner_tables(cell) for table in tables for row in table.tr_lst for cell in row.tc_lst):
        needs = _with_smaller_letters(tables, needs, room, styles)
    widths = fitting_widths(needs, room, _kept(drawn, needs), drawn)
    for table in tables:
        _set_widths(table, widths)
        for width, inner in _inside(table, widths):
            _fit([inner], _scaled(_drawn(inner), width - _PADDING), width - _PADDING, styles)


def _inside(table: Element, widths: Sequence[int]) -> Iterator[tuple[int, Element]]:
    """The tables in the cells of this one, with the width of their cell."""
    for row in table.tr_lst:
        for at, cell in placed(row):
            for inner in inner_tables(cell):
                yield sum(widths[at : at + cell.grid_span]), inner


def _kept(drawn: tuple[int, ...], needs: Sequence[Need]) -> list[float]:
    """What a column keeps of the width it was drawn with: all of it when somebody has to write in the table."""
    part = 1 if _is_to_write_in(needs) else _KEPT
    return [width * part for width in drawn]


def _is_to_write_in(needs: Sequence[Need]) -> bool:
    """Room is left open, or beside its first column hardly anything stands in it."""
    cells, blank = (sum(getattr(need, name) for need in needs[1:]) for name in ("cells", "blank"))
    return any(need.has_room for need in needs) or 2 * blank > cells


def _drawn(table: Element) -> tuple[int, ...]:
    return tuple(int(column.get(qn("w:w"), "0")) for column in table.tblGrid.gridCol_lst)


def _scaled(drawn: tuple[int, ...], room: int) -> tuple[int, ...]:
    total = sum(drawn)
    return tuple(width * room // total for width in drawn) if total else drawn


def _is_fixed(table: Element) -> bool:
    layout = table.tblPr.find(qn("w:tblLayout"))
    return layout is not None and layout.get(qn("w:type")) == "fixed"


def _page(document: WordDocument) -> tuple[int, int]:
    """How wide and how high the text of a page is."""
    page = document.sections[-1]
    return (
        _twips(page.page_width) - _twips(page.left_margin) - _twips(page.right_margin),
        _twips(page.page_height) - _twips(page.top_margin) - _twips(page.bottom_margin),
    )


def _twips(length: Length | None) -> int:
    return int(Length(length or 0).twips)


# --- letters


def _with_smaller_letters(tables: Sequence[Element], needs: list[Need], room: int, styles: Styles) -> list[Need]:
    """In a table whose words do not fit the letters become smaller, but never too small to read."""
    letters = sum(need.letters for need in needs)
    beside = sum(need.word - need.letters for need in needs)
    if not letters or letters + beside <= room:
        return needs
    factor = max((room - beside) / letters, 0.0)
    for table in tables:
        _shrink(table, factor, styles)
    measured = [needs_of(table, styles) for table in tables]
    return [reduce(Need.joined, column) for column in zip(*measured, strict=True)]


def _shrink(table: Element, factor: float, styles: Styles) -> None:
    for paragraph in table.iter(qn("w:p")):
        size, _bold = styles.of(paragraph)
        for run in paragraph.iter(qn("w:r")):
            own = run.rPr.sz_val.pt if run.rPr is not None and run.rPr.sz_val is not None else size
            run.get_or_add_rPr().sz_val = Pt(max(min(own, _SMALLEST), floor(own * factor * 2) / 2))


# --- what stands in the file


def _set_widths(table: Element, widths: Sequence[int]) -> None:
    for column, width in zip(table.tblGrid.gridCol_lst, widths, strict=True):
        column.set(qn("w:w"), str(width))
    for row in table.tr_lst:
        for at, cell in placed(row):
            _set_width(cell, sum(widths[at : at + cell.grid_span]), sum(widths))


def _set_width(cell: Element, width: int, total: int) -> None:
    """In the unit that the cell has: of the table, or of the page."""
    mark = cell.tcPr.find(qn("w:tcW"))
    is_part = mark.get(qn("w:type")) == "pct"
    mark.set(qn("w:w"), str(_WHOLE * width // total if is_part else width))
