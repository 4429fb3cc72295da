"""Writing the terugkoppeling of a round, looking at it as one of its regions, and sending it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField

from exports.feedback import FeedbackDocument
from exports.labels import WAT_ANDEREN_ZEIDEN, WAT_ER_NU_GEBEURT
from forms.base import BaseForm
from forms.fields import LongText, Revision
from portal.domain.policy import Action
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, Uitvraag
from portal.services.feedback import feedback
from portal.services.feedback.feedback import TextsConflict
from portal.services.regios import name_key
from portal.services.round.problems import SheetProblem
from portal.web.access import access, signed_in
from portal.web.commits import commits, on_problem, sends_once
from portal.web.posted import require_our_fields
from portal.web.terugkoppeling.blueprint import blueprint
from portal.web.terugkoppeling.lezen import pdf_file, word_file

NIET_ZEKER = "Vink aan dat u de terugkoppeling wilt versturen."


class TerugkoppelingForm(BaseForm):
    """The coördinator's own words, and the tick with which they are sent to all regions."""

    anderen_zeiden = LongText(
        WAT_ANDEREN_ZEIDEN,
        description="Schrijf in eigen woorden wat opvalt. De aantallen zet het portaal er zelf bij. "
        "Noem een regio alleen als die dat goed vindt.",
        render_kw={"rows": 8},
    )
    vervolg = LongText(
        WAT_ER_NU_GEBEURT,
        description="Wat doet de kerngroep nu, en wanneer? Antwoorden met een datum zet het portaal er zelf bij.",
        render_kw={"rows": 8},
    )
    # Only sending asks for it; saving does not.
    zeker = BooleanField("Ja, ik heb de terugkoppeling nagelezen en wil haar naar alle regio’s sturen")
    revisie = Revision("Revisie", default=0)


@blueprint.get("/landelijk/uitvragen/<int:uitvraag_id>/terugkoppeling")
@access(Action.UITVRAAG_BEHEREN)
def voorbereiden(uitvraag_id: int) -> ResponseReturnValue:
    """Both texts, what to know before sending, and the button that sends."""
    return _page(round_or_404(uitvraag_id))


@blueprint.post("/landelijk/uitvragen/<int:uitvraag_id>/terugkoppeling")
@access(Action.UITVRAAG_BEHEREN)
@commits
def bewaren(uitvraag_id: int) -> ResponseReturnValue:
    """Save both texts."""
    form, uitvraag = _posted(uitvraag_id)
    if not form.validate():
        return _page(uitvraag, form), 422
    with on_problem(SheetProblem, partial(_refused, uitvraag_id, form)):
        _save(uitvraag, form)
    flash("De teksten zijn opgeslagen. Ze zijn nog niet verstuurd.", "success")
    return _to_page(uitvraag_id)


@blueprint.post("/landelijk/uitvragen/<int:uitvraag_id>/terugkoppeling/versturen")
@access(Action.UITVRAAG_BEHEREN)
@sends_once
def versturen(uitvraag_id: int) -> ResponseReturnValue:
    """Send the terugkoppeling to all regions and finish the round, with the texts as they stand on the page."""
    form, uitvraag = _posted(uitvraag_id)
    if not form.validate() or not form.zeker.data:
        form.zeker.errors = [] if form.zeker.data else [NIET_ZEKER]
        return _page(uitvraag, form), 422
    with on_problem(SheetProblem, partial(_refused, uitvraag_id, form)):
        _save(uitvraag, form)
        feedback.send(uitvraag, seen_revision=uitvraag.revision, actor=signed_in())
    flash("De terugkoppeling is verstuurd. De uitvraag is afgerond.", "success")
    return _to_page(uitvraag_id)


@blueprint.get("/landelijk/uitvragen/<int:uitvraag_id>/terugkoppeling/voorbeeld")
@access(Action.UITVRAAG_BEHEREN)
def voorbeeld(uitvraag_id: int) -> ResponseReturnValue:
    """How the terugkoppeling looks for one region: as it would be sent now, or as it was."""
    uitvraag = round_or_404(uitvraag_id)
    blad = _chosen(uitvraag)
    return render_template(
        "terugkoppeling/voorbeeld.html",
        uitvraag=uitvraag,
        bladen=_by_name(uitvraag),
        blad=blad,
        document=_document(blad) if blad else None,
    )


