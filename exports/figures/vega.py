"""A declared chart as a specification for Vega-Lite, with its points as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exports.figures.declared import Figuur, Meetpunt, Meetreeks, Tekenwijze
from exports.figures.panels import BETWEEN, columns_of, panels
from exports.figures.plane import plane
from exports.figures.scales import LETTER, SHEET, Json, last_of
from exports.figures.size import Afmeting
from exports.figures.words import folded
from exports.look.colours import INK, INK_SOFT, LINE

_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_KOP, _REGEL = 18, 13


def spec(figuur: Figuur, afmeting: Afmeting, *, met_kop: bool = False) -> Json:
    """The specification of the drawing. `met_kop`: title, subject and source stand in it, for a file of its own."""
    made = panels(figuur, afmeting) if figuur.wijze is Tekenwijze.PANELEN else plane(figuur, afmeting)
    head = _head(figuur, afmeting) if met_kop else {}
    return {
        "$schema": _SCHEMA,
        "background": SHEET if met_kop else None,
        "padding": 16 if met_kop else 2,
        "config": _config(afmeting),
        "data": {"values": list(_rows(figuur, afmeting))},
        **head,
        **made,
    }


def _config(afmeting: Afmeting) -> Json:
    return {
        "font": LETTER,
        "view": {"stroke": None},
        "text": {"font": LETTER, "fontSize": afmeting.letter, "fill": f"#{INK}"},
        "axis": {
            "labelFont": LETTER,
            "labelFontSize": afmeting.letter,
            "labelColor": f"#{INK_SOFT}",
            "domainColor": f"#{LINE}",
            "gridColor": f"#{LINE}",
            "tickColor": f"#{LINE}",
            "title": None,
        },
        "facet": {"spacing": {"row": 2 * BETWEEN, "column": 2 * BETWEEN}},
    }


def _head(figuur: Figuur, afmeting: Afmeting) -> Json:
    under = [
        line
        for text in (f"{figuur.onderwerp}.", figuur.voet, figuur.tekens)
        for line in folded(text, afmeting.breedte // 6)
    ]
    return {
        "title": {
            "text": folded(figuur.titel, afmeting.breedte // 9),
            "subtitle": under,
            "anchor": "start",
            "frame": "bounds",
            "font": LETTER,
            "subtitleFont": LETTER,
            "fontSize": _KOP,
            "subtitleFontSize": _REGEL,
            "color": f"#{INK}",
            "subtitleColor": f"#{INK_SOFT}",
            "offset": 14,
        }
    }


def _rows(figuur: Figuur, afmeting: Afmeting) -> Iterator[Json]:
    roomy = is_roomy(figuur, afmeting)
    for reeks in figuur.lijnen:
        last = last_of(reeks)
        for place, punt in enumerate(reeks.punten):
            yield {
                "m": place,
                "r": reeks.naam,
                "w": punt.waarde,
                "t": said(figuur, reeks, place),
                **_signs(reeks, place, punt, roomy=roomy, last=place == last, gemiddeld=reeks is figuur.gemiddelde),
            }


def _signs(reeks: Meetreeks, place: int, punt: Meetpunt, *, roomy: bool, last: bool, gemiddeld: bool) -> Json:
    """What is drawn at a point besides the line: a dot, an open dot, a sign for what is not there, its number."""
    if punt.waarde is None:
        return {} if gemiddeld else {"s": "gat"}
    dot = roomy or last or _is_alone(reeks.punten, place)
    found: Json = {"s": "open" if punt.voorlopig else "vol"} if (dot or punt.voorlopig) and not gemiddeld else {}
    return {**found, "e": punt.tekst} if last else found


def said(figuur: Figuur, reeks: Meetreeks, place: int) -> str:
    """What a point says when somebody points at it: "18 t/m 26 jaar, maart 2024: 34 (voorlopig)"."""
    punt = reeks.punten[place]
    return f"{reeks.naam}, {figuur.momenten[place].naam}: {punt.tekst}{' (voorlopig)' if punt.voorlopig else ''}"


def is_roomy(figuur: Figuur, afmeting: Afmeting) -> bool:
    """True when every point has room for a dot of its own."""
    beside = columns_of(figuur, afmeting) if figuur.wijze is Tekenwijze.PANELEN else 1
    return len(figuur.momenten) * afmeting.plek_per_punt <= afmeting.breedte / beside


def _is_alone(punten: Sequence[Meetpunt], place: int) -> bool:
    """No line leads to it or from it."""
    around = (*punten[max(place - 1, 0) : place], *punten[place + 1 : place + 2])
    return all(one.waarde is None for one in around)
