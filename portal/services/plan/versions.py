"""A new version of a plan that was vastgesteld. The frozen one stays in force until the new one is accepted."""

from __future__ import annotations

from datetime import date

from forms.dutch.dates import in_amsterdam
from portal.domain import clock
from portal.domain.plan.events import EventSoort
from portal.domain.plan.reminders import deadline_counts
from portal.domain.plan.states import VersieStatus
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Plan, PlanVersie
from portal.services.plan import events, pen


def start_new_version(plan: Plan, *, actor: Actor) -> PlanVersie:
    """Open the next version, as a concept with the texts of the last one. Who comes second gets the same version.

    Raises PlanProblem when the plan is not vastgesteld, or went up in another plan.
    """
    pen.lock_plan(plan)
    if plan.opgegaan_in_id is not None:
        raise pen.PlanProblem("Dit plan is opgegaan in een gezamenlijk plan. Werk daarin verder.")
    newest = plan.versie
    if newest.status is VersieStatus.CONCEPT and newest.nummer > 1:
        return newest
    if newest.status is not VersieStatus.VASTGESTELD:
        raise pen.PlanProblem("U kunt pas een nieuwe versie beginnen als het plan is vastgesteld.")
    versie = PlanVersie(nummer=newest.nummer + 1, status_sinds=clock.now())
    plan.versies.append(versie)
    db.session.flush()
    events.record(plan, EventSoort.NIEUWE_VERSIE, actor)
    return versie


def due_date(plan: Plan) -> date | None:
    """Until when the region can submit its newest version; None when nobody asked for it by a date.

    A plan that came back is expected by the day that was said then. A deadline is about the first version; when the
    plan came back without a day, or a later version began, nobody is late until the coördinator sets a new one.
    """
    if plan.versie.terug_voor is not None:
        return plan.versie.terug_voor
    return plan.deadline if deadline_counts(plan.deadline, _asked_anew(plan.versie)) else None


def _asked_anew(versie: PlanVersie) -> date | None:
    if versie.status is VersieStatus.TERUGGESTUURD:
        return in_amsterdam(versie.status_sinds).date()
    return in_amsterdam(versie.aangemaakt_op).date() if versie.nummer > 1 else None
