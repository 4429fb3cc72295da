"""Typed text in an OpenDocument file: the blocks of the small Markdown as paragraphs, real lists and real tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from exports.odf.styles import (
    BODY,
    BOLD,
    BOTH,
    BULLETS,
    CELL,
    CELL_HEAD,
    DEEPEST,
    ITALIC,
    LINK,
    NUMBERS,
    TABLE,
    TABLE_CELL,
    TABLE_HEAD,
)
from exports.odf.xml import Element, add, link, paragraph, span
from forms.richtext import Block, Item, ListBlock, Paragraph, Run, Table, TableCell, parse

_LOOKS = {(True, True): BOTH, (True, False): BOLD, (False, True): ITALIC}


def add_rich(place: Element, text: str, *, style: str = BODY, first: Element | None = None) -> None:
    """Typed text at the end of a body or cell; its first paragraph goes on behind `first` (bold words before it)."""
    blocks = parse(text)
    if first is not None and blocks and isinstance(blocks[0], Paragraph):
        add_runs(first, blocks[0].runs)
        blocks = blocks[1:]
    add_blocks(place, blocks, style)


def add_blocks(place: Element, blocks: Iterable[Block], style: str = BODY, *, depth: int = 0) -> None:
    """Blocks that were read already, at the end of a body, cell or point; `depth`: in so many lists."""
    for block in blocks:
        match block:
            case Paragraph():
                add_runs(paragraph(place, style), block.runs)
            case ListBlock():
                _add_list(place, block, style, depth)
            case Table():
                _add_table(place, block)
            case _:
                assert_never(block)


def add_runs(line: Element, runs: Iterable[Run]) -> None:
    """Words in their looks, at the end of a paragraph."""
    for run in runs:
        look = _LOOKS.get((run.bold, run.italic), "")
        if run.href:
            link(line, run.href, run.text, LINK)
        else:
            span(line, run.text, look)


def _add_list(place: Element, block: ListBlock, style: str, depth: int) -> None:
    if depth >= DEEPEST:
        for item in block.items:
            add_blocks(place, item.blocks, style, depth=depth)
        return
    drawn = add(place, "text:list", {"text:style-name": NUMBERS if block.ordered else BULLETS})
    for number, item in enumerate(block.items):
        starts = {"text:start-value": str(block.start)} if block.ordered and not number else {}
        _add_item(add(drawn, "text:list-item", starts), item, style, depth)


def _add_item(place: Element, item: Item, style: str, depth: int) -> None:
    add_blocks(place, item.blocks, style, depth=depth + 1)


def _add_table(place: Element, block: Table) -> None:
    drawn = add(place, "table:table", {"table:style-name": TABLE})
    add(drawn, "table:table-column", {"table:number-columns-repeated": str(block.columns)})
    heads = add(drawn, "table:table-header-rows")
    _add_row(heads, block.head, block.columns, TABLE_HEAD, CELL_HEAD)
    for row in block.rows:
        _add_row(drawn, row, block.columns, TABLE_CELL, CELL)
    # A table ends a cell only with a line behind it, and a page needs one to write on.
    paragraph(place, CELL)


def _add_row(place: Element, cells: tuple[TableCell, ...], columns: int, cell_style: str, style: str) -> None:
    row = add(place, "table:table-row")
    for number in range(columns):
        drawn = add(row, "table:table-cell", {"table:style-name": cell_style, "office:value-type": "string"})
        blocks = cells[number].blocks if number < len(cells) else ()
        add_blocks(drawn, blocks, style)
        if not blocks:
            paragraph(drawn, style)
