"""From a number back to the texts behind it."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.web.access import access
from portal.web.coderen.blueprint import blueprint
from portal.web.coderen.choice import choice_of


@blueprint.get("/coderen/<soort>/teksten")
@access(Action.CODEREN)
def teksten(soort: str) -> ResponseReturnValue:
    """The texts of one kind with a code; without one those that were chosen by state."""
    keuze = choice_of(soort)
    found = [item for item in keuze.texts() if keuze.wants(item)]
    regions = {regio for item in found for regio in item.regios}
    return render_template("coderen/teksten.html", keuze=keuze, found=found, regions=len(regions))
