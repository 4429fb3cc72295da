"""How bars look: the colour of their status or one hue, their numbers on them, no lines or title that say nothing."""

from __future__ import annotations

from math import ceil
from typing import Any
from xml.sax.saxutils import quoteattr

from exports.charts.behind import add_behind
from exports.charts.xml import SPACES, colour, edge, fill, number_axes, set_space, set_words_axis, tag, words, xml
from exports.look.charts import Look
from exports.look.colours import INK, WHITE
from exports.look.status import Patroon, Uiterlijk, looks_of
from exports.national.tree import Grafiek

_GAP = {False: "75", True: "45"}
# When bars stand on each other, a piece smaller than this part of the longest bar has no room for its number.
_ROOM = 0.035
# How long the axis is beside the longest bar, when words stand behind the bars.
_BEHIND = 1.35


def dress_bars(root: Any, grafiek: Grafiek, look: Look, letters: int) -> None:
    """Change the bar chart that python-pptx wrote into one of ours. `letters`: the size of its words, 0 for ours."""
    set_space(root, look, letters)
    chart = root.find(tag("chart"))
    bars = chart.find(f".//{tag('barChart')}")
    numbers = _number_format(grafiek)
    looks = looks_of([one.status for one in grafiek.reeksen], look.accent)
    for series, one in zip(bars.findall(tag("ser")), looks, strict=True):
        _dress_series(series, one, look, numbers, stacked=grafiek.gestapeld, letters=letters)
    _set_bars(bars, stacked=grafiek.gestapeld)
    _set_axes(chart, look, letters)
    number_axes(root)
    small = _small(grafiek)
    if any(small):
        add_behind(bars, small, look, letters)
        _make_room(chart, _longest(grafiek))
    if len(grafiek.reeksen) > 1:
        legend = f'<c:legend {SPACES}><c:legendPos val="b"/><c:overlay val="0"/>{words(look, size=letters)}</c:legend>'
        chart.find(tag("plotArea")).addnext(xml(legend))


def _number_format(grafiek: Grafiek) -> str:
    """How numbers stand on bars; on a small piece there would be two over each other: those stand behind the bar."""
    return f"[>={_least(grafiek)}]0;;" if grafiek.gestapeld else "0"


def _longest(grafiek: Grafiek) -> int:
    return max((sum(pieces) for pieces in zip(*(one.waarden for one in grafiek.reeksen), strict=True)), default=0)


def _least(grafiek: Grafiek) -> int:
    """The smallest number that has room on its piece."""
    return max(1, ceil(_longest(grafiek) * _ROOM))


def _small(grafiek: Grafiek) -> list[str]:
    """The pieces of each bar that have no room for their number, in words: "gestopt 1 · niet gestart 2"."""
    if not grafiek.gestapeld:
        return []
    least = _least(grafiek)
    return [
        " · ".join(
            f"{one.naam.lower()} {one.waarden[place]}" for one in grafiek.reeksen if 0 < one.waarden[place] < least
        )
        for place in range(len(grafiek.categorieen))
    ]


def _make_room(chart: Any, longest: int) -> None:
    """Behind the longest bar there is room for words too."""
    scaling = chart.find(f".//{tag('valAx')}/{tag('scaling')}")
    scaling.find(tag("orientation")).addnext(xml(f'<c:max {SPACES} val="{ceil(longest * _BEHIND)}"/>'))


def _dress_series(series: Any, one: Uiterlijk, look: Look, numbers: str, *, stacked: bool, letters: int) -> None:
    border = edge(WHITE) if stacked else ""
    if one.patroon is not Patroon.VOL:
        border = edge(one.rand if one.patroon is Patroon.RAND else one.kleur)
    invert = series.find(tag("invertIfNegative"))
    if invert is None:
        invert = xml(f'<c:invertIfNegative {SPACES} val="0"/>')
        series.find(tag("tx")).addnext(invert)
    invert.addprevious(xml(f"<c:spPr {SPACES}>{fill(one)}{border}</c:spPr>"))
    place, letter = ("ctr", one.letter) if stacked else ("outEnd", INK)
    # A number on a hatch stands on a plane of its own.
    on_hatch = stacked and one.patroon is Patroon.ARCERING
    behind = f"<a:solidFill>{colour(one.kleur)}</a:solidFill>" if on_hatch else "<a:noFill/>"
    labels = (
        f'<c:dLbls {SPACES}><c:numFmt formatCode={quoteattr(numbers)} sourceLinked="0"/>'
        f"<c:spPr>{behind}<a:ln><a:noFill/></a:ln></c:spPr>{words(look, kleur=letter, bold=True, size=letters)}"
        f'<c:dLblPos val="{place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )
    invert.addnext(xml(labels))


def _set_bars(bars: Any, *, stacked: bool) -> None:
    for name in ("varyColors", "gapWidth"):
        for old in bars.findall(tag(name)):
            bars.remove(old)
    bars.find(tag("grouping")).addnext(xml(f'<c:varyColors {SPACES} val="0"/>'))
    bars.findall(tag("ser"))[-1].addnext(xml(f'<c:gapWidth {SPACES} val="{_GAP[stacked]}"/>'))


def _set_axes(chart: Any, look: Look, letters: int) -> None:
    """The first category on top; the axis of values goes, because each bar shows its number."""
    categories, values = chart.find(f".//{tag('catAx')}"), chart.find(f".//{tag('valAx')}")
    categories.find(f"{tag('scaling')}/{tag('orientation')}").set("val", "maxMin")
    set_words_axis(categories, look, letters)
    values.find(tag("majorTickMark")).set("val", "none")
    values.find(tag("delete")).set("val", "1")
    values.remove(values.find(tag("majorGridlines")))
    scaling = values.find(tag("scaling"))
    scaling.append(xml(f'<c:orientation {SPACES} val="minMax"/>'))
    scaling.append(xml(f'<c:min {SPACES} val="0"/>'))
