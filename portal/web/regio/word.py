"""The plan in Word, in the layout of the national format."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from exports.word.plan import plan_docx
from forms.dutch.dates import in_amsterdam
from portal.domain.policy import Action
from portal.models import Plan
from portal.web.access import plan_access
from portal.web.files import DOCX, download
from portal.web.regio.blueprint import blueprint
from portal.web.regio.plan import draft_document, submission_or_404, submitted_document


@blueprint.get("/plannen/<int:plan_id>/concept.docx")
@plan_access(Action.PLAN_CONCEPT_LEZEN)
def word_concept(plan: Plan) -> ResponseReturnValue:
    """The working copy as it is now."""
    return download(plan_docx(draft_document(plan)), name=f"Plan van aanpak {plan.naam} concept.docx", mimetype=DOCX)


@blueprint.get("/plannen/<int:plan_id>/indieningen/<int:indiening_id>.docx")
@plan_access(Action.PLAN_LEZEN)
def word_indiening(plan: Plan, indiening_id: int) -> ResponseReturnValue:
    """A submission as it was handed in."""
    indiening = submission_or_404(plan, indiening_id)
    name = f"Plan van aanpak {plan.naam} {in_amsterdam(indiening.ingediend_op):%Y-%m-%d}.docx"
    return download(plan_docx(submitted_document(indiening)), name=name, mimetype=DOCX)
