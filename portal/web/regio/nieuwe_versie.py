"""A new version of a plan that was vastgesteld."""

from __future__ import annotations

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.models import Plan
from portal.services.plan import pen, versions
from portal.web.access import plan_access, signed_in
from portal.web.commits import commits, on_problem, told_at
from portal.web.regio.blueprint import blueprint


@blueprint.post("/plannen/<int:plan_id>/nieuwe-versie")
@plan_access(Action.PLAN_INVULLEN)
@commits
def nieuwe_versie(plan: Plan) -> ResponseReturnValue:
    """Start the next version; the one that was vastgesteld stays in force."""
    home = url_for("regio.mijn_plan", plan_id=plan.id)
    with on_problem(pen.PlanProblem, told_at(home)):
        versie = versions.start_new_version(plan, actor=signed_in())
    flash(f"U werkt nu aan versie {versie.nummer}. Het vastgestelde plan blijft gelden.", "success")
    return redirect(home)
