"""Wat is er veranderd: two copies of the own plan beside each other, chosen in the address."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from exports.plan import PlanDocument
from forms.cleaning import clean_line
from portal.domain.policy import Action
from portal.models import Plan
from portal.services.plan import comparing
from portal.web.access import plan_access
from portal.web.regio.blueprint import blueprint
from portal.web.regio.plan import draft_document, plan_in_force_of, submitted_document


@blueprint.get("/plannen/<int:plan_id>/veranderd")
@plan_access(Action.PLAN_CONCEPT_LEZEN)
def veranderd(plan: Plan) -> ResponseReturnValue:
    """What changed between any two submissions, or since the newest one; by itself only what changed."""
    copies = comparing.copies_of(plan)
    pair = comparing.pair_of(copies, _asked("van"), _asked("naar"))
    found = comparing.compared(plan, pair) if pair and not pair.is_one else None
    whole = _asked("toon") == "alles"
    return render_template(
        "regio/veranderd.html",
        plan=plan,
        copies=copies,
        pair=pair,
        found=found,
        whole=whole,
        parts=(found.parts if whole else [part.short for part in found.changed]) if found else [],
        document_=_newer(plan, pair, found) if pair and found and whole else None,
        in_force=plan_in_force_of(plan),
    )


def _asked(name: str) -> str:
    return clean_line(request.args.get(name, ""))


def _newer(plan: Plan, pair: comparing.Pair, found: comparing.Differences) -> PlanDocument:
    newest = pair.after.indiening
    return submitted_document(newest) if newest else draft_document(plan, found.newer)
