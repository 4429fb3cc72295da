"""What must happen by itself: rounds that open, reminders, mail. Twice, or on two machines at once, does no harm."""

from __future__ import annotations

from dataclasses import dataclass

from portal.domain.audit.line import Oorsprong, Resultaat, new_line
from portal.extensions import db
from portal.services import presence, sendings
from portal.services.audit import sealing, writing
from portal.services.consent import codes
from portal.services.daily import write_overviews
from portal.services.instroom.notices import remind as remind_of_figures
from portal.services.intake import under_way as intake
from portal.services.mail.sender import Sent, send_waiting
from portal.services.people import sign_ins
from portal.services.plan import taking_file
from portal.services.plan import texts as plan_texts
from portal.services.plan.giving import free_left
from portal.services.plan.giving_reminders import remind_of_parts
from portal.services.plan.reminders import remind_about_deadlines
from portal.services.report.hearing_notices import remind as remind_of_hearings
from portal.services.round.reminders import remind_about_rounds
from portal.services.round.upkeep import open_due_rounds
from portal.services.sheet import texts as sheet_texts
from portal.services.sheet_intake import under_way as sheet_intake

# Who writes waits for this no longer than a moment; `flask zoekwoorden-maken` does all at once.
SUBMISSIONS_AT_ONCE = 10


@dataclass(frozen=True)
class Upkeep:
    """What one round of upkeep did."""

    geopend: int
    herinneringen: int
    mail: Sent


def do_upkeep() -> Upkeep:
    """Open the rounds whose day has come, write reminders and overviews that are due, send what waits in the outbox.

    Parts of plans that were given to who left are free again; old notes of what was sent and of open pages go, as do
    files that were taken over, old one-time codes and sign-ins; what was handed in before one could search gets its
    places. What was written in the audit log is sealed. Commits.
    """
    opened = open_due_rounds()
    free_left()
    reminders = remind_about_deadlines() + remind_of_parts() + remind_about_rounds() + remind_of_hearings()
    new = reminders + remind_of_figures() + write_overviews()
    sendings.sweep()
    presence.sweep()
    intake.sweep()
    taking_file.sweep()
    sheet_intake.sweep()
    codes.sweep()
    sign_ins.sweep()
    make_searchable()
    _tell(opened, new)
    db.session.commit()
    sealing.seal_lines()
    return Upkeep(opened, new, send_waiting())


def _tell(opened: int, new: int) -> None:
    """Write in the audit log what was done by itself; what waits in the outbox stands there."""
    for done, actie in ((opened, "onderhoud: uitvraag openen"), (new, "onderhoud: herinneringen klaarzetten")):
        if done:
            writing.write(new_line(actie, resultaat=Resultaat.GELUKT, oorsprong=Oorsprong.ONDERHOUD))


def make_searchable() -> int:
    """Give some of what was handed in before one could search its places; gives how many. The caller commits."""
    return plan_texts.catch_up(SUBMISSIONS_AT_ONCE) + sheet_texts.catch_up(SUBMISSIONS_AT_ONCE)
