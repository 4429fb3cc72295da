"""Hoor en wederhoor of a report in the demo: most regions say that their page is right, three want something else."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

from portal.demo.moments import at_work
from portal.demo.people import Cast
from portal.domain import clock
from portal.domain.report.hearing import HoorAfhandeling, HoorOordeel
from portal.models import Rapport, RapportHoorRegio, User
from portal.services.report import hearing, stored_hearing

OPEN_DAYS, FIRST_ANSWER = 10, 2
# By the code of a region: what it asked, what came of it, and why.
WISHES = {
    "ZK22": (
        "Bij “Hoe vaak stemt u af?” staat één keer per kwartaal. Sinds juni is dat elke maand.",
        HoorAfhandeling.NIET_VERWERKT,
        "Dit rapport gaat over wat u in juli indiende. Geef het door in de volgende uitvraag, dan staat het daar.",
    ),
    "ZK12": (
        "Onze les over het CIZ leest alsof er niets goed ging. Wilt u erbij zetten dat het overleg er nu wel is?",
        HoorAfhandeling.VERWERKT,
        "De tekst bij dit thema noemt nu ook dat het overleg er is.",
    ),
    "ZK08": (
        "Wilt u onze naam weglaten bij het voorbeeld over de wooncorporatie?",
        HoorAfhandeling.VERWERKT,
        "Het voorbeeld staat er nu zonder naam.",
    ),
}
# So many of them say nothing: each so manieth region.
SILENT_EVERY = 9


def hear(rapport: Rapport, day: date, cast: Cast) -> None:
    """Ask the regions from this day on, let them answer, and say what came of each wish."""
    with clock.stopped_at(_moment(rapport, day, 0)):
        hearing.ask(rapport, day + timedelta(days=OPEN_DAYS), actor=cast.coordinator.actor)
    rows = stored_hearing.rows_of(rapport)
    for number, row in enumerate(rows, start=1):
        with clock.stopped_at(_moment(rapport, day, FIRST_ANSWER + number % (OPEN_DAYS - FIRST_ANSWER))):
            _answer(row, number, cast)
    with clock.stopped_at(_moment(rapport, day, OPEN_DAYS + 1)):
        for row in stored_hearing.rows_of(rapport):
            _settle(rapport, row, cast)


def _answer(row: RapportHoorRegio, number: int, cast: Cast) -> None:
    contact = _contact(row, cast)
    if contact is None or (number % SILENT_EVERY == 0 and row.regio.code not in WISHES):
        return
    tekst = WISHES[row.regio.code][0] if row.regio.code in WISHES else ""
    oordeel = HoorOordeel.ANDERS if tekst else HoorOordeel.KLOPT
    hearing.answer(row, oordeel, tekst, seen_revision=row.revision, actor=contact.actor)


def _settle(rapport: Rapport, row: RapportHoorRegio, cast: Cast) -> None:
    if row.awaits_settlement:
        _, how, why = WISHES[row.regio.code]
        hearing.settle(rapport, row, how, why, seen_revision=row.revision, actor=cast.coordinator.actor)


def _contact(row: RapportHoorRegio, cast: Cast) -> User | None:
    return next(iter(cast.contacts.get(row.regio.code, {}).values()), None)


def _moment(rapport: Rapport, day: date, days: int) -> datetime:
    return at_work(Random(f"hoor {rapport.id} {days}"), day + timedelta(days=days))
