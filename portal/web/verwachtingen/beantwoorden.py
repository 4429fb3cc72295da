"""Answering one expectation, for the kerngroep."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from textwrap import shorten
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField

from exports.expectations import ExpectationLine
from forms.base import BaseForm
from forms.dutch.words import listed
from forms.fields import DutchDate, LongText, PickedIds, Revision, as_choices
from forms.richtext import to_plain
from forms.rows import Filled
from portal.domain.policy import Action
from portal.models import VerwachtingAntwoord
from portal.services.feedback import expectations, together
from portal.services.feedback.expectations import StaleAnswer
from portal.services.feedback.together import Alike
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
        description="Zij vroegen hetzelfde. Kies voor wie uw antwoord geldt.",
    )
    # The id of the newest answer that stood on the page.
    gezien = Revision("Gezien antwoord", default=0)
    # The same of the others: their ids, each with that of its newest answer ("12:40 15:0").
    gezien_ook = HiddenField("Gezien bij de andere regio’s", default="", filters=[lambda value: value or ""])

    def offer(self, found: Sequence[Alike]) -> None:
        """What the same answer may be for, as choices, and what was seen of it."""
        self.ook.choices = as_choices((one.line.regel_id, _in_words(one)) for one in found)
        self.gezien_ook.raw_data, self.gezien_ook.data = (
            None,
            " ".join(f"{one.line.regel_id}:{one.newest}" for one in found),
        )

    def seen_of_others(self) -> dict[int, int]:
        """The newest answer that was seen, by the id of the expectation. Raises ValueError for what is no such list."""
        if not re.fullmatch(r"(\d{1,9}:\d{1,9}( |$))*", self.gezien_ook.data, re.ASCII):
            raise ValueError("not from our page")
        return {int(regel): int(newest) for regel, newest in (pair.split(":") for pair in self.gezien_ook.data.split())}


def _in_words(one: Alike) -> str:
    """A region, and what it was answered so far."""
    if one.line.is_open:
        return f"{one.line.regio} (nog geen antwoord)"
    if one.goes_along:
        return f"{one.line.regio} (kreeg hetzelfde antwoord)"
    return (
        f"{one.line.regio} (kreeg een ander antwoord: “{shorten(to_plain(one.line.antwoord), 80, placeholder=' …')}”)"
    )


@blueprint.get("/landelijk/verwachtingen/<int:regel_id>")
@access(Action.VERWACHTING_BEANTWOORDEN)
def verwachting(regel_id: int) -> ResponseReturnValue:
    """One expectation with the answers so far, and room for a new one."""
    line, answers = _line_or_404(regel_id), expectations.answers_to(regel_id)
    newest = answers[0] if answers else None
    form = AntwoordForm(formdata=None, obj=newest, gezien=newest.id if newest else 0)
    found = together.alike(line)
    form.offer(found)
    form.ook.data = [one.line.regel_id for one in found if one.goes_along]
    return _page(line, answers, form)


@blueprint.post("/landelijk/verwachtingen/<int:regel_id>")
@access(Action.VERWACHTING_BEANTWOORDEN)
@sends_once
def beantwoorden(regel_id: int) -> ResponseReturnValue:
    """Save an answer and tell the region."""
    form = AntwoordForm()
    require_our_fields(form)
    line = _line_or_404(regel_id)
    seen, found = _seen_or_400(form), together.alike(line)
    form.ook.choices = as_choices((one.line.regel_id, _in_words(one)) for one in found)
    if not form.validate():
        return _page(line, expectations.answers_to(regel_id), form), 422
    also = [(one.line, seen.get(one.line.regel_id, 0)) for one in found if one.line.regel_id in (form.ook.data or ())]
    given = {"tekst": form.tekst.data, "datum": form.datum.data, "seen": form.gezien.data}
    with on_problem(SheetProblem, partial(_refused, regel_id, form)):
        changed = together.answer_together(line, also, actor=signed_in(), **given)
    _tell(changed)
    back: dict[str, Any] = {"uitvraag": str(line.uitvraag_id), **_back()}
    return redirect(url_for("verwachtingen.lijst", _anchor=f"verwachting-{regel_id}", **back))


def _tell(changed: Sequence[ExpectationLine]) -> None:
    if not changed:
        flash("Er is niets veranderd. De regio krijgt geen bericht.", "info")
        return
    told = listed(one.regio for one in changed)
    flash(f"Uw antwoord aan {told} is opgeslagen. De contactpersonen krijgen bericht.", "success")


def _seen_or_400(form: AntwoordForm) -> dict[int, int]:
    try:
        return form.seen_of_others()
    except ValueError:
        abort(400)


def _refused(regel_id: int, form: AntwoordForm, problem: SheetProblem) -> ResponseReturnValue:
    """The page again with what was typed; saving it once more is a choice made with the other answer in sight."""
    answers = expectations.answers_to(regel_id)
    form.gezien.raw_data, form.gezien.data = None, answers[0].id if answers else 0
    form.tekst.errors = [str(problem)]
    line = _line_or_404(regel_id)
    found = together.alike(line)
    form.offer(found)
    # Who got another answer meanwhile is chosen with that answer in sight.
    left = {one.line.regel_id for one in found if not one.goes_along}
    form.ook.data = [regel_id for regel_id in form.ook.data or () if regel_id not in left]
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
