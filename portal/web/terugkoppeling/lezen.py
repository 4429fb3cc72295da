"""What the regions of a sheet got back, as page and in Word: exactly as it was sent."""

from __future__ import annotations

from flask import abort, current_app, render_template
from flask.typing import ResponseReturnValue

from exports.feedback import FeedbackDocument
from exports.word.feedback import feedback_docx
from portal.domain.policy import Action
from portal.models import Antwoordblad
from portal.services.feedback import feedback
from portal.web.access import sheet_access
from portal.web.files import DOCX, download
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


def word_file(document: FeedbackDocument) -> ResponseReturnValue:
    """A terugkoppeling as a download."""
    name = f"Terugkoppeling {document.uitvraag} {document.naam}.docx"
    return download(feedback_docx(document), name=name, mimetype=DOCX)


def _sent_or_404(blad: Antwoordblad) -> FeedbackDocument:
    document = feedback.sent(blad, demo=current_app.config["DEMO"])
    if document is None:
        abort(404)
    return document
