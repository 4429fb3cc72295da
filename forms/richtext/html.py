"""Blocks → safe HTML with the class names of the Utrecht components (NL Design System)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import nh3
from markupsafe import Markup, escape

from .blocks import Block, Item, ListBlock, Paragraph, Run, Table, TableCell
from .parser import parse
from .words import Span, mark

_CLASSES = {
    "p": {"utrecht-paragraph", "rp-typed"},
    "ul": {"utrecht-unordered-list"},
    "ol": {"utrecht-ordered-list"},
    "li": {"utrecht-unordered-list__item", "utrecht-ordered-list__item"},
    "a": {"utrecht-link"},
    "div": {"rp-text-table"},
}
_TABLE_TAGS = {"div", "table", "thead", "tbody", "tr", "th", "td"}


def to_html(text: str, marked: Iterable[Span] = ()) -> Markup:
    """Return typed text as safe HTML: only p, br, ul, ol, li, strong, em, a, mark and tables.

    `marked` are the words to mark: from which up to (not with) which, counted from 0.

    Spaces stand in it as typed; the class ``rp-typed`` is for `white-space: pre-wrap`, which shows them.
    """
    blocks, spans = parse(text), list(marked)
    shown = mark(blocks, spans) if spans else blocks
    return Markup(_last_line().clean("".join(_block(block) for block in shown)))  # noqa: S704


@cache
def _last_line() -> nh3.Cleaner:
    """The second lock on the door: whatever we draw, only this comes out."""
    return nh3.Cleaner(
        tags={"p", "br", "ul", "ol", "li", "strong", "em", "a", "mark", *_TABLE_TAGS},
        attributes={
            # A table that is wider than the screen moves inside its box, also by the keyboard.
            "div": {"class", "role", "aria-label", "tabindex"},
            "th": {"scope"},
            "td": {"colspan"},
            "a": {"href", "class"},
            "ol": {"start", "class"},
            "p": {"class"},
            "ul": {"class"},
            "li": {"class"},
        },
        attribute_filter=_known_class_only,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )


def _known_class_only(tag: str, attribute: str, value: str) -> str | None:
    if attribute != "class":
        return value
    return value if set(value.split()) <= _CLASSES.get(tag, set()) else None


def _block(block: Block) -> str:
    if isinstance(block, Table):
        return _table(block)
    return _list(block) if isinstance(block, ListBlock) else _paragraph(block)


def _table(table: Table) -> str:
    """Line ends stand between the cells: without its tags they would be one word."""
    columns = table.columns
    rows = "\n".join([f"<tr>{_row('td', row, columns)}</tr>" for row in table.rows])
    body = f"\n<tbody>{rows}</tbody>" if rows else ""
    drawn = f"<table><thead><tr>{_row('th', table.head, columns)}</tr></thead>{body}</table>"
    return f'<div class="rp-text-table" role="group" aria-label="Tabel" tabindex="0">{drawn}</div>'


def _row(tag: str, row: Sequence[TableCell], columns: int) -> str:
    """The cells, and one empty cell for those that were not typed."""
    missing = columns - len(row)
    span = f' colspan="{missing}"' if missing > 1 else ""
    return "\n".join([_cell(tag, cell) for cell in row]) + (f"<td{span}></td>" if missing else "")


def _cell(tag: str, cell: TableCell) -> str:
    inner = "".join([_block(block) for block in cell.blocks])
    if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph):
        inner = "".join([_run(run) for run in cell.blocks[0].runs])
    return f'<th scope="col">{inner}</th>' if tag == "th" and inner else f"<td>{inner}</td>"


def _paragraph(paragraph: Paragraph) -> str:
    return f'<p class="utrecht-paragraph rp-typed">{"".join([_run(run) for run in paragraph.runs])}</p>'


def _list(block: ListBlock) -> str:
    tag, kind = ("ol", "ordered") if block.ordered else ("ul", "unordered")
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    items = "".join([_item(item, kind) for item in block.items])
    return f'<{tag} class="utrecht-{kind}-list"{start}>{items}</{tag}>'


def _item(item: Item, kind: str) -> str:
    return f'<li class="utrecht-{kind}-list__item">{"".join([_block(block) for block in item.blocks])}</li>'


def _run(run: Run) -> str:
    drawn = str(escape(run.text)).replace("\n", "<br>")
    if run.marked:
        drawn = f"<mark>{drawn}</mark>"
    if run.italic:
        drawn = f"<em>{drawn}</em>"
    if run.bold:
        drawn = f"<strong>{drawn}</strong>"
    if run.href:
        drawn = f'<a class="utrecht-link" href="{escape(run.href)}">{drawn}</a>'
    return drawn
