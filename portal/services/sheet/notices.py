"""The mail about an answer sheet that was handed in: once per submission and person."""

from __future__ import annotations

from portal.models import Antwoordblad, BladIndiening
from portal.services import people
from portal.services.mail import outbox


def submitted(blad: Antwoordblad, indiening: BladIndiening) -> None:
    """Tell all contact persons of the regions of the sheet that the answers were handed in."""
    for contact in people.contacts_of_plan(blad):
        outbox.post(
            f"blad_ingediend:{indiening.id}:{contact.account_id}",
            "blad_ingediend",
            contact.account,
            f"Antwoorden ingediend: {blad.uitvraag.naam}, {blad.naam}",
            "blad_ingediend",
            blad=blad,
            indiening=indiening,
        )
