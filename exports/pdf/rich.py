"""Typed text as data for the templates: the blocks of the small Markdown, with nothing of Typst in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, assert_never

from exports.cells import xml_text
from forms.richtext import Block, Item, ListBlock, Paragraph, Run, Table, TableCell, parse


def rich(text: str) -> list[dict[str, Any]]:
    """The blocks of a typed text."""
    return _blocks(parse(text))


def _blocks(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    return [_block(block) for block in blocks]


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "runs": [_run(run) for run in block.runs]}
        case ListBlock():
            items = [_item(item) for item in block.items]
            return {"kind": "list", "ordered": block.ordered, "start": block.start, "items": items}
        case Table():
            rows = [_row(row, block.columns) for row in block.rows]
            return {"kind": "table", "head": _row(block.head, block.columns), "rows": rows}
        case _:
            assert_never(block)


def _item(item: Item) -> list[dict[str, Any]]:
    return _blocks(item.blocks)


def _row(cells: tuple[TableCell, ...], columns: int) -> list[list[dict[str, Any]]]:
    return [_blocks(cell.blocks) for cell in cells] + [[] for _ in range(columns - len(cells))]


def _run(run: Run) -> dict[str, Any]:
    return {"text": xml_text(run.text), "bold": run.bold, "italic": run.italic, "href": run.href or ""}
