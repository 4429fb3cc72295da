"""Which texts of regions are quoted with a theme, in which order, and with whose name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from exports.national.counting.tally import names_in_words
from exports.national.messages.quotes import Quotable
from forms.fields import as_choices
from portal.domain.policy import Action
from portal.models import Rapport
from portal.services.report import messages, quotes, themes
from portal.services.report.problems import NoSuchText, ReportProblem
from portal.web.access import report_access, signed_in
from portal.web.commits import commits, on_problem, told_at
from portal.web.posted import require_our_fields, require_valid
from portal.web.rapporten.blueprint import blueprint
from portal.web.rapporten.boodschappen import UP
from portal.web.rapporten.forms import QuoteForm, QuotePlaceForm
from portal.web.rapporten.reading import reading_of
from portal.web.rapporten.writing import not_now

FURTHER = "verder"


@blueprint.get("/<int:rapport_id>/boodschappen/<sleutel>/citaten")
@report_access(Action.RAPPORT_BEHEREN)
def citaten(rapport: Rapport, sleutel: str) -> ResponseReturnValue:
    """All texts of a theme, with those that are quoted in their order above."""
    texts = _texts_or_404(rapport, sleutel)
    if reading_of(rapport).bewerken is None:
        return not_now(url_for("rapporten.rapport", rapport_id=rapport.id))
    chosen = quotes.chosen(rapport, sleutel)
    form = _form(rapport, texts)
    form.kies.data = [one.item_id for one in chosen]
    form.met_naam.data = [one.item_id for one in chosen if one.met_naam]
    form.passage.data = [one.item_id for one in chosen if one.als_passage]
    form.gezien.data = quotes.mark(chosen)
    return _page(rapport, sleutel, texts, form)


@blueprint.post("/<int:rapport_id>/boodschappen/<sleutel>/citaten")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def citaten_kiezen(rapport: Rapport, sleutel: str) -> ResponseReturnValue:
    """Quote what was ticked."""
    texts = _texts_or_404(rapport, sleutel)
    form = _form(rapport, texts, posted=True)
    require_our_fields(form)
    if not form.validate():
        return _page(rapport, sleutel, texts, form), 422
    with on_problem(ReportProblem, partial(_refused, rapport, sleutel, form)):
        quotes.choose(
            rapport,
            sleutel,
            form.kies.data or [],
            form.met_naam.data or [],
            form.passage.data or [],
            seen=form.gezien.data,
            actor=signed_in(),
        )
    flash("De citaten zijn opgeslagen.", "success")
    if request.form.get("doe") == FURTHER and (following := themes.next_one(rapport, sleutel)):
        return redirect(url_for("rapporten.boodschap", rapport_id=rapport.id, sleutel=following.sleutel))
    return redirect(_here(rapport, sleutel))


@blueprint.post("/<int:rapport_id>/boodschappen/<sleutel>/citaten/plaats")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def citaat_verplaatsen(rapport: Rapport, sleutel: str) -> ResponseReturnValue:
    """One place up or down."""
    form = require_valid(QuotePlaceForm())
    with on_problem(ReportProblem, told_at(_here(rapport, sleutel))):
        up = request.form.get("doe") == UP
        quotes.move(rapport, sleutel, form.citaat.data, up=up, seen_place=form.plaats.data)
    return redirect(_here(rapport, sleutel))


def _form(rapport: Rapport, texts: Sequence[Quotable], *, posted: bool = False) -> QuoteForm:
    form = QuoteForm() if posted else QuoteForm(formdata=None)
    namen = reading_of(rapport).tree.regionamen
    words = [(one, f"{one.tekst} ({names_in_words([namen.get(code, code) for code in one.regios])})") for one in texts]
    form.kies.choices = as_choices((one.id, tekst) for one, tekst in words)
    form.met_naam.choices = as_choices((one.id, tekst) for one, tekst in words if one.mag_met_naam)
    form.passage.choices = as_choices((one.id, f"Alleen “{one.passage}”") for one in texts if one.passage)
    return form


def _refused(rapport: Rapport, sleutel: str, form: QuoteForm, problem: ReportProblem) -> ResponseReturnValue:
    form.form_errors.append(str(problem))
    form.gezien.raw_data, form.gezien.data = None, quotes.mark(quotes.chosen(rapport, sleutel))
    return _page(rapport, sleutel, _texts_or_404(rapport, sleutel), form), 409


def _page(rapport: Rapport, sleutel: str, texts: Sequence[Quotable], form: QuoteForm) -> str:
    by_id = {one.id: one for one in texts}
    return render_template(
        "rapporten/citaten.html",
        reading=reading_of(rapport),
        sleutel=sleutel,
        naam=messages.themes_of(rapport)[sleutel].naam,
        form=form,
        volgende=themes.next_one(rapport, sleutel),
        gekozen=[(one, by_id[one.item_id]) for one in quotes.chosen(rapport, sleutel) if one.item_id in by_id],
    )


def _texts_or_404(rapport: Rapport, sleutel: str) -> Sequence[Quotable]:
    try:
        return quotes.quotable(rapport, sleutel)
    except NoSuchText:
        abort(404)


def _here(rapport: Rapport, sleutel: str) -> str:
    return url_for("rapporten.citaten", rapport_id=rapport.id, sleutel=sleutel)
