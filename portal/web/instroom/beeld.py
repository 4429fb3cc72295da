"""Instroom: four views of the country, and of each region beside the country."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.cleaning import clean_line
from portal.domain.policy import Action, Facts
from portal.models import Regio
from portal.services import regios
from portal.services.instroom import charts, publishing, shown
from portal.services.instroom.charts import LAND, Gebied
from portal.web.access import access, may, region_access
from portal.web.instroom import chosen, four_views
from portal.web.instroom.blueprint import blueprint

# What stays in the address when one goes from the country to a region.
_KEPT = ("van", "tot", "per", "cijfer")


@blueprint.get("")
@access(Action.INSTROOM_ZIEN)
def land() -> ResponseReturnValue:
    """The country. Who looks for one region is brought there."""
    zoek = clean_line(request.args.get("zoek", ""))
    bekend = chosen.regions()
    found = regios.find_regios(zoek, regios.all_regios()) if zoek else []
    if len(found) == 1:
        kept: dict[str, Any] = {key: request.args[key] for key in _KEPT if request.args.get(key)}
        return redirect(url_for("instroom.van_regio", code=found[0].code, **kept))
    return _page(LAND, bekend, zoek=zoek, found=found)


@blueprint.get("/<code>")
@region_access(Action.INSTROOM_ZIEN)
def van_regio(regio: Regio) -> ResponseReturnValue:
    """One region with the country beside it."""
    mine = may(Action.DUIDING_CONCEPT_LEZEN, Facts(regio_ids=frozenset({regio.id})))
    publicatie = publishing.waiting() if mine else None
    inzage_tot = publicatie.inzage_tot if publicatie else None
    return _page(Gebied(regio.code, regio.naam), chosen.regions(), inzage_tot=inzage_tot)


def _page(
    gebied: Gebied,
    bekend: Sequence[Regio],
    *,
    zoek: str = "",
    found: Sequence[Regio] = (),
    inzage_tot: date | None = None,
) -> str:
    indicatoren = shown.indicators_here()
    return render_template(
        "instroom/beeld.html",
        regios=bekend,
        zoek=zoek,
        gevonden=found,
        inzage_tot=inzage_tot,
        indicatoren=indicatoren,
        **four_views.page_of(charts.source(chosen.indicator(indicatoren)), gebied),
    )
