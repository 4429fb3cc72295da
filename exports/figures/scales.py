"""What every part of a drawing shares: the axes, the dots, and words on a rim of paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exports.figures.axis import marked
from exports.figures.declared import Figuur, Meetreeks
from exports.look.colours import INK_SOFT, WHITE
from exports.look.lines import step_of, top_of

Json = dict[str, Any]

# In quotes: a name may not begin a word with a figure.
LETTER = "'Source Sans 3', sans-serif"
SHEET = f"#{WHITE}"
# Words over lines stand on a rim of paper.
RIM: tuple[Json, ...] = ({"stroke": SHEET, "strokeWidth": 4, "strokeJoin": "round"}, {})


def values(figuur: Figuur) -> list[int | None]:
    return [*(one for reeks in figuur.lijnen for one in reeks.waarden), *(one.waarde for one in figuur.doelen)]


def x_axis(figuur: Figuur, most: int, *, flush: bool = False) -> Json:
    shown = marked(figuur.momenten, figuur.per, most)
    words = ",".join(f"{place}:'{_quoted(figuur.momenten[place].kort)}'" for place in shown)
    return {
        "field": "m",
        "type": "ordinal",
        "scale": {"type": "band", "domain": list(range(len(figuur.momenten))), "padding": 0},
        "axis": {
            "values": shown,
            "labelExpr": f"({{{words}}})[datum.value]",
            "labelAngle": 0,
            "labelOverlap": False,
            "labelFlush": flush,
        },
    }


def _quoted(text: str) -> str:
    """A word of ours inside a string of an expression of Vega."""
    return text.replace("\\", "").replace("'", "’")


def y_axis(figuur: Figuur, *, few: bool = False) -> Json:
    found = values(figuur)
    top, step = top_of(found), step_of(found)
    ticks = [0, top] if few else list(range(0, top + 1, step))
    return {
        "field": "w",
        "type": "quantitative",
        "scale": {"domain": [0, top], "nice": False, "zero": True},
        "axis": {"values": ticks, "format": ",d", "domain": False, "ticks": False},
    }


def points(x: Json, y: Json, colour: Json) -> Iterator[Json]:
    """Dots of final figures are filled, of provisional ones open; a triangle at the foot is what is not there."""
    tip = {"field": "t", "type": "nominal"}
    for sign, filled in (("vol", True), ("open", False)):
        yield {
            "transform": [{"filter": f"datum.s == '{sign}'"}],
            "mark": {
                "type": "point",
                "shape": "circle",
                "size": 34,
                "opacity": 1,
                "filled": filled,
                "strokeWidth": 1.6,
                **({} if filled else {"fill": SHEET}),
            },
            "encoding": {"x": x, "y": y, "color": {**colour, "legend": None}, "description": tip},
        }
    yield {
        "transform": [{"filter": "datum.s == 'gat'"}],
        "mark": {
            "type": "point",
            "shape": "triangle-down",
            "size": 30,
            "opacity": 1,
            "yOffset": -6,
            "strokeWidth": 1.2,
            "fill": SHEET,
            "stroke": f"#{INK_SOFT}",
        },
        "encoding": {"x": x, "y": {"datum": 0, **_scaled(y)}, "description": tip},
    }


def _scaled(y: Json) -> Json:
    return {"type": "quantitative", "scale": y["scale"], "axis": y["axis"]}


def last_of(reeks: Meetreeks) -> int:
    """The place of its last number, -1 without one."""
    return max((place for place, one in enumerate(reeks.punten) if one.waarde is not None), default=-1)
