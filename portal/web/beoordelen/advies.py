"""Picking up, handing over and advising."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from forms.fields import as_choices
from portal.domain.moves import MoveNotAllowed
from portal.domain.policy import Action
from portal.domain.review.remarks import AdviesOordeel
from portal.extensions import db
from portal.models import Plan, User
from portal.services import people
from portal.services.review import reviews
from portal.services.review.reviews import ReviewProblem
from portal.web.access import plan_access, signed_in
from portal.web.beoordelen.blueprint import blueprint
from portal.web.beoordelen.forms import AdviesForm, OverdraagForm
from portal.web.beoordelen.plan import review_page
from portal.web.commits import on_problem, sends_once, told_at
from portal.web.posted import require_our_fields


def to_review(plan: Plan, anchor: str | None = None) -> Response:
    """Back to the review page."""
    return redirect(review_address(plan, anchor))


# Why a button of a review can't be pressed at this moment.
NOT_NOW = (ReviewProblem, MoveNotAllowed)


def review_address(plan: Plan, anchor: str | None = None) -> str:
    """Where a plan is reviewed."""
    return url_for("beoordelen.plan", plan_id=plan.id, _anchor=anchor)


@blueprint.post("/plannen/<int:plan_id>/beoordelen/oppakken")
@plan_access(Action.PLAN_BEOORDELEN)
@sends_once
def oppakken(plan: Plan) -> ResponseReturnValue:
    """Start to review: from now on the region can no longer withdraw."""
    with on_problem(NOT_NOW, told_at(review_address(plan))):
        reviews.pick_up(plan, actor=signed_in())
    flash("U beoordeelt dit plan.", "success")
    return to_review(plan)


@blueprint.get("/plannen/<int:plan_id>/beoordelen/overdragen")
@plan_access(Action.PLAN_BEOORDELEN)
def overdragen(plan: Plan) -> ResponseReturnValue:
    """Choose who goes on with the plan."""
    return render_template("beoordelen/overdragen.html", plan=plan, form=_hand_over_form(plan, formdata=None))


@blueprint.post("/plannen/<int:plan_id>/beoordelen/overdragen")
@plan_access(Action.PLAN_BEOORDELEN)
@sends_once
def overdragen_aan(plan: Plan) -> ResponseReturnValue:
    """Let somebody else go on with the plan."""
    form = _hand_over_form(plan)
    require_our_fields(form)
    if not form.validate():
        return render_template("beoordelen/overdragen.html", plan=plan, form=form), 422
    to = db.session.get_one(User, form.aan.data)
    with on_problem(NOT_NOW, told_at(review_address(plan))):
        reviews.hand_over(plan, to, actor=signed_in())
    flash(f"{to.naam} beoordeelt dit plan nu.", "success")
    return to_review(plan)


def _hand_over_form(plan: Plan, **options: object) -> OverdraagForm:
    form = OverdraagForm(**options)
    others = [user for user in people.reviewers() if user.id != plan.versie.beoordelaar_id]
    form.aan.choices = as_choices((user.id, f"{user.naam} ({user.organisatie.naam})") for user in others)
    return form


@blueprint.post("/plannen/<int:plan_id>/beoordelen/advies")
@plan_access(Action.PLAN_BEOORDELEN)
@sends_once
def advies(plan: Plan) -> ResponseReturnValue:
    """Give advice on the submission; the region never sees it."""
    form = AdviesForm()
    require_our_fields(form)
    if not form.validate():
        return review_page(plan, form), 422
    with on_problem(ReviewProblem, partial(_refused, plan, form)):
        reviews.advise(
            plan,
            actor=signed_in(),
            oordeel=AdviesOordeel(form.oordeel.data),
            toelichting=form.toelichting.data,
            seen_indiening_id=form.indiening.data,
        )
    flash("Uw advies is opgeslagen.", "success")
    return to_review(plan, "advies")


def _refused(plan: Plan, form: AdviesForm, problem: ReviewProblem) -> ResponseReturnValue:
    """What was typed stays on the page."""
    form.form_errors.append(str(problem))
    return review_page(plan, form), 409
