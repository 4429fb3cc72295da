"""Reminders of open rounds to those who have not answered, each once; they stop when the answer is there."""

from __future__ import annotations

from sqlalchemy import select

from forms.dutch import dates
from portal.domain import clock
from portal.domain.plan.reminders import due_reminder, moment
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Uitvraag
from portal.services.mail import outbox
from portal.services.mail.outbox import Letter
from portal.services.round.lines import Contact, SheetLine, contacts_of, sheet_lines


def remind_about_rounds() -> int:
    """Write the reminders that are due today to the outbox; the caller commits. Returns how many are new.

    Every contact of a sheet that awaits an answer gets one mail per deadline and reminder day. An extension is a
    deadline of its own, so for those regions the days start anew.
    """
    open_rounds = {one.id: one for one in db.session.scalars(_OPEN) if one.herinner_dagen}
    due = [
        (line, day)
        for line in sheet_lines(list(open_rounds))
        if line.awaits_answer and (day := _day(line, open_rounds[line.uitvraag_id])) is not None
    ]
    contacts = contacts_of(sorted({line.uitvraag_id for line, _ in due})) if due else {}
    return outbox.post_many(
        [
            _letter(open_rounds[line.uitvraag_id], line, day, person)
            for line, day in due
            for person in contacts.get(line.blad_id, ())
        ]
    )


_OPEN = select(Uitvraag).where(Uitvraag.status == UitvraagStatus.OPEN).order_by(Uitvraag.id)


def _day(line: SheetLine, uitvraag: Uitvraag) -> int | None:
    """Which reminder is due; those of on or before the day on which everybody heard of the round, never."""
    deadline = line.facts.deadline
    days = [day for day in uitvraag.herinner_dagen if moment(deadline, day) > uitvraag.opent_op]
    return due_reminder(deadline, clock.today(), days)


def _letter(uitvraag: Uitvraag, line: SheetLine, day: int, person: Contact) -> Letter:
    deadline = line.facts.deadline
    late = deadline < clock.today()
    when = "de deadline is voorbij" if late else dates.days_left(deadline, clock.today())
    return Letter(
        f"uitvraag:{uitvraag.id}:{line.blad_id}:{deadline}:{day}:{person.id}",
        "uitvraag_herinnering",
        person,
        f"{uitvraag.naam}, {when}: {line.naam}",
        "uitvraag_herinnering",
        {"uitvraag": uitvraag, "blad": line, "late": late},
    )
