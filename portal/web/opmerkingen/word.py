"""A plan in Word with its open remarks as comments beside the text."""

from __future__ import annotations

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from exports.word.plan import plan_docx
from portal.domain.policy import Action
from portal.domain.review.remarks import Zicht
from portal.models import Plan
from portal.services.remark import on_paper
from portal.services.remark.readers import readable_for
from portal.web.access import plan_access, signed_in
from portal.web.files import DOCX, download
from portal.web.opmerkingen.blueprint import blueprint
from portal.web.regio.copies import paper_of, readable_copies


@blueprint.get("/plannen/<int:plan_id>/opmerkingen.docx")
@plan_access(Action.OPMERKEN)
def word(plan: Plan) -> ResponseReturnValue:
    """The newest copy that this person reads, with what region and reviewers read; `alle`: with all of this person."""
    copies = readable_copies(plan)
    if not copies:
        flash("Dit plan is nog niet ingediend. Daarom is er nog geen Word-bestand met opmerkingen.", "info")
        return redirect(url_for("opmerkingen.lijst", plan_id=plan.id))
    seen = readable_for(plan, signed_in())
    shown = seen if request.args.get("welke") == "alle" else seen & {Zicht.REGIO}
    content = plan_docx(paper_of(plan, copies[0]), on_paper.open_remarks(plan, shown))
    return download(content, name=f"Plan van aanpak {plan.naam} met opmerkingen.docx", mimetype=DOCX)
