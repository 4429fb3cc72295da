"""Which forms of this visitor were taken in: without an account the session of the browser remembers it."""

from __future__ import annotations

from flask import jsonify, request, session
from flask.typing import ResponseReturnValue

from portal.models import Leeslink
from portal.web.access import public
from portal.web.leeslink.blueprint import blueprint
from portal.web.leeslink.door import opens_by_link
from portal.web.marks import ATTEMPT, LONGEST, MARK

_KEY = "leeslink_ontvangen"
# A cookie is small; a browser asks soon after it sent something.
_MOST = 8


def note() -> None:
    """Remember that the form of this request was taken in."""
    pair = [request.form.get(name, "")[:LONGEST] for name in (MARK, ATTEMPT)]
    session[_KEY] = [*session.get(_KEY, []), pair][-_MOST:]


@blueprint.get("/link/<token>/ontvangen")
@public
@opens_by_link
def gehoord(link: Leeslink, token: str) -> ResponseReturnValue:
    """Of the marks that are asked about those that were taken, each with what its text is called."""
    asked = set(request.args.getlist("merk"))
    return jsonify(ontvangen=[pair for pair in session.get(_KEY, []) if pair[0] in asked])
