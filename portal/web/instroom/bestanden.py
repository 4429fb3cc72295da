"""The files of a chart: its figures as CSV and Excel, and the chart as a picture."""

from __future__ import annotations

from flask import abort
from flask.typing import ResponseReturnValue

from exports.excel.figures import figures_xlsx
from exports.figures import drawing
from exports.figures.declared import SYNTHETISCH, Figuur
from exports.figures.files import figures_csv
from portal import letters
from portal.domain import clock
from portal.domain.instroom.indicators import INDICATOREN
from portal.domain.policy import Action
from portal.services.instroom import charts
from portal.web.access import access
from portal.web.files import CSV, PNG, XLSX, download
from portal.web.instroom import chosen
from portal.web.instroom.blueprint import blueprint


@blueprint.get("/bestanden/<gebied>/<indeling>.csv")
@access(Action.INSTROOM_ZIEN)
def als_csv(gebied: str, indeling: str) -> ResponseReturnValue:
    """The figures of a chart."""
    figuur = _chart(gebied, indeling)
    return download(figures_csv(figuur), name=_name(figuur, "csv"), mimetype=CSV)


@blueprint.get("/bestanden/<gebied>/<indeling>.xlsx")
@access(Action.INSTROOM_ZIEN)
def als_excel(gebied: str, indeling: str) -> ResponseReturnValue:
    """The figures with the chart in a workbook."""
    figuur = _chart(gebied, indeling)
    return download(figures_xlsx(figuur, moment=clock.now()), name=_name(figuur, "xlsx"), mimetype=XLSX)


@blueprint.get("/bestanden/<gebied>/<indeling>.png")
@access(Action.INSTROOM_ZIEN)
def als_png(gebied: str, indeling: str) -> ResponseReturnValue:
    """The chart as a picture, with its title and source in it."""
    figuur = _chart(gebied, indeling)
    if figuur.is_leeg:
        abort(404)
    return download(drawing.png(figuur, letters.folder()), name=_name(figuur, "png"), mimetype=PNG)


def _chart(code: str, naam: str) -> Figuur:
    place = chosen.place_of(code, chosen.regions())
    bron = charts.source(chosen.indicator(INDICATOREN.values()))
    indeling = next((one for one in bron.weergaven if one.value == naam), None) if bron else None
    if indeling is None or bron is None:
        abort(404)
    venster = charts.window_of(bron, place, indeling, chosen.periods(bron, place).venster)
    return charts.view_of(bron, place, indeling, venster)


def _name(figuur: Figuur, ending: str) -> str:
    kind = f" ({SYNTHETISCH})" if figuur.synthetisch else ""
    return f"{figuur.onderwerp}{kind}.{ending}"
