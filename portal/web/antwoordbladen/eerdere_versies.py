"""Earlier versions of a row of a list and of what was said of an action: read, and put back."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.fields import as_choices
from forms.rows import VersieForm
from forms.sheet import VoortgangForm
from forms.spec import Question
from portal.domain.policy import Action
from portal.models import Antwoordblad, BladHistorie, BladRegel, Doelstand, Voortgang, VoortgangAfwijking
from portal.services.round.problems import SheetProblem
from portal.services.sheet import differing, history, progress, rows
from portal.services.sheet.differing import DifferingConflict
from portal.services.sheet.progress import ProgressConflict
from portal.services.sheet.rows import RegelConflict
from portal.web.access import sheet_access, signed_in
from portal.web.antwoordbladen.acties import action_url, asked_of, progress_step
from portal.web.antwoordbladen.blueprint import blueprint
from portal.web.antwoordbladen.cards import Card, progress_page
from portal.web.antwoordbladen.regel_state import edit_form, form_of_values
from portal.web.antwoordbladen.regels import list_or_404, look_again, row_or_404, row_url
from portal.web.antwoordbladen.vraag import holds_the_pen
from portal.web.commits import commits, on_problem, told_at
from portal.web.posted import require_valid
from portal.web.row_versions import PUT_BACK, Known, RowVersion, versions


@blueprint.get("/antwoordbladen/<int:blad_id>/lijst/<question_key>/<int:regel_id>/eerder")
@sheet_access(Action.BLAD_CONCEPT_LEZEN)
def eerdere_regels(blad: Antwoordblad, question_key: str, regel_id: int) -> ResponseReturnValue:
    """Who changed a row and when, with what changed; also of a row that was removed."""
    question, soort = list_or_404(blad, question_key)
    row = row_or_404(blad, soort, regel_id)
    gone = row.verwijderd_op is not None
    now = Known(edit_form(blad, question, row), row.revision, row.gewijzigd_op, row.gewijzigd_door, gone)
    earlier = [_earlier_row(blad, question, row, kept) for kept in history.versions_of(row)]
    return versions_page(
        blad, row, versions([now, *earlier]), row.tekst, row_url(blad, question, row.id), vraag=question
    )


def _earlier_row(blad: Antwoordblad, question: Question, row: BladRegel, kept: BladHistorie) -> Known:
    back = url_for(
        "antwoordbladen.regel_versie_terugzetten",
        blad_id=blad.id,
        question_key=question.key,
        regel_id=row.id,
        history_id=kept.id,
    )
    form = form_of_values(blad, question, rows.RegelValues(**kept.waarde), kept.revision)
    gone = kept.verwijderd_op is not None
    return Known(form, kept.revision, kept.gewijzigd_op, kept.gewijzigd_door, gone, back)


@blueprint.get("/antwoordbladen/<int:blad_id>/acties/<int:actie_id>/eerder")
@sheet_access(Action.BLAD_CONCEPT_LEZEN)
def eerdere_voortgang(blad: Antwoordblad, actie_id: int) -> ResponseReturnValue:
    """Who said what of an action, and when."""
    card, row = _said(blad, actie_id)
    now = Known(_progress_form(card, row.status, row.toelichting), row.revision, row.gewijzigd_op, row.gewijzigd_door)
    earlier = [_earlier_progress(blad, card, kept) for kept in history.versions_of(row)]
    return versions_page(blad, row, versions([now, *earlier]), card.name, action_url(blad, f"actie-{actie_id}"))


@blueprint.get("/antwoordbladen/<int:blad_id>/acties/<int:actie_id>/regio/<int:regio_id>/eerder")
@sheet_access(Action.BLAD_CONCEPT_LEZEN)
def eerdere_afwijking(blad: Antwoordblad, actie_id: int, regio_id: int) -> ResponseReturnValue:
    """Who said what of an action in one region of a joint plan, and when."""
    asked_of(blad)
    card, row = progress_page(blad).card(actie_id), differing.find_differing(blad, actie_id, regio_id)
    if card is None or row is None:
        abort(404)
    now = Known(_progress_form(card, row.status, row.toelichting), row.revision, row.gewijzigd_op, row.gewijzigd_door)
    earlier = [_earlier_progress(blad, card, kept, regio_id) for kept in history.versions_of(row)]
    regio = next(one.naam for one in blad.regios if one.id == regio_id)
    naam = f"{card.name[:40]} in {regio}"
    return versions_page(blad, row, versions([now, *earlier]), naam, action_url(blad, f"actie-{actie_id}"))


def _said(blad: Antwoordblad, actie_id: int) -> tuple[Card, Voortgang]:
    """The action and what is said of it now; 404 when nothing is."""
    asked_of(blad)
    card = progress_page(blad).card(actie_id)
    if card is None or card.progress is None:
        abort(404)
    return card, card.progress


def _progress_form(card: Card, status: str, toelichting: str) -> VoortgangForm:
    form = VoortgangForm(formdata=None, data={"status": status, "toelichting": toelichting})
    form.status.choices = as_choices((one.key, one.label) for one in card.question.choices)
    return form


def _earlier_progress(blad: Antwoordblad, card: Card, kept: BladHistorie, regio_id: int | None = None) -> Known:
    values: dict[str, Any] = {"blad_id": blad.id, "actie_id": card.id, "history_id": kept.id}
    if regio_id is None:
        back = url_for("antwoordbladen.voortgang_terugzetten", **values)
    else:
        back = url_for("antwoordbladen.afwijking_terugzetten", **values, regio_id=regio_id)
    form = _progress_form(card, kept.waarde["status"], kept.waarde["toelichting"])
    return Known(form, kept.revision, kept.gewijzigd_op, kept.gewijzigd_door, terug=back)


def versions_page(
    blad: Antwoordblad,
    row: BladRegel | Voortgang | VoortgangAfwijking | Doelstand,
    found: list[RowVersion],
    naam: str,
    address: str,
    vraag: Question | None = None,
) -> ResponseReturnValue:
    """The page of all versions of a row; `address` is where it stands, `vraag` that of a row of a list."""
    return render_template(
        "antwoordbladen/eerdere_versies.html",
        blad=blad,
        row=row,
        versies=found,
        naam=naam,
        address=address,
        vraag=vraag,
        may_restore=holds_the_pen(blad),
    )


@blueprint.post("/antwoordbladen/<int:blad_id>/lijst/<question_key>/<int:regel_id>/eerder/<int:history_id>")
@sheet_access(Action.BLAD_INVULLEN)
@commits
def regel_versie_terugzetten(
    blad: Antwoordblad, question_key: str, regel_id: int, history_id: int
) -> ResponseReturnValue:
    """Put an earlier version of a row back."""
    question, soort = list_or_404(blad, question_key)
    seen = require_valid(VersieForm()).revisie.data
    row_or_404(blad, soort, regel_id)
    address = row_url(blad, question, regel_id)
    with on_problem(SheetProblem, told_at(address)), on_problem(RegelConflict, partial(look_again, address)):
        rows.restore_version(blad, soort, regel_id, history_id, base_revision=seen, actor=signed_in())
    flash(PUT_BACK, "success")
    return redirect(address)


@blueprint.post("/antwoordbladen/<int:blad_id>/acties/<int:actie_id>/eerder/<int:history_id>")
@sheet_access(Action.BLAD_INVULLEN)
@commits
def voortgang_terugzetten(blad: Antwoordblad, actie_id: int, history_id: int) -> ResponseReturnValue:
    """Say of an action again what was said of it before."""
    progress_step(blad)
    seen = require_valid(VersieForm()).revisie.data
    address = action_url(blad, f"actie-{actie_id}")
    stale = partial(_look_again, address)
    with on_problem(SheetProblem, told_at(address)), on_problem(ProgressConflict, stale):
        progress.restore_version(blad, actie_id, history_id, base_revision=seen, actor=signed_in())
    flash(PUT_BACK, "success")
    return redirect(address)


@blueprint.post("/antwoordbladen/<int:blad_id>/acties/<int:actie_id>/regio/<int:regio_id>/eerder/<int:history_id>")
@sheet_access(Action.BLAD_INVULLEN)
@commits
def afwijking_terugzetten(blad: Antwoordblad, actie_id: int, regio_id: int, history_id: int) -> ResponseReturnValue:
    """Say of an action in one region again what was said of it before."""
    progress_step(blad)
    seen = require_valid(VersieForm()).revisie.data
    address = action_url(blad, f"actie-{actie_id}")
    stale = partial(_look_again, address)
    with on_problem(SheetProblem, told_at(address)), on_problem(DifferingConflict, stale):
        differing.restore_version(blad, actie_id, regio_id, history_id, base_revision=seen, actor=signed_in())
    flash(PUT_BACK, "success")
    return redirect(address)


def _look_again(address: str, conflict: ProgressConflict | DifferingConflict) -> ResponseReturnValue:
    who = conflict.row.gewijzigd_door.naam if conflict.row.gewijzigd_door else "Een collega"
    flash(f"{who} heeft deze actie intussen ook beantwoord. Er is niets gewijzigd. Kijk opnieuw.", "warning")
    return redirect(address)
