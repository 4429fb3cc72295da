"""Reminders that go out by themselves, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from flask import current_app
from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from forms.dutch import dates
from forms.dutch.dates import in_amsterdam
from portal.domain import clock
from portal.domain.plan.reminders import days_after, deadlines_to_look_at, due_reminder
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Lidmaatschap, Plan, PlanVersie, User
from portal.services.mail import outbox
from portal.services.plan import versions


def remind_about_deadlines() -> int:
    """Write the reminders that are due today to the outbox; the caller commits. Returns how many are new.

    Every contact of a plan that its region still has to submit gets one mail per deadline and reminder day. An extended
    deadline starts anew.
    """
    due = list(_due_plans())
    contacts = _contacts({regio_id for plan, _ in due for regio_id in plan.facts.regio_ids})
    new = 0
    for plan, day in due:
        accounts = {account.id: account for id_ in plan.facts.regio_ids for account in contacts[id_]}
        new += sum(_remind(plan, day, account) for account in accounts.values())
    return new


def _due_plans() -> Iterable[tuple[Plan, int]]:
    days = current_app.config["SETTINGS"].herinner_dagen
    first, last = deadlines_to_look_at(clock.today(), days)
    expected_back = select(PlanVersie.plan_id).where(PlanVersie.terug_voor.between(first, last))
    plans = select(Plan).where(
        or_(Plan.deadline.between(first, last), Plan.id.in_(expected_back)), Plan.opgegaan_in_id.is_(None)
    )
    for plan in db.session.scalars(plans.order_by(Plan.id)):
        day = _day(plan, days)
        if day is not None and plan.status.can_be_edited:
            yield plan, day


def _day(plan: Plan, days: Sequence[int]) -> int | None:
    """Which reminder is due. What came back is not reminded of on the very day that it did."""
    due = versions.due_date(plan)
    if due is None:
        return None
    asked = in_amsterdam(plan.versie.status_sinds).date() if plan.versie.terug_voor else None
    return due_reminder(due, clock.today(), days_after(asked, due, days))


def _contacts(regio_ids: set[int]) -> dict[int, list[User]]:
    """The active contacts of each region."""
    members = db.session.scalars(
        select(Lidmaatschap)
        .where(Lidmaatschap.rol == Rol.REGIOCONTACT, Lidmaatschap.regio_id.in_(regio_ids))
        .options(joinedload(Lidmaatschap.account))
        .order_by(Lidmaatschap.id)
    )
    by_regio: dict[int, list[User]] = defaultdict(list)
    for lid in members:
        if lid.account.active and lid.regio_id is not None:
            by_regio[lid.regio_id].append(lid.account)
    return by_regio


def _remind(plan: Plan, day: int, account: User) -> bool:
    due = versions.due_date(plan) or plan.deadline
    late = due < clock.today()
    subject = (
        f"De deadline van uw plan is voorbij: {plan.naam}"
        if late
        else f"Uw plan van aanpak, {dates.days_left(due, clock.today())}: {plan.naam}"
    )
    key = f"deadline:{plan.id}:{due}:{day}:{account.id}"
    came_back = plan.versie.terug_voor is not None
    return outbox.post(
        key, "herinnering", account, subject, "herinnering", plan=plan, due=due, late=late, came_back=came_back
    )
