"""What must happen by itself: reminders and mail. Doing it twice, or on two machines at once, does no harm."""

from __future__ import annotations

from dataclasses import dataclass

from portal.extensions import db
from portal.services.mail_sender import Sent, send_waiting
from portal.services.reminders import remind_about_deadlines


@dataclass(frozen=True)
class Upkeep:
    """What one round of upkeep did."""

    herinneringen: int
    mail: Sent


def do_upkeep() -> Upkeep:
    """Write the reminders that are due and send what waits in the outbox. Commits."""
    new = remind_about_deadlines()
    db.session.commit()
    return Upkeep(new, send_waiting())
