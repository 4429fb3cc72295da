"""Plannen: the own plans, and those of other regions once they are vastgesteld."""

from __future__ import annotations

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.services.plan import plans
from portal.web.access import access, may
from portal.web.regio.blueprint import blueprint


@blueprint.get("/plannen")
@access(Action.START_ZIEN)
def plannen() -> ResponseReturnValue:
    """The plans that this person may read, own ones first. National roles have their own list of all plans."""
    if not may(Action.PLANNEN_ZIEN):
        return redirect(url_for("landelijk.overzicht")) if may(Action.OVERZICHT_ZIEN) else abort(403)
    readable = [plan for plan in plans.all_plans() if may(Action.PLAN_LEZEN, plan)]
    return render_template(
        "regio/plannen.html",
        own=[plan for plan in readable if may(Action.PLAN_CONCEPT_LEZEN, plan)],
        others=[plan for plan in readable if not may(Action.PLAN_CONCEPT_LEZEN, plan)],
    )
