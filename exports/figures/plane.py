"""Lines in one plane, with the staircase of the target and names at the ends."""

from __future__ import annotations

from collections.abc import Iterator

from exports.figures.declared import Doelstap, Figuur
from exports.figures.scales import LETTER, RIM, Json, last_of, points, values, x_axis, y_axis
from exports.figures.size import Afmeting
from exports.figures.words import folded
from exports.look.colours import ACCENT, INK, INK_SOFT
from exports.look.lines import STREPEN, spread, top_of
from exports.look.status import looks_of

# Names at the ends of lines have so many letters, each as wide as this part of its height, on lines of this height.
_LETTERS, _WIDE, _LINE = 25, 0.54, 19
# How the dashes of `STREPEN` are drawn here.
_DASHES = dict(zip(STREPEN, ([1, 0], [8, 5], [2, 4], [14, 6], [5, 3], [9, 4, 2, 4]), strict=True))


def plane(figuur: Figuur, afmeting: Afmeting) -> Json:
    """Everything of a drawing of lines."""
    names = [one.naam for one in figuur.lijnen]
    width = afmeting.breedte - 44 - (round(_LETTERS * _WIDE * afmeting.letter) if afmeting.einde else 0)
    x, y = x_axis(figuur, afmeting.labels), y_axis(figuur)
    legend: Json | None = None
    if not afmeting.einde and len(names) > 1:
        legend = {"orient": "top", "columns": 1, "title": None, "labelLimit": 0, "symbolType": "stroke"}
        legend |= {"symbolSize": 500, "labelFontSize": afmeting.letter, "labelFont": LETTER}
    colour = {"field": "r", "type": "nominal", "scale": {"domain": names, "range": _colours(figuur)}, "legend": legend}
    dash = {"field": "r", "type": "nominal", "scale": {"domain": names, "range": _dashes(figuur)}, "legend": legend}
    thick = {"field": "r", "type": "nominal", "scale": {"domain": names, "range": _widths(figuur)}, "legend": None}
    layers = [
        {
            "mark": {"type": "line", "interpolate": "linear", "strokeCap": "butt"},
            "encoding": {"x": x, "y": y, "color": colour, "strokeDash": dash, "strokeWidth": thick},
        },
        *points(x, y, colour),
        *_goals(figuur, afmeting, x, y),
        *(_ends(figuur, afmeting, x, y) if afmeting.einde else ()),
    ]
    return {"width": width, "height": afmeting.hoogte, "layer": layers}


def _colours(figuur: Figuur) -> list[str]:
    if figuur.gemiddelde is not None and len(figuur.reeksen) == 1:
        return [f"#{INK_SOFT}", f"#{ACCENT}"]
    return [f"#{one.lijn}" for one in looks_of([""] * len(figuur.lijnen))]


def _dashes(figuur: Figuur) -> list[list[int]]:
    """With an average beside it a series has a thin line and the average a thick one: both are whole."""
    whole = figuur.gemiddelde is not None
    return [_DASHES["solid" if whole else STREPEN[number % len(STREPEN)]] for number in range(len(figuur.lijnen))]


def _widths(figuur: Figuur) -> list[float]:
    series = 1.2 if figuur.gemiddelde is not None else 2.5
    return [*([series] * len(figuur.reeksen)), *([3.5] if figuur.gemiddelde is not None else [])]


def _goals(figuur: Figuur, afmeting: Afmeting, x: Json, y: Json) -> Iterator[Json]:
    """The staircase of the target. A step that goes on until the end has its words there, the others above them."""
    for before, one in zip((None, *figuur.doelen), figuur.doelen, strict=False):
        step = {"data": {"values": [{"van": one.van, "tot": one.tot, "w": one.waarde}]}}
        line = {"type": "rule", "stroke": f"#{INK}", "strokeDash": [7, 4], "strokeWidth": 1.6}
        across = {"x": {**x, "field": "van", "bandPosition": 0}, "x2": {"field": "tot", "bandPosition": 1}, "y": y}
        yield {**step, "mark": line, "encoding": across}
        if before is not None and before.tot + 1 == one.van:
            riser = {"data": {"values": [{"van": one.van, "w": one.waarde, "w2": before.waarde}]}}
            up = {"x": {**x, "field": "van", "bandPosition": 0}, "y": y, "y2": {"field": "w2"}}
            yield {**riser, "mark": line, "encoding": up}
    inside = [one for one in figuur.doelen if not (afmeting.einde and _goes_on(figuur, one))]
    top = top_of(values(figuur))
    places = [1 - one.waarde / top for one in inside]
    for one, here, there in zip(inside, places, spread(places, _LINE / afmeting.hoogte), strict=True):
        yield from _words_above(figuur, one, x, y, (there - here) * afmeting.hoogte - 8)


def _words_above(figuur: Figuur, one: Doelstap, x: Json, y: Json, dy: float) -> Iterator[Json]:
    late = one.van > len(figuur.momenten) * 0.6
    edge = {"field": "tot" if late else "van", "bandPosition": 1 if late else 0}
    words = {"type": "text", "text": one.naam, "align": "right" if late else "left", "dx": -4 if late else 4}
    for rim in RIM:
        yield {
            "data": {"values": [{"van": one.van, "tot": one.tot, "w": one.waarde}]},
            "mark": {**words, "dy": dy, "fontWeight": 600, **rim},
            "encoding": {"x": {**x, **edge}, "y": y},
        }


def _goes_on(figuur: Figuur, one: Doelstap) -> bool:
    return one.tot == len(figuur.momenten) - 1


def _ends(figuur: Figuur, afmeting: Afmeting, x: Json, y: Json) -> Iterator[Json]:
    """What stands behind the lines: name and last number, and the target; apart where they would meet."""
    top = top_of(values(figuur))
    ends = [*_last_words(figuur), *((one.naam, one.waarde) for one in figuur.doelen if _goes_on(figuur, one))]
    names = [folded(name, _LETTERS) for name, _ in ends]
    places = [1 - value / top for _, value in ends]
    moved = spread(places, _LINE * max(map(len, names), default=1) / afmeting.hoogte)
    for (_, value), lines, here, there in zip(ends, names, places, moved, strict=True):
        for number, line in enumerate(lines):
            words = {"type": "text", "text": line, "align": "left", "dx": 10, "fontWeight": 600}
            yield {
                "data": {"values": [{"m": len(figuur.momenten) - 1, "w": value}]},
                "mark": {**words, "dy": (there - here) * afmeting.hoogte + number * _LINE},
                "encoding": {"x": {**x, "bandPosition": 1}, "y": y},
            }


def _last_words(figuur: Figuur) -> Iterator[tuple[str, int]]:
    for one in figuur.lijnen:
        value = one.punten[last_of(one)].waarde if last_of(one) >= 0 else None
        if value is not None:
            yield f"{one.naam} {one.punten[last_of(one)].tekst}", value
