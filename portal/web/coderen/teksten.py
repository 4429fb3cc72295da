"""From a number back to the texts behind it."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.web.access import access
from portal.web.coderen.blueprint import blueprint
from portal.web.coderen.choice import blind_in, choice_of


@blueprint.get("/coderen/<soort>/teksten")
@access(Action.CODEREN)
def teksten(soort: str) -> ResponseReturnValue:
    """The texts of one kind with a code; without one those that were chosen by state.

    What who looks can still code as the second does not stand among them: a list of a code would tell what it got.
    """
    keuze = choice_of(soort)
    texts = keuze.texts()
    blind = blind_in(keuze, texts)
    found = [item for item in texts if keuze.wants(item) and item.id not in blind]
    regions = {regio for item in found for regio in item.regios}
    return render_template("coderen/teksten.html", keuze=keuze, found=found, regions=len(regions), blind=len(blind))
