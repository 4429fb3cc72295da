"""Where somebody goes back to after posting. A form names a place by its key, never by an address."""

from __future__ import annotations

from flask import current_app, url_for

from portal.domain.policy import Action
from portal.models import Opmerking, Plan
from portal.web.access import may

REVIEW_PAGE = "beoordelen.plan"


def back_to(plan: Plan, thread: Opmerking, key: str) -> str:
    """The address of the place with this key, at the thread; the list of remarks for any other key."""
    anchor = f"opmerking-{thread.id}"
    if key == "onderdeel" and may(Action.PLAN_INVULLEN, plan) and _is_written(plan) and thread.opgelost_op is None:
        return url_for("regio.onderdeel", plan_id=plan.id, step_key=thread.step_key, _anchor=anchor)
    if key == "beoordelen" and REVIEW_PAGE in current_app.view_functions and thread.opgelost_op is None:
        return url_for(REVIEW_PAGE, plan_id=plan.id, _anchor=anchor)
    return url_for("opmerkingen.lijst", plan_id=plan.id, _anchor=anchor)


def _is_written(plan: Plan) -> bool:
    return plan.status.can_be_edited and plan.opgegaan_in_id is None
