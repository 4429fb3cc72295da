"""How lines look: the colour of their status, a dash of their own, and their name with its number at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from exports.cells import xml_text
from exports.charts.xml import SPACES, colour, edge, number_axes, set_space, set_words_axis, tag, words, xml
from exports.figures.native import Paneel
from exports.look.charts import LETTER_SIZE, Look
from exports.look.colours import INK, LINE
from exports.look.house import LANGUAGE
from exports.look.lines import STREPEN, spread, step_of, top_of
from exports.look.status import Uiterlijk, looks_of
from exports.national.tree import Lijn, Lijngrafiek

# The part of the drawing that the lines take; the words at their ends have the rest.
_LEFT, _TOP, _WIDTH, _HEIGHT = 0.06, 0.05, 0.68, 0.78
_WHOLE = (_LEFT, _TOP, _WIDTH, _HEIGHT)
# Of a small chart, that has its name above its plane and only a number at the end of its line.
_PANEL = (0.12, 0.2, 0.74, 0.62)
# A line of words takes this part of the height.
_GAP = 0.095
_LINE_WIDTH = 28575
# With more moments dots would touch, and not each has room for its word.
_MOST_DOTS, _MOST_WORDS, _FEWER = 16, 8, 6
# Equal parts of a year, of months and of quarters, and years.
_STEPS = (2, 4, 6, 12, 24, 36, 60)


def dress_lines(root: Any, grafiek: Lijngrafiek, look: Look, letters: int) -> None:
    """Change the line chart that python-pptx wrote into one of ours. `letters`: the size of its words, 0 for ours."""
    set_space(root, look, letters)
    plot = root.find(f".//{tag('plotArea')}")
    if isinstance(grafiek, Paneel):
        _set_title(root, grafiek.titel, look, letters)
    lines = plot.find(tag("lineChart"))
    looks = looks_of([one.status for one in grafiek.lijnen], look.accent)
    moved = _moved(grafiek)
    for number, (series, lijn, one) in enumerate(zip(lines.findall(tag("ser")), grafiek.lijnen, looks, strict=True)):
        _dress_series(series, one, STREPEN[number % len(STREPEN)], with_dots=len(grafiek.momenten) <= _MOST_DOTS)
        _label_end(series, lijn, moved[number], look, letters, with_name=not isinstance(grafiek, Paneel))
    for old in root.iter(tag("legend")):
        old.getparent().remove(old)
    for old in lines.findall(tag("varyColors")):
        old.set("val", "0")
    _set_plot(plot, _PANEL if isinstance(grafiek, Paneel) else _WHOLE)
    _set_axes(plot, grafiek, look, letters)
    number_axes(root)


def _moved(grafiek: Lijngrafiek) -> list[float]:
    """How far the words at the end of each line go up or down, as a part of the drawing."""
    top = top_of(_values(grafiek))
    places = [1 - (_last(one.waarden)[1] or 0) / top for one in grafiek.lijnen]
    return [(there - here) * _HEIGHT for here, there in zip(places, spread(places, _GAP / _HEIGHT), strict=True)]


def _values(grafiek: Lijngrafiek) -> list[int | None]:
    """What the axis of numbers must have room for."""
    if isinstance(grafiek, Paneel):
        return [grafiek.schaal]
    return [value for one in grafiek.lijnen for value in one.waarden]


def _last(waarden: Sequence[int | None]) -> tuple[int, int | None]:
    known = [(place, value) for place, value in enumerate(waarden) if value is not None]
    return known[-1] if known else (0, None)


def _dress_series(series: Any, one: Uiterlijk, dash: str, *, with_dots: bool) -> None:
    for name in ("spPr", "marker", "smooth"):
        for old in series.findall(tag(name)):
            series.remove(old)
    marker = (
        f'<c:marker {SPACES}><c:symbol val="circle"/><c:size val="6"/><c:spPr><a:solidFill>{colour(one.lijn)}'
        f"</a:solidFill>{edge(one.lijn)}</c:spPr></c:marker>"
    )
    if not with_dots:
        marker = f'<c:marker {SPACES}><c:symbol val="none"/></c:marker>'
    series.find(tag("tx")).addnext(xml(marker))
    series.find(tag("tx")).addnext(xml(f"<c:spPr {SPACES}>{edge(one.lijn, _LINE_WIDTH, dash)}</c:spPr>"))
    series.append(xml(f'<c:smooth {SPACES} val="0"/>'))


def _label_end(series: Any, lijn: Lijn, moved: float, look: Look, letters: int, *, with_name: bool) -> None:
    """The name and the number of a line stand at its end, instead of a legend."""
    place, value = _last(lijn.waarden)
    if value is None:
        return
    shift = f'<c:layout><c:manualLayout><c:x val="0.012"/><c:y val="{moved:.4f}"/></c:manualLayout></c:layout>'
    # A name that says its number needs it no second time.
    number = int(not with_name or not lijn.naam.endswith(f" {value}"))
    shown = (
        '<c:showLegendKey val="0"/><c:showVal val="{number}"/><c:showCatName val="0"/><c:showSerName val="{name}"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/><c:separator> </c:separator>'
    )
    on_one_line = words(look, kleur=INK, bold=True, size=letters).replace("<a:bodyPr/>", '<a:bodyPr wrap="none"/>')
    look_ = f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{on_one_line}"
    told = shown.format(name=int(with_name), number=number)
    label = f'<c:dLbl><c:idx val="{place}"/>{shift}{look_}<c:dLblPos val="r"/>{told}</c:dLbl>'
    rest = shown.format(name=0, number=0)
    series.find(tag("marker")).addnext(xml(f'<c:dLbls {SPACES}>{label}{rest}<c:showLeaderLines val="0"/></c:dLbls>'))


def _set_title(root: Any, titel: str, look: Look, letters: int) -> None:
    """The name of a small chart, above its plane."""
    size = letters or LETTER_SIZE
    rich = (
        f'<a:p><a:pPr><a:defRPr sz="{size}" b="1"/></a:pPr><a:r><a:rPr lang="{LANGUAGE}" sz="{size}" b="1">'
        f"<a:solidFill>{colour(INK)}</a:solidFill><a:latin typeface={quoteattr(look.font)}/></a:rPr>"
        f"<a:t>{escape(xml_text(titel))}</a:t></a:r></a:p>"
    )
    chart = root.find(tag("chart"))
    for name in ("title", "autoTitleDeleted"):
        for old in chart.findall(tag(name)):
            chart.remove(old)
    made = (
        f"<c:title {SPACES}><c:tx><c:rich><a:bodyPr/><a:lstStyle/>{rich}</c:rich></c:tx>"
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.02"/><c:y val="0.01"/>'
        '</c:manualLayout></c:layout><c:overlay val="0"/></c:title>'
    )
    chart.insert(0, xml(f'<c:autoTitleDeleted {SPACES} val="0"/>'))
    chart.insert(0, xml(made))


def _set_plot(plot: Any, place: tuple[float, float, float, float]) -> None:
    left, top, width, height = place
    layout = (
        f'<c:layout {SPACES}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left}"/><c:y val="{top}"/><c:w val="{width}"/><c:h val="{height}"/>'
        "</c:manualLayout></c:layout>"
    )
    for old in plot.findall(tag("layout")):
        plot.remove(old)
    plot.insert(0, xml(layout))


def _set_axes(plot: Any, grafiek: Lijngrafiek, look: Look, letters: int) -> None:
    """The axis of numbers begins at nought and ends above the highest line."""
    values = _values(grafiek)
    set_words_axis(plot.find(tag("catAx")), look, letters)
    _skip_words(plot, len(grafiek.momenten))
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


def _skip_words(root: Any, many: int) -> None:
    """Leave out words along an axis of many moments: each second, third, fourth …; the first one stays.

    Not every program knows how to skip: what is skipped is no longer among the words that the drawing remembers of its
    workbook, which has them all.
    """
    if many <= _MOST_WORDS:
        return
    step = next((one for one in _STEPS if many <= one * _FEWER), many)
    before = root.find(f".//{tag('catAx')}/{tag('noMultiLvlLbl')}")
    for name in ("tickLblSkip", "tickMarkSkip"):
        before.addprevious(xml(f'<c:{name} {SPACES} val="{step}"/>'))
    for remembered in root.iter(tag("cat")):
        for point in list(remembered.iter(tag("pt"))):
            if int(point.get("idx")) % step:
                point.getparent().remove(point)
