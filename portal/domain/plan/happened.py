"""What somebody else did to a plan just before, in one sentence that says who, what and when."""

from __future__ import annotations

from datetime import datetime

from forms.dutch import dates
from forms.dutch.dates import in_amsterdam
from portal.domain import clock
from portal.domain.plan.events import EventSoort

# Told to who comes second. Only these moves change what a reviewer or a region can do.
ALREADY: dict[EventSoort, str] = {
    EventSoort.INGEDIEND: "{wie} heeft dit plan {wanneer} ingediend.",
    EventSoort.INGETROKKEN: "{wie} heeft de indiening {wanneer} ingetrokken.",
    EventSoort.OPGEPAKT: "{wie} is {wanneer} al begonnen met het beoordelen van dit plan.",
    EventSoort.TERUGGESTUURD: "{wie} heeft dit plan {wanneer} al teruggestuurd.",
    EventSoort.VASTGESTELD: "{wie} heeft dit plan {wanneer} al vastgesteld.",
    EventSoort.HEROPEND: "{wie} heeft de vaststelling {wanneer} ongedaan gemaakt.",
    EventSoort.NIEUWE_VERSIE: "{wie} is {wanneer} een nieuwe versie van dit plan begonnen.",
}


def already(soort: EventSoort, wie: str, op: datetime) -> str:
    """The sentence for a move in ALREADY: "C. Voorbeeld heeft dit plan om 14:03 al vastgesteld."."""
    return ALREADY[soort].format(wie=wie, wanneer=_when(op))


def _when(op: datetime) -> str:
    """ "om 14:03" on the day itself, else with the day."""
    if in_amsterdam(op).date() == clock.today():
        return f"om {dates.time_of_day(op)}"
    return f"op {dates.moment_in_words(op)}"
