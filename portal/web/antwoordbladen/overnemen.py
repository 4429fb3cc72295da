"""Taking over successes, lessons and expectations of last time; after that they are ordinary rows."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect
from flask.typing import ResponseReturnValue

from forms.dutch.words import counted
from forms.sheet import OvernemenForm
from forms.spec import Question
from portal.domain.policy import Action
from portal.models import Antwoordblad
from portal.services.round.problems import SheetProblem
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import rows, takeover
from portal.services.sheet.content import as_content, load
from portal.services.sheet.previous import previous_content, previous_of
from portal.web.access import sheet_access, signed_in
from portal.web.antwoordbladen.blueprint import blueprint
from portal.web.antwoordbladen.regel_state import regel_states, take_form
from portal.web.antwoordbladen.regels import list_or_404, row_url
from portal.web.antwoordbladen.vraag import not_saved_page, vraag_page
from portal.web.commits import on_problem, sends_once


@blueprint.post("/antwoordbladen/<int:blad_id>/lijst/<question_key>/overnemen")
@sheet_access(Action.BLAD_INVULLEN)
@sends_once
def regels_overnemen(blad: Antwoordblad, question_key: str) -> ResponseReturnValue:
    """Add the rows of last time that were chosen."""
    question, soort = list_or_404(blad, question_key)
    told = previous_content(as_content(blad, load(blad)), previous_of(blad))
    offered = takeover.offered(blad, soort, told, rows.rows_of(blad, soort)) if told else []
    form = take_form(question, offered, sent=True)
    if not form.validate():
        return _page(blad, question, form), 422
    with on_problem(SheetProblem, partial(_refused, blad, question)):
        added = takeover.take_over(blad, soort, form.keuze.data, actor=signed_in())
    flash(f"{counted(len(added), 'regel', 'regels')} overgenomen. U kunt ze nog aanpassen.", "success")
    return redirect(row_url(blad, question, added[0].id) if added else row_url(blad, question, 0))


def _page(blad: Antwoordblad, question: Question, form: OvernemenForm) -> str:
    step = format_of_round(blad.uitvraag).step_of(question.key)
    lists = regel_states(blad, step, load(blad))
    lists[question.key].take_form = form
    return vraag_page(blad, step, lists=lists)


def _refused(blad: Antwoordblad, question: Question, problem: SheetProblem) -> ResponseReturnValue:
    return not_saved_page(blad, format_of_round(blad.uitvraag).step_of(question.key), [], str(problem))
