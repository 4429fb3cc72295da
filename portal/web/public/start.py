"""Start: "Wat wordt er van mij gevraagd?"."""

from __future__ import annotations

from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action, Facts
from portal.domain.roles import Actor, Rol
from portal.services import news, overview
from portal.services.coding import remaining
from portal.services.consent import todo as consent_todo
from portal.services.feedback import feedback, waiting
from portal.services.instroom import todo as inflow_todo
from portal.services.intake import todo as intake_todo
from portal.services.people import contacts, successors
from portal.services.plan import giving
from portal.services.plan import todo as plan_todo
from portal.services.remark import waiting as remarks_waiting
from portal.services.report import hearing_todo, todo
from portal.services.review import reading
from portal.services.round import todo as round_todo
from portal.services.sheet import todo as sheet_todo
from portal.services.sheet_intake import todo as sheet_intake_todo
from portal.web.access import access, may, signed_in
from portal.web.public.blueprint import blueprint


@blueprint.get("/")
@access(Action.START_ZIEN)
def start() -> ResponseReturnValue:
    """What is asked of this person, most urgent first, and what happened lately."""
    actor = signed_in()
    national = may(Action.OVERZICHT_ZIEN)
    return render_template(
        "public/start.html",
        **_of_the_region(actor),
        **_national(actor),
        **_of_contacts(actor),
        reports=todo.reports_to_do(actor),
        overview=overview.national_count() if national else None,
        story=news.recent(actor, national=national),
    )


def _of_the_region(actor: Actor) -> dict[str, Any]:
    mine, sheets = plan_todo.plans_to_do(actor), sheet_todo.sheets_to_do(actor)
    return {
        "mine": mine,
        "word_ready": intake_todo.waiting(one.plan for one in mine if one.asks),
        "given": giving.asked_of(actor),
        "consent": consent_todo.to_do(actor, [one.plan for one in mine]),
        "sheets": sheets,
        "sheet_files": sheet_intake_todo.waiting([one.blad.id for one in sheets if one.may_fill_in]),
        "remarks": remarks_waiting.from_reviewers(actor),
        "remarks_on_sheets": remarks_waiting.sheets_from_reviewers(actor),
        "remarks_on_figures": remarks_waiting.figures_from_reviewers(actor),
        "told": feedback.newly_sent(actor),
        "hearings": hearing_todo.asked_of(actor),
        "figures": inflow_todo.to_look_at(actor),
        "unknown_regions": plan_todo.regions_without_plan(actor, mine),
    }


def _national(actor: Actor) -> dict[str, Any]:
    return {
        **_expected(actor),
        "reviewing": reading.reviewed_by(actor) if may(Action.OVERZICHT_ZIEN) else [],
        "advised": reading.advised() if may(Action.PLAN_BESLUITEN, Facts(has_indiening=True)) else [],
        "rounds": round_todo.rounds_to_do() if may(Action.UITVRAAG_BEHEREN) else [],
        "remarked_reports": remarks_waiting.on_concepts() if may(Action.RAPPORT_BEHEREN) else [],
        "said_at_figures": remarks_waiting.figures_from_regions() if may(Action.INSTROOM_BEHEREN) else [],
        "wishes": hearing_todo.wishes() if may(Action.RAPPORT_BEHEREN) else [],
        "publishing": inflow_todo.to_publish() if may(Action.INSTROOM_BEHEREN) else None,
        "to_code": remaining.still_to_do() if may(Action.CODEREN) else (None, 0),
        "reviews": may(Action.PLAN_BEOORDELEN, Facts(has_indiening=True)),
    }


def _expected(actor: Actor) -> dict[str, Any]:
    """What regions expect of the party of this person; who leads the rounds hears of all parties."""
    if not may(Action.VERWACHTING_BEANTWOORDEN):
        return {"party": None, "expected": 0}
    party = None if may(Action.UITVRAAG_BEHEREN) else waiting.party_of(actor)
    if party is None and not may(Action.UITVRAAG_BEHEREN):
        return {"party": None, "expected": 0}
    found = waiting.waiting_for()
    return {"party": party, "expected": found[party.counted] if party else found.total()}


def _of_contacts(actor: Actor) -> dict[str, Any]:
    """Who is missing or leaves: to who invites people the regions, to a contact the own ones."""
    mine, invites = actor.regio_ids(Rol.REGIOCONTACT), may(Action.UITNODIGEN)
    missing = contacts.missing_sides() if mine or invites else []
    return {
        "own_missing": [one for one in missing if one.regio_id in mine],
        "successors": successors.waiting() if invites else [],
        "missing_regions": list(dict.fromkeys(one.regio for one in missing)) if invites else [],
    }
