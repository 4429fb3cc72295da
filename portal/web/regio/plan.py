"""Mijn plan: "Hoe staat ons plan ervoor?", and reading a plan as it is or as it was submitted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from flask import abort, current_app, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from exports.plan import PlanDocument
from portal.domain import clock
from portal.domain.plan.completeness import plan_state
from portal.domain.plan.events import EventSoort
from portal.domain.plan.states import VersieStatus
from portal.domain.policy import Action
from portal.models import Event, Indiening, Plan
from portal.services import people
from portal.services.consent import register
from portal.services.filling.freezing import Content
from portal.services.filling.traces import busy_people, last_changes
from portal.services.plan import answers, comparing, content, discarding, events, giving, masking, pen, returned, submit
from portal.services.plan.document import plan_document
from portal.services.plan.in_force import plan_in_force
from portal.services.plan.outline import outlines
from portal.web.access import may, plan_access, signed_in
from portal.web.earlier import earlier_texts
from portal.web.over_tijd import overdue_actions
from portal.web.regio.blueprint import blueprint


@blueprint.get("/plannen/<int:plan_id>")
@plan_access(Action.PLAN_LEZEN)
def mijn_plan(plan: Plan) -> ResponseReturnValue:
    """The eleven parts with their state, the deadline, and one obvious next step; others read what was submitted."""
    if not may(Action.PLAN_CONCEPT_LEZEN, plan):
        return redirect(url_for("regio.lezen", plan_id=plan.id))
    format_ = pen.format_of(plan)
    known = outlines([plan.id])[plan.id]
    states = plan_state(format_, known.content)
    changes = last_changes(known.changes, format_)
    back = returned.open_return(plan.versie) if plan.status.can_be_edited else None
    asked = returned.in_order(back, format_) if back else []
    return render_template(
        "regio/plan.html",
        plan=plan,
        states=states,
        returned=_returned(plan),
        asked=asked,
        unanswered=[format_.step(part.step_key) for part in asked if not part.aangepast.strip()],
        in_force=plan_in_force_of(plan),
        next_state=next((state for state in states if not state.is_ready), None),
        changes=changes,
        busy=busy_people(changes, format_, actor=signed_in()),
        contacts=people.contacts_on_page(plan.facts.regio_ids),
        bijlagen=content.bijlagen_of(plan),
        submissions=submit.submissions_of(plan),
        story=events.story_of(plan, limit=6),
        earlier=list(plan.opgegane_plannen),
        overdue=overdue_actions(plan.id),
        may_discard=discarding.may_be_discarded(plan),
        may_compare=comparing.is_possible(plan),
        given=giving.open_of(plan),
        consent=register.of_plan(plan),
    )


def _returned(plan: Plan) -> Event | None:
    """Why and by whom the plan was sent back, while it is with the region for that."""
    return events.last_of(plan, EventSoort.TERUGGESTUURD) if plan.status is VersieStatus.TERUGGESTUURD else None


def plan_in_force_of(plan: Plan) -> Indiening | None:
    """The submission that was vastgesteld and counts now, or None."""
    found = plan_in_force(plan) if plan.facts.has_vastgesteld else None
    return found.indiening if found else None


@blueprint.get("/plannen/<int:plan_id>/tijdlijn")
@plan_access(Action.PLAN_CONCEPT_LEZEN)
def tijdlijn(plan: Plan) -> ResponseReturnValue:
    """Everything that happened to the plan."""
    return render_template("regio/tijdlijn.html", plan=plan, story=events.story_of(plan))


@blueprint.get("/plannen/<int:plan_id>/lezen")
@plan_access(Action.PLAN_LEZEN)
def lezen(plan: Plan) -> ResponseReturnValue:
    """What there is to read: the draft for people of the region who are working in it, else the newest submission."""
    if may(Action.PLAN_CONCEPT_LEZEN, plan) and plan.status.can_be_edited:
        return _reading_page(plan, None, content.working_copy(plan))
    indiening = readable_submission(plan)
    if indiening is not None:
        return redirect(url_for("regio.lezen_indiening", plan_id=plan.id, indiening_id=indiening.id))
    if not may(Action.PLAN_CONCEPT_LEZEN, plan):
        abort(404)
    return _reading_page(plan, None, content.working_copy(plan))


@blueprint.get("/plannen/<int:plan_id>/indieningen/<int:indiening_id>")
@plan_access(Action.PLAN_LEZEN)
def lezen_indiening(plan: Plan, indiening_id: int) -> ResponseReturnValue:
    """One submission, as it was handed in."""
    indiening = submission_or_404(plan, indiening_id)
    return _reading_page(plan, indiening, indiening.snapshot)


def _reading_page(plan: Plan, indiening: Indiening | None, copy: dict[str, Any]) -> str:
    document = submitted_document(indiening) if indiening else _document(copy, plan.status.label, clock.now())
    return render_template(
        "regio/lezen.html",
        plan=plan,
        indiening=indiening,
        document_=document,
        bijlagen=copy["bijlagen"],
        in_force=plan_in_force_of(plan),
        newest=readable_submission(plan) if indiening else None,
        may_compare=may(Action.PLAN_CONCEPT_LEZEN, plan) and comparing.is_possible(plan),
    )


def readable_submission(plan: Plan) -> Indiening | None:
    """The newest submission that counts; for other regions only one that is vastgesteld."""
    counting = (one for one in submit.submissions_of(plan) if one.ingetrokken_op is None)
    return next((one for one in counting if may_read_submission(plan, one)), None)


def may_read_submission(plan: Plan, indiening: Indiening) -> bool:
    """True when this person may read this submission (not: a withdrawn one, unless of the own region)."""
    if may(Action.PLAN_CONCEPT_LEZEN, plan):
        return True
    if indiening.ingetrokken_op is not None:
        return False
    return may(Action.INDIENING_LEZEN, plan) or indiening.is_vastgesteld


def submission_or_404(plan: Plan, indiening_id: int) -> Indiening:
    """The submission, when it is one of this plan and this person may read it."""
    indiening = submit.find_submission(plan, indiening_id)
    if indiening is None or not may_read_submission(plan, indiening):
        abort(404)
    return indiening


def draft_document(plan: Plan, copy: Content | None = None) -> PlanDocument:
    """The working copy (`copy` when it was read already) as a document of this moment."""
    document = _document(copy or content.working_copy(plan), plan.status.label, clock.now())
    return replace(document, is_concept=plan.status.can_be_edited)


def submitted_document(indiening: Indiening) -> PlanDocument:
    """A submission as a document of the moment it was handed in, as this person may read it."""
    status = VersieStatus.VASTGESTELD if indiening.is_vastgesteld else VersieStatus.INGEDIEND
    return _document(as_read(indiening), status.label, indiening.ingediend_op, indiening.ingediend_op)


def as_read(indiening: Indiening) -> dict[str, Any]:
    """What was handed in, as this person may read it.

    Small numbers of clients are for the people of the plan and its reviewers: docs/decisions/kleine-aantallen.md.
    """
    plan = indiening.versie.plan
    if may(Action.PLAN_CONCEPT_LEZEN, plan) or may(Action.PLAN_BEOORDELEN, plan):
        return indiening.snapshot
    return masking.masking_now(plan.id).masked(indiening.snapshot)


def _document(
    copy: dict[str, Any], status: str, peilmoment: datetime, ingediend_op: datetime | None = None
) -> PlanDocument:
    demo = current_app.config["DEMO"]
    return plan_document(copy, status=status, peilmoment=peilmoment, ingediend_op=ingediend_op, demo=demo)


@blueprint.get("/plannen/<int:plan_id>/eerder/<question_key>")
@plan_access(Action.PLAN_CONCEPT_LEZEN)
def eerdere_teksten(plan: Plan, question_key: str) -> ResponseReturnValue:
    """Earlier texts of one answer, to look at or put back."""
    format_ = pen.format_of(plan)
    if question_key not in {question.key for question in format_.questions if not question.kind.is_list}:
        abort(404)
    present, question = answers.answers_of(plan).get(question_key), format_.question(question_key)
    may_write = may(Action.PLAN_INVULLEN, plan) and plan.status.can_be_edited
    history, put_back = answers.history_of(plan, question_key), "regio.terugzetten" if may_write else ""
    found = earlier_texts(question, present, history, put_back=put_back, plan_id=plan.id)
    return render_template("regio/eerdere_teksten.html", plan=plan, step=format_.step_of(question_key), **found)
