"""What stands on the front of a national report: its status, its version, and who agreed with it.

What was so when it was vastgesteld is written in that event, so that a party that is called otherwise later changes
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from exports.national.colofon import Stamp
from forms.dutch.words import listed
from portal.domain import clock
from portal.domain.report.events import RapportEventSoort
from portal.domain.report.states import RapportStatus
from portal.extensions import db
from portal.models import Organisatie, Rapport, RapportEvent, User
from portal.services.report import events
from portal.services.report.akkoord import PartyStand, everybody_agreed


def stamp_of(rapport: Rapport) -> Stamp:
    """The stamp of a report as it is now. One that was vastgesteld keeps that stamp, also when it is published."""
    event = events.last_of(rapport, RapportEventSoort.VASTGESTELD) if rapport.status.is_frozen else None
    if event is None:
        return Stamp(rapport.status.label, rapport.nummer, gemaakt_door=_maker(rapport))
    return _from_event(rapport, event)


def adopted(rapport: Rapport, stands: Sequence[PartyStand], reason: str) -> Stamp:
    """The stamp of a report that is vastgesteld now. The reason counts when not every party agreed."""
    return Stamp(
        RapportStatus.VASTGESTELD.label,
        rapport.nummer,
        vastgesteld_op=clock.today(),
        akkoord=tuple(one.naam for one in stands if one.is_akkoord),
        zonder_akkoord=tuple(one.naam for one in stands if not one.is_akkoord),
        reden="" if everybody_agreed(stands) else reason.strip(),
        gemaakt_door=_maker(rapport),
        teksten=_told_together(stands),
    )


def _told_together(stands: Sequence[PartyStand]) -> tuple[str, ...]:
    """Of which text each party spoke, those that spoke alike of the same text in one sentence."""
    alike: dict[str, list[str]] = {}
    for one in stands:
        alike.setdefault(one.over_welke_tekst, []).append(one.naam)
    verb = {True: "gaven", False: "gaf"}
    return tuple(
        f"{listed(names)} {verb[len(names) > 1]}{said.removeprefix(verb[False])}."
        for said, names in alike.items()
        if said
    )


def for_event(stempel: Stamp) -> dict[str, Any]:
    """The stamp as the event of vaststellen keeps it."""
    return {
        "akkoord": list(stempel.akkoord),
        "zonder_akkoord": list(stempel.zonder_akkoord),
        "reden": stempel.reden,
        "gemaakt_door": stempel.gemaakt_door,
        "teksten": list(stempel.teksten),
        "vastgesteld_op": stempel.vastgesteld_op.isoformat() if stempel.vastgesteld_op else "",
    }


def _from_event(rapport: Rapport, event: RapportEvent) -> Stamp:
    kept = event.gegevens
    return Stamp(
        RapportStatus.VASTGESTELD.label,
        rapport.nummer,
        vastgesteld_op=date.fromisoformat(kept["vastgesteld_op"]),
        akkoord=tuple(kept["akkoord"]),
        zonder_akkoord=tuple(kept["zonder_akkoord"]),
        reden=kept["reden"],
        gemaakt_door=kept["gemaakt_door"],
        teksten=tuple(kept.get("teksten", ())),
    )


def _maker(rapport: Rapport) -> str:
    """The organisation of the coördinator who made this version."""
    query = (
        select(Organisatie.naam)
        .join(User, User.organisatie_id == Organisatie.id)
        .join(RapportEvent, RapportEvent.door_id == User.id)
        .where(RapportEvent.rapport_id == rapport.id, RapportEvent.soort == RapportEventSoort.GEMAAKT.value)
    )
    return db.session.scalars(query.limit(1)).first() or ""
