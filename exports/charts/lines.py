"""How lines look: the colour of their status, a dash of their own, and their name with its number at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from exports.charts.xml import SPACES, colour, edge, number_axes, set_space, set_words_axis, tag, words, xml
from exports.look.charts import Look
from exports.look.colours import INK, LINE
from exports.look.lines import STREPEN, spread, step_of, top_of
from exports.look.status import Uiterlijk, looks_of
from exports.national.tree import Lijn, Lijngrafiek

# The part of the drawing that the lines take; the words at their ends have the rest.
_LEFT, _TOP, _WIDTH, _HEIGHT = 0.06, 0.05, 0.68, 0.78
# A line of words takes this part of the height.
_GAP = 0.095
_LINE_WIDTH = 28575


def dress_lines(root: Any, grafiek: Lijngrafiek, look: Look, letters: int) -> None:
    """Change the line chart that python-pptx wrote into one of ours. `letters`: the size of its words, 0 for ours."""
    set_space(root, look, letters)
    plot = root.find(f".//{tag('plotArea')}")
    lines = plot.find(tag("lineChart"))
    looks = looks_of([one.status for one in grafiek.lijnen], look.accent)
    moved = _moved(grafiek)
    for number, (series, lijn, one) in enumerate(zip(lines.findall(tag("ser")), grafiek.lijnen, looks, strict=True)):
        _dress_series(series, lijn, one, STREPEN[number % len(STREPEN)])
        _label_end(series, lijn, moved[number], look, letters)
    for old in root.iter(tag("legend")):
        old.getparent().remove(old)
    for old in lines.findall(tag("varyColors")):
        old.set("val", "0")
    _set_plot(plot)
    _set_axes(plot, grafiek, look, letters)
    number_axes(root)


def _moved(grafiek: Lijngrafiek) -> list[float]:
    """How far the words at the end of each line go up or down, as a part of the drawing."""
    top = top_of([value for one in grafiek.lijnen for value in one.waarden])
    places = [1 - (_last(one.waarden)[1] or 0) / top for one in grafiek.lijnen]
    return [(there - here) * _HEIGHT for here, there in zip(places, spread(places, _GAP / _HEIGHT), strict=True)]


def _last(waarden: Sequence[int | None]) -> tuple[int, int | None]:
    known = [(place, value) for place, value in enumerate(waarden) if value is not None]
    return known[-1] if known else (0, None)


def _dress_series(series: Any, lijn: Lijn, one: Uiterlijk, dash: str) -> None:
    for name in ("spPr", "marker", "smooth"):
        for old in series.findall(tag(name)):
            series.remove(old)
    marker = (
        f'<c:marker {SPACES}><c:symbol val="circle"/><c:size val="6"/><c:spPr><a:solidFill>{colour(one.lijn)}'
        f"</a:solidFill>{edge(one.lijn)}</c:spPr></c:marker>"
    )
    series.find(tag("tx")).addnext(xml(marker))
    series.find(tag("tx")).addnext(xml(f"<c:spPr {SPACES}>{edge(one.lijn, _LINE_WIDTH, dash)}</c:spPr>"))
    series.append(xml(f'<c:smooth {SPACES} val="0"/>'))


def _label_end(series: Any, lijn: Lijn, moved: float, look: Look, letters: int) -> None:
    """The name and the number of a line stand at its end, instead of a legend."""
    place, value = _last(lijn.waarden)
    if value is None:
        return
    shift = f'<c:layout><c:manualLayout><c:x val="0.012"/><c:y val="{moved:.4f}"/></c:manualLayout></c:layout>'
    shown = (
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="{name}"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/><c:separator> </c:separator>'
    )
    on_one_line = words(look, kleur=INK, bold=True, size=letters).replace("<a:bodyPr/>", '<a:bodyPr wrap="none"/>')
    look_ = f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{on_one_line}"
    label = f'<c:dLbl><c:idx val="{place}"/>{shift}{look_}<c:dLblPos val="r"/>{shown.format(name=1)}</c:dLbl>'
    rest = shown.format(name=0).replace('showVal val="1"', 'showVal val="0"')
    series.find(tag("marker")).addnext(xml(f'<c:dLbls {SPACES}>{label}{rest}<c:showLeaderLines val="0"/></c:dLbls>'))


def _set_plot(plot: Any) -> None:
    layout = (
        f'<c:layout {SPACES}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{_LEFT}"/><c:y val="{_TOP}"/><c:w val="{_WIDTH}"/><c:h val="{_HEIGHT}"/>'
        "</c:manualLayout></c:layout>"
    )
    for old in plot.findall(tag("layout")):
        plot.remove(old)
    plot.insert(0, xml(layout))


def _set_axes(plot: Any, grafiek: Lijngrafiek, look: Look, letters: int) -> None:
    """The axis of numbers begins at nought and ends above the highest line."""
    values = [value for one in grafiek.lijnen for value in one.waarden]
    set_words_axis(plot.find(tag("catAx")), look, letters)
    axis = plot.find(tag("valAx"))
    axis.find(tag("majorTickMark")).set("val", "none")
    scaling = axis.find(tag("scaling"))
    for old in list(scaling):
        scaling.remove(old)
    for name, value in (("orientation", "minMax"), ("max", str(top_of(values))), ("min", "0")):
        scaling.append(xml(f'<c:{name} {SPACES} val="{value}"/>'))
    grid = axis.find(tag("majorGridlines"))
    grid.clear()
    grid.append(xml(f"<c:spPr {SPACES}>{edge(LINE)}</c:spPr>"))
    labels = axis.find(tag("tickLblPos"))
    labels.addnext(xml(words(look, size=letters)))
    labels.addnext(xml(f"<c:spPr {SPACES}><a:ln><a:noFill/></a:ln></c:spPr>"))
    axis.append(xml(f'<c:majorUnit {SPACES} val="{step_of(values)}"/>'))
