"""The copies of a plan as the person behind this request may read them: which ones, and what stands in them."""

from __future__ import annotations

from dataclasses import replace

from flask import request

from exports.labels import INGETROKKEN, NIET_DE_NIEUWSTE, NIET_GELDEND
from exports.plan import PlanDocument
from exports.word.tracked.marks import ChangedBy
from forms.cleaning import clean_line
from portal.domain import clock
from portal.domain.policy import Action
from portal.models import Indiening, Plan
from portal.services.filling.freezing import Content
from portal.services.plan import comparing, content
from portal.services.plan.comparing import Copy
from portal.web.access import may
from portal.web.regio.plan import (
    as_read,
    draft_document,
    may_read_submission,
    plan_in_force_of,
    readable_submission,
    submitted_document,
)


def readable_copies(plan: Plan) -> list[Copy]:
    """What this person may read of a plan, newest first: what one may read one may compare."""
    return [one for one in comparing.copies_of(plan) if _may_read(plan, one)]


def _may_read(plan: Plan, one: Copy) -> bool:
    return may_read_submission(plan, one.indiening) if one.indiening else may(Action.PLAN_CONCEPT_LEZEN, plan)


def asked_pair(plan: Plan, copies: list[Copy]) -> comparing.Pair | None:
    """The two copies that the address asks for."""
    return comparing.pair_of(copies, asked("van"), asked("naar"))


def asked(name: str) -> str:
    """What the address says of this."""
    return clean_line(request.args.get(name, ""))


def content_of(plan: Plan, one: Copy) -> Content:
    """What stands in a copy."""
    return as_read(one.indiening) if one.indiening else content.working_copy(plan)


def paper_of(plan: Plan, one: Copy) -> PlanDocument:
    """A copy as it goes on paper: what is not the plan in force says so."""
    if one.indiening is None:
        return draft_document(plan)
    return replace(submitted_document(one.indiening), geldigheid=validity(plan, one.indiening))


def validity(plan: Plan, indiening: Indiening) -> str:
    """Why this submission is not the one that counts; empty when it is."""
    if indiening.ingetrokken_op is not None:
        return INGETROKKEN
    in_force, newest = plan_in_force_of(plan), readable_submission(plan)
    if in_force is not None and in_force.id != indiening.id:
        return NIET_GELDEND
    return NIET_DE_NIEUWSTE if in_force is None and newest is not None and newest.id != indiening.id else ""


def changer_of(plan: Plan, one: Copy) -> ChangedBy:
    """Whose changes a copy holds: who handed it in, for who may know the contact persons of a region."""
    if one.indiening is None:
        return ChangedBy(f"{plan.naam} (concept)", clock.now())
    knows_names = may(Action.CONTACTEN_ZIEN) or may(Action.PLAN_CONCEPT_LEZEN, plan)
    who = one.indiening.ingediend_door.naam if knows_names else plan.naam
    return ChangedBy(f"{who}, namens {one.indiening.namens.met_lidwoord}", one.indiening.ingediend_op)
