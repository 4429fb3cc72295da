"""How a chart looks: bars in one hue with their numbers on them, no lines or title that say nothing.

The parts go where the schema wants them (ECMA-376 part 1, 21.2).
"""

from __future__ import annotations

import re
from math import ceil
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.document import Document as WordDocument
from lxml import etree

from exports.look.charts import LETTER_SIZE, Look, colours, letter_on
from exports.look.colours import ACCENT, INK, LINE, WHITE
from exports.look.house import FONT, LANGUAGE
from exports.national.tree import Grafiek

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SPACES = f'xmlns:c="{_C}" xmlns:a="{_A}"'
_ACCENT = re.compile(r"<a:accent1>\s*<a:srgbClr val=\"(\w{6})\"")
_LETTER = re.compile(r"<a:minorFont>\s*<a:latin typeface=\"([^\"+]+)\"")
_GAP = {False: "75", True: "45"}
# When bars stand on each other, a piece smaller than this part of the longest bar has no room for its number.
_ROOM = 0.035


def look_of(document: WordDocument) -> Look:
    """The look that the theme of the document names; ours when it names none."""
    for rel in document.part.rels.values():
        if rel.reltype.endswith("/theme") and not rel.is_external:
            xml = rel.target_part.blob.decode("utf-8", "replace")
            accent, font = _ACCENT.search(xml), _LETTER.search(xml)
            return Look(accent.group(1).upper() if accent else ACCENT, font.group(1) if font else FONT)
    return Look()


def dress(root: Any, grafiek: Grafiek, look: Look) -> None:
    """Change the chart that python-pptx wrote into one of ours."""
    _set_space(root, look)
    chart = root.find(_tag("chart"))
    chart.find(_tag("autoTitleDeleted")).set("val", "1")
    bars = chart.find(f".//{_tag('barChart')}")
    numbers = _number_format(grafiek)
    for series, colour in zip(bars.findall(_tag("ser")), colours(look.accent, len(grafiek.reeksen)), strict=True):
        _dress_series(series, colour, look, numbers, stacked=grafiek.gestapeld)
    _set_bars(bars, stacked=grafiek.gestapeld)
    _set_axes(chart, look)
    _number_axes(root)
    if len(grafiek.reeksen) > 1:
        legend = f'<c:legend {_SPACES}><c:legendPos val="b"/><c:overlay val="0"/>{_letters(look)}</c:legend>'
        chart.find(_tag("plotArea")).addnext(_xml(legend))
    chart.find(_tag("dispBlanksAs")).addprevious(_xml(f'<c:plotVisOnly {_SPACES} val="1"/>'))


def _number_format(grafiek: Grafiek) -> str:
    """How numbers stand on bars; on a small piece there would be two over each other, and the table has them."""
    if not grafiek.gestapeld:
        return "0"
    longest = max((sum(pieces) for pieces in zip(*(one.waarden for one in grafiek.reeksen), strict=True)), default=0)
    return f"[>={max(1, ceil(longest * _ROOM))}]0;;"


def _set_space(root: Any, look: Look) -> None:
    """No round corners, no frame, Dutch, and one letter for everything that names none."""
    for old in root.findall(_tag("txPr")):
        root.remove(old)
    date = root.find(_tag("date1904"))
    date.addnext(_xml(f'<c:roundedCorners {_SPACES} val="0"/>'))
    date.addnext(_xml(f'<c:lang {_SPACES} val="{LANGUAGE}"/>'))
    root.find(_tag("chart")).addnext(_xml(_letters(look)))
    root.find(_tag("chart")).addnext(_xml(f"<c:spPr {_SPACES}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"))


def _dress_series(series: Any, colour: str, look: Look, numbers: str, *, stacked: bool) -> None:
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    edge = f'<a:ln w="9525"><a:solidFill><a:srgbClr val="{WHITE}"/></a:solidFill></a:ln>' if stacked else ""
    invert = series.find(_tag("invertIfNegative"))
    if invert is None:
        invert = _xml(f'<c:invertIfNegative {_SPACES} val="0"/>')
        series.find(_tag("tx")).addnext(invert)
    invert.addprevious(_xml(f"<c:spPr {_SPACES}>{fill}{edge}</c:spPr>"))
    place, letter = ("ctr", letter_on(colour)) if stacked else ("outEnd", INK)
    labels = (
        f'<c:dLbls {_SPACES}><c:numFmt formatCode={quoteattr(numbers)} sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_letters(look, colour=letter, bold=True)}"
        f'<c:dLblPos val="{place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )
    invert.addnext(_xml(labels))


def _set_bars(bars: Any, *, stacked: bool) -> None:
    for name in ("varyColors", "gapWidth"):
        for old in bars.findall(_tag(name)):
            bars.remove(old)
    bars.find(_tag("grouping")).addnext(_xml(f'<c:varyColors {_SPACES} val="0"/>'))
    bars.findall(_tag("ser"))[-1].addnext(_xml(f'<c:gapWidth {_SPACES} val="{_GAP[stacked]}"/>'))


def _set_axes(chart: Any, look: Look) -> None:
    """The first category on top; the axis of values goes, because each bar shows its number."""
    categories, values = chart.find(f".//{_tag('catAx')}"), chart.find(f".//{_tag('valAx')}")
    categories.find(f"{_tag('scaling')}/{_tag('orientation')}").set("val", "maxMin")
    for mark in (categories.find(_tag("majorTickMark")), values.find(_tag("majorTickMark"))):
        mark.set("val", "none")
    line = f'<a:ln w="9525"><a:solidFill><a:srgbClr val="{LINE}"/></a:solidFill></a:ln>'
    labels = categories.find(_tag("tickLblPos"))
    labels.addnext(_xml(_letters(look)))
    labels.addnext(_xml(f"<c:spPr {_SPACES}>{line}</c:spPr>"))
    values.find(_tag("delete")).set("val", "1")
    values.remove(values.find(_tag("majorGridlines")))
    scaling = values.find(_tag("scaling"))
    scaling.append(_xml(f'<c:orientation {_SPACES} val="minMax"/>'))
    scaling.append(_xml(f'<c:min {_SPACES} val="0"/>'))


def _number_axes(root: Any) -> None:
    """An axis id is an unsigned number in the schema; python-pptx writes negative ones, as PowerPoint once did."""
    numbers: dict[str, str] = {}
    for name in ("axId", "crossAx"):
        for element in root.iter(_tag(name)):
            old = element.get("val")
            numbers.setdefault(old, str(111_111_111 * (len(numbers) + 1)))
            element.set("val", numbers[old])


def _letters(look: Look, *, colour: str = INK, bold: bool = False) -> str:
    font = quoteattr(look.font)
    return (
        f'<c:txPr {_SPACES}><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{LETTER_SIZE}" b="{int(bold)}">'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:latin typeface={font}/><a:cs typeface={font}/>'
        f'</a:defRPr></a:pPr><a:endParaRPr lang="{LANGUAGE}"/></a:p></c:txPr>'
    )


def _xml(text: str) -> Any:
    return etree.fromstring(text)


def _tag(name: str) -> str:
    return f"{{{_C}}}{name}"
