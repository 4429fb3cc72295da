"""The mails about a plan: to whom and when, each once."""

from __future__ import annotations

from forms.spec import Step
from portal.domain.mail import MailKeuze
from portal.models import GegevenOnderdeel, Indiening, Lidmaatschap, Meelezing, Plan, User
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
    """Tell the reviewers who want to hear it at once that there is something new to review.

    For the others it stands in the overview of the day (`portal/services/review/overviews.py`).
    """
    for reviewer in _told_at_once():
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
    """Ask reviewers to look at a draft: at once, or in the overview of the day."""
    for reviewer in _told_at_once():
        outbox.post(
            f"meelezen:{meelezing.id}:{reviewer.id}",
            "meelezen",
            reviewer,
            f"Vraag om mee te lezen: plan van aanpak {plan.naam}",
            "meelezen",
            plan=plan,
            aantal=len(meelezing.onderdelen),
        )


def part_given(plan: Plan, step: Step, given: GegevenOnderdeel) -> None:
    """Tell a contact person that a colleague asks him to do a part."""
    outbox.post(
        f"onderdeel_gevraagd:{given.id}",
        "onderdeel_gevraagd",
        given.aan,
        f"Aan u gevraagd: “{step.title}” van plan {plan.naam}",
        "onderdeel_gevraagd",
        plan=plan,
        step=step,
        given=given,
    )


def _told_at_once() -> list[User]:
    return [one for one in people.reviewers() if one.mail_keuze is not MailKeuze.DAGELIJKS]
