"""The plan as a file: in Word and OpenDocument in the layout of the national format, and as PDF to keep."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from flask import url_for
from flask.typing import ResponseReturnValue

from exports.odf import plan_odt
from exports.pdf import plan_pdf
from exports.plan import PlanDocument
from exports.word.plan import plan_docx
from forms.dutch.dates import in_amsterdam
from portal.domain import clock
from portal.domain.policy import Action
from portal.models import Indiening, Plan
from portal.services.consent import telling, texts
from portal.services.plan import content, file_marks
from portal.services.plan.comparing import Copy
from portal.web.access import may, plan_access
from portal.web.files import DOCX, ODT, download, download_pdf
from portal.web.regio.blueprint import blueprint
from portal.web.regio.copies import paper_of
from portal.web.regio.plan import draft_document, submission_or_404


@blueprint.get("/plannen/<int:plan_id>/concept.docx")
@plan_access(Action.PLAN_CONCEPT_LEZEN)
def word_concept(plan: Plan) -> ResponseReturnValue:
    """The working copy as it is now, with the marks by which it is known when it comes back."""
    loaded = content.load(plan)
    document = replace(draft_document(plan, content.as_content(plan, loaded)), merken=file_marks.marks_of(plan, loaded))
    told = _with_consent(document, plan, texts.now(plan)[1])
    return download(plan_docx(told), name=_name(plan, "concept.docx"), mimetype=DOCX)


@blueprint.get("/plannen/<int:plan_id>/concept.pdf")
@plan_access(Action.PLAN_CONCEPT_LEZEN)
def pdf_concept(plan: Plan) -> ResponseReturnValue:
    """The same as PDF."""
    make = partial(plan_pdf, _draft(plan))
    return download_pdf(make, name=_name(plan, "concept.pdf"), otherwise=url_for("regio.lezen", plan_id=plan.id))


@blueprint.get("/plannen/<int:plan_id>/concept.odt")
@plan_access(Action.PLAN_CONCEPT_LEZEN)
def odt_concept(plan: Plan) -> ResponseReturnValue:
    """The same as OpenDocument."""
    return download(plan_odt(_draft(plan)), name=_name(plan, "concept.odt"), mimetype=ODT)


@blueprint.get("/plannen/<int:plan_id>/indieningen/<int:indiening_id>.docx")
@plan_access(Action.PLAN_LEZEN)
def word_indiening(plan: Plan, indiening_id: int) -> ResponseReturnValue:
    """A submission as it was handed in."""
    indiening = submission_or_404(plan, indiening_id)
    return download(plan_docx(_submitted(indiening)), name=_dated(plan, indiening, "docx"), mimetype=DOCX)


@blueprint.get("/plannen/<int:plan_id>/indieningen/<int:indiening_id>.pdf")
@plan_access(Action.PLAN_LEZEN)
def pdf_indiening(plan: Plan, indiening_id: int) -> ResponseReturnValue:
    """The same as PDF."""
    indiening = submission_or_404(plan, indiening_id)
    return download_pdf(
        partial(plan_pdf, _submitted(indiening)),
        name=_dated(plan, indiening, "pdf"),
        otherwise=url_for("regio.lezen_indiening", plan_id=plan.id, indiening_id=indiening.id),
    )


@blueprint.get("/plannen/<int:plan_id>/indieningen/<int:indiening_id>.odt")
@plan_access(Action.PLAN_LEZEN)
def odt_indiening(plan: Plan, indiening_id: int) -> ResponseReturnValue:
    """The same as OpenDocument."""
    indiening = submission_or_404(plan, indiening_id)
    return download(plan_odt(_submitted(indiening)), name=_dated(plan, indiening, "odt"), mimetype=ODT)


def _draft(plan: Plan) -> PlanDocument:
    return _with_consent(draft_document(plan), plan, texts.now(plan)[1])


def _submitted(indiening: Indiening) -> PlanDocument:
    return _with_consent(paper_of(indiening.versie.plan, Copy(indiening)), indiening.versie.plan, indiening.checksum)


def _with_consent(document: PlanDocument, plan: Plan, mark: str) -> PlanDocument:
    """With who agreed, for who may read that: it names persons."""
    if not may(Action.INSTEMMING_LEZEN, plan):
        return document
    return replace(document, instemming=telling.on_paper(plan, mark), instemming_op=clock.now())


def _dated(plan: Plan, indiening: Indiening, ending: str) -> str:
    return _name(plan, f"{in_amsterdam(indiening.ingediend_op):%Y-%m-%d}.{ending}")


def _name(plan: Plan, what: str) -> str:
    return f"Plan van aanpak {plan.naam} {what}"
