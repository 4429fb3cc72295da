"""Words on a slide: paragraphs and runs in our letters and colours, and what a picture is called."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from exports.cells import xml_text
from exports.look.colours import ACCENT, INK
from exports.look.house import LANGUAGE

_INCH = int(Inches(1))


def before(word: str) -> str:
    """The bold word in front of a text; a question needs no colon."""
    return f"{word}{'' if word.endswith('?') else ':'} " if word else ""


def write(frame: Any, text: str, *, size: int, bold: bool = False, colour: str = INK) -> Any:
    """Add a paragraph (the first one is there already) with these words."""
    first = frame.paragraphs[0]
    paragraph = first if len(frame.paragraphs) == 1 and not first.runs else frame.add_paragraph()
    add_run(paragraph, text, size=size, bold=bold, colour=colour)
    return paragraph


def add_run(paragraph: Any, text: str, *, size: int, bold: bool = False, colour: str = INK) -> None:
    """Add these words to a paragraph; nothing for none."""
    if not text:
        return
    run = paragraph.add_run()
    run.text = xml_text(text)
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = RGBColor.from_string(colour)
    run._r.get_or_add_rPr().set("lang", LANGUAGE)


def resize(frame: Any, *, size: int) -> None:
    """Write all words of a frame in this size."""
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(size)


def bullet(paragraph: Any) -> None:
    """Make a point of a paragraph."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(_INCH * 3 // 10))
    properties.set("indent", str(-(_INCH * 3 // 10)))
    colour = etree.SubElement(properties, qn("a:buClr"))
    etree.SubElement(colour, qn("a:srgbClr"), val=ACCENT)
    etree.SubElement(properties, qn("a:buFont"), typeface="Arial")
    etree.SubElement(properties, qn("a:buChar"), char="•")


def describe(shape: Any, title: str, words: str) -> None:
    """What a picture is called and what it shows, for who can't see it."""
    properties = next(one for one in shape._element.iter() if etree.QName(one).localname == "cNvPr")
    properties.set("descr", xml_text(words))
    properties.set("title", xml_text(title))
