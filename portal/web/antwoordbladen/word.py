"""The answer sheet in Word: empty, to take to one's partners; filled; and as it was handed in."""

from __future__ import annotations

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from exports.word.sheet import sheet_docx
from forms.dutch.dates import in_amsterdam
from portal.domain.policy import Action
from portal.domain.round.states import BladStatus
from portal.models import Antwoordblad
from portal.services.sheet import submit
from portal.web.access import sheet_access
from portal.web.antwoordbladen.blueprint import blueprint
from portal.web.antwoordbladen.lezen import draft_document, submission_or_404, submitted_document
from portal.web.files import DOCX, download


@blueprint.get("/antwoordbladen/<int:blad_id>/leeg.docx")
@sheet_access(Action.BLAD_CONCEPT_LEZEN)
def word_leeg(blad: Antwoordblad) -> ResponseReturnValue:
    """The questions with the actions of the plan, without answers."""
    return _send(sheet_docx(draft_document(blad).blank()), blad, "leeg")


@blueprint.get("/antwoordbladen/<int:blad_id>.docx")
@sheet_access(Action.BLAD_CONCEPT_LEZEN)
def word_ingevuld(blad: Antwoordblad) -> ResponseReturnValue:
    """The sheet as it is now; once it is handed in that is the submission, and no form to fill in."""
    indiening = submit.counting_submission(blad) if blad.status is BladStatus.INGEDIEND else None
    if indiening is not None:
        return redirect(url_for("antwoordbladen.word_indiening", blad_id=blad.id, indiening_id=indiening.id))
    return _send(sheet_docx(draft_document(blad)), blad, "concept")


@blueprint.get("/antwoordbladen/<int:blad_id>/indieningen/<int:indiening_id>.docx")
@sheet_access(Action.BLAD_LEZEN)
def word_indiening(blad: Antwoordblad, indiening_id: int) -> ResponseReturnValue:
    """A submission as it was handed in."""
    indiening = submission_or_404(blad, indiening_id)
    day = f"{in_amsterdam(indiening.ingediend_op):%Y-%m-%d}"
    return _send(sheet_docx(submitted_document(blad, indiening)), blad, day)


def _send(content: bytes, blad: Antwoordblad, what: str) -> ResponseReturnValue:
    return download(content, name=f"{blad.uitvraag.naam} {blad.naam} {what}.docx", mimetype=DOCX)
