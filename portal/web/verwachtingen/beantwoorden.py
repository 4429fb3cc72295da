"""Answering one expectation, for the kerngroep."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from exports.expectations import ExpectationLine
from forms.base import BaseForm
from forms.dutch.words import listed
from forms.fields import DutchDate, LongText, PickedIds, Revision, as_choices
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
    # Other regions that expect the same.
    ook = PickedIds(
        "Geldt uw antwoord ook voor deze regio’s?",
        description="Zij vroegen hetzelfde en kregen nog geen antwoord. Haal weg voor wie uw antwoord niet geldt.",
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
    form.ook.data = [one.regel_id for one in _offer_same(form, line)]
    return _page(line, answers, form)


@blueprint.post("/landelijk/verwachtingen/<int:regel_id>")
@access(Action.VERWACHTING_BEANTWOORDEN)
@sends_once
def beantwoorden(regel_id: int) -> ResponseReturnValue:
    """Save an answer and tell the region."""
    form = AntwoordForm()
    require_our_fields(form)
    line = _line_or_404(regel_id)
    same = _offer_same(form, line)
    if not form.validate():
        return _page(line, expectations.answers_to(regel_id), form), 422
    also = [one for one in same if one.regel_id in (form.ook.data or ())]
    given = {"tekst": form.tekst.data, "datum": form.datum.data, "seen": form.gezien.data}
    with on_problem(SheetProblem, partial(_refused, regel_id, form)):
        expectations.answer_together(line, also, actor=signed_in(), **given)
    told = listed(one.regio for one in (line, *also))
    flash(f"Uw antwoord aan {told} is opgeslagen. De contactpersonen krijgen bericht.", "success")
    back: dict[str, Any] = {"uitvraag": str(line.uitvraag_id), **_back()}
    return redirect(url_for("verwachtingen.lijst", _anchor=f"verwachting-{regel_id}", **back))


def _offer_same(form: AntwoordForm, line: ExpectationLine) -> list[ExpectationLine]:
    """The expectations that the same answer may be for, as choices of the form."""
    same = expectations.open_same(line)
    form.ook.choices = as_choices((one.regel_id, one.regio) for one in same)
    return same


def _refused(regel_id: int, form: AntwoordForm, problem: SheetProblem) -> ResponseReturnValue:
    """The page again with what was typed; saving it once more is a choice made with the other answer in sight."""
    answers = expectations.answers_to(regel_id)
    form.gezien.raw_data, form.gezien.data = None, answers[0].id if answers else 0
    form.tekst.errors = [str(problem)]
    line = _line_or_404(regel_id)
    _offer_same(form, line)
    return _page(line, answers, form), 409 if isinstance(problem, StaleAnswer) else 422


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
