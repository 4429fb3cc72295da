"""The plan as a file: in Word, in the layout of the national format, and as PDF to read and keep."""

from __future__ import annotations

from functools import partial

from flask import url_for
from flask.typing import ResponseReturnValue

from exports.pdf import plan_pdf
from exports.word.plan import plan_docx
from forms.dutch.dates import in_amsterdam
from portal.domain.policy import Action
from portal.models import Indiening, Plan
from portal.web.access import plan_access
from portal.web.files import DOCX, download, download_pdf
from portal.web.regio.blueprint import blueprint
from portal.web.regio.plan import draft_document, submission_or_404, submitted_document


@blueprint.get("/plannen/<int:plan_id>/concept.docx")
@plan_access(Action.PLAN_CONCEPT_LEZEN)
def word_concept(plan: Plan) -> ResponseReturnValue:
    """The working copy as it is now."""
    return download(plan_docx(draft_document(plan)), name=_name(plan, "concept.docx"), mimetype=DOCX)


@blueprint.get("/plannen/<int:plan_id>/concept.pdf")
@plan_access(Action.PLAN_CONCEPT_LEZEN)
def pdf_concept(plan: Plan) -> ResponseReturnValue:
    """The same as PDF."""
    make = partial(plan_pdf, draft_document(plan))
    return download_pdf(make, name=_name(plan, "concept.pdf"), otherwise=url_for("regio.lezen", plan_id=plan.id))


@blueprint.get("/plannen/<int:plan_id>/indieningen/<int:indiening_id>.docx")
@plan_access(Action.PLAN_LEZEN)
def word_indiening(plan: Plan, indiening_id: int) -> ResponseReturnValue:
    """A submission as it was handed in."""
    indiening = submission_or_404(plan, indiening_id)
    return download(plan_docx(submitted_document(indiening)), name=_dated(plan, indiening, "docx"), mimetype=DOCX)


@blueprint.get("/plannen/<int:plan_id>/indieningen/<int:indiening_id>.pdf")
@plan_access(Action.PLAN_LEZEN)
def pdf_indiening(plan: Plan, indiening_id: int) -> ResponseReturnValue:
    """The same as PDF."""
    indiening = submission_or_404(plan, indiening_id)
    return download_pdf(
        partial(plan_pdf, submitted_document(indiening)),
        name=_dated(plan, indiening, "pdf"),
        otherwise=url_for("regio.lezen_indiening", plan_id=plan.id, indiening_id=indiening.id),
    )


def _dated(plan: Plan, indiening: Indiening, ending: str) -> str:
    return _name(plan, f"{in_amsterdam(indiening.ingediend_op):%Y-%m-%d}.{ending}")


def _name(plan: Plan, what: str) -> str:
    return f"Plan van aanpak {plan.naam} {what}"
