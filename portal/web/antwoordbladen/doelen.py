"""Where the goals stand: one form per goal; everything works without a script."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from forms.sheet import DoelstandForm, goal_form
from forms.spec import Kind, Question, Step
from forms.told import told
from portal.domain.policy import Action
from portal.models import Antwoordblad
from portal.services.round.problems import SheetProblem
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import goals, pen
from portal.services.sheet.content import load
from portal.services.sheet.goals import GoalConflict, GoalProblem, GoalValues
from portal.services.sheet.previous import previous_of
from portal.web.access import sheet_access, signed_in
from portal.web.antwoordbladen.blueprint import blueprint
from portal.web.antwoordbladen.doelkaarten import GoalCard, form_of_row, goals_page
from portal.web.antwoordbladen.vraag import holds_the_pen, not_saved_page, vraag_page
from portal.web.commits import commits, on_problem
from portal.web.posted import require_our_fields
from portal.web.row_differences import differences


@blueprint.post("/antwoordbladen/<int:blad_id>/doelen/<int:doel_id>")
@sheet_access(Action.BLAD_INVULLEN)
@commits
def doel_opslaan(blad: Antwoordblad, doel_id: int) -> ResponseReturnValue:
    """Say where one goal stands."""
    form = goal_form(goal_question(blad))().named_for(doel_id)
    require_our_fields(form)
    if not form.validate():
        abort(400)
    values = GoalValues(**{name: value for name, value in form.values().items() if name != "revisie"})
    refused, stale = partial(_refused, blad, doel_id, form), partial(_conflict, blad, doel_id, form)
    with on_problem(SheetProblem, refused), on_problem(GoalConflict, stale):
        goals.save_goal(blad, doel_id, values, base_revision=form.revisie.data, actor=signed_in())
    flash("Opgeslagen.", "success")
    return redirect(goal_url(blad, doel_id))


def goal_step(blad: Antwoordblad) -> Step:
    """The page that asks where the goals stand; a round need not have one (404)."""
    steps = format_of_round(blad.uitvraag).steps
    asking = (step for step in steps if any(question.kind is Kind.DOELSTANDEN for question in step.questions))
    return next(asking, None) or abort(404)


def goal_question(blad: Antwoordblad) -> Question:
    """The question where the goals stand; a round need not ask it (404)."""
    return next(question for question in goal_step(blad).questions if question.kind is Kind.DOELSTANDEN)


def goal_url(blad: Antwoordblad, doel_id: int) -> str:
    """The place of a goal on its page."""
    step = goal_step(blad)
    return url_for("antwoordbladen.vraag", blad_id=blad.id, step_key=step.key, _anchor=f"doel-{doel_id}")


def _refused(blad: Antwoordblad, doel_id: int, form: DoelstandForm, problem: SheetProblem) -> ResponseReturnValue:
    """Nothing is written; what was typed stays in its place, with the reason."""
    if isinstance(problem, GoalProblem):
        form[problem.field].errors = [str(problem)]
        return _page_with(blad, doel_id, form, None) or abort(404), 422
    typed = [(one.label, one.text) for one in told(form) if one.text]
    return not_saved_page(pen.find_sheet(blad.id), goal_step(blad), typed, str(problem))


def _conflict(blad: Antwoordblad, doel_id: int, form: DoelstandForm, conflict: GoalConflict) -> ResponseReturnValue:
    """Both versions: the form keeps mine and now starts from theirs. Nothing is written."""
    form.revisie.data, form.revisie.raw_data = conflict.row.revision, None
    return _page_with(blad, doel_id, form, conflict) or abort(404), 409


def _page_with(blad: Antwoordblad, doel_id: int, form: DoelstandForm, conflict: GoalConflict | None) -> str | None:
    """The page with this form in its place; None when nobody may write there any more, or the goal is gone."""
    fresh = pen.find_sheet(blad.id)
    if fresh is None or not holds_the_pen(fresh):
        return None
    page = goals_page(fresh, load(fresh), previous_of(fresh))
    card = page.card(doel_id)
    if card is None:
        return None
    shown = replace(card, form=form, is_open=True)
    if conflict is not None:
        shown = _beside(shown, goal_question(fresh))
    return vraag_page(fresh, goal_step(fresh), goals=page.with_card(shown))


def _beside(card: GoalCard, question: Question) -> GoalCard:
    """The form beside what a colleague saved."""
    theirs = card.stand
    saved = form_of_row(question, card.id, theirs)
    return replace(card, theirs=theirs, differences=differences(saved, card.form))
