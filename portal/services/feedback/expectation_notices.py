"""The mail that tells a region that the kerngroep answered: one for several answers shortly after each other."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from portal.domain import clock
from portal.extensions import db
from portal.models import Antwoordblad, Mail, VerwachtingAntwoord
from portal.services import people
from portal.services.mail import outbox
from portal.services.mail.outbox import About

SOORT = "verwachting"
# What is answered in this time on the same sheet needs no mail of its own, so the words name no expectation.
WAITS = timedelta(minutes=15)


def answered(blad: Antwoordblad, given: VerwachtingAntwoord) -> None:
    """Tell the contact persons of the regions of a sheet."""
    told_already = _still_waiting(blad)
    for contact in people.contacts_of_plan(blad):
        if contact.account_id not in told_already:
            outbox.post(
                f"{SOORT}:{blad.id}:{contact.account_id}:{given.id}",
                SOORT,
                contact.account,
                f"Antwoord op wat uw regio verwacht: {blad.uitvraag.naam}",
                SOORT,
                niet_voor=clock.now() + WAITS,
                over=About(given.id, f"{blad.uitvraag.naam}, {blad.naam}"),
                blad=blad,
            )


def _still_waiting(blad: Antwoordblad) -> set[int]:
    """To whom such a mail about this sheet still has to go. A sender that wants to take one waits for us."""
    query = (
        select(Mail.aan_account_id)
        .where(
            Mail.soort == SOORT,
            Mail.sleutel.startswith(f"{SOORT}:{blad.id}:"),
            Mail.verzonden_op.is_(None),
            Mail.mislukt_op.is_(None),
            Mail.geclaimd_op.is_(None),
        )
        .with_for_update()
    )
    return {account_id for account_id in db.session.scalars(query) if account_id is not None}
