"""What must happen by itself: rounds that open, reminders, mail. Twice, or on two machines at once, does no harm."""

from __future__ import annotations

from dataclasses import dataclass

from portal.extensions import db
from portal.services import presence, sendings
from portal.services.daily import write_overviews
from portal.services.mail.sender import Sent, send_waiting
from portal.services.plan.giving import free_left
from portal.services.plan.giving_reminders import remind_of_parts
from portal.services.plan.reminders import remind_about_deadlines
from portal.services.round.reminders import remind_about_rounds
from portal.services.round.upkeep import open_due_rounds


@dataclass(frozen=True)
class Upkeep:
    """What one round of upkeep did."""

    geopend: int
    herinneringen: int
    mail: Sent


def do_upkeep() -> Upkeep:
    """Open the rounds whose day has come, write reminders and overviews that are due, send what waits in the outbox.

    Parts of plans that were given to who left are free again; old notes of what was sent and of open pages go. Commits.
    """
    opened = open_due_rounds()
    free_left()
    new = remind_about_deadlines() + remind_of_parts() + remind_about_rounds() + write_overviews()
    sendings.sweep()
    presence.sweep()
    db.session.commit()
    return Upkeep(opened, new, send_waiting())
