"""The mail about an answer sheet that was handed in: once per submission and person."""

from __future__ import annotations

from portal.models import Antwoordblad, BladIndiening
from portal.services import people
from portal.services.mail import outbox
from portal.services.mail.outbox import About, Letter

SOORT = "blad_ingediend"


def submitted(blad: Antwoordblad, indiening: BladIndiening) -> None:
    """Tell all contact persons of the regions of the sheet that the answers were handed in."""
    what = f"{blad.uitvraag.naam}, {blad.naam}"
    words, over = {"blad": blad, "indiening": indiening}, About(indiening.id, what)
    accounts = {one.account_id: one.account for one in people.contacts_of_plan(blad)}
    outbox.post_many(
        [
            Letter(
                f"{SOORT}:{indiening.id}:{id_}", SOORT, one, f"Antwoorden ingediend: {what}", SOORT, words, over=over
            )
            for id_, one in accounts.items()
        ]
    )
