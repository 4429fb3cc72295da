"""The remarks on a regiobeeld: per view of the figures of a region, and the buttons of their threads."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.services.instroom.talk import Regiobeeld
from portal.web.access import regiobeeld_access
from portal.web.commits import adds_once, sends_once
from portal.web.opmerkingen import pages
from portal.web.opmerkingen.blueprint import blueprint


@blueprint.get("/instroom/<code>/regiobeeld/opmerkingen")
@regiobeeld_access(Action.OPMERKEN)
def lijst_regiobeeld(beeld: Regiobeeld) -> ResponseReturnValue:
    """All remarks on the regiobeeld."""
    return pages.list_page(beeld)


@blueprint.post("/instroom/<code>/regiobeeld/opmerkingen")
@regiobeeld_access(Action.OPMERKEN)
@adds_once
def toevoegen_regiobeeld(beeld: Regiobeeld) -> ResponseReturnValue:
    """Begin a thread."""
    return pages.add(beeld)


@blueprint.post("/instroom/<code>/regiobeeld/opmerkingen/<int:opmerking_id>/reactie")
@regiobeeld_access(Action.OPMERKEN)
@adds_once
def reageren_regiobeeld(beeld: Regiobeeld, opmerking_id: int) -> ResponseReturnValue:
    """Say something in a thread."""
    return pages.say(beeld, opmerking_id)


@blueprint.post("/instroom/<code>/regiobeeld/opmerkingen/<int:opmerking_id>/oplossen")
@regiobeeld_access(Action.OPMERKEN)
@sends_once
def oplossen_regiobeeld(beeld: Regiobeeld, opmerking_id: int) -> ResponseReturnValue:
    """Call a thread resolved."""
    return pages.resolve(beeld, opmerking_id)


@blueprint.post("/instroom/<code>/regiobeeld/opmerkingen/<int:opmerking_id>/heropenen")
@regiobeeld_access(Action.OPMERKEN)
@sends_once
def heropenen_regiobeeld(beeld: Regiobeeld, opmerking_id: int) -> ResponseReturnValue:
    """Open a resolved thread again."""
    return pages.reopen(beeld, opmerking_id)
