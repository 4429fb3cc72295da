"""Blocks → plain text, for Excel, search and comparing words."""

from __future__ import annotations

from .blocks import Block, Item, ListBlock, Paragraph, Run
from .inline import safe_address
from .parser import parse


def to_plain(text: str) -> str:
    """Return typed text without its markup: points as "- x" and "1. x", links as "tekst (adres)"."""
    return "\n".join(_lines(parse(text)))


def _lines(blocks: tuple[Block, ...]) -> list[str]:
    """A blank line stands between blocks, but not before a list: that belongs to the sentence above it."""
    lines: list[str] = []
    for block in blocks:
        is_list = isinstance(block, ListBlock)
        if lines and not is_list:
            lines.append("")
        lines += _list_lines(block) if isinstance(block, ListBlock) else _paragraph_lines(block)
    return lines


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
