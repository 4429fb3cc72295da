"""Where a table may be broken: never behind a head or before a last short row, inside a row only when it is tall.

A row that may not break and does not fit leaves white behind it; one of less than half a page is worth that. A row
with a table in it stays whole up to three quarters of a page: LibreOffice does not keep the heads of a table inside a
table with the row below them.
"""

from __future__ import annotations

from math import ceil
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from exports.word.needs import BESIDE, Styles, inner_tables, is_head, placed, text_of
from exports.word.tracked.seen import staying, staying_paragraphs

Element = Any  # an lxml element; python-docx and lxml have no types for it

# Part of a page that a row that stays whole takes at most; with a table in it.
_SHORT, _SHORT_WITH_TABLE = 0.5, 0.75
# The width of an ordinary letter and the height of a line, in twentieths of a point for each point of its size.
_LETTER, _LINE = 10.5, 23.5
# The white below a paragraph and around the text of a cell, in twentieths of a point.
_BELOW, _AROUND = 60, 120


def decide_breaks(table: Element, page: int, styles: Styles) -> None:
    """Say of each row of this table, whose widths are known, whether it may break. `page`: how high a page is."""
    rows = staying(table.tr_lst)
    short = [is_head(row) or _is_short(row, _widths(table), page, styles) for row in rows]
    for row, is_short in zip(rows, short, strict=True):
        if is_short:
            _keep_whole(row)
    for row in rows[:-1]:
        if is_head(row) or _is_heading(row):
            _keep_with_next(row)
    if len(rows) > 1 and all(short[-2:]):
        _keep_with_next(rows[-2])


def is_tall(row: Element, *, page: int, styles: Styles) -> bool:
    """True for a row of a table, whose widths are known, that has to break."""
    return not _is_short(row, _widths(row.getparent()), page, styles)


def _is_short(row: Element, widths: list[int], page: int, styles: Styles) -> bool:
    part = _SHORT_WITH_TABLE if any(map(inner_tables, row.tc_lst)) else _SHORT
    return _height(row, widths, styles) <= page * part


def _keep_with_next(row: Element) -> None:
    """In Word every paragraph of a row has to say so."""
    for paragraph in row.iter(qn("w:p")):
        paragraph.get_or_add_pPr().keepNext_val = True


def _is_heading(row: Element) -> bool:
    """True for a row with words that belong to what follows."""
    firsts = (cell.find(qn("w:p")) for cell in row.tc_lst)
    return any(one is not None and one.pPr is not None and one.pPr.keepNext is not None for one in firsts)


def _keep_whole(row: Element) -> None:
    properties = row.get_or_add_trPr()
    present = properties.find(qn("w:cantSplit"))
    if present is None:
        properties.insert(0, OxmlElement("w:cantSplit"))
    else:
        present.attrib.pop(qn("w:val"), None)


def _widths(table: Element) -> list[int]:
    return [int(column.get(qn("w:w"))) for column in table.tblGrid.gridCol_lst]


def _height(row: Element, widths: list[int], styles: Styles) -> float:
    return max(_cell_height(cell, sum(widths[at : at + cell.grid_span]), styles) for at, cell in placed(row))


def _cell_height(cell: Element, width: int, styles: Styles) -> float:
    paragraphs = staying_paragraphs(cell.iterchildren(qn("w:p")))
    texts = sum(_paragraph_height(one, width - BESIDE, styles) for one in paragraphs)
    inner = sum(_height(row, _widths(table), styles) for table in inner_tables(cell) for row in staying(table.tr_lst))
    return _AROUND + texts + inner


def _paragraph_height(paragraph: Element, width: int, styles: Styles) -> float:
    size, _bold = styles.of(paragraph)
    lines = text_of(paragraph).split("\n")
    number = sum(max(1, ceil(len(line) * _LETTER * size / max(width, 1))) for line in lines)
    return number * size * _LINE + _BELOW
