"""Where somebody goes back to after posting. A form names a place by its key, never by an address."""

from __future__ import annotations

from flask import request, url_for

from portal.domain.policy import Action
from portal.models import Opmerking, Plan
from portal.web.access import may

PLACE_OF_BLUEPRINT = {"regio": "onderdeel", "beoordelen": "beoordelen"}


def present_place() -> str:
    """The key of the place where the person is now; also where a page is drawn again with what is wrong in it."""
    if request.endpoint == "regio.meelezing_lezen":
        return "meelezen"
    return PLACE_OF_BLUEPRINT.get(request.blueprint or "", "lijst")


def back_to(plan: Plan, thread: Opmerking, key: str) -> str:
    """The address of the place with this key, at the thread; the list of remarks for any other key.

    Beside a text stand open threads only: there a resolved one leads to the others on its part.
    """
    is_open = thread.opgelost_op is None
    anchor = f"opmerking-{thread.id}" if is_open else f"opmerkingen-{thread.step_key}"
    if key == "onderdeel" and may(Action.PLAN_INVULLEN, plan) and _is_written(plan):
        return url_for("regio.onderdeel", plan_id=plan.id, step_key=thread.step_key, _anchor=anchor)
    if key == "beoordelen" and may(Action.PLAN_BEOORDELEN, plan):
        return url_for("beoordelen.plan", plan_id=plan.id, _anchor=anchor)
    if key == "meelezen" and may(Action.MEELEZING_LEZEN, plan):
        return url_for("regio.meelezing_lezen", plan_id=plan.id, _anchor=anchor)
    return url_for("opmerkingen.lijst", plan_id=plan.id, _anchor=f"opmerking-{thread.id}")


def _is_written(plan: Plan) -> bool:
    return plan.status.can_be_edited and plan.opgegaan_in_id is None
