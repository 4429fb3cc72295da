"""The mails about a plan: to whom and when, each once."""

from __future__ import annotations

from portal.models import Indiening, Lidmaatschap, Meelezing, Plan
from portal.services import people
from portal.services.mail import outbox


def submitted(plan: Plan, indiening: Indiening) -> None:
    """Tell all contact persons that the plan was handed in."""
    for contact in people.contacts_of_plan(plan):
        outbox.post(
            f"ingediend:{indiening.id}:{contact.account_id}",
            "ingediend",
            contact.account,
            f"Plan van aanpak ingediend: {plan.naam}",
            "ingediend",
            plan=plan,
            indiening=indiening,
        )


def told_when_withdrawn(plan: Plan) -> list[Lidmaatschap]:
    """Who gets a mail when the submission is taken back: all contact persons."""
    return people.contacts_of_plan(plan)


def withdrawn(plan: Plan) -> None:
    """Tell them that the submission was taken back."""
    for contact in told_when_withdrawn(plan):
        outbox.post(
            f"ingetrokken:{plan.versie.id}:{plan.versie.indiening_nummer}:{contact.account_id}",
            "ingetrokken",
            contact.account,
            f"Indiening ingetrokken: {plan.naam}",
            "ingetrokken",
            plan=plan,
        )


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
