"""The mails to a region about the review of its plan: to whom and when, each once."""

from __future__ import annotations

from typing import Any

from portal.domain import clock
from portal.domain.mail import is_near
from portal.domain.plan.events import EventSoort
from portal.models import Plan, Terugsturing, User
from portal.services import people
from portal.services.mail import outbox
from portal.services.mail.outbox import About, Letter
from portal.services.plan import events


def sent_back(plan: Plan, terugsturing: Terugsturing) -> None:
    """Tell all contact persons that the plan came back."""
    count = len(terugsturing.onderdelen)
    key, over = f"terugsturing:{terugsturing.id}", About(terugsturing.id, plan.naam)
    urgent = is_near(plan.versie.terug_voor, clock.today())
    _tell_contacts(plan, "teruggestuurd", key, f"Pas uw plan aan: {plan.naam}", over, urgent=urgent, aantal=count)


def approved(plan: Plan) -> None:
    """Tell all contact persons that the plan was accepted."""
    key = _of_last(plan, EventSoort.VASTGESTELD)
    _tell_contacts(plan, "vastgesteld", key, f"Plan van aanpak vastgesteld: {plan.naam}", _version(plan))


def reopened(plan: Plan) -> None:
    """Tell all contact persons that the acceptance was undone."""
    key = _of_last(plan, EventSoort.HEROPEND)
    _tell_contacts(plan, "heropend", key, f"Vaststelling ongedaan gemaakt: {plan.naam}", _version(plan))


def _version(plan: Plan) -> About:
    return About(plan.versie.id, plan.naam)


def _of_last(plan: Plan, soort: EventSoort) -> str:
    """A plan can be accepted and reopened more often: each time is an event of its own."""
    event = events.last_of(plan, soort)
    return f"{soort.value}:{event.id if event else 0}"


def _tell_contacts(
    plan: Plan, soort: str, key: str, subject: str, over: About, *, urgent: bool = False, **context: Any
) -> None:
    accounts: dict[int, User] = {one.account_id: one.account for one in people.contacts_of_plan(plan)}
    words = {"plan": plan, **context}
    outbox.post_many(
        [
            Letter(f"{key}:{account_id}", soort, account, subject, soort, words, over=over, urgent=urgent)
            for account_id, account in accounts.items()
        ]
    )
