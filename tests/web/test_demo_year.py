"""The demo world in the middle of a round: what each person finds there is believable, and counts as the story says."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from forms.dutch.dates import in_amsterdam
from portal import create_app
from portal.demo import world
from portal.demo.people import MAIN_ACCOUNTS
from portal.demo.quarters import Quarter, quarter_of
from portal.demo.stages import Days, Stage
from portal.domain.mail import MailStatus
from portal.domain.plan.states import VersieStatus
from portal.domain.review.remarks import Zicht
from portal.domain.round.states import BladStatus, UitvraagStatus
from portal.extensions import db
from portal.models import (
    Antwoordblad,
    BladIndiening,
    BladRegel,
    Event,
    Mail,
    Opmerking,
    Plan,
    RegelSoort,
    Terugkoppeling,
    Uitvraag,
    UitvraagEvent,
    VerwachtingAntwoord,
)
from portal.services import overview
from tests.databases import TEST_CONFIG, close, settings_on
from tests.worlds.rows import all_rows
from tests.worlds.year import VANDAAG, year_of_all

JOINT = "Amstelland en De Meerlanden en Zuid-Holland Noord"


@pytest.fixture
def year_on_sqlite(tmp_path: Path) -> Iterator[Flask]:
    """An app on a copy of the world in which the browser tests look around: it was made by the same function."""
    app = create_app(settings_on(f"sqlite:///{shutil.copy(year_of_all(), tmp_path / 'year.sqlite3')}"), **TEST_CONFIG)
    with app.app_context():
        yield app
        db.session.rollback()
    close(app)


def regions_that_answered(uitvraag: Uitvraag) -> int:
    """How many regions have an answer that counts."""
    return sum(len(blad.blad_regios) for blad in uitvraag.bladen if blad.indiening_nummer)


def test_a_year_later_a_round_is_open_and_two_are_finished(year_on_sqlite: Flask) -> None:
    assert_believable(year_on_sqlite)


@pytest.mark.parametrize("app", ["postgresql"], indirect=True)
def test_a_year_is_the_same_on_postgresql(app: Flask) -> None:
    world.make_world(Stage.KWARTAAL, VANDAAG)
    db.session.commit()
    assert_believable(app)


def assert_believable(app: Flask) -> None:
    """Everything in this world is as the story says."""
    rounds = list(db.session.scalars(select(Uitvraag).order_by(Uitvraag.periode_van)))
    assert [one.naam for one in rounds] == [f"Kwartaaluitvraag Q{number} 2024" for number in (1, 2, 3)]
    assert [one.status for one in rounds] == [UitvraagStatus.AFGEROND, UitvraagStatus.AFGEROND, UitvraagStatus.OPEN]
    assert twenty_nine_of_31_answered(rounds)
    assert twenty_two_of_31_have_a_fixed_structure()
    assert plans_are_in_every_state()
    assert regions_say_different_things(rounds[2])
    assert nothing_lies_ahead()
    assert accounts_say_what_there_is_to_do(app)


def twenty_nine_of_31_answered(rounds: list[Uitvraag]) -> bool:
    """True when the joint plan is the one that must still answer the open round, and the finished ones were told."""
    assert [regions_that_answered(one) for one in rounds] == [27, 29, 29]
    assert {sum(len(blad.blad_regios) for blad in one.bladen) for one in rounds} == {31}
    assert [blad.naam for blad in rounds[2].bladen if not blad.indiening_nummer] == [JOINT]
    assert [blad.naam for blad in rounds[2].bladen if blad.status is BladStatus.HEROPEND] == ["Waardenland"]
    assert sum(blad.niet_gevraagd for blad in all_rows(Antwoordblad)) == 1
    told = {one.blad_id for one in all_rows(Terugkoppeling)}
    return told == {blad.id for one in rounds[:2] for blad in one.bladen}


def twenty_two_of_31_have_a_fixed_structure() -> bool:
    """True when the overview counts so, and one region answers without a plan in force."""
    seen = overview.plans_overview()
    fixed = ("Nieuwe vaste structuur", "Aangesloten bij bestaande structuur")
    assert [line.regio for line in seen.niet_ingediend] == ["Haaglanden"]
    assert {blad.naam for blad in all_rows(Antwoordblad) if blad.plan_indiening_id is None} == {"Haaglanden"}
    return sum(line.projectstructuur in fixed for line in seen.lines) == 22


def plans_are_in_every_state() -> bool:
    """True when reviewers and regions each find something to do, with remarks of every kind."""
    made = all_rows(Plan)
    assert Counter(plan.versies[0].status for plan in made) == {VersieStatus.CONCEPT: 1, VersieStatus.VASTGESTELD: 29}
    assert Counter(plan.status for plan in made if len(plan.versies) == 2) == {
        VersieStatus.CONCEPT: 1,
        VersieStatus.INGEDIEND: 1,
        VersieStatus.IN_BEHANDELING: 1,
        VersieStatus.TERUGGESTUURD: 2,
    }
    assert [plan.naam for plan in made if plan.facts.asks_meelezen] == ["Twente"]
    return {one.zicht for one in all_rows(Opmerking)} == set(Zicht)


def regions_say_different_things(latest: Uitvraag) -> bool:
    """True when no two regions report the same, much stays as it was and says so, and most wishes got an answer."""
    newest = [one for one in all_rows(BladIndiening) if one.blad.uitvraag_id == latest.id]
    lists = [str(one.snapshot["regels"]["successen"]) for one in newest]
    assert len(set(lists)) == len(lists) == 29
    names = Counter(line["gelijk_aan"] for one in newest for line in one.snapshot["voortgang"].values())
    assert names["Kwartaaluitvraag Q2 2024"] > 100
    assert set(names) <= {"", "Kwartaaluitvraag Q1 2024", "Kwartaaluitvraag Q2 2024"}
    expected = [one for one in all_rows(BladRegel) if one.soort is RegelSoort.VERWACHTING]
    return 20 < len(all_rows(VerwachtingAntwoord)) < len(expected)


def nothing_lies_ahead() -> bool:
    """True when everything happened before the day on which somebody looks, and no mail went out."""
    moments = [event.op for event in (*all_rows(Event), *all_rows(UitvraagEvent))]
    assert max(in_amsterdam(moment).date() for moment in moments) < VANDAAG
    return all(one.status is MailStatus.BEWAARD for one in all_rows(Mail))


def accounts_say_what_there_is_to_do(app: Flask) -> bool:
    """True when the command tells what each account finds in a round."""
    printed = app.test_cli_runner().invoke(args=["demo-accounts"]).output
    told = [one.in_een_ronde for one in MAIN_ACCOUNTS if one.in_een_ronde]
    return len(told) == 4 and all(text in printed for text in told)


@pytest.mark.parametrize("day", ["2024-01-01", "2024-02-29", "2024-03-31", "2024-10-27", "2024-12-31", "2025-01-24"])
def test_on_every_day_of_the_year_the_rounds_ask_about_three_quarters_in_a_row(day: str) -> None:
    rounds = Days(Stage.KWARTAAL, date.fromisoformat(day)).rounds

    quarters = [one.quarter for one in rounds]
    assert quarters == [quarters[0], quarters[0].after, quarters[0].after.after]
    for earlier, later in pairwise(rounds):
        assert earlier.opent_op < earlier.deadline < later.opent_op
        assert earlier.quarter.last_day < earlier.opent_op


def test_a_quarter_knows_its_days() -> None:
    assert quarter_of(date(2024, 3, 31)) == Quarter(2024, 1)
    assert (Quarter(2024, 4).after, Quarter(2024, 1).before) == (Quarter(2025, 1), Quarter(2023, 4))
    assert Quarter(2024, 1).last_day == date(2024, 3, 31)
