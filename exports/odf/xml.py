"""Elements of OpenDocument, made with lxml: a document has ten thousand of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from lxml import etree

from exports.cells import xml_text

Element = Any

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = {
    "office": f"{_BASE}office:1.0",
    "text": f"{_BASE}text:1.0",
    "table": f"{_BASE}table:1.0",
    "style": f"{_BASE}style:1.0",
    "draw": f"{_BASE}drawing:1.0",
    "chart": f"{_BASE}chart:1.0",
    "svg": f"{_BASE}svg-compatible:1.0",
    "fo": f"{_BASE}xsl-fo-compatible:1.0",
    "config": f"{_BASE}config:1.0",
    "number": f"{_BASE}datastyle:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
# A run of white space is one space to a reader of OpenDocument, unless it is counted.
_PIECES = re.compile(r"(\n|\t| {2,}|^ )")

# The name of the style of a heading is this with its level.
HEADING, DEEPEST_HEADING = "Kop", 6

Attributes = Mapping[str, str]


@cache
def qualified(name: str) -> str:
    """`text:p` as lxml calls it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def make(name: str, attributes: Attributes | None = None) -> Element:
    """An element by itself; names as the standard writes them: `text:p`."""
    element = etree.Element(qualified(name), nsmap=NAMESPACES)
    return _dressed(element, attributes)


def add(parent: Element, name: str, attributes: Attributes | None = None) -> Element:
    """An element at the end of another one."""
    return _dressed(etree.SubElement(parent, qualified(name)), attributes)


def _dressed(element: Element, attributes: Attributes | None) -> Element:
    for name, value in (attributes or {}).items():
        element.set(qualified(name), value)
    return element


def add_text(parent: Element, text: str) -> None:
    """Words at the end of a paragraph or span, with the line ends, tabs and spaces they hold."""
    for piece in filter(None, _PIECES.split(xml_text(text))):
        if piece == "\n":
            add(parent, "text:line-break")
        elif piece == "\t":
            add(parent, "text:tab")
        elif piece.isspace() and piece.strip(" ") == "":
            add(parent, "text:s", {"text:c": str(len(piece))})
        else:
            _append(parent, piece)


def _append(parent: Element, words: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


def paragraph(parent: Element, style: str, text: str = "") -> Element:
    """A paragraph at the end of a body or cell."""
    drawn = add(parent, "text:p", {"text:style-name": style})
    add_text(drawn, text)
    return drawn


def heading(parent: Element, level: int) -> Element:
    """An open heading at the end of a body; level 1 is the highest."""
    shown = str(min(level, DEEPEST_HEADING))
    return add(parent, "text:h", {"text:style-name": f"{HEADING}{shown}", "text:outline-level": shown})


def span(parent: Element, text: str, style: str = "") -> Element:
    """Words in a look of their own; without one they are just words."""
    if not style:
        add_text(parent, text)
        return parent
    drawn = add(parent, "text:span", {"text:style-name": style})
    add_text(drawn, text)
    return drawn


def link(parent: Element, address: str, text: str, style: str) -> Element:
    """Words that lead to an address, or to a bookmark of the document itself ("#name")."""
    drawn = add(parent, "text:a", {"xlink:type": "simple", "xlink:href": address})
    for name in ("text:style-name", "text:visited-style-name"):
        drawn.set(qualified(name), style)
    add_text(drawn, text)
    return drawn
