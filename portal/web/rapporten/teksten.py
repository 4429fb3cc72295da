"""The coördinator's own text at the end of a chapter."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from exports.national.sentences.living import tokens
from exports.national.tree import EigenTekst
from portal.domain.policy import Action
from portal.domain.report.flags import own_key
from portal.models import Rapport
from portal.services.report.problems import ReportProblem, TextConflict
from portal.web.access import report_access
from portal.web.commits import commits, on_problem
from portal.web.posted import require_our_fields
from portal.web.rapporten.blueprint import blueprint
from portal.web.rapporten.forms import OwnTextForm
from portal.web.rapporten.pages import own_texts, page_with_own_text
from portal.web.rapporten.reading import ReportReading, reading_of
from portal.web.rapporten.writing import conflict_in, not_now, save


@blueprint.get("/<int:rapport_id>/teksten/<hoofdstuk>")
@report_access(Action.RAPPORT_BEHEREN)
def tekst(rapport: Rapport, hoofdstuk: str) -> ResponseReturnValue:
    """The page on which an own text is written."""
    reading, found = _text_or_404(rapport, hoofdstuk)
    if reading.bewerken is None:
        return not_now(_back(reading, hoofdstuk))
    return _page(reading, found, _form(rapport, found.tekst, found.revision))


@blueprint.post("/<int:rapport_id>/teksten/<hoofdstuk>")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def tekst_opslaan(rapport: Rapport, hoofdstuk: str) -> ResponseReturnValue:
    """Save the text; an empty one is not printed."""
    reading, found = _text_or_404(rapport, hoofdstuk)
    form = OwnTextForm()
    require_our_fields(form)
    if not form.validate():
        return _page(reading, found, form), 422
    if problems := _problems(reading, form.tekst.data):
        form.tekst.errors = problems
        return _page(reading, found, form), 422
    with on_problem(ReportProblem, partial(_refused, rapport, hoofdstuk, form)):
        save(rapport, own_key(hoofdstuk), form.tekst.data, form)
    flash("Uw tekst is opgeslagen." if form.tekst.data.strip() else "Uw tekst is weggehaald.", "success")
    return redirect(_back(reading, hoofdstuk))


def _problems(reading: ReportReading, tekst: str) -> list[str]:
    """What would be printed with its braces: a number that lives in sentences only."""
    return [
        f"“{{{token}}}” wordt hier geen getal: dat kan alleen in een zin van het rapport. Haal de accolades weg."
        for token in tokens(tekst)
        if token in reading.tree.waarden
    ]


def _refused(rapport: Rapport, hoofdstuk: str, typed: OwnTextForm, problem: ReportProblem) -> ResponseReturnValue:
    reading, found = _text_or_404(rapport, hoofdstuk)
    conflict = conflict_in(problem)
    form = _form(rapport, typed.tekst.data, conflict.revision if conflict else found.revision)
    form.form_errors.append(str(problem))
    return _page(reading, found, form, conflict=conflict), 409


def _form(rapport: Rapport, tekst: str, revision: int) -> OwnTextForm:
    return OwnTextForm(formdata=None, tekst=tekst, revisie=revision, gezien=rapport.revision)


def _page(reading: ReportReading, found: EigenTekst, form: OwnTextForm, *, conflict: TextConflict | None = None) -> str:
    return render_template(
        "rapporten/tekst.html",
        reading=reading,
        eigen=found,
        sleutel=own_key(found.hoofdstuk),
        blad=page_with_own_text(reading.bladen, found.hoofdstuk),
        naam=next(one.naam for one in reading.tree.all_chapters() if one.sleutel == found.hoofdstuk),
        form=form,
        conflict=conflict,
    )


def _back(reading: ReportReading, hoofdstuk: str) -> str:
    blad = page_with_own_text(reading.bladen, hoofdstuk)
    sleutel = blad.sleutel if blad else None
    return url_for("rapporten.rapport", rapport_id=reading.rapport.id, hoofdstuk=sleutel, _anchor=f"eigen-{hoofdstuk}")


def _text_or_404(rapport: Rapport, hoofdstuk: str) -> tuple[ReportReading, EigenTekst]:
    reading = reading_of(rapport)
    found = next((one for one in own_texts(reading.tree.all_chapters()) if one.hoofdstuk == hoofdstuk), None)
    if found is None:
        abort(404)
    return reading, found
