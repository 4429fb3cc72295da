"""Blocks → safe HTML with the class names of the Utrecht components (NL Design System)."""

from __future__ import annotations

from functools import cache

import nh3
from markupsafe import Markup, escape

from .blocks import Block, Item, ListBlock, Paragraph, Run
from .parser import parse

_CLASSES = {
    "p": {"utrecht-paragraph", "rp-typed"},
    "ul": {"utrecht-unordered-list"},
    "ol": {"utrecht-ordered-list"},
    "li": {"utrecht-unordered-list__item", "utrecht-ordered-list__item"},
    "a": {"utrecht-link"},
}


def to_html(text: str) -> Markup:
    """Return typed text as safe HTML: only p, br, ul, ol, li, strong, em and a.

    Spaces stand in it as typed; the class ``rp-typed`` is for `white-space: pre-wrap`, which shows them.
    """
    return Markup(_last_line().clean("".join(_block(block) for block in parse(text))))  # noqa: S704


@cache
def _last_line() -> nh3.Cleaner:
    """The second lock on the door: whatever we draw, only this comes out."""
    return nh3.Cleaner(
        tags={"p", "br", "ul", "ol", "li", "strong", "em", "a"},
        attributes={
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
    return _list(block) if isinstance(block, ListBlock) else _paragraph(block)


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
    if run.italic:
        drawn = f"<em>{drawn}</em>"
    if run.bold:
        drawn = f"<strong>{drawn}</strong>"
    if run.href:
        drawn = f'<a class="utrecht-link" href="{escape(run.href)}">{drawn}</a>'
    return drawn
