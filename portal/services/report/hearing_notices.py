"""The mails of hoor en wederhoor, to the contacts of a region, each once. No content of the report is in them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from forms.dutch.dates import in_amsterdam, still_until
from portal.domain import clock
from portal.domain.mail import is_near
from portal.domain.plan.reminders import days_after, due_reminder
from portal.domain.report.hearing import REMIND_DAYS
from portal.domain.report.states import RapportStatus
from portal.extensions import db
from portal.models import Rapport, RapportHoor, RapportHoorRegio
from portal.services.mail import outbox
from portal.services.mail.outbox import About, Letter
from portal.services.people.receivers import Receiver, contacts_of
from portal.services.report import stored_hearing


def asked(hoor: RapportHoor, rows: Iterable[RapportHoorRegio]) -> int:
    """Ask the contacts of these regions to read their page, with the last day. Returns how many mails are new."""
    moment = clock.now().isoformat()
    return _post(hoor, rows, "rapport_hoor", f"rapport_hoor:{moment}", "Klopt wat het rapport over uw regio zegt?")


def changed(hoor: RapportHoor, row: RapportHoorRegio) -> int:
    """Tell the contacts of a region that the report says something else of it now."""
    key = f"rapport_hoor_gewijzigd:{row.verteld[:16]}"
    return _post(hoor, [row], "rapport_hoor_gewijzigd", key, "Uw pagina in het rapport is veranderd")


def settled(row: RapportHoorRegio) -> int:
    """Tell the contacts of a region what came of its wish."""
    key = f"rapport_hoor_afgehandeld:{row.revision}"
    return _post(row.hoor, [row], "rapport_hoor_afgehandeld", key, "Wat wij deden met uw reactie")


def remind() -> int:
    """Write the reminders that are due to the outbox; the caller commits. Returns how many are new.

    Who answered is not reminded, nor who was asked on the very day of the reminder.
    """
    query = select(RapportHoor).join(Rapport, Rapport.id == RapportHoor.rapport_id)
    concepts = query.where(Rapport.status == RapportStatus.CONCEPT, RapportHoor.gesloten_op.is_(None))
    return sum(_remind(hoor) for hoor in db.session.scalars(concepts) if _is_due(hoor))


def _is_due(hoor: RapportHoor) -> bool:
    given = in_amsterdam(hoor.gevraagd_op).date()
    days = days_after(given, hoor.tot_en_met, REMIND_DAYS)
    return hoor.facts.is_open(clock.today()) and due_reminder(hoor.tot_en_met, clock.today(), days) is not None


def _remind(hoor: RapportHoor) -> int:
    rows = [one for one in stored_hearing.rows_of(hoor.rapport) if one.oordeel is None]
    key = f"rapport_hoor_herinnering:{hoor.tot_en_met}"
    return _post(hoor, rows, "rapport_hoor_herinnering", key, "Nog te lezen: uw pagina in het rapport")


def _post(hoor: RapportHoor, rows: Iterable[RapportHoorRegio], soort: str, key: str, subject: str) -> int:
    rows = list(rows)
    contacts = contacts_of([one.regio_id for one in rows])
    return outbox.post_many(
        [_letter(hoor, row, person, soort, key, subject) for row in rows for person in contacts[row.regio_id]]
    )


def _letter(hoor: RapportHoor, row: RapportHoorRegio, person: Receiver, soort: str, key: str, subject: str) -> Letter:
    naam = f"{hoor.rapport.naam}: {row.regio.naam}"
    asks = hoor.facts.is_open(clock.today()) and soort != "rapport_hoor_afgehandeld"
    over = f"{naam}, {still_until(hoor.tot_en_met, clock.today())}" if asks else naam
    return Letter(
        f"{key}:{row.id}:{person.id}",
        soort,
        person,
        f"{subject} ({naam})",
        soort,
        {"hoor": hoor, "regel": row},
        over=About(row.id, over),
        urgent=asks and is_near(hoor.tot_en_met, clock.today()),
    )
