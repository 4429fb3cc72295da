"""A style of the table of names → the XML of Word, in the order that the schema wants (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from exports.look.colours import ACCENT, ACCENT_DARK, ACCENT_WASH, LINE
from exports.look.house import FONT
from exports.word.house_style.names import CHARACTER, PARAGRAPH, TABLE_LOOK, TEXT_WIDTH, HouseStyle

# Built-in styles that Word shows in this place in its list; our own come after them.
_PRIORITY = {"Normal": 0, "heading 1": 9, "heading 2": 9, "heading 3": 9, "Title": 10, "Subtitle": 11, "toc 1": 39}
_CELL_MARGINS = '<w:tblCellMar><w:top w:w="70" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
_CELL_MARGINS += '<w:bottom w:w="70" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'


def style_id(name: str) -> str:
    """The id of our style in our own template: its name without spaces, as Word makes them ("Heading1")."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def style_element(style: HouseStyle, ids: Mapping[str, str], width: int = TEXT_WIDTH) -> etree._Element:
    """The w:style of one of our styles; `ids` gives the id of each style by its name in the target document.

    `width` is that of the text there, in twentieths of a point: tab stops at our right margin move to theirs.
    """
    name, own_id = quoteattr(style.name), quoteattr(ids[style.name])
    default = ' w:default="1"' if style.name == "Normal" else ""
    custom = "" if _is_built_in(style) else ' w:customStyle="1"'
    parts = [
        f'<w:style {nsdecls("w")} w:type="{style.kind}"{default}{custom} w:styleId={own_id}><w:name w:val={name}/>'
    ]
    parts += [_based_on(style, ids)]
    if style.next:
        parts.append(f"<w:next w:val={quoteattr(ids[style.next])}/>")
    parts += [
        f'<w:uiPriority w:val="{_PRIORITY.get(style.name, 40)}"/><w:qFormat/>',
        _looks(style, width),
        "</w:style>",
    ]
    return parse_xml("".join(parts))


def _is_built_in(style: HouseStyle) -> bool:
    """Names that Word knows of itself are English; ours are Dutch."""
    known = ("heading", "toc", "List", "Body", "TOC")
    names = ("Normal", "Title", "Subtitle", "caption", "Quote", "header", "footer", "Hyperlink", "Strong")
    return style.name in names or style.name.split()[0] in known


def _based_on(style: HouseStyle, ids: Mapping[str, str]) -> str:
    base = {PARAGRAPH: style.based_on, CHARACTER: "Default Paragraph Font"}.get(style.kind, "Normal Table")
    return f"<w:basedOn w:val={quoteattr(ids[base])}/>" if base in ids else ""


def _looks(style: HouseStyle, width: int) -> str:
    if style.kind == PARAGRAPH:
        return _paragraph(style, width) + _letters(style)
    if style.kind == CHARACTER:
        return _letters(style)
    return _TABLE if style.name == TABLE_LOOK else _TERMS


def _paragraph(style: HouseStyle, width: int) -> str:
    flags = "<w:keepNext/>" * style.keep_next + "<w:keepLines/>" * style.keep_lines
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
        for side, size, colour, space in style.border
    )
    tabs = "".join(
        f'<w:tab w:val="{kind}"{_leader(leader)} w:pos="{width if place == TEXT_WIDTH else place}"/>'
        for kind, place, leader in style.tabs
    )
    parts = (
        flags,
        f"<w:pBdr>{borders}</w:pBdr>" if borders else "",
        f"<w:tabs>{tabs}</w:tabs>" if tabs else "",
        _spacing(style),
        _indent(style),
        "<w:contextualSpacing/>" if style.contextual else "",
        f'<w:jc w:val="{style.align}"/>' if style.align else "",
        f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else "",
    )
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def _leader(leader: str) -> str:
    return f' w:leader="{leader}"' if leader else ""


def _spacing(style: HouseStyle) -> str:
    line = f' w:line="{round(style.line * 240)}" w:lineRule="auto"' if style.line else ""
    return f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"{line}/>'


def _indent(style: HouseStyle) -> str:
    if not (style.left or style.right):
        return ""
    hanging = f' w:hanging="{style.hanging}"' if style.hanging else ""
    return f'<w:ind w:left="{style.left}" w:right="{style.right}"{hanging}/>'


def _letters(style: HouseStyle) -> str:
    size = round(style.size * 2)
    font = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    parts = (
        font if style.name == "Normal" else "",
        "<w:b/><w:bCs/>" * style.bold,
        "<w:i/><w:iCs/>" * style.italic,
        "<w:caps/>" * style.caps,
        f'<w:color w:val="{style.colour}"/>' if style.colour else "",
        f'<w:spacing w:val="{style.spaced}"/>' if style.spaced else "",
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "",
    )
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if any(parts) else ""


def _border(side: str, size: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'


_TABLE = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
    + _border("top", 8, ACCENT)
    + _border("bottom", 8, ACCENT)
    + _border("insideH", 4, LINE)
    + f"</w:tblBorders>{_CELL_MARGINS}</w:tblPr>"
    + '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
    + _border("bottom", 8, ACCENT)
    + f'</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{ACCENT_WASH}"/></w:tcPr></w:tblStylePr>'
    + '<w:tblStylePr w:type="lastRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
    + _border("top", 8, ACCENT_DARK)
    + "</w:tcBorders></w:tcPr></w:tblStylePr>"
)
_TERMS = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
    + _border("top", 4, LINE)
    + _border("bottom", 4, LINE)
    + _border("insideH", 4, LINE)
    + f"</w:tblBorders>{_CELL_MARGINS}</w:tblPr>"
    + '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>'
)
