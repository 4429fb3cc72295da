"""Verloop van een regio: what it answered, and how its actions went, round by round."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.models import Regio
from portal.services.report.trend import region_over_rounds
from portal.web.access import may, region_access
from portal.web.verloop.blueprint import blueprint


@blueprint.get("/regio/<int:regio_id>")
@region_access(Action.REGIO_VERLOOP_ZIEN)
def van_regio(regio: Regio) -> ResponseReturnValue:
    """Only what was handed in; a draft stands here for nobody."""
    return render_template(
        "verloop/regio.html",
        regio=regio,
        verloop=region_over_rounds(regio),
        landelijk=may(Action.VERLOOP_ZIEN),
    )
