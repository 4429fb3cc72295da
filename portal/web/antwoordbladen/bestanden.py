"""The answer sheet in Word, OpenDocument and PDF: empty, to take to one's partners; filled; as it was handed in."""

from __future__ import annotations

from functools import partial

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from exports.odf import sheet_odt
from exports.pdf import sheet_pdf
from exports.sheet import SheetDocument
from exports.word.sheet import sheet_docx
from forms.dutch.dates import in_amsterdam
from portal.domain.policy import Action
from portal.domain.round.states import BladStatus
from portal.models import Antwoordblad, BladIndiening
from portal.services.sheet import submit
from portal.web.access import sheet_access
from portal.web.antwoordbladen.blueprint import blueprint
from portal.web.antwoordbladen.lezen import draft_document, submission_or_404, submitted_document
from portal.web.files import DOCX, ODT, download, download_pdf


@blueprint.get("/antwoordbladen/<int:blad_id>/leeg.docx")
@sheet_access(Action.BLAD_CONCEPT_LEZEN)
def word_leeg(blad: Antwoordblad) -> ResponseReturnValue:
    """The questions with the actions of the plan, without answers."""
    return _word(draft_document(blad).blank(), blad, "leeg")


@blueprint.get("/antwoordbladen/<int:blad_id>/leeg.pdf")
@sheet_access(Action.BLAD_CONCEPT_LEZEN)
def pdf_leeg(blad: Antwoordblad) -> ResponseReturnValue:
    """The same as PDF, to print."""
    return _pdf(draft_document(blad).blank(), blad, "leeg")


@blueprint.get("/antwoordbladen/<int:blad_id>/leeg.odt")
@sheet_access(Action.BLAD_CONCEPT_LEZEN)
def odt_leeg(blad: Antwoordblad) -> ResponseReturnValue:
    """The same as OpenDocument."""
    return _odt(draft_document(blad).blank(), blad, "leeg")


@blueprint.get("/antwoordbladen/<int:blad_id>.docx")
@sheet_access(Action.BLAD_CONCEPT_LEZEN)
def word_ingevuld(blad: Antwoordblad) -> ResponseReturnValue:
    """The sheet as it is now; once it is handed in that is the submission, and no form to fill in."""
    indiening = _handed_in(blad)
    if indiening is not None:
        return redirect(url_for("antwoordbladen.word_indiening", blad_id=blad.id, indiening_id=indiening.id))
    return _word(draft_document(blad), blad, "concept")


@blueprint.get("/antwoordbladen/<int:blad_id>.pdf")
@sheet_access(Action.BLAD_CONCEPT_LEZEN)
def pdf_ingevuld(blad: Antwoordblad) -> ResponseReturnValue:
    """The same as PDF."""
    indiening = _handed_in(blad)
    if indiening is not None:
        return redirect(url_for("antwoordbladen.pdf_indiening", blad_id=blad.id, indiening_id=indiening.id))
    return _pdf(draft_document(blad), blad, "concept")


@blueprint.get("/antwoordbladen/<int:blad_id>.odt")
@sheet_access(Action.BLAD_CONCEPT_LEZEN)
def odt_ingevuld(blad: Antwoordblad) -> ResponseReturnValue:
    """The same as OpenDocument."""
    indiening = _handed_in(blad)
    if indiening is not None:
        return redirect(url_for("antwoordbladen.odt_indiening", blad_id=blad.id, indiening_id=indiening.id))
    return _odt(draft_document(blad), blad, "concept")


@blueprint.get("/antwoordbladen/<int:blad_id>/indieningen/<int:indiening_id>.docx")
@sheet_access(Action.BLAD_LEZEN)
def word_indiening(blad: Antwoordblad, indiening_id: int) -> ResponseReturnValue:
    """A submission as it was handed in."""
    indiening = submission_or_404(blad, indiening_id)
    return _word(submitted_document(blad, indiening), blad, _day(indiening))


@blueprint.get("/antwoordbladen/<int:blad_id>/indieningen/<int:indiening_id>.pdf")
@sheet_access(Action.BLAD_LEZEN)
def pdf_indiening(blad: Antwoordblad, indiening_id: int) -> ResponseReturnValue:
    """The same as PDF."""
    indiening = submission_or_404(blad, indiening_id)
    return _pdf(submitted_document(blad, indiening), blad, _day(indiening))


@blueprint.get("/antwoordbladen/<int:blad_id>/indieningen/<int:indiening_id>.odt")
@sheet_access(Action.BLAD_LEZEN)
def odt_indiening(blad: Antwoordblad, indiening_id: int) -> ResponseReturnValue:
    """The same as OpenDocument."""
    indiening = submission_or_404(blad, indiening_id)
    return _odt(submitted_document(blad, indiening), blad, _day(indiening))


def _handed_in(blad: Antwoordblad) -> BladIndiening | None:
    return submit.counting_submission(blad) if blad.status is BladStatus.INGEDIEND else None


def _day(indiening: BladIndiening) -> str:
    return f"{in_amsterdam(indiening.ingediend_op):%Y-%m-%d}"


def _word(document: SheetDocument, blad: Antwoordblad, what: str) -> ResponseReturnValue:
    return download(sheet_docx(document), name=f"{_name(blad, what)}.docx", mimetype=DOCX)


def _odt(document: SheetDocument, blad: Antwoordblad, what: str) -> ResponseReturnValue:
    return download(sheet_odt(document), name=f"{_name(blad, what)}.odt", mimetype=ODT)


def _pdf(document: SheetDocument, blad: Antwoordblad, what: str) -> ResponseReturnValue:
    otherwise = url_for("antwoordbladen.lezen", blad_id=blad.id)
    return download_pdf(partial(sheet_pdf, document), name=f"{_name(blad, what)}.pdf", otherwise=otherwise)


def _name(blad: Antwoordblad, what: str) -> str:
    return f"{blad.uitvraag.naam} {blad.naam} {what}"
