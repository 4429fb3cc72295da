"""What everybody reads of the instroom, without signing in: the country, and each region beside it."""

from __future__ import annotations

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from portal.services import regios
from portal.services.instroom import publishing
from portal.services.instroom.charts import LAND, Gebied
from portal.web.access import public
from portal.web.cijfers.blueprint import blueprint
from portal.web.instroom import chosen
from portal.web.instroom.figures_page import figures_page


@blueprint.get("/cijfers")
@public
def land() -> ResponseReturnValue:
    """The country; without a publication the page says that there is none."""
    return _page(LAND)


@blueprint.get("/cijfers/<code>")
@public
def van_regio(code: str) -> ResponseReturnValue:
    """One region, as far as it was published."""
    regio = regios.find_by_code(code)
    if regio is None or publishing.public() is None:
        abort(404)
    return _page(Gebied(regio.code, regio.naam))


def _page(gebied: Gebied) -> str:
    publicatie = publishing.public()
    shown = figures_page(publicatie, gebied) if publicatie else {"gebied": gebied, "is_land": True}
    return render_template("cijfers/beeld.html", publicatie=publicatie, regios=chosen.regions(), **shown)
