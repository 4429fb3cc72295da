"""Reminders and mail go out by themselves, each once."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import Flask
from sqlalchemy import select

from portal.domain import clock
from portal.domain.mail import MailStatus
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Mail
from portal.services.upkeep import do_upkeep
from tests.running.at_once import at_once
from tests.worlds.people import make_contact, make_regio
from tests.worlds.plan import make_plan
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows


def test_a_round_of_upkeep_reminds_and_sends_and_the_next_round_has_nothing_to_do(app: Flask) -> None:
    with app.app_context(), clock.stopped_at(datetime(2023, 12, 24, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))):
        regio = make_regio("Voorbeeldstreek")
        contact = make_contact(regio)
        make_plan(regio, deadline=date(2023, 12, 31))
        db.session.commit()

        first = do_upkeep()
        second = do_upkeep()

        assert (first.herinneringen, first.mail.bewaard) == (1, 1)
        assert (second.herinneringen, second.mail.bewaard) == (0, 0)
        sent = db.session.scalars(select(Mail)).all()
        assert [(mail.aan, mail.status) for mail in sent] == [(contact.email, MailStatus.BEWAARD)]


def test_processes_that_run_at_once_open_remind_and_send_each_thing_once(app: Flask) -> None:
    """Two machines on the same minute: a plan and a round to remind of, and a round whose day has come."""
    nine = datetime(2023, 12, 24, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
    regios = [make_regio(f"Streek {number}") for number in range(5)]
    for regio in regios:
        make_contact(regio)
    make_plan(*regios[:2], deadline=date(2023, 12, 31))
    running = make_uitvraag(opent_op=date(2023, 12, 1), deadline=date(2023, 12, 31))
    for regio in regios:
        make_blad(running, regio)
    make_uitvraag(status=UitvraagStatus.GEPLAND, opent_op=date(2023, 12, 24), deadline=date(2024, 1, 31))

    def run(number: int) -> tuple[int, int, int]:
        with clock.stopped_at(nine):
            done = do_upkeep()
        return done.geopend, done.herinneringen, done.mail.bewaard

    found = at_once(app, run)
    assert running.status is UitvraagStatus.OPEN
    assert [sum(one) for one in zip(*found, strict=True)] == [1, 2 + 5, 2 + 5 + 5]
    mails = all_rows(Mail)
    assert len({mail.sleutel for mail in mails}) == len(mails) == 12
    assert {mail.pogingen for mail in mails} == {1}
