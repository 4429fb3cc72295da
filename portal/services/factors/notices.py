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
