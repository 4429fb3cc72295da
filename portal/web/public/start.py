"""Start: "Wat wordt er van mij gevraagd?"."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action, Facts
from portal.services import news, overview
from portal.services.coding import remaining
from portal.services.feedback import feedback
from portal.services.plan import todo as plan_todo
from portal.services.remark import remarks
from portal.services.report import todo
from portal.services.review import reading
from portal.services.sheet import todo as sheet_todo
from portal.web.access import access, may, signed_in
from portal.web.public.blueprint import blueprint


@blueprint.get("/")
@access(Action.START_ZIEN)
def start() -> ResponseReturnValue:
    """What is asked of this person, most urgent first, and what happened lately."""
    actor = signed_in()
    national = may(Action.OVERZICHT_ZIEN)
    mine = plan_todo.plans_to_do(actor)
    return render_template(
        "public/start.html",
        mine=mine,
        sheets=sheet_todo.sheets_to_do(actor),
        remarks=remarks.from_reviewers(actor),
        told=feedback.newly_sent(actor),
        reports=todo.reports_to_do(actor),
        unknown_regions=plan_todo.regions_without_plan(actor, mine),
        overview=overview.national_count() if national else None,
        reviewing=reading.reviewed_by(actor) if national else [],
        to_code=remaining.still_to_do() if may(Action.CODEREN) else (None, 0),
        reviews=may(Action.PLAN_BEOORDELEN, Facts(has_indiening=True)),
        story=news.recent(actor, national=national),
    )
