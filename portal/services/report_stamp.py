"""What stands on the front of a national report: its status in words, its version, and who agreed with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from portal.domain import clock, dates
from portal.domain.report_events import RapportEventSoort
from portal.domain.reports import RapportStatus
from portal.models import Rapport
from portal.services import report_events

if TYPE_CHECKING:
    from exports.national.build import Stempel


def stamp_of(rapport: Rapport) -> Stempel:
    """The stamp of a report as it is now. One that was vastgesteld keeps that day, also when it is published."""
    from exports.national.build import Stempel

    if rapport.status.is_frozen:
        event = report_events.last_of(rapport, RapportEventSoort.VASTGESTELD)
        return adopted(rapport, clock.on_screen(event.op if event else rapport.status_sinds).date())
    return Stempel(rapport.status.label, rapport.nummer)


def adopted(rapport: Rapport, day: date) -> Stempel:
    """The stamp of a report that is vastgesteld on this day."""
    from exports.national.build import Stempel

    return Stempel(f"{RapportStatus.VASTGESTELD.label} op {dates.day_short(day)}", rapport.nummer)


def names(found: Iterable[str]) -> str:
    """Names as read aloud: "MIND, VNG en VWS"."""
    *before, last = [*found] or [""]
    return f"{', '.join(before)} en {last}" if before else last
