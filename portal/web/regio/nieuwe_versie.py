"""A new version of a plan that was vastgesteld."""

from __future__ import annotations

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.extensions import db
from portal.models import Plan
from portal.services.plan import pen, versions
from portal.web.access import plan_access, signed_in
from portal.web.regio.blueprint import blueprint


@blueprint.post("/plannen/<int:plan_id>/nieuwe-versie")
@plan_access(Action.PLAN_INVULLEN)
def nieuwe_versie(plan: Plan) -> ResponseReturnValue:
    """Start the next version; the one that was vastgesteld stays in force."""
    try:
        versie = versions.start_new_version(plan, actor=signed_in())
    except pen.PlanProblem as problem:
        db.session.rollback()
        flash(str(problem), "error")
    else:
        db.session.commit()
        flash(f"U werkt nu aan versie {versie.nummer}. Het vastgestelde plan blijft gelden.", "success")
    return redirect(url_for("regio.mijn_plan", plan_id=plan.id))
