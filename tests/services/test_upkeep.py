"""Reminders and mail go out by themselves, each once."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import Flask
from sqlalchemy import select

from portal.domain import clock
from portal.extensions import db
from portal.models import Mail
from portal.services.upkeep import do_upkeep
from tests.factories import make_contact, make_plan, make_regio


def test_a_round_of_upkeep_reminds_and_sends_and_the_next_round_has_nothing_to_do(app: Flask) -> None:
    with app.app_context(), clock.stopped_at(datetime(2023, 12, 24, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))):
        regio = make_regio("Voorbeeldstreek")
        contact = make_contact(regio)
        make_plan(regio, deadline=date(2023, 12, 31))
        db.session.commit()

        first = do_upkeep()
        second = do_upkeep()

        assert (first.herinneringen, first.mail.verzonden) == (1, 1)
        assert (second.herinneringen, second.mail.verzonden) == (0, 0)
        sent = db.session.scalars(select(Mail)).all()
        assert [(mail.aan, mail.verzonden_op is not None) for mail in sent] == [(contact.email, True)]
