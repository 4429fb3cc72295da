"""What the regions of a sheet got back, as page, in Word and as PDF: exactly as it was sent."""

from __future__ import annotations

from functools import partial

from flask import abort, current_app, render_template, url_for
from flask.typing import ResponseReturnValue

from exports.feedback import FeedbackDocument
from exports.odf import feedback_odt
from exports.pdf import feedback_pdf
from exports.word.feedback import feedback_docx
from portal.domain.policy import Action
from portal.models import Antwoordblad
from portal.services.feedback import feedback
from portal.web.access import sheet_access
from portal.web.files import DOCX, ODT, download, download_pdf
from portal.web.terugkoppeling.blueprint import blueprint


@blueprint.get("/antwoordbladen/<int:blad_id>/terugkoppeling")
@sheet_access(Action.BLAD_LEZEN)
def lezen(blad: Antwoordblad) -> ResponseReturnValue:
    """What you told us, what others said, what happens now."""
    return render_template("terugkoppeling/lezen.html", blad=blad, document=_sent_or_404(blad))


@blueprint.get("/antwoordbladen/<int:blad_id>/terugkoppeling.docx")
@sheet_access(Action.BLAD_LEZEN)
def lezen_word(blad: Antwoordblad) -> ResponseReturnValue:
    """The same in Word."""
    return word_file(_sent_or_404(blad))


@blueprint.get("/antwoordbladen/<int:blad_id>/terugkoppeling.pdf")
@sheet_access(Action.BLAD_LEZEN)
def lezen_pdf(blad: Antwoordblad) -> ResponseReturnValue:
    """The same as PDF."""
    return pdf_file(_sent_or_404(blad), otherwise=url_for("terugkoppeling.lezen", blad_id=blad.id))


@blueprint.get("/antwoordbladen/<int:blad_id>/terugkoppeling.odt")
@sheet_access(Action.BLAD_LEZEN)
def lezen_odt(blad: Antwoordblad) -> ResponseReturnValue:
    """The same as OpenDocument."""
    document = _sent_or_404(blad)
    return download(feedback_odt(document), name=f"{_name(document)}.odt", mimetype=ODT)


def word_file(document: FeedbackDocument) -> ResponseReturnValue:
    """A terugkoppeling as a download in Word."""
    return download(feedback_docx(document), name=f"{_name(document)}.docx", mimetype=DOCX)


def pdf_file(document: FeedbackDocument, *, otherwise: str) -> ResponseReturnValue:
    """A terugkoppeling as a PDF; the page `otherwise` when there can be none."""
    return download_pdf(partial(feedback_pdf, document), name=f"{_name(document)}.pdf", otherwise=otherwise)


def _name(document: FeedbackDocument) -> str:
    return f"Terugkoppeling {document.uitvraag} {document.naam}"


def _sent_or_404(blad: Antwoordblad) -> FeedbackDocument:
    document = feedback.sent(blad, demo=current_app.config["DEMO"])
    if document is None:
        abort(404)
    return document
