"""How much mail a person gets, and the one overview a day: never empty, never twice, never of what is done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.mail import NIEUWS, SOORTEN, MailKeuze
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Mail, User
from portal.services.plan import reading_along, submit
from portal.services.review import reviews
from portal.services.review.overviews import write_overviews
from tests.running.at_once import at_once
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.rows import all_rows

EVENING = datetime(2024, 1, 31, 20, tzinfo=UTC)
MORNING = datetime(2024, 2, 1, 8, tzinfo=UTC)

# What asks something of who gets it, or is about the account: typed over by hand.
ASKS = {
    "uitnodiging",
    "toegang",
    "wachtwoord",
    "herinnering",
    "teruggestuurd",
    "meelezen",
    "opmerking",
    "uitvraag_open",
    "uitvraag_herinnering",
    "uitvraag_gesloten",
    "uitvraag_heropend",
    "blad_teruggestuurd",
    "overzicht",
    "rapport_voorgelegd",
}


@pytest.fixture
def reviewer(app: Flask) -> User:
    """Who chose nothing."""
    return make_user(Rol.BEOORDELAAR)


def overviews() -> list[Mail]:
    return [mail for mail in all_rows(Mail) if mail.soort == "overzicht"]


def write_at(moment: datetime) -> int:
    with clock.stopped_at(moment):
        new = write_overviews()
        db.session.commit()
    return new


def test_every_kind_of_mail_asks_or_tells() -> None:
    assert set(SOORTEN) - NIEUWS == ASKS
    assert set(SOORTEN) >= NIEUWS


def test_31_plans_on_the_last_day_make_one_mail_to_each_reviewer(app: Flask, reviewer: User) -> None:
    co = make_user(Rol.COORDINATOR)
    with clock.stopped_at(EVENING):
        for number in range(31):
            make_indiening(make_plan(make_regio(f"Streek {number:02}")))
        db.session.commit()
    assert {mail.soort for mail in all_rows(Mail)} == {"ingediend"}
    assert [write_at(MORNING), write_at(MORNING), write_at(MORNING + timedelta(days=1))] == [2, 0, 0]
    assert {mail.aan for mail in overviews()} == {reviewer.email, co.email}
    (mail,) = [one for one in overviews() if one.aan == reviewer.email]
    assert mail.onderwerp == "Overzicht: 31 plannen ingediend"
    assert mail.tekst.count("- Streek ") == 31
    assert mail.tekst.count("http") == 1


def test_what_is_done_already_and_nothing_at_all_are_not_told(app: Flask, reviewer: User) -> None:
    with clock.stopped_at(EVENING):
        picked_up, taken_back = make_plan(make_regio("Een")), make_plan(make_regio("Twee"))
        make_indiening(picked_up)
        contact = make_contact(taken_back.regios[0])
        make_indiening(taken_back, contact)
        reviews.pick_up(picked_up, actor=reviewer.actor)
        submit.withdraw(taken_back, actor=contact.actor)
        db.session.commit()
    assert write_at(MORNING) == 0
    assert overviews() == []


def test_it_waits_for_the_morning_and_tells_each_plan_once(app: Flask, reviewer: User) -> None:
    with clock.stopped_at(EVENING):
        make_indiening(make_plan(make_regio("Een")))
        db.session.commit()
    # Half past six in Amsterdam.
    assert write_at(MORNING.replace(hour=5, minute=30)) == 0
    assert write_at(MORNING) == 1
    with clock.stopped_at(MORNING + timedelta(hours=2)):
        plan = make_plan(make_regio("Twee"))
        reading_along.ask(plan, ["acties"], notitie="", actor=make_contact(plan.regios[0]).actor)
        db.session.commit()
    assert write_at(MORNING + timedelta(hours=3)) == 0
    assert write_at(MORNING + timedelta(days=1)) == 1
    newest = overviews()[-1]
    assert newest.onderwerp == "Overzicht: 1 mee te lezen"
    assert ("- Twee" in newest.tekst, "- Een" in newest.tekst) == (True, False)


def test_each_choice_gets_what_it_says(app: Flask) -> None:
    people = {keuze: make_user(Rol.BEOORDELAAR, mailkeuze=keuze) for keuze in MailKeuze}
    with clock.stopped_at(EVENING):
        plan = make_plan(make_regio("Een"))
        contact = make_contact(plan.regios[0])
        reading_along.ask(plan, ["acties"], notitie="", actor=contact.actor)
        make_indiening(plan, contact)
        db.session.commit()
    write_at(MORNING)
    got = {keuze: {mail.soort for mail in all_rows(Mail) if mail.aan == one.email} for keuze, one in people.items()}
    assert got == {
        MailKeuze.DIRECT: {"meelezen", "nieuw_ingediend"},
        MailKeuze.DAGELIJKS: {"overzicht"},
        MailKeuze.GEVRAAGD: {"meelezen"},
    }


def test_a_contact_who_wants_only_what_is_asked_is_spared_the_news(app: Flask) -> None:
    plan = make_plan(make_regio("Een"))
    kim, lou = make_contact(plan.regios[0]), make_contact(plan.regios[0])
    kim.mailkeuze = MailKeuze.GEVRAAGD
    make_indiening(plan, lou)
    db.session.flush()
    assert [(mail.soort, mail.aan) for mail in all_rows(Mail)] == [("ingediend", lou.email)]


def test_two_machines_write_one_overview(app: Flask, reviewer: User) -> None:
    with clock.stopped_at(EVENING):
        make_indiening(make_plan(make_regio("Een")))
        db.session.commit()
    assert sum(at_once(app, lambda number: write_at(MORNING))) == 1


def test_who_does_not_review_has_no_overview_and_reviewers_start_with_one(app: Flask, reviewer: User) -> None:
    contact = make_contact(make_regio())
    assert (reviewer.mail_keuze, contact.mail_keuze) == (MailKeuze.DAGELIJKS, MailKeuze.DIRECT)
    contact.mailkeuze = MailKeuze.DAGELIJKS
    assert contact.mail_keuze is MailKeuze.DIRECT
