"""The check page, handing in, the receipt, and taking back."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from portal.domain.completeness import plan_state
from portal.domain.policy import Action
from portal.domain.roles import Namens
from portal.domain.workflow import MoveNotAllowed
from portal.extensions import db
from portal.models import Plan
from portal.services import content, notices, plans, submit
from portal.web.access import plan_access, signed_in
from portal.web.posted import require_our_fields
from portal.web.regio import blueprint
from portal.web.regio.forms import IndienForm, IntrekForm
from portal.web.regio.plan import draft_document, submission_or_404


@blueprint.get("/plannen/<int:plan_id>/controleren")
@plan_access(Action.PLAN_INVULLEN)
def controleren(plan: Plan) -> ResponseReturnValue:
    """Everything on one page, with a link per part, and the form to hand in."""
    if not plan.status.can_be_edited:
        return _to_plan(plan)
    return _check_page(plan, _submit_form(plan))


@blueprint.post("/plannen/<int:plan_id>/indienen")
@plan_access(Action.PLAN_INDIENEN)
def indienen(plan: Plan) -> ResponseReturnValue:
    """Hand in for one side; a double click or a page sent again leads to the same receipt."""
    form = _submit_form(plan)
    require_our_fields(form)
    if not form.validate():
        return (_check_page(plan, form), 422) if plan.status.can_be_edited else _to_plan(plan)
    try:
        indiening = submit.submit(
            plan,
            actor=signed_in(),
            namens=Namens(form.namens.data),
            akkoord_van=form.akkoord_van.data,
            seen_number=form.indieningen.data,
        )
        notices.submitted(plan, indiening)
    except (submit.NotReady, plans.PlanProblem, MoveNotAllowed) as problem:
        db.session.rollback()
        flash(_why_not(problem), "error")
        return redirect(url_for("regio.controleren", plan_id=plan.id))
    db.session.commit()
    return redirect(url_for("regio.ontvangst", plan_id=plan.id, indiening_id=indiening.id))


def _to_plan(plan: Plan) -> Response:
    return redirect(url_for("regio.mijn_plan", plan_id=plan.id))


def _why_not(problem: Exception) -> str:
    if isinstance(problem, submit.NotReady):
        names = ", ".join(state.step.title for state in problem.states)
        return f"U kunt nog niet indienen. Deze onderdelen zijn nog niet klaar: {names}."
    return str(problem)


@blueprint.get("/plannen/<int:plan_id>/indieningen/<int:indiening_id>/ontvangst")
@plan_access(Action.PLAN_CONCEPT_LEZEN)
def ontvangst(plan: Plan, indiening_id: int) -> ResponseReturnValue:
    """The receipt: what was handed in, and what happens next."""
    return render_template(
        "regio/ontvangst.html", plan=plan, indiening=submission_or_404(plan, indiening_id), form=IntrekForm()
    )


@blueprint.post("/plannen/<int:plan_id>/intrekken")
@plan_access(Action.PLAN_INTREKKEN)
def intrekken(plan: Plan) -> ResponseReturnValue:
    """Take the submission back while nobody reviews it."""
    try:
        submit.withdraw(plan, actor=signed_in())
        notices.withdrawn(plan)
    except MoveNotAllowed as problem:
        db.session.rollback()
        flash(str(problem), "error")
    else:
        db.session.commit()
        flash("De indiening is ingetrokken. U kunt het plan weer wijzigen.", "success")
    return _to_plan(plan)


def _submit_form(plan: Plan) -> IndienForm:
    form = IndienForm(data={"indieningen": plan.versie.indiening_nummer})
    sides = signed_in().sides(plan.facts.regio_ids)
    form.akkoord_van.description = _example_of_other_side(sides)
    form.namens.choices = [(side.value, side.label) for side in Namens if side in sides]
    if len(form.namens.choices) == 1 and not form.namens.data:
        form.namens.data = form.namens.choices[0][0]
    return form


def _example_of_other_side(sides: frozenset[Namens]) -> str:
    other = next(iter(sides)).other if len(sides) == 1 else Namens.ZORGKANTOOR
    return f"Naam en organisatie, bijvoorbeeld “J. Voorbeeld, {other.label.lower()}”."


def _check_page(plan: Plan, form: IndienForm) -> str:
    copy = content.working_copy(plan)
    states = plan_state(plans.format_of(plan), copy)
    return render_template(
        "regio/controleren.html", plan=plan, form=form, states=states, document_=draft_document(plan, copy)
    )
