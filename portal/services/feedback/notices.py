"""The mail that says that the terugkoppeling is there: one per person, however many regions it is about."""

from __future__ import annotations

from portal.models import Antwoordblad, Uitvraag
from portal.services.mail import outbox
from portal.services.mail.outbox import About, Letter
from portal.services.round.lines import Contact, contacts_of

SOORT = "terugkoppeling"


def sent(uitvraag: Uitvraag) -> int:
    """Tell the contact persons of all sheets. Returns how many mails are new."""
    contacts = contacts_of([uitvraag.id])
    by_person: dict[Contact, list[Antwoordblad]] = {}
    for blad in uitvraag.bladen:
        for contact in contacts.get(blad.id, ()):
            by_person.setdefault(contact, []).append(blad)
    return outbox.post_many(
        [
            Letter(
                f"{SOORT}:{uitvraag.id}:{person.id}",
                SOORT,
                person,
                f"Terugkoppeling {uitvraag.naam}",
                SOORT,
                {"uitvraag": uitvraag, "bladen": bladen},
                over=About(uitvraag.id, uitvraag.naam),
            )
            for person, bladen in by_person.items()
        ]
    )
