"""A table of OpenDocument as rows of cells, each once (ODF 1.3 part 3, 9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from portal.domain.intake.drafts import DraftBlock, DraftCell, DraftRow, DraftTable
from portal.domain.intake.odt.names import TABLE, whole, words_of_element
from portal.domain.intake.odt.reading import OdtReading
from portal.domain.intake.tally import Left

_MOST_COLUMNS = 63
_MOST_ROWS = 1_000
_CELLS = frozenset({f"{TABLE}table-cell", f"{TABLE}covered-table-cell"})
_AROUND = frozenset({f"{TABLE}table-rows", f"{TABLE}table-row-group"})


class InTable(Protocol):
    """The story that a table stands in."""

    reading: OdtReading

    def blocks(self, parent: Any, place: str) -> list[DraftBlock]: ...


def read_odt_table(story: InTable, element: Any, name: str) -> DraftTable:
    """Read a table. Rows that are hidden stay out."""
    table = DraftTable(name)
    for row, is_head in _rows(element, is_head=False):
        if row.get(f"{TABLE}visibility") in {"collapse", "filter"}:
            story.reading.tally.add(Left.HIDDEN, name, words_of_element(row))
            continue
        times = whole(row.get(f"{TABLE}number-rows-repeated"), 1, _MOST_ROWS) if words_of_element(row) else 1
        for _ in range(times):
            place = f"{name}, rij {len(table.rows) + 1}"
            table.heads += is_head and table.heads == len(table.rows)
            table.rows.append(DraftRow(_cells(story, row, place)))
    return table


def _rows(parent: Any, *, is_head: bool) -> Iterator[tuple[Any, bool]]:
    for child in parent:
        if child.tag == f"{TABLE}table-row":
            yield child, is_head
        elif child.tag == f"{TABLE}table-header-rows":
            yield from _rows(child, is_head=True)
        elif child.tag in _AROUND:
            yield from _rows(child, is_head=is_head)


def _cells(story: InTable, row: Any, place: str) -> list[DraftCell]:
    """The cells that begin in this row. One that is covered stands where it begins, unless it holds words."""
    cells: list[DraftCell] = []
    column = 0
    for element in row:
        if element.tag not in _CELLS:
            continue
        has_words = bool(words_of_element(element))
        is_covered = element.tag == f"{TABLE}covered-table-cell"
        for _ in range(whole(element.get(f"{TABLE}number-columns-repeated"), 1, _MOST_COLUMNS)):
            story.reading.cell()
            if not is_covered or has_words:
                cells.append(_cell(story, element, column, place))
            column += 1
    return cells


def _cell(story: InTable, element: Any, column: int, place: str) -> DraftCell:
    return DraftCell(
        column,
        story.blocks(element, place),
        whole(element.get(f"{TABLE}number-columns-spanned"), 1, _MOST_COLUMNS),
        whole(element.get(f"{TABLE}number-rows-spanned"), 1, _MOST_ROWS),
    )
