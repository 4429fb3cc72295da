"""The mails about reviewing a plan: to whom and when, each once."""

from __future__ import annotations

from typing import Any

from portal.domain.plan.events import EventSoort
from portal.models import Indiening, Meelezing, Plan, Terugsturing, User
from portal.services import people
from portal.services.mail import outbox
from portal.services.plan import events


def handed_in(plan: Plan, indiening: Indiening) -> None:
    """Tell all reviewers that there is something new to review."""
    for reviewer in people.reviewers():
        outbox.post(
            f"nieuw_ingediend:{indiening.id}:{reviewer.id}",
            "nieuw_ingediend",
            reviewer,
            f"Nieuw ingediend: plan van aanpak {plan.naam}",
            "nieuw_ingediend",
            plan=plan,
            indiening=indiening,
        )


def sent_back(plan: Plan, terugsturing: Terugsturing) -> None:
    """Tell all contact persons that the plan came back."""
    count = len(terugsturing.onderdelen)
    _tell_contacts(
        plan, "teruggestuurd", f"terugsturing:{terugsturing.id}", f"Pas uw plan aan: {plan.naam}", aantal=count
    )


def approved(plan: Plan) -> None:
    """Tell all contact persons that the plan was accepted."""
    key = _of_last(plan, EventSoort.VASTGESTELD)
    _tell_contacts(plan, "vastgesteld", key, f"Plan van aanpak vastgesteld: {plan.naam}")


def reopened(plan: Plan) -> None:
    """Tell all contact persons that the acceptance was undone."""
    key = _of_last(plan, EventSoort.HEROPEND)
    _tell_contacts(plan, "heropend", key, f"Vaststelling ongedaan gemaakt: {plan.naam}")


def asked_to_read_along(plan: Plan, meelezing: Meelezing) -> None:
    """Ask all reviewers to look at a draft."""
    for reviewer in people.reviewers():
        outbox.post(
            f"meelezen:{meelezing.id}:{reviewer.id}",
            "meelezen",
            reviewer,
            f"Vraag om mee te lezen: plan van aanpak {plan.naam}",
            "meelezen",
            plan=plan,
            aantal=len(meelezing.onderdelen),
        )


def _of_last(plan: Plan, soort: EventSoort) -> str:
    """A plan can be accepted and reopened more often: each time is an event of its own."""
    event = events.last_of(plan, soort)
    return f"{soort.value}:{event.id if event else 0}"


def _tell_contacts(plan: Plan, soort: str, key: str, subject: str, **context: Any) -> None:
    accounts: dict[int, User] = {one.account_id: one.account for one in people.contacts_of_plan(plan)}
    for account_id, account in accounts.items():
        outbox.post(f"{key}:{account_id}", soort, account, subject, soort, plan=plan, **context)
