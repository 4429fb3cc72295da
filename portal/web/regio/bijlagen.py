"""The region's longer documents: add, fetch, remove, put back."""

from __future__ import annotations

from functools import partial

from flask import Response, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain.plan.file_types import KINDS_IN_WORDS
from portal.domain.policy import Action
from portal.models import Bijlage, Plan
from portal.services.plan import attachments, content, pen
from portal.web.access import may, plan_access, signed_in
from portal.web.body_limits import content_of
from portal.web.commits import on_problem, sends_once, told_at
from portal.web.files import download
from portal.web.posted import require_our_fields
from portal.web.regio.blueprint import blueprint
from portal.web.regio.forms import BijlageForm, IntrekForm
from portal.web.regio.plan import may_read_submission


@blueprint.get("/plannen/<int:plan_id>/bijlagen")
@plan_access(Action.PLAN_CONCEPT_LEZEN)
def bijlagen_pagina(plan: Plan) -> ResponseReturnValue:
    """The files of the plan, and the form to add one."""
    return _page(plan, BijlageForm(formdata=None))


def _page(plan: Plan, form: BijlageForm) -> str:
    return render_template(
        "regio/bijlagen.html",
        plan=plan,
        form=form,
        action_form=IntrekForm(formdata=None),
        bijlagen=content.bijlagen_of(plan),
        removed=content.bijlagen_of(plan, removed=True),
        max_mb=current_app.config["SETTINGS"].bijlage_mb,
    )


@blueprint.post("/plannen/<int:plan_id>/bijlagen")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def bijlage_toevoegen(plan: Plan) -> ResponseReturnValue:
    """Add a document; what kind it is, its content tells."""
    form = BijlageForm()
    require_our_fields(form)
    upload = request.files.get("bestand")
    if upload is None or not upload.filename:
        form.bestand.errors = [f"Kies een bestand: {KINDS_IN_WORDS}."]
        return _page(plan, form), 422
    inhoud = content_of(upload)
    with on_problem(pen.PlanProblem, partial(_refused, plan, form)):
        attachments.add_bijlage(
            plan, naam=form.naam.data, bestandsnaam=upload.filename, inhoud=inhoud, actor=signed_in()
        )
    flash("De bijlage is toegevoegd.", "success")
    return redirect(_address(plan))


def _refused(plan: Plan, form: BijlageForm, problem: pen.PlanProblem) -> ResponseReturnValue:
    """The form again; a plan that was handed in meanwhile has none."""
    if not plan.status.can_be_edited:
        return told_at(_address(plan))(problem)
    form.bestand.errors = [str(problem)]
    return _page(plan, form), 422


def _address(plan: Plan) -> str:
    return url_for("regio.bijlagen_pagina", plan_id=plan.id)


@blueprint.get("/plannen/<int:plan_id>/bijlagen/<int:bijlage_id>")
@plan_access(Action.PLAN_LEZEN)
def bijlage(plan: Plan, bijlage_id: int) -> ResponseReturnValue:
    """One file. Who may not read the draft gets only files of a submission that this person may read."""
    found = _bijlage_or_404(plan, bijlage_id)
    if not may(Action.PLAN_CONCEPT_LEZEN, plan):
        readable = (may_read_submission(plan, one) for one in attachments.submissions_with(found))
        if not any(readable):
            abort(404)
    return _send(found)


def _send(found: Bijlage) -> Response:
    return download(found.inhoud, name=found.bestandsnaam, mimetype=found.soort)


@blueprint.post("/plannen/<int:plan_id>/bijlagen/<int:bijlage_id>/verwijderen")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def bijlage_verwijderen(plan: Plan, bijlage_id: int) -> ResponseReturnValue:
    """Take a file out of the plan; it can be put back."""
    return _act(
        plan, bijlage_id, attachments.remove_bijlage, "De bijlage is verwijderd. Onderaan kunt u hem terugzetten."
    )


@blueprint.post("/plannen/<int:plan_id>/bijlagen/<int:bijlage_id>/terugzetten")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def bijlage_terugzetten(plan: Plan, bijlage_id: int) -> ResponseReturnValue:
    """Put a removed file back."""
    return _act(plan, bijlage_id, attachments.restore_bijlage, "De bijlage staat er weer.")


def _act(plan: Plan, bijlage_id: int, verb: object, success: str) -> ResponseReturnValue:
    found = _bijlage_or_404(plan, bijlage_id)
    with on_problem(pen.PlanProblem, told_at(_address(plan))):
        verb(plan, found, actor=signed_in())  # type: ignore[operator]
    flash(success, "success")
    return redirect(_address(plan))


def _bijlage_or_404(plan: Plan, bijlage_id: int) -> Bijlage:
    found = attachments.find_bijlage(plan, bijlage_id)
    if found is None:
        abort(404)
    return found
