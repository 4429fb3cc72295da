"""Editing a living sentence: its text with tokens, the values it can use, how it becomes; and “Klopt nog”."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from exports.national.sentences.living import parts_of, tokens
from exports.national.tree import Zin
from forms.cleaning import has_words
from portal.domain.policy import Action
from portal.models import Rapport
from portal.services.report import reports, texts
from portal.services.report.problems import NoSuchText, ReportProblem, TextConflict
from portal.web.access import report_access, signed_in
from portal.web.commits import commits, not_there, on_problem, told_at
from portal.web.posted import require_our_fields, require_valid
from portal.web.rapporten.blueprint import blueprint
from portal.web.rapporten.chosen_values import offered_values
from portal.web.rapporten.forms import ConfirmForm, SentenceForm
from portal.web.rapporten.pages import page_with_sentence
from portal.web.rapporten.reading import ReportReading, reading_of
from portal.web.rapporten.sentence_problems import problems_of
from portal.web.rapporten.writing import conflict_in, not_now, save

_ENDS = re.compile(r"[ \t\n]+")
LEAVE_OUT = "weglaten"
RESTORE = "terugzetten"
PREVIEW = "voorbeeld"


@blueprint.get("/<int:rapport_id>/zinnen/<sleutel>")
@report_access(Action.RAPPORT_BEHEREN)
def zin(rapport: Rapport, sleutel: str) -> ResponseReturnValue:
    """The page on which a sentence is edited; of a report that lies before somebody one reads the sentence."""
    reading, found = _sentence_or_404(rapport, sleutel)
    if reading.bewerken is None:
        return not_now(to_text(reading, sleutel))
    return _page(reading, found, _form_of(rapport, found))


@blueprint.post("/<int:rapport_id>/zinnen/<sleutel>")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def zin_opslaan(rapport: Rapport, sleutel: str) -> ResponseReturnValue:
    """Save the sentence, look how it becomes, leave it out, or put that of the portal back."""
    reading, found = _sentence_or_404(rapport, sleutel)
    form = SentenceForm()
    require_our_fields(form)
    if not form.validate():
        return _page(reading, found, form), 422
    pressed = request.form.get("doe", "")
    if pressed == RESTORE:
        return _restore(reading, found, form)
    if pressed == LEAVE_OUT:
        return _save(reading, found, form, "")
    if problems := _problems(reading, form.tekst.data):
        form.tekst.errors = problems
        return _page(reading, found, form), 422
    if pressed == PREVIEW:
        return _page(reading, found, form, preview=True)
    return _save(reading, found, form, _one_line(form.tekst.data))


@blueprint.post("/<int:rapport_id>/klopt")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def klopt(rapport: Rapport) -> ResponseReturnValue:
    """The sentence still holds with the numbers of now."""
    form = require_valid(ConfirmForm())
    sleutel = form.sleutel.data or ""
    address = _looked_from(reading_of(rapport), sleutel)
    with on_problem(ReportProblem, told_at(address)), on_problem(NoSuchText, not_there):
        texts.confirm(
            rapport, sleutel, base_revision=form.revisie.data, seen_revision=form.gezien.data, actor=signed_in()
        )
    flash("De zin klopt nog. De melding is weg.", "success")
    return redirect(address)


def _looked_from(reading: ReportReading, sleutel: str) -> str:
    """The list from which somebody looked: that of all chapters, where the next one stands, or that of its own."""
    if request.form.get("doe") == "alle":
        return url_for("rapporten.rapport", rapport_id=reading.rapport.id, _anchor="veranderd")
    return to_text(reading, sleutel, anchor="veranderd")


@blueprint.post("/<int:rapport_id>/weghalen")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def haal_weg(rapport: Rapport) -> ResponseReturnValue:
    """Take away a text whose sentence or chapter is no longer in the report; the history keeps it."""
    form = ConfirmForm()
    require_our_fields(form)
    loose = {one.sleutel for one in texts.unplaced(rapport, reading_of(rapport).tree)}
    if not form.validate() or form.sleutel.data not in loose:
        abort(400)
    home = url_for("rapporten.rapport", rapport_id=rapport.id)
    with on_problem(ReportProblem, told_at(home)):
        texts.restore(rapport, form.sleutel.data, base_revision=form.revisie.data, actor=signed_in())
    flash("De tekst is weggehaald.", "success")
    return redirect(home)


def to_text(reading: ReportReading, sleutel: str, anchor: str = "") -> str:
    """The address of the place in the report where a text stands; its front page when it stands nowhere."""
    blad = page_with_sentence(reading.bladen, sleutel)
    return url_for(
        "rapporten.rapport",
        rapport_id=reading.rapport.id,
        hoofdstuk=blad.sleutel if blad else None,
        _anchor=anchor or f"zin-{sleutel}",
    )


def _save(reading: ReportReading, found: Zin, form: SentenceForm, tekst: str) -> ResponseReturnValue:
    with on_problem(ReportProblem, partial(_refused, reading.rapport, found.sleutel, form)):
        save(reading.rapport, found.sleutel, tekst, form)
    flash("De zin is opgeslagen." if tekst else "De zin is weggelaten. U kunt haar hier terugzetten.", "success")
    return redirect(to_text(reading, found.sleutel))


def _restore(reading: ReportReading, found: Zin, form: SentenceForm) -> ResponseReturnValue:
    with on_problem(ReportProblem, partial(_refused, reading.rapport, found.sleutel, form)):
        texts.restore(reading.rapport, found.sleutel, base_revision=form.revisie.data, actor=signed_in())
    flash("De zin van het portaal staat er weer.", "success")
    return redirect(to_text(reading, found.sleutel))


def _refused(rapport: Rapport, sleutel: str, form: SentenceForm, problem: ReportProblem) -> ResponseReturnValue:
    """The page with what was typed and what stands there now; saving again starts from what it shows."""
    reading, found = _sentence_or_404(rapport, sleutel)
    conflict = conflict_in(problem)
    form.form_errors.append(str(problem))
    newest = replace(found, revision=conflict.revision if conflict else found.revision)
    shown = _form_of(rapport, newest, typed=form)
    return _page(reading, found, shown, conflict=conflict), 409


def _form_of(rapport: Rapport, found: Zin, typed: SentenceForm | None = None) -> SentenceForm:
    tekst = typed.tekst.data if typed else found.sjabloon
    form = SentenceForm(formdata=None, tekst=tekst, revisie=found.revision, gezien=rapport.revision)
    if typed:
        form.form_errors.extend(typed.form_errors)
    return form


def _page(
    reading: ReportReading,
    found: Zin,
    form: SentenceForm,
    *,
    preview: bool = False,
    conflict: TextConflict | None = None,
) -> str:
    tekst = form.tekst.data
    return render_template(
        "rapporten/zin.html",
        reading=reading,
        zin=found,
        blad=page_with_sentence(reading.bladen, found.sleutel),
        is_kop=_is_heading(reading, found),
        form=form,
        preview=parts_of(_one_line(tekst), reading.tree.waarden)[0] if preview else None,
        conflict=conflict,
        own=texts.original(reading.rapport, found.sleutel),
        eerdere=texts.history_of(reading.rapport, found.sleutel),
        values=offered_values(reading.tree, tokens(found.sjabloon) + tokens(tekst)),
    )


def _is_heading(reading: ReportReading, found: Zin) -> bool:
    return any(one.kop.sleutel == found.sleutel for one in reading.tree.all_chapters())


def _problems(reading: ReportReading, tekst: str) -> list[str]:
    """What is wrong with a sentence, in words: nothing to read, a token that names no value, a brace left over."""
    if not has_words(tekst):
        return ["Schrijf een zin. Wilt u de zin niet in het rapport? Kies “Weglaten”."]
    return problems_of(tekst, reading.tree.waarden)


def _one_line(tekst: str) -> str:
    """A sentence is one paragraph: the ends of its lines become spaces."""
    return _ENDS.sub(" ", tekst).strip()


def _sentence_or_404(rapport: Rapport, sleutel: str) -> tuple[ReportReading, Zin]:
    reading = reading_of(rapport)
    found = reports.sentences_of(reading.tree).get(sleutel)
    blad = page_with_sentence(reading.bladen, sleutel)
    if found is None or (blad and found is blad.hoofdstuk.kop and not blad.has_own_heading):
        abort(404)
    return reading, found
