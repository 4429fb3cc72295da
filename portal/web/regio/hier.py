"""Who else has a step of the plan open, or says what was changed in it, and what changed there meanwhile."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from portal.database import reads_first
from portal.domain.policy import Action
from portal.models import Plan
from portal.services import last_change
from portal.web import presence
from portal.web.access import plan_access
from portal.web.commits import commits
from portal.web.regio.blueprint import blueprint
from portal.web.regio.onderdeel import step_or_404


@blueprint.post("/plannen/<int:plan_id>/onderdeel/<step_key>/hier")
@plan_access(Action.PLAN_INVULLEN)
@commits
@reads_first
def hier(plan: Plan, step_key: str) -> ResponseReturnValue:
    """Asked by the script of an open page."""
    return presence.tell(last_change.of_plan_step(plan, step_or_404(plan, step_key)), "dit onderdeel")


@blueprint.post("/plannen/<int:plan_id>/controleren/hier")
@plan_access(Action.PLAN_INVULLEN)
@commits
@reads_first
def hier_aangepast(plan: Plan) -> ResponseReturnValue:
    """Asked by the script of the check page of a plan that came back."""
    return presence.tell(last_change.of_what_was_asked(plan), "deze toelichting")
