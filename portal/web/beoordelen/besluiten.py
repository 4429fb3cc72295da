"""What the coördinator decides: send parts back, accept, undo that. Each on a page of its own, to be sure."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from flask import flash, render_template
from flask.typing import ResponseReturnValue

from forms.base import BaseForm
from portal.domain import clock
from portal.domain.plan.reminders import return_day
from portal.domain.plan.states import VersieStatus
from portal.domain.policy import Action
from portal.models import Plan
from portal.services.plan import pen
from portal.services.review import reviews
from portal.services.review.reviews import ReviewProblem
from portal.web.access import plan_access, signed_in
from portal.web.beoordelen.advies import NOT_NOW, review_address, to_review
from portal.web.beoordelen.blueprint import blueprint
from portal.web.beoordelen.forms import BesluitForm, HeropenForm, TerugstuurForm, form_for
from portal.web.beoordelen.plan import reading_or_404
from portal.web.commits import on_problem, sends_once, told_at
from portal.web.posted import require_our_fields
from portal.web.tweede_stap.step_up import proves_again


@blueprint.get("/plannen/<int:plan_id>/beoordelen/terugsturen")
@plan_access(Action.PLAN_BESLUITEN)
def terugsturen(plan: Plan) -> ResponseReturnValue:
    """Say why, choose the parts, and say per part what is asked."""
    if plan.status is not VersieStatus.IN_BEHANDELING:
        return _not_now(plan)
    return _return_page(plan, _return_form(plan, formdata=None))


@blueprint.post("/plannen/<int:plan_id>/beoordelen/terugsturen")
@plan_access(Action.PLAN_BESLUITEN)
@proves_again
@sends_once
def stuur_terug(plan: Plan) -> ResponseReturnValue:
    """Send the plan back; all contact persons get a mail."""
    form = _return_form(plan)
    require_our_fields(form)
    if not form.validate():
        return _return_page(plan, form), 422
    with on_problem(NOT_NOW, partial(_refused, _return_page, plan, form)):
        reviews.send_back(
            plan,
            actor=signed_in(),
            reden=form.reden.data,
            asked=form.asked(),
            terug_voor=form.terug_voor.data,
            seen_indiening_id=form.indiening.data,
        )
    flash(f"Het plan is teruggestuurd. De contactpersonen van {plan.naam} krijgen bericht.", "success")
    return to_review(plan)


def _return_form(plan: Plan, **options: object) -> TerugstuurForm:
    reading = reading_or_404(plan)
    form = form_for(pen.format_of(plan).steps)
    return form(data={"indiening": reading.indiening.id, "terug_voor": return_day(clock.today())}, **options)


def _return_page(plan: Plan, form: BaseForm) -> str:
    return render_template("beoordelen/terugsturen.html", plan=plan, form=form)


def _refused(
    page: Callable[[Plan, BaseForm], str], plan: Plan, form: BaseForm, problem: Exception
) -> ResponseReturnValue:
    """Nothing was saved; what was typed stays on the page, with the reason above it."""
    form.form_errors.append(str(problem))
    return page(plan, form), 409


def _not_now(plan: Plan) -> ResponseReturnValue:
    if plan.status is VersieStatus.INGEDIEND:
        flash("Neem het plan eerst in behandeling.", "info")
    else:
        flash(f"Dit plan heeft nu de status “{plan.status.label}”. U kunt er nu niet over besluiten.", "info")
    return to_review(plan)


@blueprint.get("/plannen/<int:plan_id>/beoordelen/vaststellen")
@plan_access(Action.PLAN_BESLUITEN)
def vaststellen(plan: Plan) -> ResponseReturnValue:
    """Be sure: which submission, and what reviewers advise."""
    if plan.status is not VersieStatus.IN_BEHANDELING:
        return _not_now(plan)
    reading = reading_or_404(plan)
    form = BesluitForm(formdata=None, data={"indiening": reading.indiening.id})
    return render_template("beoordelen/vaststellen.html", plan=plan, reading=reading, form=form)


@blueprint.post("/plannen/<int:plan_id>/beoordelen/vaststellen")
@plan_access(Action.PLAN_BESLUITEN)
@proves_again
@sends_once
def stel_vast(plan: Plan) -> ResponseReturnValue:
    """Accept the plan; all contact persons get a mail."""
    form = BesluitForm()
    require_our_fields(form)
    with on_problem(NOT_NOW, told_at(review_address(plan))):
        if not form.validate():
            raise ReviewProblem("Deze pagina is niet meer goed. Kijk opnieuw.")
        reviews.approve(plan, actor=signed_in(), seen_indiening_id=form.indiening.data)
    flash(f"Het plan is vastgesteld. De contactpersonen van {plan.naam} krijgen bericht.", "success")
    return to_review(plan)


@blueprint.get("/plannen/<int:plan_id>/beoordelen/heropenen")
@plan_access(Action.PLAN_BESLUITEN)
def heropenen(plan: Plan) -> ResponseReturnValue:
    """Say why the acceptance is undone."""
    return _reopen_page(plan, HeropenForm(formdata=None))


@blueprint.post("/plannen/<int:plan_id>/beoordelen/heropenen")
@plan_access(Action.PLAN_BESLUITEN)
@proves_again
@sends_once
def maak_ongedaan(plan: Plan) -> ResponseReturnValue:
    """Undo the acceptance; all contact persons get a mail."""
    form = HeropenForm()
    require_our_fields(form)
    if not form.validate():
        return _reopen_page(plan, form), 422
    with on_problem(NOT_NOW, partial(_refused, _reopen_page, plan, form)):
        reviews.undo_approval(plan, actor=signed_in(), reason=form.reden.data)
    flash("De vaststelling is ongedaan gemaakt. U kunt het plan weer beoordelen.", "success")
    return to_review(plan)


def _reopen_page(plan: Plan, form: BaseForm) -> str:
    return render_template("beoordelen/heropenen.html", plan=plan, form=form)
