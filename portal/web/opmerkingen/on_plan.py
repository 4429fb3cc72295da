"""The remarks on a plan: "Wat is er bij ons plan opgemerkt?", and the buttons of its threads."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.models import Plan
from portal.web.access import plan_access
from portal.web.commits import adds_once, sends_once
from portal.web.opmerkingen import pages
from portal.web.opmerkingen.blueprint import blueprint


@blueprint.get("/plannen/<int:plan_id>/opmerkingen")
@plan_access(Action.OPMERKEN)
def lijst(plan: Plan) -> ResponseReturnValue:
    """All remarks on the plan."""
    return pages.list_page(plan)


@blueprint.post("/plannen/<int:plan_id>/opmerkingen")
@plan_access(Action.OPMERKEN)
@adds_once
def toevoegen(plan: Plan) -> ResponseReturnValue:
    """Begin a thread."""
    return pages.add(plan)


@blueprint.post("/plannen/<int:plan_id>/opmerkingen/<int:opmerking_id>/reactie")
@plan_access(Action.OPMERKEN)
@adds_once
def reageren(plan: Plan, opmerking_id: int) -> ResponseReturnValue:
    """Say something in a thread."""
    return pages.say(plan, opmerking_id)


@blueprint.post("/plannen/<int:plan_id>/opmerkingen/<int:opmerking_id>/oplossen")
@plan_access(Action.OPMERKEN)
@sends_once
def oplossen(plan: Plan, opmerking_id: int) -> ResponseReturnValue:
    """Call a thread resolved."""
    return pages.resolve(plan, opmerking_id)


@blueprint.post("/plannen/<int:plan_id>/opmerkingen/<int:opmerking_id>/heropenen")
@plan_access(Action.OPMERKEN)
@sends_once
def heropenen(plan: Plan, opmerking_id: int) -> ResponseReturnValue:
    """Open a resolved thread again."""
    return pages.reopen(plan, opmerking_id)
