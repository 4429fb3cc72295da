"""What bars and lines share: small pieces of DrawingML, in the order that the schema wants (ECMA-376 part 1, 21.2)."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree

from exports.look.charts import LETTER_SIZE, Look
from exports.look.colours import INK, LINE
from exports.look.house import LANGUAGE
from exports.look.status import Patroon, Uiterlijk

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
SPACES = f'xmlns:c="{CHART}" xmlns:a="{_A}"'


def set_space(root: Any, look: Look, letters: int) -> None:
    """No round corners, no frame, Dutch, and one letter for everything that names none."""
    for old in root.findall(tag("txPr")):
        root.remove(old)
    date = root.find(tag("date1904"))
    date.addnext(xml(f'<c:roundedCorners {SPACES} val="0"/>'))
    date.addnext(xml(f'<c:lang {SPACES} val="{LANGUAGE}"/>'))
    chart = root.find(tag("chart"))
    chart.find(tag("autoTitleDeleted")).set("val", "1")
    chart.addnext(xml(words(look, size=letters)))
    chart.addnext(xml(f"<c:spPr {SPACES}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"))
    if chart.find(tag("plotVisOnly")) is None:
        chart.find(tag("dispBlanksAs")).addprevious(xml(f'<c:plotVisOnly {SPACES} val="1"/>'))


def number_axes(root: Any) -> None:
    """An axis id is an unsigned number in the schema; python-pptx writes negative ones, as PowerPoint once did."""
    numbers: dict[str, str] = {}
    for name in ("axId", "crossAx"):
        for element in root.iter(tag(name)):
            old = element.get("val")
            numbers.setdefault(old, str(111_111_111 * (len(numbers) + 1)))
            element.set("val", numbers[old])


def set_words_axis(axis: Any, look: Look, letters: int) -> None:
    """The axis of words: a thin line without marks."""
    axis.find(tag("majorTickMark")).set("val", "none")
    labels = axis.find(tag("tickLblPos"))
    labels.addnext(xml(words(look, size=letters)))
    labels.addnext(xml(f"<c:spPr {SPACES}>{edge(LINE)}</c:spPr>"))


def fill(one: Uiterlijk) -> str:
    """How a plane is filled: its colour, or its hatch in that colour."""
    if one.patroon is Patroon.ARCERING:
        colours = f"<a:fgClr>{colour(one.rand)}</a:fgClr><a:bgClr>{colour(one.kleur)}</a:bgClr>"
        return f'<a:pattFill prst="wdUpDiag">{colours}</a:pattFill>'
    return f"<a:solidFill>{colour(one.kleur)}</a:solidFill>"


def edge(kleur: str, width: int = 9525, dash: str = "") -> str:
    """A line of this colour, `width` in EMU."""
    shown = f'<a:prstDash val="{dash}"/><a:round/>' if dash else ""
    return f'<a:ln w="{width}"><a:solidFill>{colour(kleur)}</a:solidFill>{shown}</a:ln>'


def colour(kleur: str) -> str:
    """A colour as an element."""
    return f'<a:srgbClr val="{kleur}"/>'


def words(look: Look, *, kleur: str = INK, bold: bool = False, size: int = 0) -> str:
    """How words in a chart look; `size` in hundredths of a point."""
    font = quoteattr(look.font)
    return (
        f'<c:txPr {SPACES}><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size or LETTER_SIZE}" b="{int(bold)}">'
        f"<a:solidFill>{colour(kleur)}</a:solidFill><a:latin typeface={font}/><a:cs typeface={font}/>"
        f'</a:defRPr></a:pPr><a:endParaRPr lang="{LANGUAGE}"/></a:p></c:txPr>'
    )


def xml(text: str) -> Any:
    """An element of this text."""
    return etree.fromstring(text)


def tag(name: str) -> str:
    """The full name of an element of a chart."""
    return f"{{{CHART}}}{name}"
