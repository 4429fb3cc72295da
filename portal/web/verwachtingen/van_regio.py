"""What a region expected, with the answers of the kerngroep: for the region itself."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.models import Antwoordblad
from portal.services.feedback import expectations
from portal.web.access import sheet_access
from portal.web.verwachtingen.blueprint import blueprint


@blueprint.get("/antwoordbladen/<int:blad_id>/verwachtingen")
@sheet_access(Action.BLAD_LEZEN)
def van_regio(blad: Antwoordblad) -> ResponseReturnValue:
    """The expectations that this sheet handed in, each with its answer."""
    lines = expectations.of_sheet(blad)
    answered = sum(not line.is_open for line in lines if not line.for_region)
    return render_template("verwachtingen/van_regio.html", blad=blad, lines=lines, answered=answered)
