"""Blocks → plain text, for Excel, search and comparing words."""

from __future__ import annotations

from collections.abc import Sequence

from .blocks import Block, Item, ListBlock, Paragraph, Run, Table, TableCell
from .inline import safe_address
from .parser import parse


def to_plain(text: str) -> str:
    """Return typed text without its markup: points as "- x" and "1. x", links as "tekst (adres)", cells as "a | b".

    A row of a table is one line: lines inside a cell have "; " between them.
    """
    return "\n".join(_lines(parse(text)))


def _lines(blocks: Sequence[Block]) -> list[str]:
    """A blank line stands between blocks, but not before a list: that belongs to the sentence above it."""
    lines: list[str] = []
    for block in blocks:
        if lines and not isinstance(block, ListBlock):
            lines.append("")
        lines += _lines_of(block)
    return lines


def _lines_of(block: Block) -> list[str]:
    if isinstance(block, Table):
        return [" | ".join(_line_of(cell) for cell in row).rstrip() for row in (block.head, *block.rows)]
    return _list_lines(block) if isinstance(block, ListBlock) else _paragraph_lines(block)


def _line_of(cell: TableCell) -> str:
    return "; ".join(line.strip() for line in _lines(cell.blocks) if line.strip())


def _paragraph_lines(paragraph: Paragraph) -> list[str]:
    return "".join(_shown(run) for run in paragraph.runs).split("\n")


def _shown(run: Run) -> str:
    """The address stands behind the words, unless the words are the address."""
    if run.href is None or run.href in {safe_address(run.text), f"mailto:{run.text}"}:
        return run.text
    return f"{run.text} ({run.href.removeprefix('mailto:')})"


def _list_lines(block: ListBlock) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(block.items, block.start):
        lines += _item_lines(item, f"{number}. " if block.ordered else "- ")
    return lines


def _item_lines(item: Item, marker: str) -> list[str]:
    first, *rest = _lines(item.blocks)
    indent = " " * len(marker)
    return [marker + first, *(indent + line if line else "" for line in rest)]
