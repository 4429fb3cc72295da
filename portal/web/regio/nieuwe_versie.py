"""A new version of a plan that was vastgesteld: begun, and discarded again."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.models import Plan
from portal.services.plan import discarding, pen, versions
from portal.web.access import plan_access, signed_in
from portal.web.commits import commits, on_problem, sends_once, told_at
from portal.web.posted import require_valid
from portal.web.regio.blueprint import blueprint
from portal.web.regio.forms import WeggooiForm


@blueprint.post("/plannen/<int:plan_id>/nieuwe-versie")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def nieuwe_versie(plan: Plan) -> ResponseReturnValue:
    """Start the next version; the one that was vastgesteld stays in force."""
    home = url_for("regio.mijn_plan", plan_id=plan.id)
    with on_problem(pen.PlanProblem, told_at(home)):
        versie = versions.start_new_version(plan, actor=signed_in())
    flash(f"U werkt nu aan versie {versie.nummer}. Het vastgestelde plan blijft gelden.", "success")
    return redirect(home)


@blueprint.post("/plannen/<int:plan_id>/nieuwe-versie/weggooien")
@plan_access(Action.PLAN_INVULLEN)
@commits
def versie_weggooien(plan: Plan) -> ResponseReturnValue:
    """Discard the new version: at once when nothing changed in it, else after a page that says what is lost."""
    home = url_for("regio.mijn_plan", plan_id=plan.id)
    seen = require_valid(WeggooiForm()).gezien.data or ""
    with on_problem(pen.PlanProblem, told_at(home)):
        loss = discarding.discard(plan, seen=seen, actor=signed_in())
    if loss:
        form = WeggooiForm(formdata=None, gezien=loss.mark)
        return render_template("regio/versie_weggooien.html", plan=plan, loss=loss, form=form, again=bool(seen))
    flash("De nieuwe versie is weggegooid. Het vastgestelde plan geldt, en is wat u nu ziet.", "success")
    return redirect(home)
