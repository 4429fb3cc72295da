"""Picking up, handing over and advising."""

from __future__ import annotations

from collections.abc import Callable

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from portal.domain.plan.workflow import MoveNotAllowed
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
from portal.web.posted import require_our_fields


def to_review(plan: Plan, anchor: str | None = None) -> Response:
    """Back to the review page."""
    return redirect(url_for("beoordelen.plan", plan_id=plan.id, _anchor=anchor))


def saved_or_told(act: Callable[[], object], done: str) -> None:
    """Save what `act` did and say so; when it can't be done say why."""
    try:
        act()
    except (ReviewProblem, MoveNotAllowed) as problem:
        db.session.rollback()
        flash(str(problem), "error")
    else:
        db.session.commit()
        flash(done, "success")


@blueprint.post("/plannen/<int:plan_id>/beoordelen/oppakken")
@plan_access(Action.PLAN_BEOORDELEN)
def oppakken(plan: Plan) -> ResponseReturnValue:
    """Start to review: from now on the region can no longer withdraw."""
    saved_or_told(lambda: reviews.pick_up(plan, actor=signed_in()), "U beoordeelt dit plan.")
    return to_review(plan)


@blueprint.get("/plannen/<int:plan_id>/beoordelen/overdragen")
@plan_access(Action.PLAN_BEOORDELEN)
def overdragen(plan: Plan) -> ResponseReturnValue:
    """Choose who goes on with the plan."""
    return render_template("beoordelen/overdragen.html", plan=plan, form=_hand_over_form(plan, formdata=None))


@blueprint.post("/plannen/<int:plan_id>/beoordelen/overdragen")
@plan_access(Action.PLAN_BEOORDELEN)
def overdragen_aan(plan: Plan) -> ResponseReturnValue:
    """Let somebody else go on with the plan."""
    form = _hand_over_form(plan)
    require_our_fields(form)
    if not form.validate():
        return render_template("beoordelen/overdragen.html", plan=plan, form=form), 422
    to = db.session.get_one(User, form.aan.data)
    saved_or_told(lambda: reviews.hand_over(plan, to, actor=signed_in()), f"{to.naam} beoordeelt dit plan nu.")
    return to_review(plan)


def _hand_over_form(plan: Plan, **options: object) -> OverdraagForm:
    form = OverdraagForm(**options)
    others = [user for user in people.reviewers() if user.id != plan.versie.beoordelaar_id]
    form.aan.choices = [(user.id, f"{user.naam} ({user.organisatie.naam})") for user in others]
    return form


@blueprint.post("/plannen/<int:plan_id>/beoordelen/advies")
@plan_access(Action.PLAN_BEOORDELEN)
def advies(plan: Plan) -> ResponseReturnValue:
    """Give advice on the submission; the region never sees it."""
    form = AdviesForm()
    require_our_fields(form)
    if not form.validate():
        return review_page(plan, form), 422
    try:
        reviews.advise(
            plan,
            actor=signed_in(),
            oordeel=AdviesOordeel(form.oordeel.data),
            toelichting=form.toelichting.data,
            seen_indiening_id=form.indiening.data,
        )
    except ReviewProblem as problem:
        db.session.rollback()
        # What was typed stays on the page.
        form.form_errors.append(str(problem))
        return review_page(plan, form), 409
    db.session.commit()
    flash("Uw advies is opgeslagen.", "success")
    return to_review(plan, "advies")
