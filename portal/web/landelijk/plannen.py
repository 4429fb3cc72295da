"""Starting plans: the work of a coördinator."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from forms.dutch.words import counted
from forms.fields import as_choices
from portal.domain.policy import Action
from portal.extensions import db
from portal.models import PlanRegio, Regio
from portal.services.plan import pen, plans
from portal.services.regios import by_name
from portal.web.access import access, signed_in
from portal.web.commits import on_problem, sends_once
from portal.web.landelijk.blueprint import blueprint
from portal.web.landelijk.forms import StartForm
from portal.web.posted import require_our_fields


@blueprint.route("/plannen/starten", methods=["GET", "POST"])
@access(Action.PLAN_STARTEN)
@sends_once
def starten() -> ResponseReturnValue:
    """Start one plan for each chosen region, or one joint plan for all of them."""
    free = _regions_without_plan()
    form = StartForm()
    form.regios.choices = as_choices((regio.id, regio.naam) for regio in free)
    if request.method == "GET":
        return render_template("landelijk/starten.html", form=form)
    require_our_fields(form)
    if not form.validate():
        return render_template("landelijk/starten.html", form=form), 422
    chosen = [regio for regio in free if regio.id in (form.regios.data or [])]
    with on_problem(pen.PlanProblem, partial(_refused, form)):
        started = _start(chosen, form)
    flash(f"{counted(started, 'plan', 'plannen')} gestart.", "success")
    return redirect(url_for("landelijk.overzicht"))


def _refused(form: StartForm, problem: pen.PlanProblem) -> ResponseReturnValue:
    form.regios.errors = [str(problem)]
    return render_template("landelijk/starten.html", form=form), 422


def _start(chosen: list[Regio], form: StartForm) -> int:
    assert form.deadline.data is not None  # validated
    groups = [chosen] if form.samen.data else [[regio] for regio in chosen]
    for group in groups:
        plans.open_plan(group, deadline=form.deadline.data, actor=signed_in())
    return len(groups)


def _regions_without_plan() -> list[Regio]:
    query = select(Regio).where(Regio.id.not_in(select(PlanRegio.regio_id)))
    return sorted(db.session.scalars(query), key=by_name)
