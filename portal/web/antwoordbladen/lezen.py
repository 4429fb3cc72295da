"""Reading an answer sheet: as it is now (its own region only), or as it was handed in."""

from __future__ import annotations

from flask import abort, current_app, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from exports.sheet import SheetDocument
from portal.domain import clock
from portal.domain.policy import Action
from portal.domain.round.states import BladStatus, stand
from portal.models import Antwoordblad, BladIndiening
from portal.services.feedback import expectations
from portal.services.filling.freezing import Content
from portal.services.plan import masking
from portal.services.sheet import submit
from portal.services.sheet.content import working_copy
from portal.services.sheet.document import sheet_document
from portal.services.sheet.previous import previous_content, previous_of
from portal.web.access import may, sheet_access
from portal.web.antwoordbladen.blueprint import blueprint

INGEDIEND = "Ingediend"


@blueprint.get("/antwoordbladen/<int:blad_id>/lezen")
@sheet_access(Action.BLAD_LEZEN)
def lezen(blad: Antwoordblad) -> ResponseReturnValue:
    """What there is to read: for the own region the sheet as it is while it is not handed in, else what was."""
    own = may(Action.BLAD_CONCEPT_LEZEN, blad)
    counting = submit.counting_submission(blad)
    if counting is not None and (not own or blad.status is BladStatus.INGEDIEND):
        return redirect(url_for("antwoordbladen.lezen_indiening", blad_id=blad.id, indiening_id=counting.id))
    if not own:
        abort(404)
    return render_template("antwoordbladen/lezen.html", blad=blad, indiening=None, document_=draft_document(blad))


@blueprint.get("/antwoordbladen/<int:blad_id>/indieningen/<int:indiening_id>")
@sheet_access(Action.BLAD_LEZEN)
def lezen_indiening(blad: Antwoordblad, indiening_id: int) -> ResponseReturnValue:
    """One submission, as it was handed in."""
    indiening = submission_or_404(blad, indiening_id)
    return render_template(
        "antwoordbladen/lezen.html",
        blad=blad,
        indiening=indiening,
        counts=indiening.nummer == blad.indiening_nummer,
        document_=submitted_document(blad, indiening),
    )


def submission_or_404(blad: Antwoordblad, indiening_id: int) -> BladIndiening:
    """The submission, when it is one of this sheet; national roles see only the one that counts."""
    indiening = submit.find_submission(blad, indiening_id)
    if indiening is None:
        abort(404)
    if indiening.nummer != blad.indiening_nummer and not may(Action.BLAD_CONCEPT_LEZEN, blad):
        abort(404)
    return indiening


def draft_document(blad: Antwoordblad, content: Content | None = None) -> SheetDocument:
    """The working copy (`content` when it was read already) as a document of this moment."""
    content = content or working_copy(blad)
    return sheet_document(
        content,
        uitvraag=blad.uitvraag,
        status=stand(blad.blad_facts, clock.today()).label,
        peilmoment=clock.now(),
        deadline=blad.deadline,
        previous=previous_content(content, previous_of(blad)),
        demo=current_app.config["DEMO"],
        replies=expectations.replies_for(blad),
    )


def submitted_document(blad: Antwoordblad, indiening: BladIndiening) -> SheetDocument:
    """A submission of the moment it was handed in, as this person may read it, with what was answered since."""
    previous = previous_content(indiening.snapshot, previous_of(blad))
    return sheet_document(
        _as_read(blad, indiening.snapshot),
        uitvraag=blad.uitvraag,
        status=INGEDIEND,
        peilmoment=indiening.ingediend_op,
        deadline=blad.deadline,
        previous=_as_read(blad, previous) if previous else None,
        ingediend_op=indiening.ingediend_op,
        demo=current_app.config["DEMO"],
        replies=expectations.replies_for(blad),
    )


def _as_read(blad: Antwoordblad, content: Content) -> Content:
    """Small numbers of clients are for the people of the plan and its reviewers: docs/decisions/kleine-aantallen.md."""
    if may(Action.BLAD_CONCEPT_LEZEN, blad) or may(Action.VERLOOP_ZIEN):
        return content
    return masking.masking_now(blad.plan_id).masked_sheet(content)
