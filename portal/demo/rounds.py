"""Three rounds: two that are finished, and one in which 29 of the 31 regions have answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random

from sqlalchemy import select

from forms.dutch.dates import AMSTERDAM
from portal.demo import own_questions, reporting
from portal.demo.answering import Answering, answer
from portal.demo.editions import ASKED
from portal.demo.life import Life
from portal.demo.moments import at_work
from portal.demo.paragraphs import groups_of
from portal.demo.people import Cast
from portal.demo.stages import Days, RoundDays
from portal.domain import clock
from portal.domain.review.remarks import Zicht
from portal.domain.round import rules
from portal.extensions import db
from portal.models import Antwoordblad, Uitvraag
from portal.services.feedback import expectations, feedback
from portal.services.remark import remarks
from portal.services.round import reminders, rounds
from portal.services.sheet import decisions, submit

# By the code of the first region of a plan: who did not answer in each round, and who was not asked.
SILENT = (("ZK10", "ZK26", "ZK07"), ("ZK10", "ZK33"), ("ZK01",))
NOT_ASKED = ("ZK29",)
CORRECTING, LATE = "ZK24", "ZK10"
ANSWERED = 0.67
HERINNER_DAGEN = (7, 1, -1, -7)


def hold_rounds(days: Days, lives: list[Life], cast: Cast, tell_figures: Callable[[], None]) -> None:
    """Hold the rounds of the stage `kwartaal`, the oldest first. Figures come in before the last of their reports."""
    by_plan = {life.plan.id: life for life in lives}
    for number, of_round in enumerate(days.rounds):
        uitvraag = _make_and_open(number, of_round, cast)
        sheets = _sheets(uitvraag)
        _make_exceptions(number, sheets, by_plan, cast, of_round)
        coming = _coming(sheets, by_plan, number, of_round, days)
        if number < len(days.rounds) - 1:
            _answer(coming)
            _remind(of_round, days)
            _finish(uitvraag, number, of_round, cast)
            _report(uitvraag, number, of_round, days, cast)
        else:
            tell_figures()
            _answer_and_report(uitvraag, coming, days, cast)
            _remind(of_round, days)
            _still_open(sheets, by_plan, days, cast)
            reporting.report_over_rounds(_last_finished(uitvraag), days, cast)
        db.session.flush()


def _make_and_open(number: int, of_round: RoundDays, cast: Cast) -> Uitvraag:
    values = rules.RoundValues(
        naam=f"Kwartaaluitvraag {of_round.quarter.naam}",
        periode_van=of_round.quarter.first_day,
        periode_tot=of_round.quarter.last_day,
        opent_op=of_round.opent_op,
        deadline=of_round.deadline,
        edition=ASKED.key,
        toelichting="Alleen wat veranderde hoeft u op te schrijven. De rest neemt u over van vorige keer.",
        herinner_dagen=HERINNER_DAGEN,
    )
    with clock.stopped_at(at_work(Random(values.naam), of_round.opent_op - timedelta(days=14))):
        uitvraag = rounds.make_round(values, actor=cast.coordinator.actor)
        if number == own_questions.ASKED_IN:
            uitvraag.extra_vragen = list(own_questions.QUESTIONS)
            own_questions.make_code_book(cast.coordinator.actor)
    with clock.stopped_at(datetime.combine(of_round.opent_op, time(7, 2), AMSTERDAM)):
        rounds.open_round(uitvraag, actor=None)
    return uitvraag


def _sheets(uitvraag: Uitvraag) -> list[Antwoordblad]:
    query = select(Antwoordblad).where(Antwoordblad.uitvraag_id == uitvraag.id).order_by(Antwoordblad.id)
    return list(db.session.scalars(query))


def _code(blad: Antwoordblad, by_plan: dict[int, Life]) -> str:
    return by_plan[blad.plan_id].verhaal.codes[0] if blad.plan_id else ""


def _make_exceptions(
    number: int, sheets: list[Antwoordblad], by_plan: dict[int, Life], cast: Cast, of_round: RoundDays
) -> None:
    """In the first round one region is not asked; in the last one the region without a plan gets more time."""
    coordinator = cast.coordinator.actor
    for blad in sheets:
        code = _code(blad, by_plan)
        with clock.stopped_at(at_work(Random("uitzondering"), of_round.opent_op + timedelta(days=1))):
            if number == 0 and code in NOT_ASKED:
                decisions.mark_not_asked(blad, "De regio heeft net twee nieuwe contactpersonen.", actor=coordinator)
            if number == 2 and code == LATE:
                decisions.grant_extension(blad, of_round.deadline + timedelta(days=14), actor=coordinator)


def _coming(
    sheets: list[Antwoordblad], by_plan: dict[int, Life], number: int, of_round: RoundDays, days: Days
) -> list[tuple[datetime, Answering]]:
    """Who answers this round, and when; the first one first."""
    last = min((of_round.deadline - of_round.opent_op).days + 1, (days.last_day - of_round.opent_op).days)
    found = []
    for blad in sheets:
        code = _code(blad, by_plan)
        if code not in SILENT[number] and not blad.niet_gevraagd:
            dice = Random(f"{code} ronde {number}")
            moment = at_work(dice, of_round.opent_op + timedelta(days=dice.randint(3, last)))
            found.append((moment, Answering(blad, by_plan[blad.plan_id or 0], number)))
    return sorted(found, key=lambda one: one[0])


def _answer(coming: list[tuple[datetime, Answering]]) -> None:
    for moment, one in coming:
        answer(one, moment)
    db.session.flush()


def _report(uitvraag: Uitvraag, number: int, of_round: RoundDays, days: Days, cast: Cast) -> None:
    """Report about what was coded: the first round is published, the next one lies for akkoord."""
    if number == 0:
        reporting.report_published(uitvraag, of_round, cast)
    else:
        reporting.report_before_the_kerngroep(uitvraag, of_round, days, cast)


def _answer_and_report(uitvraag: Uitvraag, coming: list[tuple[datetime, Answering]], days: Days, cast: Cast) -> None:
    """The report of the open round was made while some had still to answer."""
    made = datetime.combine(days.vandaag - timedelta(days=reporting.MADE_DAYS_AGO), time(12), AMSTERDAM)
    _answer([one for one in coming if one[0] < made])
    reporting.report_begun(uitvraag, days, cast)
    _answer([one for one in coming if one[0] >= made])
    reporting.code_open(uitvraag, days, cast)


def _last_finished(uitvraag: Uitvraag) -> Uitvraag:
    """The round before the one that is open."""
    query = select(Uitvraag).where(Uitvraag.id != uitvraag.id).order_by(Uitvraag.periode_tot.desc())
    return db.session.scalars(query).first() or uitvraag


def _remind(of_round: RoundDays, days: Days) -> None:
    for before in HERINNER_DAGEN:
        day = of_round.deadline - timedelta(days=before)
        if of_round.opent_op < day < days.vandaag:
            with clock.stopped_at(datetime.combine(day, time(7, 5), AMSTERDAM)):
                reminders.remind_about_rounds()


def _finish(uitvraag: Uitvraag, number: int, of_round: RoundDays, cast: Cast) -> None:
    closing = of_round.deadline + timedelta(days=9)
    coordinator = cast.coordinator.actor
    with clock.stopped_at(at_work(Random(f"sluiten {number}"), closing)):
        rounds.close_round(uitvraag, actor=coordinator)
    _kerngroep_answers(uitvraag, closing, cast)
    # Before the terugkoppeling: it says how many regions named each theme.
    reporting.code_finished(uitvraag, of_round, cast)
    with clock.stopped_at(at_work(Random(f"terugkoppelen {number}"), closing + timedelta(days=14))):
        feedback.prepare(uitvraag, **_texts(number), seen_revision=uitvraag.revision, actor=coordinator)
        feedback.send(uitvraag, seen_revision=uitvraag.revision, actor=coordinator)


def _texts(number: int) -> dict[str, str]:
    groups = groups_of("terugkoppeling")
    names = {"anderen_zeiden": "anderen", "vervolg": "vervolg"}
    return {name: groups[group][number % len(groups[group])] for name, group in names.items()}


def _kerngroep_answers(uitvraag: Uitvraag, closing: date, cast: Cast) -> None:
    """The kerngroep answers two of three expectations."""
    for line in expectations.national_list(uitvraag=uitvraag):
        dice = Random(f"antwoord {line.regel_id}")
        if line.for_region or dice.random() > ANSWERED:
            continue
        with clock.stopped_at(at_work(dice, closing + timedelta(days=dice.randint(2, 10)))):
            expectations.answer(
                line,
                tekst=dice.choice(groups_of("antwoord_kerngroep")["antwoord"]),
                datum=closing + timedelta(days=dice.randint(30, 90)) if dice.random() < 0.7 else None,
                actor=dice.choice(cast.beoordelaars).actor,
                seen=0,
            )


def _still_open(sheets: list[Antwoordblad], by_plan: dict[int, Life], days: Days, cast: Cast) -> None:
    """One region was asked something about its answers, and is correcting them."""
    for blad in sheets:
        if _code(blad, by_plan) == CORRECTING:
            _remark(blad, days, cast)
            with clock.stopped_at(at_work(Random("correctie"), days.vandaag - timedelta(days=1))):
                submit.correct(blad, by_plan[blad.plan_id or 0].writer.actors[0])


def _remark(blad: Antwoordblad, days: Days, cast: Cast) -> None:
    """A question to the region and a word among reviewers, on the first submission."""
    reviewer, words = cast.beoordelaars[0].actor, groups_of("opmerkingen")
    with clock.stopped_at(at_work(Random("opmerking"), days.vandaag - timedelta(days=2))):
        for zicht, group, step_key in (
            (Zicht.REGIO, "blad", "voortgang"),
            (Zicht.INTERN, "blad_intern", "doelstelling"),
        ):
            remarks.start_thread(blad, step_key=step_key, tekst=words[group][0], zicht=zicht, actor=reviewer)
