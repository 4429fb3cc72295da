"""Typed text → Word: real lists, runs, links and line ends, drawn from the same blocks as the web page.

Elements are made with lxml: the paragraphs of python-docx cost a hundred times as much, and a national report holds
the long answers of 31 regions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.shared import RGBColor
from docx.styles.style import BaseStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from exports.cells import xml_text
from exports.look.colours import LINK_COLOUR
from exports.word.numbering import ListNumbering, indent
from exports.word.rich_table import GRID, STYLES, Frame
from forms.richtext import Block, ListBlock, Paragraph, Run, Table, TableCell, parse

# Word calls this style "Lijstalinea" in a Dutch template; in the file its name is always the English one.
LIST_STYLES = ("List Paragraph", "Lijstalinea")
LINK_STYLE = "Hyperlink"
_LINK_COLOUR = RGBColor.from_string(LINK_COLOUR)
_BREAKS = re.compile(r"([\n\t])")
_NAMES = (
    "p",
    "pPr",
    "pStyle",
    "numPr",
    "ind",
    "left",
    "ilvl",
    "numId",
    "r",
    "rPr",
    "rStyle",
    "b",
    "bCs",
    "i",
    "iCs",
    "t",
    "br",
    "tab",
    "hyperlink",
    "val",
)
_W = {name: qn(f"w:{name}") for name in _NAMES}
_NAMESPACE = {"w": nsmap["w"]}
_REL_ID = qn("r:id")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = Any  # an lxml element; python-docx and lxml have no types for it


def add_rich_text(
    container: Document | _Cell,
    text: str,
    *,
    first_paragraph: WordParagraph | None = None,
    style: str | None = None,
    look: RichLook | None = None,
    level: int = 0,
    blocks: tuple[Block, ...] | None = None,
) -> None:
    """Draw typed text at the end of a document or table cell, or from ``first_paragraph`` on.

    ``first_paragraph`` (in this container) receives the first paragraph of the text behind what it holds already; the
    rest follows right after it. Without it, a cell with nothing but its one empty paragraph begins in that one. A list
    begins in it only if it is empty; a table always stands by itself, with an empty paragraph below it. ``style`` is
    the name of the paragraph style for text outside lists; KeyError if the document has no such style. Blank text adds
    nothing. ``look`` is what all texts of the document share: who draws many of them hands it in. Lists begin on
    ``level``, which is above 0 for a text that is itself a point of a list. ``blocks``: what the text was read as, for
    who read it already.
    """
    blocks = parse(text) if blocks is None else blocks
    if not blocks:
        return
    if first_paragraph is None and isinstance(container, _Cell):
        first_paragraph = _only_empty_paragraph(container)
    shared = look or RichLook(_document_of(container))
    style_id = None if style is None else shared.style_id(style)
    _Pen(container, first_paragraph, style_id, shared).draw(blocks, level)


def _only_empty_paragraph(cell: _Cell) -> WordParagraph | None:
    blocks = list(cell.iter_inner_content())
    only = blocks[0] if len(blocks) == 1 else None
    return only if isinstance(only, WordParagraph) and not _has_content(only._p) else None


def _has_content(paragraph: Element) -> bool:
    return any(child.tag != _W["pPr"] for child in paragraph)


def _document_of(container: Document | _Cell) -> Document:
    """A cell may stand in a header; styles and numbering belong to the document all the same."""
    if isinstance(container, Document):
        return container
    package = cast(Package, container.part.package)
    document: Document = cast(DocumentPart, package.main_document_part).document
    return document


class RichLook:
    """What the texts of one document share, looked up once: its styles and its lists.

    ``styles`` gives ids of styles by name, for those that need not be looked up. Without ``numbering`` the lists of the
    document are read when a text has one; two of them at a time would hand out the same numbers.
    """

    def __init__(
        self, document: Document, *, numbering: ListNumbering | None = None, styles: Mapping[str, str] | None = None
    ) -> None:
        self._document = document
        self._numbering = numbering
        self._styles = dict(styles or {})

    def style_id(self, name: str) -> str:
        """Return the id of the style with this name; KeyError if there is none."""
        if name not in self._styles:
            self._styles[name] = self._document.styles[name].style_id
        return self._styles[name]

    @property
    def numbering(self) -> ListNumbering:
        """The one who counts lists in this document."""
        if self._numbering is None:
            self._numbering = ListNumbering(self._document.part)
        return self._numbering

    @cached_property
    def list_style_id(self) -> str:
        """The id of the style for points of a list."""
        given = [self._styles[name] for name in LIST_STYLES if name in self._styles]
        return given[0] if given else str(_list_style(self._document).style_id)

    @cached_property
    def table_styles(self) -> Mapping[str, str]:
        """The ids of the styles for tables that this document has, by name."""
        given = {name: self._styles[name] for name in STYLES if name in self._styles}
        grid = {} if given or GRID not in self._document.styles else {GRID: self.style_id(GRID)}
        return given | grid

    @cached_property
    def link_style_id(self) -> str:
        """The id of the style for links."""
        return self._styles.get(LINK_STYLE) or str(_link_style(self._document).style_id)


class _Pen:
    """Writes blocks one after another and remembers where it is."""

    def __init__(
        self, container: Document | _Cell, first: WordParagraph | None, style_id: str | None, look: RichLook
    ) -> None:
        self._part = container.part
        self._look = look
        self._container = container
        self._first = None if first is None else first._p
        self._last: Element | None = None
        self._style_id = style_id
        self._links: dict[str, str] = {}
        self._bold = False

    def draw(self, blocks: Iterable[Block], level: int) -> None:
        for block in blocks:
            if isinstance(block, Table):
                self._draw_table(block)
            elif isinstance(block, ListBlock):
                self._draw_list(block, level)
            else:
                self._draw_runs(self._paragraph(self._style_id, is_list=False), block)

    def _draw_table(self, table: Table) -> None:
        frame = Frame(table, self._look.table_styles)
        for cells in (table.head, *table.rows):
            is_head = cells is table.head
            for element, cell in frame.add_row(cells, is_head=is_head):
                self._fill(element, cell, frame.text_style(is_head=is_head), bold=is_head)
        self._place_table(frame)

    def _fill(self, element: Element, cell: TableCell, style_id: str | None, *, bold: bool) -> None:
        inside = _Pen(_Cell(element, cast(Any, self._container)), None, style_id, self._look)
        inside._links, inside._bold = self._links, bold
        inside.draw(cell.blocks, 0)
        if not cell.blocks:
            inside._paragraph(style_id, is_list=False)

    def _place_table(self, frame: Frame) -> None:
        """An empty first paragraph becomes the white below the table."""
        first, self._first = self._first, None
        if first is None or _has_content(first):
            self._placed(frame.element, first if first is not None else self._last)
            self._last = self._placed(_new_paragraph(), frame.element)
        else:
            first.addprevious(frame.element)
            self._last = first
        frame.look_below(self._last)

    def _draw_list(self, block: ListBlock, level: int) -> None:
        numbering = self._look.numbering
        num_id = numbering.numbers(level, block.start) if block.ordered else numbering.bullets()
        for item in block.items:
            shown_number = False
            for inner in item.blocks:
                if isinstance(inner, ListBlock):
                    self._draw_list(inner, level + 1)
                else:
                    self._draw_item_paragraph(inner, num_id, level, with_number=not shown_number)
                    shown_number = True

    def _draw_item_paragraph(self, paragraph: Paragraph, num_id: int, level: int, *, with_number: bool) -> None:
        """Only the first paragraph of a point carries the number; the next ones stand under its text."""
        drawn = self._paragraph(self._look.list_style_id, is_list=True)
        properties = drawn[0] if len(drawn) == 1 else drawn.get_or_add_pPr()
        # A paragraph of its own has only its style so far: what is added behind it stands where the schema wants it.
        is_new = len(properties) == 1
        if with_number:
            numbering = etree.SubElement(properties, _W["numPr"]) if is_new else properties.get_or_add_numPr()
            etree.SubElement(numbering, _W["ilvl"], {_W["val"]: str(level)})
            etree.SubElement(numbering, _W["numId"], {_W["val"]: str(num_id)})
        elif is_new:
            etree.SubElement(properties, _W["ind"], {_W["left"]: str(indent(level))})
        else:
            properties.get_or_add_ind().set(_W["left"], str(indent(level)))
        self._draw_runs(drawn, paragraph)

    def _paragraph(self, style_id: str | None, *, is_list: bool) -> Element:
        """Take the first paragraph if it may be used, else make one right after the last."""
        first, self._first = self._first, None
        if first is not None and not (is_list and _has_content(first)):
            self._last = first
        else:
            self._last = self._placed(_new_paragraph(), first if first is not None else self._last)
        if style_id:
            _give_style(self._last, style_id)
        return self._last

    def _placed(self, element: Element, after: Element | None) -> Element:
        if after is not None:
            after.addnext(element)
        elif isinstance(self._container, Document):
            body = self._container.element.body
            body.insert(len(body) - (body.sectPr is not None), element)
        else:
            self._container._tc.append(element)
        return element

    def _draw_runs(self, parent: Element, paragraph: Paragraph) -> None:
        for run in paragraph.runs:
            target = parent if run.href is None else self._hyperlink(parent, run.href)
            shown = replace(run, bold=True) if self._bold else run
            _draw_run(target, shown, self._look.link_style_id if run.href else "")

    def _hyperlink(self, parent: Element, href: str) -> Element:
        if href not in self._links:
            self._links[href] = self._part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return etree.SubElement(parent, _W["hyperlink"], {_REL_ID: self._links[href]})


def _new_paragraph() -> Element:
    return oxml_parser.makeelement(_W["p"], None, _NAMESPACE)


def _give_style(paragraph: Element, style_id: str) -> None:
    """A paragraph without anything in it gets its look at once; another one through python-docx."""
    if len(paragraph):
        paragraph.style = style_id
    else:
        etree.SubElement(etree.SubElement(paragraph, _W["pPr"]), _W["pStyle"], {_W["val"]: style_id})


def _draw_run(parent: Element, run: Run, link_style_id: str) -> None:
    """Write one run; a line end is a w:br and a tab a w:tab, as Word itself writes them."""
    drawn = etree.SubElement(parent, _W["r"])
    if run.bold or run.italic or run.href:
        _draw_look(etree.SubElement(drawn, _W["rPr"]), run, link_style_id)
    for piece in _BREAKS.split(xml_text(run.text)):
        if piece == "\n":
            etree.SubElement(drawn, _W["br"])
        elif piece == "\t":
            etree.SubElement(drawn, _W["tab"])
        elif piece:
            etree.SubElement(drawn, _W["t"], {_XML_SPACE: "preserve"}).text = piece


def _draw_look(properties: Element, run: Run, link_style_id: str) -> None:
    """The order is the schema's; bCs and iCs are bold and italic for right-to-left scripts."""
    if run.href:
        etree.SubElement(properties, _W["rStyle"], {_W["val"]: link_style_id})
    names = ("b", "bCs") * run.bold + ("i", "iCs") * run.italic
    for name in names:
        etree.SubElement(properties, _W[name])


def _list_style(document: Document) -> BaseStyle:
    """Find the document's style for list paragraphs, or make one: points stand close together."""
    styles = document.styles
    for name in LIST_STYLES:
        if name in styles:
            return cast(BaseStyle, styles[name])
    style: Any = styles.add_style(LIST_STYLES[0], WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    style.base_style = styles.default(WD_STYLE_TYPE.PARAGRAPH)
    style.element.get_or_add_pPr().append(OxmlElement("w:contextualSpacing"))
    return cast(BaseStyle, style)


def _link_style(document: Document) -> BaseStyle:
    styles = document.styles
    if LINK_STYLE in styles:
        return cast(BaseStyle, styles[LINK_STYLE])
    style: Any = styles.add_style(LINK_STYLE, WD_STYLE_TYPE.CHARACTER, builtin=True)
    style.font.underline = True
    style.font.color.rgb = _LINK_COLOUR
    return cast(BaseStyle, style)
