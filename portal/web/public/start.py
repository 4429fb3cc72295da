"""Start: "Wat wordt er van mij gevraagd?"."""

from __future__ import annotations

from flask import current_app, render_template
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action, Facts
from portal.services import (
    coding_items,
    feedback,
    news,
    overview,
    remarks,
    report_todo,
    review_reading,
    sheet_todo,
    todo,
)
from portal.web.access import access, may, signed_in
from portal.web.public import blueprint


@blueprint.get("/")
@access(Action.START_ZIEN)
def start() -> ResponseReturnValue:
    """What is asked of this person, most urgent first, and what happened lately."""
    actor = signed_in()
    national = may(Action.OVERZICHT_ZIEN)
    return render_template(
        "public/start.html",
        mine=todo.plans_to_do(actor),
        sheets=sheet_todo.sheets_to_do(actor),
        remarks=remarks.from_reviewers(actor),
        told=feedback.newly_sent(actor),
        reports=report_todo.reports_to_do(actor),
        unknown_regions=todo.regions_without_plan(actor),
        overview=overview.plans_overview(demo=current_app.config["DEMO"]) if national else None,
        reviewing=review_reading.reviewed_by(actor) if national else [],
        to_code=coding_items.still_to_do() if may(Action.CODEREN) else (None, 0),
        reviews=may(Action.PLAN_BEOORDELEN, Facts(has_indiening=True)),
        story=news.recent(actor, national=national),
    )
