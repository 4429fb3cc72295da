"""Who else has the regiobeeld open to write on, and what a colleague saved there meanwhile."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from portal.database import reads_first
from portal.domain.policy import Action
from portal.models import Regio
from portal.services import last_change
from portal.web import presence
from portal.web.access import region_access
from portal.web.commits import commits
from portal.web.instroom.blueprint import blueprint


@blueprint.post("/<code>/regiobeeld/hier")
@region_access(Action.DUIDING_SCHRIJVEN)
@commits
@reads_first
def hier(regio: Regio) -> ResponseReturnValue:
    """Asked by the script of an open page."""
    return presence.tell(last_change.of_regiobeeld(regio), "deze duiding")
