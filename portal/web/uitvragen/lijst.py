"""Uitvragen: the rounds, and which region answered which of them."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action, Facts
from portal.services.round.matrix import rounds_overview
from portal.web.access import access, may
from portal.web.uitvragen.blueprint import blueprint


@blueprint.get("")
@access(Action.OVERZICHT_ZIEN)
def lijst() -> ResponseReturnValue:
    """All rounds, the open one first, and the matrix of regions × rounds."""
    return render_template(
        "uitvragen/lijst.html",
        overview=rounds_overview(),
        # Asked once for all cells: national roles may read each sheet that was handed in.
        may_read=may(Action.BLAD_LEZEN, Facts(has_indiening=True)),
    )
