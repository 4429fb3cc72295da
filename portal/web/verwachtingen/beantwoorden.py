"""Answering one expectation, for the kerngroep."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from exports.expectations import ExpectationLine
from forms.base import BaseForm
from forms.fields import DutchDate, LongText, Revision
from forms.rows import Filled
from portal.domain.policy import Action
from portal.models import VerwachtingAntwoord
from portal.services.feedback import expectations
from portal.services.feedback.expectations import StaleAnswer
from portal.services.round.problems import SheetProblem
from portal.web.access import access, signed_in
from portal.web.commits import on_problem, sends_once
from portal.web.posted import require_our_fields
from portal.web.verwachtingen.blueprint import blueprint


class AntwoordForm(BaseForm):
    """What happens with an expectation, and by when."""

    tekst = LongText(
        "Antwoord aan de regio",
        description="Schrijf wat u doet, of waarom iets niet kan. De regio leest dit.",
        validators=[Filled("Schrijf op wat de regio van u kan verwachten.")],
        render_kw={"rows": 6},
    )
    datum = DutchDate(
        "Wanneer is dit gereed?", description="Bijvoorbeeld 1-7-2024. Weet u dit nog niet? Laat het leeg."
    )
    # The id of the newest answer that stood on the page.
    gezien = Revision("Gezien antwoord", default=0)


@blueprint.get("/landelijk/verwachtingen/<int:regel_id>")
@access(Action.VERWACHTING_BEANTWOORDEN)
def verwachting(regel_id: int) -> ResponseReturnValue:
    """One expectation with the answers so far, and room for a new one."""
    line, answers = _line_or_404(regel_id), expectations.answers_to(regel_id)
    newest = answers[0] if answers else None
    form = AntwoordForm(formdata=None, obj=newest, gezien=newest.id if newest else 0)
    return _page(line, answers, form)


@blueprint.post("/landelijk/verwachtingen/<int:regel_id>")
@access(Action.VERWACHTING_BEANTWOORDEN)
@sends_once
def beantwoorden(regel_id: int) -> ResponseReturnValue:
    """Save an answer and tell the region."""
    form = AntwoordForm()
    require_our_fields(form)
    line = _line_or_404(regel_id)
    if not form.validate():
        return _page(line, expectations.answers_to(regel_id), form), 422
    with on_problem(SheetProblem, partial(_refused, regel_id, form)):
        expectations.answer(
            line, tekst=form.tekst.data, datum=form.datum.data, actor=signed_in(), seen=form.gezien.data
        )
    flash(f"Uw antwoord aan {line.regio} is opgeslagen. De contactpersonen krijgen bericht.", "success")
    back: dict[str, Any] = {"uitvraag": str(line.uitvraag_id), **_back()}
    return redirect(url_for("verwachtingen.lijst", _anchor=f"verwachting-{regel_id}", **back))


def _refused(regel_id: int, form: AntwoordForm, problem: SheetProblem) -> ResponseReturnValue:
    """The page again with what was typed; saving it once more is a choice made with the other answer in sight."""
    answers = expectations.answers_to(regel_id)
    form.gezien.raw_data, form.gezien.data = None, answers[0].id if answers else 0
    form.tekst.errors = [str(problem)]
    return _page(_line_or_404(regel_id), answers, form), 409 if isinstance(problem, StaleAnswer) else 422


def _page(line: ExpectationLine, answers: list[VerwachtingAntwoord], form: AntwoordForm) -> str:
    return render_template("verwachtingen/beantwoorden.html", line=line, answers=answers, form=form, back=_back())


def _back() -> dict[str, Any]:
    """What was chosen on the list, to go back to the same list."""
    return {name: value for name, value in request.args.items() if name in ("uitvraag", "aan", "open")}


def _line_or_404(regel_id: int) -> ExpectationLine:
    line = expectations.find(regel_id)
    if line is None:
        abort(404)
    return line
