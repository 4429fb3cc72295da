"""A list that is taller than a page gets a table of its own, in the columns that it had inside its row.

Word does not repeat the heads of a table inside a table, and LibreOffice does not keep them with their rows. A list
that has to break is therefore lifted out of its cell: it stands in the same place, beside the same label, and its heads
come back on every page below those of the table it stood in. What fits on a page stays as the national format has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from exports.word.needs import inner_tables, is_head, placed
from exports.word.tables import KEY
from exports.word.tracked.seen import has_any_words, mark_with_its_words, side_of

Element = Any  # an lxml element; python-docx and lxml have no types for it

# The white between the tables, in twentieths of a point: without a paragraph Word takes them for one.
_GAP = "20"
# So many rows have the guidance beside them.
_MERGED = 3


def lift_lists(table: Element, is_tall: Callable[[Element], bool]) -> list[Element]:
    """Lift each list out that stands in a row of two cells for which `is_tall` holds; gives the tables there are now.

    Every table begins with the heads of this one. Widths must be known.
    """
    heads = [row for row in table.tr_lst if is_head(row)]
    found = [table]
    for row in [one for one in table.tr_lst if not is_head(one)]:
        if _has_list(row) and is_tall(row):
            found += _split(found[-1], row, heads)
    for one in [one for one in found if all(map(is_head, one.tr_lst))]:
        _remove(one)
        found.remove(one)
    return found


def _has_list(row: Element) -> bool:
    """True for a label with one table beside it, and only words around that."""
    cells = row.tc_lst
    if len(cells) != 2 or inner_tables(cells[0]):
        return False
    inner = inner_tables(cells[1])
    return len(inner) == 1 and is_head(inner[0].tr_lst[0]) and all(one.grid_span == 1 for one in cells)


def _split(table: Element, row: Element, heads: Sequence[Element]) -> list[Element]:
    """The table of the list, and the rest of this one behind it. Words above the list keep the row."""
    behind = list(row.itersiblings(qn("w:tr")))
    lifted, rest = _empty_like(table), _empty_like(table)
    keeps_row = _fill(lifted, table, row, heads)
    rest.extend([*map(deepcopy, heads), *behind])
    if not keeps_row:
        table.remove(row)
    _place_behind(table, lifted)
    _place_behind(lifted, rest)
    return [lifted, rest]


def _empty_like(table: Element) -> Element:
    made = OxmlElement("w:tbl")
    made.extend([deepcopy(table.tblPr), deepcopy(table.tblGrid)])
    return made


def _place_behind(table: Element, other: Element) -> None:
    gap = OxmlElement("w:p")
    spacing = etree.SubElement(gap.get_or_add_pPr(), qn("w:spacing"))
    for name, value in (("before", "0"), ("after", "0"), ("line", _GAP), ("lineRule", "exact")):
        spacing.set(qn(f"w:{name}"), value)
    table.addnext(gap)
    gap.addnext(other)


def _remove(table: Element) -> None:
    """With the white above it, or below it when nothing stands above."""
    gap = table.getprevious() if _is_gap(table.getprevious()) else table.getnext()
    if _is_gap(gap):
        table.getparent().remove(gap)
    table.getparent().remove(table)


def _is_gap(element: Element) -> bool:
    spacing = element.find(f"{qn('w:pPr')}/{qn('w:spacing')}") if element is not None else None
    return spacing is not None and spacing.get(qn("w:line")) == _GAP


def _fill(lifted: Element, table: Element, row: Element, heads: Sequence[Element]) -> bool:
    """Draw the list in its own table; gives whether words stand above it, that stay in the row."""
    label, cell = row.tc_lst
    left, right = (int(column.get(qn("w:w"))) for column in table.tblGrid.gridCol_lst)
    (inner,) = inner_tables(cell)
    widths = _wider(inner, right)
    _set_grid(lifted, widths)
    lifted.extend(_spanning(deepcopy(head), len(widths), right) for head in heads)
    above, below = (_said(inner.itersiblings(preceding=one)) for one in (True, False))
    names = list(label.iterchildren(qn("w:p")))
    guidance = [] if above else names[1:]
    rows = [*inner.tr_lst, *([_row_of(right, len(widths), below)] if below else [])]
    beside = _beside(rows)
    for number, one in enumerate(rows):
        words = [deepcopy(names[0])] if not number else []
        words += guidance if number == beside.start else []
        _set_widths(one, widths)
        one.tc_lst[0].addprevious(_label_cell(left, words, number, len(rows), beside))
        lifted.append(one)
    cell.remove(inner)
    if row.get(KEY):
        inner_head = lifted.tr_lst[len(heads)]
        inner_head.set(KEY, row.get(KEY))
    return bool(above)


def _beside(rows: Sequence[Element]) -> range:
    """The rows that have the guidance beside them: the first that stay, whatever changes are accepted."""
    first = next((number for number, row in enumerate(rows) if number and side_of(row) is None), 0)
    last = first
    while first and last + 1 < min(len(rows), first + _MERGED) and side_of(rows[last + 1]) is None:
        last += 1
    return range(first, last + 1)


def _said(around: Iterable[Element]) -> list[Element]:
    return [one for one in around if one.tag == qn("w:p") and has_any_words(one)]


def _set_grid(table: Element, widths: Sequence[int]) -> None:
    grid = table.tblGrid
    grid.remove(grid.gridCol_lst[-1])
    for width in widths:
        etree.SubElement(grid, qn("w:gridCol"), {qn("w:w"): str(width)})


def _wider(inner: Element, room: int) -> list[int]:
    """The columns of the list, together as wide as the cell it stood in."""
    widths = [int(column.get(qn("w:w"))) for column in inner.tblGrid.gridCol_lst]
    wider = [width * room // sum(widths) for width in widths]
    return [*wider[:-1], room - sum(wider[:-1])]


def _spanning(head: Element, columns: int, width: int) -> Element:
    head.tc_lst[-1].grid_span = columns
    head.tc_lst[-1].tcPr.find(qn("w:tcW")).set(qn("w:w"), str(width))
    return head


def _set_widths(row: Element, widths: Sequence[int]) -> None:
    for at, cell in placed(row):
        mark = cell.tcPr.find(qn("w:tcW"))
        mark.set(qn("w:w"), str(sum(widths[at : at + cell.grid_span])))
        mark.set(qn("w:type"), "dxa")


def _row_of(width: int, columns: int, words: Sequence[Element]) -> Element:
    row, cell = OxmlElement("w:tr"), _cell(width, words)
    cell.grid_span = columns
    row.append(cell)
    mark_with_its_words(row)
    return row


def _label_cell(width: int, words: Sequence[Element], number: int, count: int, beside: range) -> Element:
    """A cell of the column of labels, in row `number` of `count`: what belongs to one list has no lines between.

    Those in `beside` are one, so that guidance of some lines makes no tall row.
    """
    cell = _cell(width, words)
    if number and number in beside and count > 2:
        cell.vMerge = "continue" if number > beside.start else "restart"
    borders = etree.SubElement(cell.tcPr, qn("w:tcBorders"))
    for side, is_edge in (("top", not number), ("bottom", number == count - 1)):
        if not is_edge:
            etree.SubElement(borders, qn(f"w:{side}"), {qn("w:val"): "nil"})
    return cell


def _cell(width: int, words: Sequence[Element]) -> Element:
    cell = OxmlElement("w:tc")
    properties = etree.SubElement(cell, qn("w:tcPr"))
    etree.SubElement(properties, qn("w:tcW"), {qn("w:w"): str(width), qn("w:type"): "dxa"})
    cell.extend(words or [OxmlElement("w:p")])
    return cell
