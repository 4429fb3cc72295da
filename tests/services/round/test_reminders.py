"""Reminders of a round: before and after the deadline of each sheet, each once, until the answer is there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.roles import Namens, Rol
from portal.domain.round.states import BladStatus, UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, Mail, Uitvraag
from portal.services.round.reminders import remind_about_rounds
from portal.services.sheet import decisions
from tests.worlds.people import give_role, make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_plan
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
OPENED, DEADLINE = date(2024, 4, 1), date(2024, 4, 30)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def remind_at(moment: datetime) -> int:
    """Run the reminders at a moment."""
    with clock.stopped_at(moment):
        new = remind_about_rounds()
        db.session.commit()
    return new


def remind_on(day: date) -> int:
    return remind_at(noon(day))


def season(first: date, last: date, deadline: date) -> dict[int, int]:
    """How many reminders went out on which day, counted from the deadline."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return {(day - deadline).days: new for day in days if (new := remind_on(day))}


def a_round(opened: date = OPENED, deadline: date = DEADLINE) -> Uitvraag:
    return make_uitvraag(naam="Uitvraag Q1", opent_op=opened, deadline=deadline)


def a_sheet(uitvraag: Uitvraag, naam: str = "Proefstreek") -> Antwoordblad:
    """A region with a contact on each side, a lezer, and its sheet."""
    regio = make_regio(naam)
    for side in Namens:
        make_contact(regio, side)
    make_regiolezer(regio)
    return make_blad(uitvraag, regio)


def test_a_whole_season(app: Flask) -> None:
    a_sheet(a_round())
    assert season(date(2024, 3, 20), date(2024, 6, 1), DEADLINE) == {-7: 2, -1: 2, 1: 2, 7: 2}
    subjects = [mail.onderwerp for mail in all_rows(Mail)]
    assert subjects[::2] == [
        "Uitvraag Q1, nog 7 dagen: Proefstreek",
        "Uitvraag Q1, morgen: Proefstreek",
        "Uitvraag Q1, de deadline is voorbij: Proefstreek",
        "Uitvraag Q1, de deadline is voorbij: Proefstreek",
    ]
    assert "De deadline is dinsdag 30 april 2024 (nog 7 dagen)." in all_rows(Mail)[0].tekst


def test_the_days_are_those_of_the_round(app: Flask) -> None:
    uitvraag = a_round()
    a_sheet(uitvraag)
    uitvraag.herinner_dagen = [3, 0]
    assert season(date(2024, 4, 1), date(2024, 5, 20), DEADLINE) == {-3: 2, 0: 2}
    uitvraag.herinner_dagen = []
    assert season(date(2024, 4, 1), date(2024, 5, 20), DEADLINE) == {}


def test_however_often_the_sender_runs_each_goes_out_once(app: Flask) -> None:
    a_sheet(a_round())
    week_before = DEADLINE - timedelta(days=7)
    assert [remind_on(week_before) for _ in range(3)] == [2, 0, 0]
    assert remind_on(week_before + timedelta(days=1)) == 0


def test_a_sender_that_died_half_way_goes_on_where_it_was(app: Flask) -> None:
    blad = a_sheet(a_round(), "Een")
    first = make_contact(blad.regios[0])
    db.session.commit()
    with clock.stopped_at(noon(DEADLINE - timedelta(days=7))):
        remind_about_rounds()
        db.session.rollback()
    assert all_rows(Mail) == []
    assert remind_on(DEADLINE - timedelta(days=7)) == 3
    # Somebody whose mail got lost gets it; the others do not get it again.
    (gone,) = [mail for mail in all_rows(Mail) if mail.aan == first.email]
    db.session.delete(gone)
    assert remind_on(DEADLINE - timedelta(days=7)) == 1


def test_a_sender_that_was_away_sends_the_newest_only(app: Flask) -> None:
    a_sheet(a_round())
    assert remind_on(DEADLINE + timedelta(days=2)) == 2
    assert {mail.onderwerp for mail in all_rows(Mail)} == {"Uitvraag Q1, de deadline is voorbij: Proefstreek"}
    assert remind_on(DEADLINE + timedelta(days=5)) == 0


def test_who_answered_is_left_in_peace(app: Flask) -> None:
    uitvraag = a_round()
    blad = a_sheet(uitvraag)
    assert remind_on(DEADLINE - timedelta(days=7)) == 2
    blad.indiening_nummer, blad.status = 1, BladStatus.INGEDIEND
    db.session.commit()
    assert season(DEADLINE - timedelta(days=6), DEADLINE + timedelta(days=30), DEADLINE) == {}


def test_who_corrects_is_reminded_to_hand_in_again_from_the_next_day_on(app: Flask) -> None:
    uitvraag = a_round()
    blad = a_sheet(uitvraag)
    blad.indiening_nummer, blad.status = 1, BladStatus.HEROPEND
    blad.status_sinds = noon(DEADLINE - timedelta(days=1))
    db.session.commit()
    assert season(OPENED, DEADLINE + timedelta(days=30), DEADLINE) == {1: 2, 7: 2}
    mail = all_rows(Mail)[0]
    assert mail.onderwerp == "Uitvraag Q1, de deadline is voorbij: Proefstreek"
    assert "hebt ze nog niet opnieuw ingediend. Wat u eerder indiende, telt" in mail.tekst


