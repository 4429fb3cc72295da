"""`/api/v1/instroomcijfers`: published figures for programs, by the REST API Design Rules of the Dutch government.

Only what is public on the pages is here, word for word: what is hidden there has no value here.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO
from typing import Any
from urllib.parse import urlencode

from flask import Response, jsonify, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain.instroom.breakdowns import CATEGORIEEN, INDELING_NAMEN
from portal.domain.instroom.figures import NEDERLAND, Plek
from portal.domain.instroom.indicators import INDICATOREN
from portal.domain.instroom.shown import Getoond
from portal.models import InstroomPublicatie
from portal.services import regios
from portal.services.instroom import publishing
from portal.web.access import public
from portal.web.cijfers.blueprint import blueprint

VERSION = "1.0.0"
FIELDS = (
    "indicator", "gebied", "indeling", "categorie", "periode", "waarde", "getoond", "toelichting", "voorlopig",
)  # fmt: skip
FILTERS = ("indicator", "gebied", "indeling", "categorie", "periode")
_MOST = 1000
# No page has a number of more digits.
_DIGITS = 6


@blueprint.get("/api/v1/instroomcijfers", defaults={"vorm": "json"})
@blueprint.get("/api/v1/instroomcijfers.<vorm>")
@public
def lijst(vorm: str) -> ResponseReturnValue:
    """The figures of one indicator, of all places or one, a page at a time; as CSV all at once."""
    publicatie = publishing.public()
    asked = {name: request.args[name] for name in FILTERS if request.args.get(name)}
    if vorm not in ("json", "csv"):
        return _problem(404, "Deze vorm is er niet", "Vraag .json of .csv.")
    if unknown := sorted(set(request.args) - {*FILTERS, "pagina"}):
        known = ", ".join((*FILTERS, "pagina"))
        return _problem(400, "Onbekende parameter", f"Onbekend: {', '.join(unknown)}. Bekend: {known}.")
    if not "".join(asked.values()).isprintable():
        return _problem(400, "Onbekend teken", "Gebruik letters, cijfers en leestekens.")
    if asked.get("indicator", "instroom") not in INDICATOREN:
        return _problem(400, "Onbekende indicator", f"Bekend: {', '.join(INDICATOREN)}.")
    if "indeling" in asked and asked["indeling"] not in _allowed("indeling"):
        return _problem(400, "Onbekende indeling", f"Bekend: {', '.join(_allowed('indeling'))}.")
    if _page_asked() is None:
        return _problem(400, "Onbekende pagina", "Vraag een pagina met een heel getal vanaf 1.")
    if publicatie is None:
        return _problem(404, "Nog geen cijfers", "Er zijn nog geen cijfers openbaar gemaakt.")
    rows = _rows(publicatie, asked)
    if not rows and (unknown_place := _unknown_place(asked)):
        return unknown_place
    return _as_csv(rows, publicatie) if vorm == "csv" else _as_json(rows, publicatie, asked)


def _unknown_place(asked: Mapping[str, str]) -> Response | None:
    """A place that never has figures is a mistake of who asks; one that has none now is an empty list."""
    if "gebied" not in asked:
        return None
    known = [NEDERLAND, *(one.code for one in regios.bare_regios())]
    if asked["gebied"] in known:
        return None
    return _problem(400, "Onbekend gebied", f"Bekend: {', '.join(known)}.")


def _page_asked() -> int | None:
    """The page that is asked for, the first when none is; None for what is no number of a page."""
    asked = request.args.get("pagina", "1")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) <= _DIGITS and int(asked) else None


def _rows(publicatie: InstroomPublicatie, asked: Mapping[str, str]) -> list[dict[str, Any]]:
    places = [asked["gebied"]] if "gebied" in asked else []
    figures = publishing.figures_of(publicatie, asked.get("indicator", "instroom"), places)
    return [
        _row(plek, one)
        for plek, one in figures.items()
        if all(getattr(plek, name) == value for name, value in asked.items())
    ]


def _row(plek: Plek, one: Getoond) -> dict[str, Any]:
    # A range is no number.
    told = (one.waarde if one.waarde_tot is None else None, one.tekst, one.uitleg, one.voorlopig)
    return dict(zip(FIELDS, (*map(str, plek), *told), strict=True))


def _as_json(rows: list[dict[str, Any]], publicatie: InstroomPublicatie, asked: Mapping[str, str]) -> Response:
    page, last = _page_asked() or 1, -(-len(rows) // _MOST)
    here = rows[(page - 1) * _MOST : page * _MOST]
    answer = jsonify(
        bron=publicatie.bron,
        peildatum=publicatie.peildatum,
        synthetisch=publicatie.is_synthetisch,
        aantal=len(rows),
        pagina=page,
        cijfers=here,
        _links=_links(page, last, asked),
    )
    return _versioned(answer)


def _links(page: int, last: int, asked: Mapping[str, str]) -> dict[str, dict[str, str]]:
    pages = {"self": page, "next": page + 1 if page < last else 0, "prev": min(page - 1, last)}
    return {
        name: {"href": f"{url_for('cijfers.lijst', vorm='json')}?{urlencode({**asked, 'pagina': number})}"}
        for name, number in pages.items()
        if number
    }


def _as_csv(rows: list[dict[str, Any]], publicatie: InstroomPublicatie) -> Response:
    made = StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow((*FIELDS, "bron", "synthetisch"))
    extra = (publicatie.bron, "ja" if publicatie.is_synthetisch else "nee")
    writer.writerows((*("" if value is None else value for value in row.values()), *extra) for row in rows)
    answer = Response("\ufeff" + made.getvalue(), mimetype="text/csv")
    answer.headers["Content-Disposition"] = "attachment; filename=instroomcijfers.csv"
    return _versioned(answer)


def _problem(status: int, title: str, detail: str) -> Response:
    """An error as RFC 9457 has it."""
    answer = jsonify(type="about:blank", title=title, status=status, detail=detail)
    answer.status_code, answer.mimetype = status, "application/problem+json"
    return _versioned(answer)


def _versioned(answer: Response) -> Response:
    answer.headers["API-Version"] = VERSION
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


@blueprint.get("/api/v1/openapi.json")
@public
def openapi() -> ResponseReturnValue:
    """What can be asked, and what the words mean."""
    parameters = [_parameter(name) for name in FILTERS]
    return _versioned(
        jsonify(
            openapi="3.1.0",
            info={
                "title": "Instroomcijfers Wlz-ggz-wonen",
                "version": VERSION,
                "description": "Openbaar gemaakte cijfers van de Regioaanpak. Kleine aantallen hebben geen waarde.",
            },
            servers=[{"url": "/api/v1"}],
            paths={
                f"/instroomcijfers{ending}": {
                    "get": {
                        "operationId": f"instroomcijfers{ending.replace('.', '_')}",
                        "parameters": parameters if ending else [*parameters, _PAGE],
                        "responses": _RESPONSES,
                    }
                }
                for ending in ("", ".csv")
            },
            **{"x-definities": _definitions()},
        )
    )


_PAGE = {"name": "pagina", "in": "query", "schema": {"type": "integer", "minimum": 1, "default": 1}}
_RESPONSES = {
    "200": {"description": "De cijfers"},
    "400": {"description": "Een vraag die niet kan; het antwoord zegt wat er wel kan"},
    "404": {"description": "Nog geen cijfers"},
}


def _parameter(name: str) -> dict[str, Any]:
    allowed = _allowed(name)
    return {"name": name, "in": "query", "schema": {"type": "string", **({"enum": allowed} if allowed else {})}}


def _allowed(name: str) -> list[str]:
    return {"indicator": list(INDICATOREN), "indeling": [one.value for one in CATEGORIEEN]}.get(name, [])


def _definitions() -> dict[str, Any]:
    indicators = {
        one.sleutel: {"naam": one.naam, "definitie": one.definitie, "eenheid": one.eenheid}
        for one in INDICATOREN.values()
    }
    cuts = {one.value: {"naam": INDELING_NAMEN[one], "categorieen": dict(CATEGORIEEN[one])} for one in CATEGORIEEN}
    return {"indicatoren": indicators, "indelingen": cuts}
