"""The check page, handing in, the receipt, and taking back."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from forms.cleaning import clean_text
from forms.fields import as_choices
from portal.domain.consent.leads import missing, own_sides
from portal.domain.moves import MoveNotAllowed
from portal.domain.plan.completeness import plan_state
from portal.domain.plan.states import VersieStatus
from portal.domain.policy import Action
from portal.domain.roles import Namens
from portal.models import Plan, Terugsturing
from portal.services.consent import handing_in, leads, texts
from portal.services.plan import notices, pen, returned, submit
from portal.services.plan.returned import Conflict
from portal.web.access import plan_access, signed_in
from portal.web.commits import commits, keep, on_problem, sends_once, told_at
from portal.web.posted import require_our_fields
from portal.web.regio.blueprint import blueprint
from portal.web.regio.forms import AangepastForm, IndienForm, IntrekForm, changes_form
from portal.web.regio.plan import draft_document, submission_or_404

# Why a plan can't be handed in at this moment.
NOT_NOW = (
    submit.PlanNotReady,
    returned.NotAnswered,
    handing_in.NotAgreed,
    pen.PlanProblem,
    MoveNotAllowed,
)


@dataclass
class CheckForms:
    """What is filled in on the check page: what was changed (when the plan came back), and handing in."""

    submit: IndienForm
    changes: AangepastForm
    back: Terugsturing | None = None
    conflicts: list[Conflict] = field(default_factory=list)

    def require_our_fields(self) -> None:
        """Abort with 400 when the POST is not one of our page."""
        require_our_fields(self.changes)
        require_our_fields(self.submit)


@blueprint.get("/plannen/<int:plan_id>/controleren")
@plan_access(Action.PLAN_INVULLEN)
def controleren(plan: Plan) -> ResponseReturnValue:
    """Everything on one page, with a link per part, and the form to hand in."""
    if not plan.status.can_be_edited:
        return _to_plan(plan)
    return _check_page(plan, _forms(plan))


@blueprint.post("/plannen/<int:plan_id>/aangepast")
@plan_access(Action.PLAN_INVULLEN)
@commits
def aangepast(plan: Plan) -> ResponseReturnValue:
    """Save what was changed, without handing in."""
    forms = _forms(plan)
    if not forms.changes.steps:
        return _nothing_asked(plan), 409
    require_our_fields(forms.changes)
    refused = _save_changes(plan, forms)
    if refused is not None:
        return refused
    flash("Opgeslagen.", "success")
    return redirect(url_for("regio.controleren", plan_id=plan.id, _anchor="aangepast"))


def _nothing_asked(plan: Plan) -> str:
    """A colleague handed in meanwhile: nothing is saved, the typed texts stay on the page."""
    named = {f"aangepast_{step.key}": step for step in pen.format_of(plan).steps}
    typed = [(named[name], clean_text(text)) for name, text in request.form.items() if name in named and text.strip()]
    return render_template("regio/aangepast_niet_opgeslagen.html", plan=plan, typed=typed)


@blueprint.post("/plannen/<int:plan_id>/indienen")
@plan_access(Action.PLAN_INDIENEN)
@sends_once
def indienen(plan: Plan) -> ResponseReturnValue:
    """Hand in for one side; a double click or a page sent again leads to the same receipt."""
    forms = _forms(plan)
    forms.require_our_fields()
    form = forms.submit
    refused = _save_changes(plan, forms) if forms.changes.steps else None
    if refused is not None:
        return refused
    # Both, so that everything that is missing is told at once.
    if not all([forms.changes.require_all(), form.validate()]):
        return (_check_page(plan, forms), 422) if plan.status.can_be_edited else _to_plan(plan)
    with on_problem(NOT_NOW, partial(_not_handed_in, plan)):
        indiening = handing_in.hand_in(
            plan, actor=signed_in(), namens=Namens(form.namens.data), seen_number=form.indieningen.data
        )
    return redirect(url_for("regio.ontvangst", plan_id=plan.id, indiening_id=indiening.id))


def _save_changes(plan: Plan, forms: CheckForms) -> ResponseReturnValue | None:
    """Save what was said about the changes, whatever comes after it. None when all is saved, else the page that says
    what is wrong, with what was typed."""
    if not forms.changes.validate():
        return _check_page(plan, forms), 422
    with on_problem(pen.PlanProblem, partial(_not_saved, plan, forms)):
        forms.conflicts = returned.save_changes(plan, forms.changes.edits(), actor=signed_in())
    keep()
    for conflict in forms.conflicts:
        forms.changes.show_conflict(conflict)
    return (_check_page(plan, forms), 409) if forms.conflicts else None


def _not_saved(plan: Plan, forms: CheckForms, problem: pen.PlanProblem) -> ResponseReturnValue:
    forms.changes.form_errors.append(str(problem))
    return _check_page(plan, forms), 409


def _to_plan(plan: Plan) -> Response:
    return redirect(_home(plan))


def _home(plan: Plan) -> str:
    return url_for("regio.mijn_plan", plan_id=plan.id)


def _not_handed_in(plan: Plan, problem: Exception) -> ResponseReturnValue:
    flash(_why_not(problem), "error")
    return redirect(url_for("regio.controleren", plan_id=plan.id))


def _why_not(problem: Exception) -> str:
    if isinstance(problem, submit.PlanNotReady):
        names = ", ".join(state.step.title for state in problem.states)
        return f"U kunt nog niet indienen. Deze onderdelen zijn nog niet klaar: {names}."
    if isinstance(problem, returned.NotAnswered):
        names = ", ".join(step.title for step in problem.steps)
        return f"U kunt nog niet indienen. Schrijf eerst op wat u heeft aangepast bij: {names}."
    if isinstance(problem, handing_in.NotAgreed):
        names = "; ".join(one.label for one in problem.kanten)
        return f"U kunt nog niet indienen. Deze kanten stemden nog niet in met de tekst van nu: {names}."
    return str(problem)


@blueprint.get("/plannen/<int:plan_id>/indieningen/<int:indiening_id>/ontvangst")
@plan_access(Action.PLAN_CONCEPT_LEZEN)
def ontvangst(plan: Plan, indiening_id: int) -> ResponseReturnValue:
    """The receipt: what was handed in, and what happens next."""
    return render_template(
        "regio/ontvangst.html", plan=plan, indiening=submission_or_404(plan, indiening_id), form=IntrekForm()
    )


@blueprint.get("/plannen/<int:plan_id>/intrekken")
@plan_access(Action.PLAN_INTREKKEN)
def intrekken_vragen(plan: Plan) -> ResponseReturnValue:
    """What taking back means, and whom it mails."""
    if plan.status is not VersieStatus.INGEDIEND:
        return _to_plan(plan)
    told = notices.told_when_withdrawn(plan)
    return render_template("regio/intrekken.html", plan=plan, form=IntrekForm(), told=told)


@blueprint.post("/plannen/<int:plan_id>/intrekken")
@plan_access(Action.PLAN_INTREKKEN)
@sends_once
def intrekken(plan: Plan) -> ResponseReturnValue:
    """Take the submission back while nobody reviews it."""
    with on_problem(MoveNotAllowed, told_at(_home(plan))):
        submit.withdraw(plan, actor=signed_in())
    flash("De indiening is ingetrokken. U kunt het plan weer wijzigen.", "success")
    return _to_plan(plan)


def _forms(plan: Plan) -> CheckForms:
    """The forms of the check page, filled with what was posted or else with what was saved."""
    back = returned.open_return(plan.versie) if plan.status.can_be_edited else None
    asked = returned.in_order(back, pen.format_of(plan)) if back else []
    data: dict[str, object] = {}
    for part in asked:
        data |= {f"aangepast_{part.step_key}": part.aangepast, f"revisie_{part.step_key}": part.revision}
    keys = {part.step_key for part in asked}
    steps = tuple(step for step in pen.format_of(plan).steps if step.key in keys)
    return CheckForms(_submit_form(plan), changes_form(steps)(data=data), back)


def _submit_form(plan: Plan) -> IndienForm:
    form = IndienForm(data={"indieningen": plan.versie.indiening_nummer})
    sides = signed_in().sides(plan.facts.regio_ids)
    form.namens.choices = as_choices((side.value, side.label) for side in Namens if side in sides)
    if len(form.namens.choices) == 1 and not form.namens.data:
        form.namens.data = form.namens.choices[0].value
    return form


def _check_page(plan: Plan, forms: CheckForms) -> str:
    copy, mark = texts.now(plan)
    stands = leads.stands(plan, mark)
    return render_template(
        "regio/controleren.html",
        plan=plan,
        stands=stands,
        waiting=missing(stands, own_sides(signed_in(), [one.kant for one in stands])),
        form=forms.submit,
        changes=forms.changes,
        back=forms.back,
        asked={part.step_key: part for part in forms.back.onderdelen} if forms.back else {},
        conflicts={one.step_key: one for one in forms.conflicts},
        states=plan_state(pen.format_of(plan), copy),
        document_=draft_document(plan, copy),
    )
