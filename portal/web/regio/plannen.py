"""Plannen: the own plans, and those of other regions once they are vastgesteld."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.services import plans
from portal.web.access import access, may
from portal.web.regio import blueprint


@blueprint.get("/plannen")
@access(Action.PLANNEN_ZIEN)
def plannen() -> ResponseReturnValue:
    """The plans that this person may read, own ones first."""
    readable = [plan for plan in plans.all_plans() if may(Action.PLAN_LEZEN, plan)]
    return render_template(
        "regio/plannen.html",
        own=[plan for plan in readable if may(Action.PLAN_CONCEPT_LEZEN, plan)],
        others=[plan for plan in readable if not may(Action.PLAN_CONCEPT_LEZEN, plan)],
    )
