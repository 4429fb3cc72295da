"""Mails about the second step: the person whose account it is always hears of a change."""

from __future__ import annotations

from uuid import uuid4

from portal.models import User
from portal.services.mail import outbox

SOORT = "tweede_stap"


def changed(account: User, wat: str) -> None:
    """Tell somebody, in one sentence, what changed in how he signs in."""
    subject = "Uw aanmelding bij het Regioportaal is gewijzigd"
    outbox.post(f"{SOORT}:{uuid4()}", SOORT, account, subject, "tweede_stap_gewijzigd", wat=wat)


def reset_asked(account: User, door: str, who: list[User]) -> None:
    """Tell the person that somebody asked to reset the second step, and who may confirm it that it waits."""
    subject = "Gevraagd: uw tweede stap wissen"
    key = f"{SOORT}:{uuid4()}"
    outbox.post(key, SOORT, account, subject, "tweede_stap_gevraagd", door=door)
    for one in who:
        about = f"Bevestig: de tweede stap van {account.naam} wissen"
        outbox.post(f"{key}:{one.id}", SOORT, one, about, "tweede_stap_bevestigen", door=door, account=account)


def reset_done(account: User) -> None:
    """Tell the person that it was reset."""
    changed(account, "Uw tweede stap is gewist. Bij uw volgende aanmelding stelt u een nieuwe in.")


def reset_refused(account: User) -> None:
    """Tell the person that it stays as it was."""
    changed(account, "Uw tweede stap is niet gewist: u meldt zich aan zoals eerst.")
