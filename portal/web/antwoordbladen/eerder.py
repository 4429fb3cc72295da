"""Earlier versions of an answer: nothing that was written is lost."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.models import Antwoordblad
from portal.services.round.problems import SheetProblem
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import answers, history
from portal.services.sheet.content import load
from portal.web.access import sheet_access, signed_in
from portal.web.antwoordbladen.blueprint import blueprint
from portal.web.antwoordbladen.vraag import holds_the_pen
from portal.web.commits import commits, on_problem, told_at
from portal.web.merges import change_asked_for


@blueprint.get("/antwoordbladen/<int:blad_id>/eerder/<question_key>")
@sheet_access(Action.BLAD_CONCEPT_LEZEN)
def eerdere_antwoorden(blad: Antwoordblad, question_key: str) -> ResponseReturnValue:
    """Earlier versions of one answer, to look at or put back."""
    format_ = format_of_round(blad.uitvraag)
    if question_key not in {one.key for one in format_.questions if not one.kind.is_list}:
        abort(404)
    present, question = load(blad).answer(question_key), format_.question(question_key)
    return render_template(
        "antwoordbladen/eerder.html",
        blad=blad,
        question=question,
        step=format_.step_of(question_key),
        present=present,
        came_in=change_asked_for(present, question),
        history=history.history_of(blad.id, question_key),
        may_restore=holds_the_pen(blad),
    )


@blueprint.post("/antwoordbladen/<int:blad_id>/eerder/<question_key>/<int:history_id>")
@sheet_access(Action.BLAD_INVULLEN)
@commits
def terugzetten(blad: Antwoordblad, question_key: str, history_id: int) -> ResponseReturnValue:
    """Put an earlier answer back."""
    format_ = format_of_round(blad.uitvraag)
    if question_key not in {one.key for one in format_.questions if not one.kind.is_list}:
        abort(404)
    address = url_for("antwoordbladen.vraag", blad_id=blad.id, step_key=format_.step_of(question_key).key)
    with on_problem(SheetProblem, told_at(address)):
        answers.restore_answer(blad, question_key, history_id, actor=signed_in())
    flash("Het eerdere antwoord staat er weer. Het vorige is bewaard.", "success")
    return redirect(address)
