"""A small plane for each series, all on one scale."""

from __future__ import annotations

from exports.figures.declared import Figuur
from exports.figures.scales import RIM, Json, points, x_axis, y_axis
from exports.figures.size import Afmeting
from exports.look.colours import ACCENT

PANEL_HEIGHT, BETWEEN = 96, 14


def columns_of(figuur: Figuur, afmeting: Afmeting) -> int:
    """How many small planes stand beside each other: four stand two by two."""
    return 2 if afmeting.kolommen == 3 and len(figuur.reeksen) == 4 else afmeting.kolommen


def panels(figuur: Figuur, afmeting: Afmeting) -> Json:
    """Everything of a drawing of small planes."""
    beside = columns_of(figuur, afmeting)
    width = (afmeting.breedte - beside * 44 - (beside - 1) * 2 * BETWEEN) // beside
    x, y = x_axis(figuur, afmeting.labels_paneel, flush=beside > 1), y_axis(figuur, few=True)
    colour: Json = {"value": f"#{ACCENT}"}
    number: Json = {"type": "text", "align": "right", "dy": -12, "dx": 4, "fontWeight": 600}
    last: list[Json] = [
        {
            "transform": [{"filter": "isValid(datum.e)"}],
            "mark": {**number, **halo},
            "encoding": {"x": x, "y": y, "text": {"field": "e"}},
        }
        for halo in RIM
    ]
    name = {
        "transform": [{"filter": "datum.m == 0"}],
        "mark": {"type": "text", "align": "left", "fontWeight": 600, "fontSize": afmeting.letter + 1},
        "encoding": {"x": {"value": 0}, "y": {"value": -12}, "text": {"field": "r"}},
    }
    line = {"mark": {"type": "line", "strokeWidth": 2.2, "color": f"#{ACCENT}"}, "encoding": {"x": x, "y": y}}
    names = [one.naam for one in figuur.reeksen]
    return {
        "facet": {
            "field": "r",
            "type": "nominal",
            "sort": names,
            # Each plane has its name inside it, where it stays with its own width.
            "header": {"title": None, "labelExpr": "''", "labelFontSize": 1, "labelPadding": 0},
        },
        "columns": beside,
        "spec": {"width": width, "height": PANEL_HEIGHT, "layer": [line, *points(x, y, colour), *last, name]},
    }
