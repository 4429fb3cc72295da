"""The mails about a plan: to whom and when, each once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from forms.dutch.dates import day_in_words
from forms.spec import Step
from portal.domain import clock
from portal.domain.mail import is_near
from portal.models import GegevenOnderdeel, Indiening, Lidmaatschap, Meelezing, Plan, User
from portal.services import people
from portal.services.mail import outbox
from portal.services.mail.outbox import About, Letter


def submitted(plan: Plan, indiening: Indiening) -> None:
    """Tell all contact persons that the plan was handed in."""
    over = About(indiening.id, plan.naam)
    subject = f"Plan van aanpak ingediend: {plan.naam}"
    _tell(_contacts(plan), "ingediend", f"ingediend:{indiening.id}", subject, over, plan=plan, indiening=indiening)


def told_when_withdrawn(plan: Plan) -> list[Lidmaatschap]:
    """Who hears that the submission is taken back: all contact persons."""
    return people.contacts_of_plan(plan)


def withdrawn(plan: Plan) -> None:
    """Tell them that the submission was taken back."""
    key = f"ingetrokken:{plan.versie.id}:{plan.versie.indiening_nummer}"
    over = About(plan.versie.id, plan.naam)
    _tell(_contacts(plan), "ingetrokken", key, f"Indiening ingetrokken: {plan.naam}", over, plan=plan)


def handed_in(plan: Plan, indiening: Indiening) -> None:
    """Tell the reviewers that there is something new to review."""
    key, over = f"nieuw_ingediend:{indiening.id}", About(indiening.id, plan.naam)
    subject = f"Nieuw ingediend: plan van aanpak {plan.naam}"
    _tell(people.reviewers(), "nieuw_ingediend", key, subject, over, plan=plan, indiening=indiening)


def asked_to_read_along(plan: Plan, meelezing: Meelezing) -> None:
    """Ask reviewers to look at a draft."""
    key, over = f"meelezen:{meelezing.id}", About(meelezing.id, plan.naam)
    subject = f"Vraag om mee te lezen: plan van aanpak {plan.naam}"
    _tell(people.reviewers(), "meelezen", key, subject, over, plan=plan, aantal=len(meelezing.onderdelen))


def part_given(plan: Plan, step: Step, given: GegevenOnderdeel) -> None:
    """Tell a contact person that a colleague asks him to do a part."""
    before = f", vóór {day_in_words(given.voor)}" if given.voor else ""
    outbox.post(
        f"onderdeel_gevraagd:{given.id}",
        "onderdeel_gevraagd",
        given.aan,
        f"Aan u gevraagd: “{step.title}” van plan {plan.naam}",
        "onderdeel_gevraagd",
        over=About(given.id, f"“{step.title}” van plan {plan.naam}{before}"),
        urgent=is_near(given.voor, clock.today()),
        plan=plan,
        step=step,
        given=given,
    )


def part_ended(plan: Plan, step: Step, given: GegevenOnderdeel, *, ready: bool) -> None:
    """Tell who asked for a part that the colleague did it, or gives it back."""
    what = "Klaar" if ready else "Teruggegeven"
    outbox.post(
        f"onderdeel_voorbij:{given.id}",
        "onderdeel_voorbij",
        given.gegeven_door,
        f"{what}: “{step.title}” van plan {plan.naam}",
        "onderdeel_voorbij",
        over=About(given.id, f"{what}: “{step.title}” van plan {plan.naam}"),
        plan=plan,
        step=step,
        given=given,
        ready=ready,
    )


def _contacts(plan: Plan) -> Iterable[User]:
    """Each contact person once, also of a joint plan."""
    return {one.account_id: one.account for one in people.contacts_of_plan(plan)}.values()


def _tell(who: Iterable[User], soort: str, key: str, subject: str, over: About, **context: Any) -> None:
    outbox.post_many([Letter(f"{key}:{one.id}", soort, one, subject, soort, context, over=over) for one in who])
