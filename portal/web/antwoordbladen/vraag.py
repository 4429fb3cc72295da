"""One question of an answer sheet. Saving never overwrites what a colleague saved meanwhile."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from forms.build import StepForm, step_form
from forms.spec import Kind, Question, Step
from portal.database import reads_first
from portal.domain.policy import Action
from portal.domain.round.states import BladStatus
from portal.models import Antwoordblad, Regio
from portal.services.filling.revisions import SaveResult
from portal.services.plan.document import choice_labels
from portal.services.round.problems import SheetProblem
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import answers, pen
from portal.services.sheet.content import LoadedSheet, as_content, load
from portal.services.sheet.previous import previous_content, previous_of
from portal.services.sheet.progress import name_of
from portal.web.access import may, sheet_access, signed_in
from portal.web.antwoordbladen.blueprint import blueprint
from portal.web.antwoordbladen.cards import ProgressPage, progress_page
from portal.web.antwoordbladen.doelkaarten import GoalsPage, goals_page
from portal.web.antwoordbladen.regel_state import RegelState, regel_states
from portal.web.commits import commits, keep, on_problem, told_at
from portal.web.merges import tell_merges
from portal.web.posted import require_our_fields, wants_json
from portal.web.step_page import (
    asked_by_form,
    conflict_page,
    form_of,
    invalid_as_json,
    refused_as_json,
    saved_as_json,
    step_after,
)


@blueprint.get("/antwoordbladen/<int:blad_id>/vraag/<step_key>")
@sheet_access(Action.BLAD_INVULLEN)
def vraag(blad: Antwoordblad, step_key: str) -> ResponseReturnValue:
    """The page of one question. While the sheet takes no answers, people read it instead."""
    step = step_or_404(blad, step_key)
    if not holds_the_pen(blad):
        return redirect(url_for("antwoordbladen.blad", blad_id=blad.id))
    return vraag_page(blad, step)


def holds_the_pen(blad: Antwoordblad) -> bool:
    """True when this person may fill in the sheet now: it takes answers, and is not handed in."""
    if not may(Action.BLAD_INVULLEN, blad) or blad.status is BladStatus.INGEDIEND:
        return False
    return pen.is_answerable(blad)


def step_or_404(blad: Antwoordblad, step_key: str) -> Step:
    """The question with this key in this round."""
    step = format_of_round(blad.uitvraag).step(step_key)
    if step is None:
        abort(404)
    return step


@blueprint.post("/antwoordbladen/<int:blad_id>/vraag/<step_key>")
@sheet_access(Action.BLAD_INVULLEN)
@commits
@reads_first
def bewaren(blad: Antwoordblad, step_key: str) -> ResponseReturnValue:
    """Save the texts and closed questions: by a button, or by itself (a script asks for JSON)."""
    step = step_or_404(blad, step_key)
    form = step_form(step)()
    require_our_fields(form)
    if not form.validate():
        return _invalid(blad, step, form)
    with on_problem(SheetProblem, partial(_refused, blad, step, form)):
        result = answers.save_step(blad, form, actor=signed_in())
    if wants_json():
        return saved_as_json(step, result, "dit antwoord")
    if result.conflicts:
        return _conflict_page(blad, step, form, result)
    tell_merges(result, lambda key: url_for("antwoordbladen.eerdere_antwoorden", blad_id=blad.id, question_key=key))
    return _go_on(blad, step)


@blueprint.post("/antwoordbladen/<int:blad_id>/vraag/<step_key>/regio/<int:regio_id>")
@sheet_access(Action.BLAD_INVULLEN)
@commits
def afwijking(blad: Antwoordblad, step_key: str, regio_id: int) -> ResponseReturnValue:
    """Save where one region of a joint plan differs; an empty answer means that it does not."""
    step = step_or_404(blad, step_key)
    regio = next((one for one in blad.regios if one.id == regio_id), None)
    if regio is None or len(blad.regios) < 2:
        abort(404)
    form = step_form(step)(prefix=deviation_prefix(regio))
    require_our_fields(form)
    if not form.validate():
        return vraag_page(blad, step, deviation=(regio, form)), 422
    with on_problem(SheetProblem, partial(_refused, blad, step, form)):
        result = answers.save_step(blad, form, actor=signed_in(), regio_id=regio_id)
    if result.conflicts:
        return _conflict_page(blad, step, form, result, regio)
    tell_merges(
        result,
        lambda key: url_for("antwoordbladen.eerdere_antwoorden", blad_id=blad.id, question_key=key, regio=regio_id),
    )
    flash(f"Opgeslagen voor {regio.naam}.", "success")
    return redirect(url_for("antwoordbladen.vraag", blad_id=blad.id, step_key=step.key, _anchor=f"regio-{regio.id}"))


def deviation_prefix(regio: Regio) -> str:
    """What keeps the fields of a region apart from those for all regions."""
    return f"regio{regio.id}-"


def vraag_page(
    blad: Antwoordblad,
    step: Step,
    form: StepForm | None = None,
    *,
    progress: ProgressPage | None = None,
    goals: GoalsPage | None = None,
    lists: dict[str, RegelState] | None = None,
    deviation: tuple[Regio, StepForm] | None = None,
) -> str:
    """The page of a question; forms that were refused are shown as they were typed."""
    loaded = load(blad)
    previous = previous_of(blad)
    kinds = {question.kind for question in step.questions}
    told = previous_content(as_content(blad, loaded), previous)
    shown = lists or regel_states(blad, step, loaded)
    for state in shown.values():
        state.offer(blad, told)
    return render_template(
        "antwoordbladen/vraag.html",
        blad=blad,
        step=step,
        steps=format_of_round(blad.uitvraag).steps,
        form=form or _form_of(step, loaded),
        loaded=loaded,
        progress=(progress or progress_page(blad, loaded, previous)) if Kind.VOORTGANG in kinds else None,
        goals=(goals or goals_page(blad, loaded, previous)) if Kind.DOELSTANDEN in kinds else None,
        lists=shown,
        deviations=_deviation_forms(blad, step, loaded, deviation),
        told=told,
        vorige=name_of(previous),
        can_repeat=bool(told) and _can_repeat(step, loaded, told["answers"] if told else {}),
    )


def _can_repeat(step: Step, loaded: LoadedSheet, given: dict[str, str]) -> bool:
    """True when a question of this page is empty that was answered last time."""
    asked = [one.key for one in asked_by_form(step) if given.get(one.key)]
    return any(not (row := loaded.answer(key)) or not row.text for key in asked)


def _form_of(step: Step, loaded: LoadedSheet, regio: Regio | None = None) -> StepForm:
    if regio is None:
        return form_of(step, loaded.answer)
    return form_of(step, partial(loaded.answer, regio_id=regio.id), prefix=deviation_prefix(regio))


def _deviation_forms(
    blad: Antwoordblad, step: Step, loaded: LoadedSheet, typed: tuple[Regio, StepForm] | None
) -> list[tuple[Regio, StepForm, bool]]:
    """For each region of a joint plan its own form, and whether it differs now (or is being filled in)."""
    if len(blad.regios) < 2 or not asked_by_form(step):
        return []
    found = []
    for regio in blad.regios:
        is_typed = typed is not None and typed[0].id == regio.id
        form = typed[1] if typed is not None and is_typed else _form_of(step, loaded, regio)
        found.append((regio, form, is_typed or any(form.stored(one) for one in form.questions)))
    return found


def _invalid(blad: Antwoordblad, step: Step, form: StepForm) -> ResponseReturnValue:
    if wants_json():
        return invalid_as_json(form)
    return vraag_page(blad, step, form), 422


def _refused(blad: Antwoordblad, step: Step, form: StepForm, problem: SheetProblem) -> ResponseReturnValue:
    """The sheet takes no answers any more: nothing is saved, the typed text stays on the page."""
    if wants_json():
        return refused_as_json(problem)
    fresh = pen.find_sheet(blad.id)
    typed = [(one.label, _as_read(one, form.stored(one))) for one in form.questions if form.stored(one)]
    return not_saved_page(fresh, step, typed, str(problem))


def _as_read(question: Question, stored: str) -> str:
    """A text as it was typed, a choice by its words."""
    return ", ".join(choice_labels(question, stored)) if question.choices else stored


def not_saved_page(
    blad: Antwoordblad | None, step: Step, typed: list[tuple[str, str]], reden: str
) -> ResponseReturnValue:
    """What was typed and could not be saved, with the reason."""
    page = render_template("antwoordbladen/niet_opgeslagen.html", blad=blad, step=step, typed=typed, reden=reden)
    return page, 409


def _conflict_page(
    blad: Antwoordblad, step: Step, form: StepForm, result: SaveResult, regio: Regio | None = None
) -> ResponseReturnValue:
    here = {"blad": blad, "step": step, "regio": regio}
    return conflict_page("antwoordbladen/conflict.html", form, result, step.questions, **here)


def _go_on(blad: Antwoordblad, step: Step) -> ResponseReturnValue:
    """To the place that the pressed button names: the next question, the sheet, or this page."""
    where = request.form.get("naar", "verder")
    here = url_for("antwoordbladen.vraag", blad_id=blad.id, step_key=step.key)
    if where == "gelijk":
        return _repeat(blad, step, here)
    if asked_by_form(step):
        flash("Opgeslagen.", "success")
    if where in ("hier", "voorbeeld"):
        return redirect(here if where == "hier" else f"{here}?voorbeeld=1")
    if where == "blad":
        return redirect(url_for("antwoordbladen.blad", blad_id=blad.id))
    return redirect(next_page(blad, step))


def next_page(blad: Antwoordblad, step: Step) -> str:
    """The question after this one, or the check page after the last."""
    following = step_after(format_of_round(blad.uitvraag), step)
    if following is None:
        return url_for("antwoordbladen.controleren", blad_id=blad.id)
    return url_for("antwoordbladen.vraag", blad_id=blad.id, step_key=following.key)


def _repeat(blad: Antwoordblad, step: Step, here: str) -> Response:
    """The same answer as last time, where nothing was answered yet. What was typed is saved, whatever comes of it."""
    keep()
    with on_problem(SheetProblem, told_at(here)):
        filled = answers.carry_over_step(blad, step, actor=signed_in())
    flash("Overgenomen. U kunt het nog aanpassen." if filled else "Er was niets meer over te nemen.", "success")
    return redirect(here)
