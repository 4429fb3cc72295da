"""What is looked at in the report → data for the templates: charts, the map, large numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, assert_never

from exports.cells import xml_text
from exports.figures import drawing
from exports.figures.declared import Figuur
from exports.figures.native import in_words
from exports.figures.size import BREED
from exports.look.lines import spread, step_of, top_of
from exports.look.status import Uiterlijk, look_of, looks_of
from exports.national.printed import cell_text
from exports.national.tree import Cijfers, Grafiek, Kaart, Lijngrafiek
from exports.pdf.typesetting import stand_in

# What a line of words at the end of a line of a chart takes of its height.
_LINE_OF_WORDS = 0.1


def picture(blok: Grafiek | Lijngrafiek | Kaart | Cijfers) -> dict[str, Any]:
    """What `report.typ` needs to draw this block."""
    match blok:
        case Grafiek():
            return _chart(blok)
        case Lijngrafiek():
            return _lines(blok)
        case Kaart():
            return _map(blok)
        case Cijfers():
            return _numbers(blok)
        case _:
            assert_never(blok)


def figure(figuur: Figuur, letters: Path) -> dict[str, Any]:
    """A chart of figures: the drawing of the page, with its words for who can't see it."""
    return {
        "kind": "figuur",
        "titel": xml_text(figuur.titel),
        "alt": stand_in(in_words(figuur)),
        "bron": xml_text(f"{figuur.onderschrift} {figuur.tekens}".strip()),
        "svg": drawing.svg(figuur, BREED, letters),
    }


def _chart(grafiek: Grafiek) -> dict[str, Any]:
    looks = looks_of([one.status for one in grafiek.reeksen])
    return {
        "kind": "grafiek",
        "titel": xml_text(grafiek.titel),
        "alt": stand_in(grafiek.alt),
        "gestapeld": grafiek.gestapeld,
        "categorieen": [xml_text(one) for one in grafiek.categorieen],
        "reeksen": [
            {"naam": xml_text(one.naam), "waarden": list(one.waarden), **_look(look)}
            for one, look in zip(grafiek.reeksen, looks, strict=True)
        ],
    }


def _look(look: Uiterlijk) -> dict[str, str]:
    return {
        "kleur": look.kleur,
        "letter": look.letter,
        "teken": look.teken,
        "patroon": look.patroon.value,
        "rand": look.rand,
        "lijn": look.lijn,
    }


def _lines(grafiek: Lijngrafiek) -> dict[str, Any]:
    values = [value for one in grafiek.lijnen for value in one.waarden]
    top, step = top_of(values), step_of(values)
    looks = looks_of([one.status for one in grafiek.lijnen])
    ends = spread([1 - _last(one.waarden) / top for one in grafiek.lijnen], _LINE_OF_WORDS)
    return {
        "kind": "lijnen",
        "titel": xml_text(grafiek.titel),
        "alt": stand_in(grafiek.alt),
        "bron": xml_text(grafiek.bron),
        "momenten": [xml_text(one) for one in grafiek.momenten],
        "top": top,
        "streken": list(range(0, top + 1, step)),
        "lijnen": [
            {"naam": xml_text(one.naam), "waarden": list(one.waarden), "einde": end, **_look(look)}
            for one, look, end in zip(grafiek.lijnen, looks, ends, strict=True)
        ],
    }


def _last(waarden: Sequence[int | None]) -> int:
    return next((one for one in reversed(waarden) if one is not None), 0)


def _map(kaart: Kaart) -> dict[str, Any]:
    tegels = [
        {
            "naam": xml_text(one.naam),
            "kolom": one.kolom,
            "rij": one.rij,
            "woord": one.woord,
            **_look(look_of(one.status)),
        }
        for one in kaart.tegels
    ]
    return {
        "kind": "kaart",
        "titel": xml_text(kaart.titel),
        "alt": stand_in(kaart.alt),
        "bron": xml_text(kaart.bron),
        "kolommen": max(one.kolom for one in kaart.tegels) + 1,
        "rijen": max(one.rij for one in kaart.tegels) + 1,
        "tegels": tegels,
        "legenda": [
            {"woord": xml_text(one.woord), "aantal": one.aantal, **_look(look_of(one.status))} for one in kaart.legenda
        ],
    }


def _numbers(cijfers: Cijfers) -> dict[str, Any]:
    return {
        "kind": "cijfers",
        "voet": xml_text(cijfers.voet),
        "rijen": [[cell_text(one.cel), one.van, xml_text(one.label), one.verandering] for one in cijfers.rijen],
    }
