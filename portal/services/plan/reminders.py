"""Reminders that go out by themselves, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from forms.dutch import dates
from portal.domain import clock
from portal.domain.plan.reminders import deadlines_to_look_at, due_reminder
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Lidmaatschap, Plan, User
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
    plans = select(Plan).where(Plan.deadline.between(first, last), Plan.opgegaan_in_id.is_(None)).order_by(Plan.id)
    for plan in db.session.scalars(plans):
        day = due_reminder(plan.deadline, clock.today(), days)
        if day is not None and plan.status.can_be_edited and versions.due_date(plan):
            yield plan, day


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
    late = plan.deadline < clock.today()
    subject = (
        f"De deadline van uw plan is voorbij: {plan.naam}"
        if late
        else f"Uw plan van aanpak, {dates.days_left(plan.deadline, clock.today())}: {plan.naam}"
    )
    key = f"deadline:{plan.id}:{plan.deadline}:{day}:{account.id}"
    return outbox.post(key, "herinnering", account, subject, "herinnering", plan=plan, late=late)
