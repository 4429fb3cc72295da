"""The mails about publishing figures, to the contacts of regions: each person once. No figure stands in them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from forms.dutch.dates import in_amsterdam, still_until
from forms.dutch.words import together
from portal.domain import clock
from portal.domain.instroom.publication import REMIND_DAYS, PublicatieStatus
from portal.domain.plan.reminders import days_after, due_reminder
from portal.extensions import db
from portal.models import InstroomBezwaar, InstroomPublicatie, Regio
from portal.services import regios
from portal.services.mail import outbox
from portal.services.mail.outbox import About, Letter
from portal.services.people.receivers import Receiver, contacts_of


def announced(publicatie: InstroomPublicatie) -> int:
    """Ask the contacts of all regions to look at their figures. Returns how many mails are new."""
    subject = "Herkent u de cijfers van uw regio?"
    return _post_all(
        publicatie, "cijfers_aangekondigd", subject, until=still_until(publicatie.inzage_tot, clock.today())
    )


def remind() -> int:
    """Remind the contacts of regions that said nothing of their figures, some days before the time to look is over.

    Once; nobody who was asked on the very day. The caller commits. Returns how many mails are new.
    """
    announced_ones = select(InstroomPublicatie).where(InstroomPublicatie.status == PublicatieStatus.AANGEKONDIGD)
    return sum(_remind(one) for one in db.session.scalars(announced_ones) if _is_due(one))


def _is_due(publicatie: InstroomPublicatie) -> bool:
    days = days_after(in_amsterdam(publicatie.aangekondigd_op).date(), publicatie.inzage_tot, REMIND_DAYS)
    return due_reminder(publicatie.inzage_tot, clock.today(), days) is not None


def _remind(publicatie: InstroomPublicatie) -> int:
    said = {one.regio_id for one in publicatie.bezwaren}
    silent = [one for one in regios.bare_regios() if one.id not in said]
    subject = "Nog te bekijken: de cijfers van uw regio"
    until = still_until(publicatie.inzage_tot, clock.today())
    return _post_all(publicatie, "cijfers_herinnering", subject, silent, until=until)


def answered(bezwaar: InstroomBezwaar) -> int:
    """Tell the contacts of a region that the coördinator answered what it said."""
    soort, subject = "cijfers_beantwoord", f"Antwoord op uw reactie op de cijfers van {bezwaar.regio.naam}"
    about, context = About(bezwaar.id, f"cijfers van {bezwaar.regio.naam}"), {"bezwaar": bezwaar}
    people = contacts_of([bezwaar.regio_id])[bezwaar.regio_id]
    return outbox.post_many(
        [Letter(f"{soort}:{bezwaar.id}:{one.id}", soort, one, subject, soort, context, over=about) for one in people]
    )


def published(publicatie: InstroomPublicatie) -> int:
    """Tell all contacts that everybody reads the figures now."""
    return _post_all(publicatie, "cijfers_gepubliceerd", "De cijfers van de instroom zijn openbaar")


def withdrawn(publicatie: InstroomPublicatie, before: PublicatieStatus) -> int:
    """Tell all contacts that what was announced or public `before` is not any more."""
    was_public = before is PublicatieStatus.GEPUBLICEERD
    return _post_all(
        publicatie, "cijfers_ingetrokken", "De cijfers van de instroom zijn ingetrokken", was_public=was_public
    )


def _post_all(
    publicatie: InstroomPublicatie,
    soort: str,
    subject: str,
    to: Sequence[Regio] | None = None,
    *,
    until: str = "",
    **words: object,
) -> int:
    """One mail for each person, about all regions (of these only, when some are given) that this person speaks for."""
    asked = regios.bare_regios() if to is None else to
    return outbox.post_many(
        [
            Letter(
                f"{soort}:{publicatie.id}:{person.id}",
                soort,
                person,
                subject,
                soort,
                {"publicatie": publicatie, "regios": own, **words},
                over=About(publicatie.id, ", ".join(filter(None, (f"cijfers van {_names(own)}", until)))),
            )
            for person, own in _by_person(asked).items()
        ]
    )


def _by_person(found: Sequence[Regio]) -> dict[Receiver, list[Regio]]:
    contacts = contacts_of([one.id for one in found])
    by_person: dict[Receiver, list[Regio]] = {}
    for regio in found:
        for person in contacts[regio.id]:
            by_person.setdefault(person, []).append(regio)
    return by_person


def _names(found: Sequence[Regio]) -> str:
    return together(one.naam for one in found)
