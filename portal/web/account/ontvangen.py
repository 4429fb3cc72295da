"""Which of the forms that this person sent were taken in: a browser keeps what was typed until it hears so."""

from __future__ import annotations

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.services import sendings
from portal.web.access import access, signed_in
from portal.web.account.blueprint import blueprint

# A browser asks of what it sent and heard nothing about: a few forms.
MOST = 100


@blueprint.get("/ontvangen")
@access(Action.EIGEN_ACCOUNT)
def ontvangen() -> ResponseReturnValue:
    """Of the marks that are asked about (`?merk=…&merk=…`) those that were taken, each with what its text is called."""
    marks = request.args.getlist("merk")[:MOST]
    return jsonify(ontvangen=sendings.received(signed_in().user_id, marks))
