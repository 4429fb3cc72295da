"""Wat is er veranderd: two copies of a plan beside each other, chosen in the address; on the page and in Word."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from exports.word.plan import plan_changes_docx
from forms.dutch.dates import in_amsterdam
from portal.domain import clock
from portal.domain.policy import Action
from portal.models import Plan
from portal.services.plan import comparing
from portal.web.access import plan_access
from portal.web.files import DOCX, download
from portal.web.regio.blueprint import blueprint
from portal.web.regio.copies import asked, asked_pair, changer_of, content_of, paper_of, readable_copies
from portal.web.regio.plan import plan_in_force_of


@blueprint.get("/plannen/<int:plan_id>/veranderd")
@plan_access(Action.PLAN_LEZEN)
def veranderd(plan: Plan) -> ResponseReturnValue:
    """What changed between any two copies that somebody may read; by itself only what changed."""
    copies = readable_copies(plan)
    pair = asked_pair(plan, copies)
    found = _compared(plan, pair) if pair and not pair.is_one else None
    whole = asked("toon") == "alles"
    return render_template(
        "regio/veranderd.html",
        plan=plan,
        copies=copies,
        pair=pair,
        found=found,
        whole=whole,
        parts=(found.parts if whole else [part.short for part in found.changed]) if found else [],
        document_=paper_of(plan, pair.after) if pair and found and whole else None,
        in_force=plan_in_force_of(plan),
    )


def _compared(plan: Plan, pair: comparing.Pair) -> comparing.Differences:
    return comparing.compared(plan, content_of(plan, pair.before), content_of(plan, pair.after))


@blueprint.get("/plannen/<int:plan_id>/vergelijking.docx")
@plan_access(Action.PLAN_LEZEN)
def vergelijking_word(plan: Plan) -> ResponseReturnValue:
    """The newer of two copies in Word, with all that changed since the older one as tracked changes."""
    pair = asked_pair(plan, readable_copies(plan))
    if pair is None or pair.is_one or not pair.as_asked:
        return redirect(url_for("regio.veranderd", plan_id=plan.id, van=asked("van"), naar=asked("naar")))
    papers = paper_of(plan, pair.before), paper_of(plan, pair.after)
    content = plan_changes_docx(*papers, changer=changer_of(plan, pair.after))
    days = " naar ".join(_day(one) for one in (pair.before, pair.after))
    return download(content, name=f"Plan van aanpak {plan.naam} wijzigingen {days}.docx", mimetype=DOCX)


def _day(one: comparing.Copy) -> str:
    moment = one.indiening.ingediend_op if one.indiening else clock.now()
    return f"{in_amsterdam(moment):%Y-%m-%d}"
