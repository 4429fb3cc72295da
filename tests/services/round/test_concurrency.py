"""Two coördinators, two senders, or a coördinator and a region at the very same moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask import Flask

from forms.spec import Kind
from portal.domain import clock
from portal.domain.roles import Actor, Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, BladRegio, Mail, Uitvraag, UitvraagEvent
from portal.services.round import questions, rounds
from portal.services.round.problems import RoundProblem
from portal.services.round.questions import QuestionValues
from portal.services.round.reminders import remind_about_rounds
from portal.services.round.upkeep import open_due_rounds
from portal.services.sheet import decisions
from tests.running.at_once import at_once
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_plan
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows


def coordinators(app: Flask) -> list[Actor]:
    return [make_user(Rol.COORDINATOR, naam=f"Coördinator {number}").actor for number in range(4)]


def the_round(uitvraag_id: int) -> Uitvraag:
    return db.session.get_one(Uitvraag, uitvraag_id)


def a_country() -> None:
    make_plan(make_regio("Een"), make_regio("Twee"))
    make_contact(make_regio("Drie"))


def test_people_who_open_at_once_make_one_set_of_sheets(app: Flask) -> None:
    a_country()
    people = coordinators(app)
    uitvraag_id = make_uitvraag(status=UitvraagStatus.GEPLAND).id

    def act(number: int) -> str:
        try:
            rounds.open_round(the_round(uitvraag_id), actor=people[number])
        except RoundProblem as problem:
            db.session.rollback()
            return str(problem)
        return ""

    told = at_once(app, act)
    assert told.count("") == 1
    winner = people[told.index("")].naam
    assert all(f"dit was al gebeurd: {winner} heeft de uitvraag geopend" in one for one in told if one)
    assert (len(all_rows(Antwoordblad)), len(all_rows(BladRegio)), len(all_rows(Mail))) == (2, 3, 1)
    assert [event.soort for event in all_rows(UitvraagEvent)] == ["geopend"]


def test_processes_that_open_what_is_due_at_once_open_it_once(app: Flask) -> None:
    a_country()
    make_uitvraag(status=UitvraagStatus.GEPLAND)
    assert sum(at_once(app, lambda number: open_due_rounds())) == 1
    assert (len(all_rows(Antwoordblad)), len(all_rows(Mail))) == (2, 1)


def test_people_who_close_at_once_close_once(app: Flask) -> None:
    people = coordinators(app)
    uitvraag = make_uitvraag()
    regio = make_regio("Een")
    make_contact(regio)
    make_blad(uitvraag, regio)
    uitvraag_id = uitvraag.id

    def act(number: int) -> bool:
        try:
            rounds.close_round(the_round(uitvraag_id), actor=people[number])
        except RoundProblem:
            db.session.rollback()
            return False
        return True

    assert at_once(app, act).count(True) == 1
    assert [event.soort for event in all_rows(UitvraagEvent)] == ["gesloten"]
    assert len(all_rows(Mail)) == 1


def test_senders_that_run_at_once_remind_once(app: Flask) -> None:
    uitvraag = make_uitvraag()
    regio = make_regio("Een")
    make_contact(regio)
    make_blad(uitvraag, regio)
    week_before = datetime.combine(uitvraag.deadline - timedelta(days=7), datetime.min.time(), UTC)

    def act(number: int) -> int:
        with clock.stopped_at(week_before + timedelta(hours=12)):
            return remind_about_rounds()

    assert sum(at_once(app, act)) == 1
    assert len(all_rows(Mail)) == 1


def test_an_extension_while_the_round_closes_is_given_or_refused(app: Flask) -> None:
    people = coordinators(app)
    uitvraag = make_uitvraag()
    blad_id = make_blad(uitvraag, make_regio("Een")).id
    uitvraag_id, until = uitvraag.id, uitvraag.deadline + timedelta(days=7)

    def act(number: int) -> bool:
        try:
            if number:
                decisions.grant_extension(db.session.get_one(Antwoordblad, blad_id), until, actor=people[1])
            else:
                rounds.close_round(the_round(uitvraag_id), actor=people[0])
        except RoundProblem:
            db.session.rollback()
            return False
        return True

    closed, extended = at_once(app, act, people=2)
    assert closed
    assert (db.session.get_one(Antwoordblad, blad_id).uitstel_tot == until) is extended


def test_questions_that_are_added_at_once_are_all_there(app: Flask) -> None:
    people = coordinators(app)
    uitvraag_id = make_uitvraag(status=UitvraagStatus.GEPLAND).id

    def act(number: int) -> str:
        values = QuestionValues(f"Vraag {number}", Kind.LONG_TEXT)
        return questions.add_question(the_round(uitvraag_id), values, actor=people[number])

    keys = at_once(app, act)
    found = the_round(uitvraag_id).extra_vragen
    assert {one["key"]: one["label"] for one in found} == {key: f"Vraag {i}" for i, key in enumerate(keys)}
