"""Reminders of rounds to those who have not answered or are still correcting, each once, until it is handed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import bindparam, func, select

from forms.dutch import dates
from forms.dutch.dates import in_amsterdam
from portal.domain import clock
from portal.domain.plan.reminders import days_after, due_reminder
from portal.domain.round.events import UitvraagEventSoort
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, Uitvraag, UitvraagEvent
from portal.services.mail import outbox
from portal.services.mail.outbox import Letter
from portal.services.round.lines import Contact, SheetLine, contacts_of, sheet_lines


def remind_about_rounds() -> int:
    """Write the reminders that are due today to the outbox; the caller commits. Returns how many are new.

    Every contact of a sheet that awaits an answer, or a correction, gets one mail per deadline and reminder day. An
    extension, or the day until which one sheet was reopened, is a deadline of its own: the days start anew.
    """
    rounds = {
        one.id: one for one in db.session.scalars(_TAKING_ANSWERS, {"today": clock.today()}) if one.herinner_dagen
    }
    awaited = [line for line in sheet_lines(list(rounds)) if line.awaits_answer]
    asked = _asked_on(awaited, rounds)
    days = ((line, _day(line, rounds[line.uitvraag_id], asked[line.blad_id])) for line in awaited)
    due = [(line, day) for line, day in days if day is not None]
    contacts = contacts_of(sorted({line.uitvraag_id for line, _ in due})) if due else {}
    return outbox.post_many(
        [
            _letter(rounds[line.uitvraag_id], line, day, person)
            for line, day in due
            for person in contacts.get(line.blad_id, ())
        ]
    )


# Open ones, and closed ones of which a sheet was reopened by name.
_TAKING_ANSWERS = (
    select(Uitvraag)
    .where(
        (Uitvraag.status == UitvraagStatus.OPEN)
        | (Uitvraag.status == UitvraagStatus.GESLOTEN)
        & Uitvraag.id.in_(select(Antwoordblad.uitvraag_id).where(Antwoordblad.heropend_tot >= bindparam("today")))
    )
    .order_by(Uitvraag.id)
)
_REOPENED = (
    select(UitvraagEvent.blad_id, func.max(UitvraagEvent.op))
    .where(UitvraagEvent.soort == UitvraagEventSoort.BLAD_HEROPEND, UitvraagEvent.blad_id.is_not(None))
    .group_by(UitvraagEvent.blad_id)
)


def _asked_on(lines: Sequence[SheetLine], rounds: Mapping[int, Uitvraag]) -> dict[int, date]:
    """The day on which everybody heard that this is asked: nobody is reminded on or before it."""
    by_name = {line.blad_id for line in lines if line.facts.uitvraag is UitvraagStatus.GESLOTEN}
    found = db.session.execute(_REOPENED.where(UitvraagEvent.blad_id.in_(by_name))) if by_name else ()
    reopened = {blad_id: in_amsterdam(op).date() for blad_id, op in found}
    return {
        line.blad_id: max(
            reopened.get(line.blad_id, rounds[line.uitvraag_id].opent_op),
            in_amsterdam(line.sinds).date() if line.is_mended else date.min,
        )
        for line in lines
    }


def _day(line: SheetLine, uitvraag: Uitvraag, asked: date) -> int | None:
    """Which reminder is due."""
    return due_reminder(line.until, clock.today(), days_after(asked, line.until, uitvraag.herinner_dagen))


def _letter(uitvraag: Uitvraag, line: SheetLine, day: int, person: Contact) -> Letter:
    late = line.until < clock.today()
    when = "de deadline is voorbij" if late else dates.days_left(line.until, clock.today())
    return Letter(
        f"uitvraag:{uitvraag.id}:{line.blad_id}:{line.until}:{day}:{person.id}",
        "uitvraag_herinnering",
        person,
        f"{uitvraag.naam}, {when}: {line.naam}",
        "uitvraag_herinnering",
        {"uitvraag": uitvraag, "blad": line, "late": late},
    )
