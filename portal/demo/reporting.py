"""The national reports of the rounds: one published, one that lies before the kerngroep, one that is being written."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

from forms.dutch.dates import AMSTERDAM
from portal.demo.coding import code_round
from portal.demo.coding_twice import code_twice
from portal.demo.hearing import hear
from portal.demo.messages import tell_outcomes, write_messages
from portal.demo.moments import at_work
from portal.demo.paragraphs import groups_of
from portal.demo.people import Cast
from portal.demo.stages import Days, RoundDays
from portal.domain import clock
from portal.domain.report.flags import own_key
from portal.domain.report.states import AkkoordOordeel
from portal.domain.review.remarks import Zicht
from portal.domain.roles import OrganisatieSoort
from portal.extensions import db
from portal.models import Rapport, Uitvraag, User
from portal.services.remark import remarks
from portal.services.report import akkoord, reports, spans, workflow
from portal.services.report import texts as report_texts

# How much of the open round is coded already, and how many days ago its report was made.
CODED, MADE_DAYS_AGO = 0.6, 4
# In the report that lies before the kerngroep: who has not said anything yet, and who has a remark.
SILENT, CRITICAL = ("VWS", "de Nederlandse ggz"), "MIND"
REMARK = "Noem in hoofdstuk 3 ook de rol van cliëntvertegenwoordigers. Verder zijn wij akkoord met de tekst."
# An own word of the coördinator in a sentence of the portal.
EDITED = "proces_kop"
TOO_SOON = "“Genoeg voor een landelijk beeld” is nog te vroeg: de uitvraag is nog open. Kan dit wachten?"
WORDS = "{geantwoord} van de {regios} zorgkantoorregio’s hebben geantwoord: genoeg voor een landelijk beeld"


def report_published(uitvraag: Uitvraag, of_round: RoundDays, cast: Cast) -> None:
    """The report of a finished round: everybody agreed, and everybody can read it."""
    start = of_round.deadline + timedelta(days=18)
    rapport = _written(uitvraag, 0, start, cast)
    with clock.stopped_at(_moment(rapport, start, 4)):
        _present(rapport, cast)
    for days, reviewer in enumerate(_parties(cast), start=5):
        with clock.stopped_at(_moment(rapport, start, days)):
            _say(rapport, reviewer, AkkoordOordeel.AKKOORD)
    with clock.stopped_at(_moment(rapport, start, 14)):
        seen = workflow.mark(rapport)
        workflow.adopt(rapport, actor=cast.coordinator.actor, seen=seen)
    with clock.stopped_at(_moment(rapport, start, 15)):
        seen = workflow.mark(rapport)
        workflow.publish(rapport, actor=cast.coordinator.actor, seen=seen)
        tell_outcomes(rapport, cast)


def report_before_the_kerngroep(uitvraag: Uitvraag, of_round: RoundDays, days: Days, cast: Cast) -> None:
    """The report of the last finished round: most parties spoke, one has a remark, two have not looked yet."""
    written = of_round.deadline + timedelta(days=18)
    rapport = _written(uitvraag, 1, written, cast)
    hear(rapport, written + timedelta(days=1), cast)
    start = days.vandaag - timedelta(days=6)
    with clock.stopped_at(_moment(rapport, start, 0)):
        _present(rapport, cast)
    speaking = [one for one in _parties(cast) if one.organisatie.naam not in SILENT]
    for number, reviewer in enumerate(speaking, start=1):
        with clock.stopped_at(_moment(rapport, start, number)):
            critical = reviewer.organisatie.naam == CRITICAL
            _say(rapport, reviewer, AkkoordOordeel.OPMERKING if critical else AkkoordOordeel.AKKOORD)


def report_begun(uitvraag: Uitvraag, days: Days, cast: Cast) -> None:
    """The report of the open round, made some days ago with one sentence edited: answers came in since."""
    day = days.vandaag - timedelta(days=MADE_DAYS_AGO)
    with clock.stopped_at(datetime.combine(day, time(12), AMSTERDAM)):
        rapport = reports.make(uitvraag, actor=cast.coordinator.actor)
        _edit(rapport, EDITED, WORDS, cast)
    with clock.stopped_at(datetime.combine(day + timedelta(days=1), time(10), AMSTERDAM)):
        reviewer = _parties(cast)[0]
        remarks.start_thread(
            rapport, step_key="proces", tekst=TOO_SOON, zicht=Zicht.INTERN, anker=EDITED, actor=reviewer.actor
        )


def report_over_rounds(uitvraag: Uitvraag, days: Days, cast: Cast) -> None:
    """A concept over all finished rounds, that ends with this one: its messages and themes are written."""
    over = spans.choices(uitvraag, spans.rounds_for_all())[-1]
    with clock.stopped_at(datetime.combine(days.vandaag - timedelta(days=1), time(9), AMSTERDAM)):
        rapport = reports.make(uitvraag, actor=cast.coordinator.actor, over=over)
        write_messages(rapport, cast)


def code_finished(uitvraag: Uitvraag, of_round: RoundDays, cast: Cast) -> None:
    """All answers of a finished round have a theme, and a tenth was coded twice."""
    coordinator, day = cast.coordinator, of_round.deadline + timedelta(days=12)
    code_round(uitvraag, coordinator, at_work(Random("coderen"), day))
    second = cast.by_email["beoordelaar@demo.example"]
    code_twice(uitvraag, coordinator, second, at_work(Random("tweede"), day + timedelta(days=1)))


def code_open(uitvraag: Uitvraag, days: Days, cast: Cast) -> None:
    """Of the round that is open a part is coded."""
    moment = at_work(Random("coderen"), days.vandaag - timedelta(days=2))
    code_round(uitvraag, cast.coordinator, moment, share=CODED)


def _written(uitvraag: Uitvraag, number: int, day: date, cast: Cast) -> Rapport:
    with clock.stopped_at(at_work(Random(f"rapport {number}"), day)):
        rapport = reports.make(uitvraag, actor=cast.coordinator.actor)
        for chapter, texts in groups_of("rapport").items():
            _edit(rapport, own_key(chapter), texts[number % len(texts)], cast)
        write_messages(rapport, cast)
    return rapport


def _edit(rapport: Rapport, sleutel: str, tekst: str, cast: Cast) -> None:
    actor = cast.coordinator.actor
    report_texts.save(rapport, sleutel, tekst, base_revision=0, seen_revision=rapport.revision, actor=actor)
    db.session.flush()


def _present(rapport: Rapport, cast: Cast) -> None:
    workflow.present(rapport, actor=cast.coordinator.actor, seen=workflow.mark(rapport))


def _say(rapport: Rapport, reviewer: User, oordeel: AkkoordOordeel) -> None:
    tekst = REMARK if oordeel is AkkoordOordeel.OPMERKING else ""
    seen = rapport.voorlegging
    akkoord.give(rapport, oordeel=oordeel, tekst=tekst, actor=reviewer.actor, seen_voorlegging=seen)


def _parties(cast: Cast) -> list[User]:
    return [one for one in cast.beoordelaars if one.organisatie.soort is OrganisatieSoort.KERNPARTIJ]


def _moment(rapport: Rapport, start: date, days: int) -> datetime:
    return at_work(Random(f"rapport {rapport.id} {days}"), start + timedelta(days=days))
