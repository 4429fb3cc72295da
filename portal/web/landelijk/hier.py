"""Who else has a text of the samenvattende analyse open, and what changed there meanwhile."""

from __future__ import annotations

from flask import abort
from flask.typing import ResponseReturnValue

from exports.condensed_source import find_kolom
from portal.database import reads_first
from portal.domain.policy import Action
from portal.services import last_change
from portal.web import presence
from portal.web.access import access
from portal.web.commits import commits
from portal.web.landelijk.blueprint import blueprint


@blueprint.post("/samenvatting/<int:plan_id>/<kolom>/hier")
@access(Action.SAMENVATTEN)
@commits
@reads_first
def hier(plan_id: int, kolom: str) -> ResponseReturnValue:
    """Asked by the script of an open page."""
    if find_kolom(kolom) is None:
        abort(404)
    return presence.tell(last_change.of_condensed(plan_id, kolom), "deze samenvatting")
