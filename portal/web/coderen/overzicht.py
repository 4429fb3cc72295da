"""How far the coding of a round is."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.services.coding import items, remaining
from portal.services.coding.piles import piles
from portal.web.access import access
from portal.web.coderen.blueprint import blueprint
from portal.web.coderen.choice import chosen_round


@blueprint.get("/coderen")
@access(Action.CODEREN)
def overzicht() -> ResponseReturnValue:
    """Per pile of texts how many are to go, perhaps stale, and done; of the round in which texts wait."""
    rondes, uitvraag = chosen_round()
    waits = remaining.by_round()
    if "uitvraag" not in request.args:
        uitvraag = remaining.round_to_code(rondes, waits)
    texts = items.all_items(uitvraag)
    counts = {pile: items.counts_of(filter(pile.holds, texts[pile.soort])) for pile in piles(uitvraag)}
    elders = [(one, waits[one.id]) for one in rondes if waits[one.id] and one != uitvraag]
    return render_template("coderen/overzicht.html", rondes=rondes, uitvraag=uitvraag, counts=counts, elders=elders)