@blueprint.get("/landelijk/uitvragen/<int:uitvraag_id>/terugkoppeling/voorbeeld.docx")
@access(Action.UITVRAAG_BEHEREN)
def voorbeeld_word(uitvraag_id: int) -> ResponseReturnValue:
    """The same in Word."""
    return word_file(_document(_chosen_or_404(uitvraag_id)))


@blueprint.get("/landelijk/uitvragen/<int:uitvraag_id>/terugkoppeling/voorbeeld.pdf")
@access(Action.UITVRAAG_BEHEREN)
def voorbeeld_pdf(uitvraag_id: int) -> ResponseReturnValue:
    """The same as PDF."""
    blad = _chosen_or_404(uitvraag_id)
    otherwise = url_for("terugkoppeling.voorbeeld", uitvraag_id=uitvraag_id, blad=blad.id)
    return pdf_file(_document(blad), otherwise=otherwise)


def _chosen_or_404(uitvraag_id: int) -> Antwoordblad:
    return _chosen(round_or_404(uitvraag_id)) or abort(404)


def _document(blad: Antwoordblad) -> FeedbackDocument:
    demo = current_app.config["DEMO"]
    return feedback.sent(blad, demo=demo) or replace(feedback.build(blad), demo=demo)


def _chosen(uitvraag: Uitvraag) -> Antwoordblad | None:
    """The sheet in the address; without one the first. None when the round has no such sheet."""
    asked = request.args.get("blad", "")
    return next((blad for blad in _by_name(uitvraag) if not asked or str(blad.id) == asked), None)


def _by_name(uitvraag: Uitvraag) -> list[Antwoordblad]:
    return sorted(uitvraag.bladen, key=lambda blad: name_key(blad.naam))


def _posted(uitvraag_id: int) -> tuple[TerugkoppelingForm, Uitvraag]:
    form = TerugkoppelingForm()
    require_our_fields(form)
    return form, round_or_404(uitvraag_id)


def _save(uitvraag: Uitvraag, form: TerugkoppelingForm) -> None:
    feedback.prepare(
        uitvraag,
        anderen_zeiden=form.anderen_zeiden.data,
        vervolg=form.vervolg.data,
        seen_revision=form.revisie.data,
        actor=signed_in(),
    )


def _refused(uitvraag_id: int, form: TerugkoppelingForm, problem: SheetProblem) -> ResponseReturnValue:
    """The page with what was typed, and beside it what stands there now. What was sent has no
    form any more: other words than those are added to the page (`lost_words`).
    """
    uitvraag = round_or_404(uitvraag_id)
    if uitvraag.status is UitvraagStatus.AFGEROND:
        flash(str(problem), "error")
        return _page(uitvraag), 409
    form.revisie.raw_data, form.revisie.data = None, uitvraag.revision
    form.vervolg.errors = [str(problem)]
    return _page(uitvraag, form, conflict=isinstance(problem, TextsConflict)), 409


def _to_page(uitvraag_id: int) -> ResponseReturnValue:
    return redirect(url_for("terugkoppeling.voorbereiden", uitvraag_id=uitvraag_id))


def _page(uitvraag: Uitvraag, form: TerugkoppelingForm | None = None, *, conflict: bool = False) -> str:
    is_closed = uitvraag.status is UitvraagStatus.GESLOTEN
    return render_template(
        "terugkoppeling/voorbereiden.html",
        uitvraag=uitvraag,
        form=form or TerugkoppelingForm(formdata=None, obj=uitvraag, revisie=uitvraag.revision),
        conflict=conflict,
        waarschuwingen=feedback.warnings(uitvraag) if is_closed else [],
        # What was typed is kept, also when the round was opened again meanwhile.
        is_closed=is_closed or form is not None,
    )


def round_or_404(uitvraag_id: int) -> Uitvraag:
    """The round of an address."""
    uitvraag = db.session.get(Uitvraag, uitvraag_id)
    if uitvraag is None:
        abort(404)
    return uitvraag
