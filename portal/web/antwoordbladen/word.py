"""An answer sheet from a Word file: choose it, see what was found and what would change, take over what is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.dutch.words import counted, listed
from forms.sheet import KnopForm
from portal.domain.intake.ready import mark_of_reading
from portal.domain.policy import Action
from portal.domain.sheet_intake.account import account
from portal.models import Antwoordblad
from portal.services.intake.under_way import GONE, IntakeProblem
from portal.services.round.problems import SheetProblem
from portal.services.sheet_intake import reading, standing, taking, under_way
from portal.web.access import sheet_access, signed_in
from portal.web.antwoordbladen.blueprint import blueprint
from portal.web.antwoordbladen.vraag import holds_the_pen
from portal.web.antwoordbladen.word_forms import SheetFileForm, SheetReadyForm, SheetTakeForm, sheet_take_form
from portal.web.body_limits import content_of
from portal.web.commits import on_problem, sends_once, told_at
from portal.web.posted import require_our_fields, require_valid

CHOOSE = "Kies het bestand met uw antwoorden: een Word-bestand (.docx), een ODF-bestand (.odt) of een e-mail (.eml)."
REFUSED = (IntakeProblem, SheetProblem)
# So many names are told; of more only how many.
_MOST_TOLD = 6


@blueprint.get("/antwoordbladen/<int:blad_id>/word")
@sheet_access(Action.BLAD_INVULLEN)
def word(blad: Antwoordblad) -> ResponseReturnValue:
    """The form to choose a file; or, when one was read, what was found in it."""
    if not holds_the_pen(blad):
        return redirect(_sheet(blad))
    return _page(blad)


def _page(blad: Antwoordblad, form: SheetFileForm | None = None, take: SheetTakeForm | None = None) -> str:
    found, ready = under_way.of_person(blad, signed_in().user_id), under_way.put_ready(blad)
    known = {
        "blad": blad,
        "form": form or SheetFileForm(formdata=None),
        "knop_form": KnopForm(formdata=None),
        "ready": ready,
        "ready_form": SheetReadyForm(formdata=None, data={"klaargezet": mark_of_reading(ready.gelezen_op)})
        if ready
        else None,
        "ready_content": under_way.opened(ready) if ready else None,
        "found": found,
    }
    if found is None:
        return render_template("antwoordbladen/word.html", **known)
    content = under_way.opened(found)
    compared = standing.compared(blad, content)
    return render_template(
        "antwoordbladen/word.html",
        **known,
        content=content,
        compared=compared,
        take=take or sheet_take_form(compared, posted=False),
        account=account(content, [one.found for one in compared.refused]),
        nowhere=content.niet_geplaatst,
    )


@blueprint.post("/antwoordbladen/<int:blad_id>/word/lezen")
@sheet_access(Action.BLAD_INVULLEN)
@sends_once
def word_lezen(blad: Antwoordblad) -> ResponseReturnValue:
    """Read a file. Nothing of the sheet changes."""
    form = SheetFileForm()
    require_our_fields(form)
    upload = request.files.get("bladbestand")
    if upload is None or not upload.filename:
        return _unread(blad, form, IntakeProblem(CHOOSE))
    data = content_of(upload)
    with on_problem(REFUSED, partial(_unread, blad, form)):
        reading.read_file(blad, name=upload.filename, data=data, actor=signed_in())
    return redirect(_address(blad))


def _unread(blad: Antwoordblad, form: SheetFileForm, problem: Exception) -> ResponseReturnValue:
    if not holds_the_pen(blad):
        return told_at(_sheet(blad))(problem)
    form.bladbestand.errors = [str(problem)]
    return _page(blad, form), 422


@blueprint.post("/antwoordbladen/<int:blad_id>/word/overnemen")
@sheet_access(Action.BLAD_INVULLEN)
@sends_once
def word_overnemen(blad: Antwoordblad) -> ResponseReturnValue:
    """Take over what was chosen."""
    found = under_way.of_person(blad, signed_in().user_id)
    if found is None:
        return told_at(_address(blad))(IntakeProblem(GONE))
    form = sheet_take_form(standing.compared(blad, under_way.opened(found)), posted=True)
    if not form.validate():
        return _page(blad, take=form), 422
    with on_problem(REFUSED, partial(_not_taken, blad, form.chosen())):
        names = taking.take_over(blad, form.chosen(), seen=form.gezien.data or "", actor=signed_in())
    told = listed(names) if len(names) <= _MOST_TOLD else counted(len(names), "antwoord", "antwoorden")
    flash(f"Overgenomen op uw antwoordblad: {told}. Wat er stond is bewaard bij de eerdere versies.", "success")
    return redirect(_address(blad))


def _not_taken(blad: Antwoordblad, chosen: Mapping[str, str], problem: Exception) -> ResponseReturnValue:
    """The page as it is now, with what was chosen still chosen."""
    if not holds_the_pen(blad):
        return told_at(_sheet(blad))(problem)
    flash(str(problem), "warning")
    found = under_way.of_person(blad, signed_in().user_id)
    if found is None:
        return _page(blad), 409
    take = sheet_take_form(standing.compared(blad, under_way.opened(found)), posted=False)
    take.choose(chosen)
    return _page(blad, take=take), 409


@blueprint.post("/antwoordbladen/<int:blad_id>/word/weggooien")
@sheet_access(Action.BLAD_INVULLEN)
@sends_once
def word_weggooien(blad: Antwoordblad) -> ResponseReturnValue:
    """Forget the file; the sheet stays as it is."""
    require_valid(KnopForm())
    with on_problem(REFUSED, told_at(_address(blad))):
        name = under_way.throw_away(blad, actor=signed_in())
    flash(f"“{name}” is weggelegd. Uw antwoorden zijn niet veranderd.", "success")
    return redirect(_address(blad))


@blueprint.post("/antwoordbladen/<int:blad_id>/word/oppakken")
@sheet_access(Action.BLAD_INVULLEN)
@sends_once
def word_oppakken(blad: Antwoordblad) -> ResponseReturnValue:
    """Take up the file that a coördinator put ready, or put it away."""
    seen = require_valid(SheetReadyForm()).klaargezet.data or ""
    with on_problem(REFUSED, told_at(_address(blad))):
        if request.form.get("doe") == "weg":
            reading.put_away(blad, seen=seen, actor=signed_in())
            flash("Het bestand is weggelegd. Uw antwoorden zijn niet veranderd.", "success")
        else:
            reading.take_up(blad, seen=seen, actor=signed_in())
    return redirect(_address(blad))


def _address(blad: Antwoordblad) -> str:
    return url_for("antwoordbladen.word", blad_id=blad.id)


def _sheet(blad: Antwoordblad) -> str:
    return url_for("antwoordbladen.blad", blad_id=blad.id)
