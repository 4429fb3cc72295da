"""A coördinator puts ready the filled-in sheet that a region mailed; the region itself takes it over."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.dutch.words import counted
from portal.domain.policy import Action
from portal.domain.round.states import BladStatus
from portal.domain.sheet_intake.account import account
from portal.models import Antwoordblad
from portal.services.intake.under_way import IntakeProblem
from portal.services.round.problems import SheetProblem
from portal.services.sheet import pen
from portal.services.sheet_intake import reading, under_way
from portal.web.access import access, signed_in
from portal.web.body_limits import content_of
from portal.web.commits import on_problem, sends_once
from portal.web.posted import require_our_fields
from portal.web.uitvragen.bladen import sheet_or_404
from portal.web.uitvragen.blueprint import blueprint
from portal.web.uitvragen.forms import ReadySheetForm

CHOOSE = "Kies het bestand dat de regio mailde: een Word-bestand (.docx), een ODF-bestand (.odt) of de e-mail (.eml)."


@blueprint.get("/<int:uitvraag_id>/bladen/<int:blad_id>/klaarzetten")
@access(Action.UITVRAAG_BEHEREN)
def blad_klaarzetten(uitvraag_id: int, blad_id: int) -> ResponseReturnValue:
    """The form for the file, and what lies ready."""
    return _page(sheet_or_404(uitvraag_id, blad_id), ReadySheetForm(formdata=None))


def _page(blad: Antwoordblad, form: ReadySheetForm) -> str:
    may_be_filled_in = pen.is_answerable(blad) and blad.status is not BladStatus.INGEDIEND
    return render_template(
        "uitvragen/klaarzetten.html", blad=blad, form=form, ready=under_way.put_ready(blad), open=may_be_filled_in
    )


@blueprint.post("/<int:uitvraag_id>/bladen/<int:blad_id>/klaarzetten")
@access(Action.UITVRAAG_BEHEREN)
@sends_once
def blad_word_klaarzetten(uitvraag_id: int, blad_id: int) -> ResponseReturnValue:
    """Read the file and put it ready. Nothing of the sheet changes, and nothing of it is shown."""
    blad = sheet_or_404(uitvraag_id, blad_id)
    form = ReadySheetForm()
    require_our_fields(form)
    upload = request.files.get("bladbestand")
    if upload is None or not upload.filename:
        return _unread(blad, form, IntakeProblem(CHOOSE))
    data = content_of(upload)
    with on_problem((IntakeProblem, SheetProblem), partial(_unread, blad, form)):
        found = reading.put_file_ready(blad, name=upload.filename, data=data, actor=signed_in())
    content = under_way.opened(found)
    answers = counted(sum(bool(one.waarden) for one in content.antwoorden), "antwoord", "antwoorden")
    left = counted(account(content).left, "woord", "woorden")
    flash(f"“{content.bestand}” staat klaar: {answers} gevonden, {left} niet geplaatst.", "success")
    return redirect(url_for("uitvragen.blad_klaarzetten", uitvraag_id=uitvraag_id, blad_id=blad_id))


def _unread(blad: Antwoordblad, form: ReadySheetForm, problem: Exception) -> ResponseReturnValue:
    form.bladbestand.errors = [str(problem)]
    return _page(blad, form), 422
