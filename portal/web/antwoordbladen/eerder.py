"""Earlier versions of an answer: nothing that was written is lost."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.spec import Question
from portal.domain.policy import Action
from portal.models import Antwoordblad, Regio
from portal.services.round.problems import SheetProblem
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import answers, history
from portal.services.sheet.content import load
from portal.web.access import sheet_access, signed_in
from portal.web.antwoordbladen.blueprint import blueprint
from portal.web.antwoordbladen.vraag import holds_the_pen
from portal.web.commits import on_problem, sends_once, told_at
from portal.web.earlier import earlier_texts


@blueprint.get("/antwoordbladen/<int:blad_id>/eerder/<question_key>")
@sheet_access(Action.BLAD_CONCEPT_LEZEN)
def eerdere_antwoorden(blad: Antwoordblad, question_key: str) -> ResponseReturnValue:
    """Earlier versions of one answer, to look at or put back; with `regio` where that region differs."""
    question, regio = _asked(blad, question_key), _regio(blad)
    present = load(blad).answer(question.key, regio.id if regio else None)
    found = earlier_texts(
        question,
        present,
        history.versions_of(present) if present else [],
        put_back="antwoordbladen.terugzetten" if holds_the_pen(blad) else "",
        blad_id=blad.id,
        regio=regio.id if regio else None,
    )
    step = format_of_round(blad.uitvraag).step_of(question.key)
    return render_template("antwoordbladen/eerder.html", blad=blad, step=step, regio=regio, **found)


@blueprint.post("/antwoordbladen/<int:blad_id>/eerder/<question_key>/<int:history_id>")
@sheet_access(Action.BLAD_INVULLEN)
@sends_once
def terugzetten(blad: Antwoordblad, question_key: str, history_id: int) -> ResponseReturnValue:
    """Put an earlier answer back."""
    question, regio = _asked(blad, question_key), _regio(blad)
    step = format_of_round(blad.uitvraag).step_of(question.key)
    address = url_for("antwoordbladen.vraag", blad_id=blad.id, step_key=step.key)
    with on_problem(SheetProblem, told_at(address)):
        answers.restore_answer(blad, question.key, history_id, actor=signed_in(), regio_id=regio.id if regio else None)
    flash("Het eerdere antwoord staat er weer. Het vorige is bewaard.", "success")
    return redirect(address)


def _asked(blad: Antwoordblad, question_key: str) -> Question:
    """The question with this key in this round, when its answer is no list (else 404)."""
    asked = (one for one in format_of_round(blad.uitvraag).questions if not one.kind.is_list)
    return next((one for one in asked if one.key == question_key), None) or abort(404)


def _regio(blad: Antwoordblad) -> Regio | None:
    """The region of the sheet that the address names; None for all of them."""
    if "regio" not in request.args:
        return None
    wanted = request.args.get("regio", type=int)
    return next((one for one in blad.regios if one.id == wanted), None) or abort(404)
