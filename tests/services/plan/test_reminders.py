"""Reminders that go out by themselves, each once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from flask import Flask

from portal.domain import clock
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Mail, Plan, User
from portal.services.plan import plans
from portal.services.plan.reminders import remind_about_deadlines
from tests.worlds.people import give_role, make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.review import make_returned
from tests.worlds.rows import all_rows

DEADLINE = date(2023, 12, 31)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def remind_on(day: date) -> int:
    """Run the reminders on a day."""
    with clock.stopped_at(noon(day)):
        new = remind_about_deadlines()
        db.session.commit()
    return new


def a_plan_with_two_contacts() -> tuple[Plan, User, User]:
    with clock.stopped_at(noon(date(2023, 11, 1))):
        regio = make_regio("Proefstreek")
        one, other = make_contact(regio, Namens.GEMEENTE), make_contact(regio, Namens.ZORGKANTOOR)
        make_regiolezer(regio)
        make_contact(make_regio())
        return make_plan(regio, deadline=DEADLINE), one, other


def test_both_contacts_get_one_mail_however_often_it_runs(app: Flask) -> None:
    _, one, other = a_plan_with_two_contacts()
    week_before = DEADLINE - timedelta(days=7)
    assert [remind_on(week_before), remind_on(week_before), remind_on(week_before + timedelta(days=1))] == [2, 0, 0]
    mails = all_rows(Mail)
    assert {mail.aan for mail in mails} == {one.email, other.email}
    assert {mail.onderwerp for mail in mails} == {"Uw plan van aanpak, nog 7 dagen: Proefstreek"}
    assert "zondag 31 december 2023 (nog 7 dagen)" in mails[0].tekst


def test_a_whole_season_of_reminders(app: Flask) -> None:
    a_plan_with_two_contacts()
    days = [DEADLINE + timedelta(days=offset) for offset in range(-30, 31)]
    sent = {(day - DEADLINE).days: new for day in days if (new := remind_on(day))}
    assert sent == {-14: 2, -7: 2, -1: 2, 1: 2, 7: 2}


def test_after_the_deadline_the_mail_says_so(app: Flask) -> None:
    a_plan_with_two_contacts()
    remind_on(DEADLINE + timedelta(days=1))
    assert {mail.onderwerp for mail in all_rows(Mail)} == {"De deadline van uw plan is voorbij: Proefstreek"}


def test_a_submitted_plan_is_left_in_peace(app: Flask) -> None:
    plan, one, _ = a_plan_with_two_contacts()
    with clock.stopped_at(noon(date(2023, 12, 1))):
        make_indiening(plan, one)
        db.session.commit()
    before = len(all_rows(Mail))
    assert remind_on(DEADLINE - timedelta(days=7)) == 0
    assert len(all_rows(Mail)) == before


def test_an_extended_deadline_starts_anew(app: Flask) -> None:
    plan, *_ = a_plan_with_two_contacts()
    remind_on(DEADLINE - timedelta(days=7))
    with clock.stopped_at(noon(DEADLINE - timedelta(days=6))):
        plans.set_deadline(plan, deadline=date(2024, 1, 31), actor=make_user(Rol.COORDINATOR).actor)
        db.session.commit()
    assert remind_on(DEADLINE - timedelta(days=1)) == 0
    assert remind_on(date(2024, 1, 24)) == 2


def test_a_plan_that_came_back_has_a_day_of_its_own(app: Flask) -> None:
    plan, one, _ = a_plan_with_two_contacts()
    with clock.stopped_at(noon(date(2024, 1, 10))):
        make_returned(plan, contact=one, terug_voor=date(2024, 1, 24))
        db.session.commit()
    days = [date(2024, 1, 10) + timedelta(days=number) for number in range(30)]
    # Not on the day that it came back, though that is fourteen days before.
    assert {(day - date(2024, 1, 24)).days: new for day in days if (new := remind_on(day))} == {
        -7: 2,
        -1: 2,
        1: 2,
        7: 2,
    }
    reminders = [mail for mail in all_rows(Mail) if mail.soort == "herinnering"]
    assert "Wij vroegen u het plan van aanpak van Proefstreek aan te passen." in reminders[0].tekst
    assert "De deadline is woensdag 24 januari 2024 (nog 7 dagen)." in reminders[0].tekst


def test_without_a_day_a_plan_that_came_back_late_is_not_reminded(app: Flask) -> None:
    plan, one, _ = a_plan_with_two_contacts()
    with clock.stopped_at(noon(date(2024, 1, 10))):
        make_returned(plan, contact=one)
        db.session.commit()
    assert [remind_on(date(2024, 1, day)) for day in range(11, 31)] == [0] * 20


def test_another_deadline_is_also_that_of_what_came_back(app: Flask) -> None:
    plan, one, _ = a_plan_with_two_contacts()
    with clock.stopped_at(noon(date(2024, 1, 10))):
        make_returned(plan, contact=one, terug_voor=date(2024, 1, 24))
        plans.set_deadline(plan, deadline=date(2024, 2, 14), actor=make_user(Rol.COORDINATOR).actor)
        db.session.commit()
    assert (remind_on(date(2024, 1, 23)), remind_on(date(2024, 2, 13))) == (0, 2)


def test_somebody_of_two_regions_of_a_joint_plan_gets_one_mail(app: Flask) -> None:
    with clock.stopped_at(noon(date(2023, 11, 1))):
        een, twee = make_regio(), make_regio()
        kim = make_contact(een)
        give_role(kim, Rol.REGIOCONTACT, twee, Namens.GEMEENTE)
        make_plan(een, twee, deadline=DEADLINE)
    assert remind_on(DEADLINE - timedelta(days=7)) == 1


def test_an_account_that_is_off_gets_no_mail(app: Flask) -> None:
    _, one, _ = a_plan_with_two_contacts()
    one.active = False
    assert remind_on(DEADLINE - timedelta(days=7)) == 1


def test_the_command_says_how_many(app: Flask) -> None:
    a_plan_with_two_contacts()
    with clock.stopped_at(noon(DEADLINE - timedelta(days=7))):
        result = app.test_cli_runner().invoke(args=["herinneringen"])
    assert result.output == "2 herinneringen klaargezet.\n"