def test_a_sheet_reopened_by_name_is_reminded_of_its_own_day(app: Flask) -> None:
    uitvraag = a_round()
    blad = a_sheet(uitvraag)
    uitvraag.status = UitvraagStatus.GESLOTEN
    until, co = date(2024, 6, 10), make_user(Rol.COORDINATOR).actor
    with clock.stopped_at(noon(date(2024, 6, 3))):
        decisions.reopen_sheet(blad, until, "Nog even.", actor=co)
        db.session.commit()
    assert season(date(2024, 6, 3), date(2024, 7, 1), until) == {-1: 2}
    assert "De deadline is maandag 10 juni 2024 (morgen)." in all_rows(Mail)[-1].tekst


def test_who_is_not_asked_is_never_reminded(app: Flask) -> None:
    a_sheet(a_round()).niet_gevraagd = True
    db.session.commit()
    assert season(OPENED, DEADLINE + timedelta(days=30), DEADLINE) == {}


@pytest.mark.parametrize("status", [UitvraagStatus.GEPLAND, UitvraagStatus.GESLOTEN, UitvraagStatus.AFGEROND])
def test_only_an_open_round_reminds(app: Flask, status: UitvraagStatus) -> None:
    uitvraag = a_round()
    blad = a_sheet(uitvraag)
    uitvraag.status, blad.heropend_tot = status, date(2024, 12, 31)
    db.session.commit()
    assert season(OPENED, DEADLINE + timedelta(days=30), DEADLINE) == {}


def test_with_an_extension_the_days_count_from_there(app: Flask) -> None:
    uitvraag = a_round()
    blad, _ = a_sheet(uitvraag, "Een"), a_sheet(uitvraag, "Twee")
    co = make_user(Rol.COORDINATOR).actor
    assert remind_on(DEADLINE - timedelta(days=7)) == 4
    with clock.stopped_at(noon(DEADLINE - timedelta(days=5))):
        decisions.grant_extension(blad, DEADLINE + timedelta(days=14), actor=co)
        db.session.commit()
    found = season(DEADLINE - timedelta(days=4), DEADLINE + timedelta(days=30), DEADLINE)
    assert found == {-1: 2, 1: 2, 7: 2 + 2, 13: 2, 15: 2, 21: 2}


def test_on_the_day_it_opens_nobody_gets_a_reminder_too(app: Flask) -> None:
    uitvraag = a_round(opened=DEADLINE - timedelta(days=7))
    a_sheet(uitvraag)
    assert season(uitvraag.opent_op, DEADLINE, DEADLINE) == {-1: 2}


def test_somebody_of_a_joint_plan_gets_one_mail(app: Flask) -> None:
    een, twee = make_regio("Een"), make_regio("Twee")
    kim = make_contact(een)
    give_role(kim, Rol.REGIOCONTACT, twee, Namens.ZORGKANTOOR)
    make_blad(a_round(), plan=make_plan(een, twee))
    assert remind_on(DEADLINE - timedelta(days=7)) == 1
    assert all_rows(Mail)[0].onderwerp == "Uitvraag Q1, nog 7 dagen: Een en Twee"


@pytest.mark.parametrize(
    ("deadline", "moment", "words"),
    [
        # The year turns between the reminder and the deadline, and between the deadline and the reminder.
        (date(2025, 1, 1), datetime(2024, 12, 31, 23, 59, tzinfo=AMSTERDAM), "morgen"),
        (date(2024, 12, 31), datetime(2025, 1, 1, 0, 1, tzinfo=AMSTERDAM), "de deadline is voorbij"),
        (date(2024, 12, 31), datetime(2024, 12, 30, 0, 1, tzinfo=AMSTERDAM), "morgen"),
        # The nights on which the clock goes forward and back, at half past twelve and half past two, twice.
        (date(2024, 4, 1), datetime(2024, 3, 31, 0, 30, tzinfo=AMSTERDAM), "morgen"),
        (date(2024, 3, 30), datetime(2024, 3, 31, 3, 30, tzinfo=AMSTERDAM), "de deadline is voorbij"),
        (date(2024, 10, 28), datetime(2024, 10, 27, 2, 30, fold=0, tzinfo=AMSTERDAM), "morgen"),
        (date(2024, 10, 28), datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=AMSTERDAM), "morgen"),
        (date(2024, 10, 26), datetime(2024, 10, 27, 0, 5, tzinfo=AMSTERDAM), "de deadline is voorbij"),
        # A leap day is a day.
        (date(2024, 3, 1), datetime(2024, 2, 29, 12, tzinfo=AMSTERDAM), "morgen"),
    ],
)
def test_a_day_is_a_day_in_amsterdam(app: Flask, deadline: date, moment: datetime, words: str) -> None:
    a_sheet(a_round(deadline - timedelta(days=60), deadline))
    assert remind_at(moment) == 2
    assert {mail.onderwerp for mail in all_rows(Mail)} == {f"Uitvraag Q1, {words}: Proefstreek"}


@pytest.mark.parametrize("night", [date(2024, 3, 31), date(2024, 10, 27)], ids=["forward", "back"])
def test_a_night_of_23_or_25_hours_reminds_once(app: Flask, night: date) -> None:
    a_sheet(a_round(night - timedelta(days=60), night + timedelta(days=1)))
    start = datetime(night.year, night.month, night.day, tzinfo=AMSTERDAM).astimezone(UTC) - timedelta(hours=1)
    assert [remind_at(start + timedelta(hours=hour)) for hour in range(26)].count(2) == 1
    assert len(all_rows(Mail)) == 2
