"""The XML of a Word paragraph, made with lxml: a tenth of what python-docx's own paragraphs cost.

Text of people enters here through `xml_text`, as everywhere.
"""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from lxml import etree

from exports.cells import xml_text

Element = Any  # an lxml element; python-docx and lxml have no types for it

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PRESERVE = {_SPACE: "preserve"}
_BREAKS = re.compile(r"([\n\t])")
_HYPHENS = re.compile(r"(-)")


class _Tags(dict[str, str]):
    """The full name of an element or attribute by its short one, worked out once."""

    def __missing__(self, name: str) -> str:
        self[name] = qn(f"w:{name}")
        return self[name]


_TAGS = _Tags()
_NAMESPACE = {"w": nsmap["w"]}
# As python-docx makes an element, so that it has its methods.
_new = oxml_parser.makeelement


def tag(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML: "p" → "{…}p"."""
    return _TAGS[name]


def make(name: str, /, **attributes: str) -> Element:
    """A new element that stands on its own."""
    return _new(_TAGS[name], {_TAGS[key]: value for key, value in attributes.items()}, _NAMESPACE)


def add(parent: Element, name: str, /, **attributes: str) -> Element:
    """A new element at the end of the parent."""
    if not attributes:
        return etree.SubElement(parent, _TAGS[name])
    return etree.SubElement(parent, _TAGS[name], {_TAGS[key]: value for key, value in attributes.items()})


def add_run(
    parent: Element,
    text: str,
    *,
    style_id: str = "",
    bold: bool = False,
    hidden: bool = False,
    size: float = 0,
    colour: str = "",
    fill: str = "",
    framed: bool = False,
) -> None:
    """Add text with its look; a line end in it is a w:br and a tab a w:tab. Nothing when there is no text.

    `hidden` text does not show on a page that is only looked at (webHidden), as Word has it in a table of contents.
    `size` (in points) is for letters that are smaller than those of their style; `colour` and `fill` are those of the
    letters and of the plane behind them, `framed` puts a line around it.
    """
    if not text:
        return
    run = _run(parent, style_id, bold, hidden, size)
    if colour:
        _paint(run, colour, fill, framed)
    shown = xml_text(text)
    # Most texts are one piece.
    for piece in _BREAKS.split(shown) if "\n" in shown or "\t" in shown else (shown,):
        _add_piece(run, piece)


def add_title(parent: Element, text: str) -> None:
    """Add a text whose words are not broken at their hyphens: "Wlz-ggz-W" stays on one line."""
    run = _run(parent, "", bold=False, hidden=False)
    for piece in _HYPHENS.split(xml_text(text)):
        if piece == "-":
            etree.SubElement(run, tag("noBreakHyphen"))
        else:
            _add_piece(run, piece)


def _add_piece(run: Element, piece: str) -> None:
    if piece == "\n":
        etree.SubElement(run, tag("br"))
    elif piece == "\t":
        etree.SubElement(run, tag("tab"))
    elif piece:
        etree.SubElement(run, tag("t"), _PRESERVE).text = piece


def add_field(parent: Element, instruction: str, result: str, *, style_id: str = "", hidden: bool = False) -> None:
    """Add a field that Word can work out again, with its result so far."""
    begin_field(parent, instruction)
    add_run(parent, result, style_id=style_id, hidden=hidden)
    end_field(parent)


def begin_field(parent: Element, instruction: str) -> None:
    """Begin a field; its result follows, in this paragraph or in more of them."""
    add(add(parent, "r"), "fldChar", fldCharType="begin")
    text = add(add(parent, "r"), "instrText")
    text.text = f" {instruction} "
    text.set(_SPACE, "preserve")
    add(add(parent, "r"), "fldChar", fldCharType="separate")


def end_field(parent: Element) -> None:
    """End the field that was begun."""
    add(add(parent, "r"), "fldChar", fldCharType="end")


def _paint(run: Element, colour: str, fill: str, framed: bool) -> None:
    """Where the schema wants them: the colour before the size, the frame and the plane behind it."""
    look = run.find(tag("rPr"))
    if look is None:
        look = etree.SubElement(run, tag("rPr"))
    place = next((at for at, one in enumerate(look) if one.tag in (tag("webHidden"), tag("sz"))), len(look))
    look.insert(place, make("color", val=colour))
    if framed:
        add(look, "bdr", val="single", sz="4", space="0", color="auto")
    if fill:
        add(look, "shd", val="clear", color="auto", fill=fill)


def _run(parent: Element, style_id: str, bold: bool, hidden: bool, size: float = 0) -> Element:
    run = etree.SubElement(parent, tag("r"))
    if style_id or bold or hidden or size:
        look = etree.SubElement(run, tag("rPr"))
        if style_id:
            add(look, "rStyle", val=style_id)
        if bold:
            add(look, "b")
            add(look, "bCs")
        if hidden:
            add(look, "webHidden")
        for name in ("sz", "szCs") if size else ():
            add(look, name, val=str(round(2 * size)))
    return run
