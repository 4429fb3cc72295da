"""The demo world: believable, complete, invented, and the same every time."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from exports.report import PlansOverview
from forms.cleaning import clean_text
from forms.dutch.dates import in_amsterdam
from portal.demo import world
from portal.demo.people import MAIN_ACCOUNTS, WACHTWOORD
from portal.demo.stages import Stage
from portal.demo.story import VERHALEN
from portal.domain.mail import MailStatus
from portal.domain.people import passwords
from portal.domain.plan.completeness import plan_state
from portal.domain.plan.states import VersieStatus
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import (
    Actie,
    Answer,
    Bijlage,
    Event,
    Gemeente,
    Lidmaatschap,
    Mail,
    Plan,
    Regio,
    User,
    tables_to_empty,
)
from portal.services import overview
from portal.services.people.accounts import find_account
from portal.services.plan import content, pen
from tests.worlds.people import make_regio
from tests.worlds.rows import all_rows

VANDAAG = date(2023, 12, 19)
# `test_demo_year.py` goes through the same stages on both databases, on its way to the quarter.
a_stage_of_the_year = pytest.mark.parametrize("app", ["sqlite"], indirect=True)
# What may differ between two worlds: what only serves to sign in.
SECRETS = {
    "account": {"password", "fs_uniquifier"},
    "instroom_stand": {"merk"},
    "instroom_import": {"merk_in", "merk_uit"},
}


def make(stage: Stage, vandaag: date = VANDAAG) -> None:
    """Make the world of this stage, as the command does."""
    world.make_world(stage, vandaag)
    db.session.commit()


def count(model: type[Any]) -> int:
    """How many rows a table has."""
    return db.session.scalars(select(func.count()).select_from(model)).one()


def national() -> PlansOverview:
    """The overview as the national roles see it."""
    return overview.plans_overview()


def dump() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, but for what chance makes."""
    return {
        table.name: sorted(
            (
                {key: value for key, value in row.items() if key not in SECRETS.get(table.name, ())}
                for row in db.session.execute(select(table)).mappings()
            ),
            key=repr,
        )
        for table in tables_to_empty()
    }


def test_before_the_start_there_are_regions_and_people_and_no_plans(app: Flask) -> None:
    make(Stage.LEEG)

    assert (count(Regio), count(Gemeente), count(Plan), count(Event)) == (31, 342, 0, 0)
    assert {account.email for account in all_rows(User)} > {one.email for one in MAIN_ACCOUNTS}


@a_stage_of_the_year
def test_twelve_days_before_the_deadline_the_plans_are_in_every_state(app: Flask) -> None:
    make(Stage.CONCEPT)

    made = all_rows(Plan)
    assert (count(Regio), len(made)) == (31, 30)
    assert Counter(plan.status for plan in made) == {
        VersieStatus.CONCEPT: 22,
        VersieStatus.INGEDIEND: 5,
        VersieStatus.IN_BEHANDELING: 1,
        VersieStatus.TERUGGESTUURD: 1,
        VersieStatus.VASTGESTELD: 1,
    }
    assert {plan.deadline for plan in made} == {date(2023, 12, 31)}
    assert [plan.naam for plan in made if len(plan.regios) > 1] == ["Amstelland en De Meerlanden en Zuid-Holland Noord"]
    assert len(national().ingediend) == 8
    assert everything_is_invented()
    assert every_plan_has_words_of_its_own()
    assert nothing_happens_after(VANDAAG)
    assert regions_without(Namens.ZORGKANTOOR) == {"Flevoland", "Midden-IJssel", "Zuid-Hollandse Eilanden"}
    assert regions_without(Namens.GEMEENTE) == set()
    assert open_steps("Twente") == set()
    assert open_steps("Amstelland en De Meerlanden en Zuid-Holland Noord") == {
        "projectstructuur", "randvoorwaarden", "monitoring", "ervaringen",
    }  # fmt: skip
    assert {one.status for one in all_rows(Mail)} == {MailStatus.BEWAARD}


def everything_is_invented() -> bool:
    """True when no address can belong to anybody (RFC 2606) and every attachment says that it is a demo."""
    accounts, mails, files = all_rows(User), all_rows(Mail), all_rows(Bijlage)
    assert [one.email for one in accounts if not one.email.endswith(".example")] == []
    assert [one.aan for one in mails if not one.aan.endswith(".example")] == []
    assert [one.bestandsnaam for one in files if not one.bestandsnaam.endswith("(demo).pdf")] == []
    assert [one.text for one in all_rows(Answer) if "@" in one.text or "{" in one.text] == []
    return len({one.naam for one in accounts}) == len(accounts) > 70 and bool(mails) and len(files) >= 10


def every_plan_has_words_of_its_own() -> bool:
    """True when no two plans say the same, and every text is as the portal would have stored it."""
    for key in ("achtergrond", "huidige_situatie"):
        texts = [one.text for one in all_rows(Answer) if one.question_key == key]
        assert len(set(texts)) == len(texts) > 20
    assert [one.text for one in all_rows(Answer) if one.text != clean_text(one.text)] == []
    actions = Counter(one.plan_id for one in all_rows(Actie) if one.vorm.is_action)
    return 6 <= min(actions.values()) <= max(actions.values()) <= 20


def nothing_happens_after(vandaag: date) -> bool:
    """True when every moment in the story of the plans lies before the day on which somebody looks."""
    return all(in_amsterdam(event.op).date() < vandaag for event in all_rows(Event))


def regions_without(namens: Namens) -> set[str]:
    """The regions that have no contact on this side."""
    present = {one.regio_id for one in all_rows(Lidmaatschap) if one.rol is Rol.REGIOCONTACT and one.namens is namens}
    return {regio.naam for regio in all_rows(Regio) if regio.id not in present}


def open_steps(naam: str) -> set[str]:
    """The parts of the plan with this name that still stand in the way of submitting."""
    (plan,) = (plan for plan in all_rows(Plan) if plan.naam == naam)
    states = plan_state(pen.format_of(plan), content.working_copy(plan))
    return {state.step.key for state in states if not state.is_ready}


@a_stage_of_the_year
def test_after_the_deadline_29_of_31_have_submitted_and_22_have_a_fixed_structure(app: Flask) -> None:
    make(Stage.INGEDIEND)

    seen = national()
    assert [line.regio for line in seen.niet_ingediend] == ["Haaglanden", "Zeeland"]
    assert (len(seen.ingediend), seen.aantal_regios, len({line.plan_naam for line in seen.ingediend})) == (29, 31, 28)
    assert Counter(line.projectstructuur for line in seen.ingediend) == {
        "Nieuwe vaste structuur": 16,
        "Aangesloten bij bestaande structuur": 6,
        "Ad hoc": 5,
        "Geen": 2,
    }
    deadlines = {line.regio: line.deadline for line in seen.lines}
    assert deadlines.pop("Haaglanden") == date(2023, 12, 28)
    assert set(deadlines.values()) == {date(2023, 12, 14)}
    assert nothing_happens_after(VANDAAG)


@a_stage_of_the_year
def test_after_the_review_most_plans_are_vastgesteld(app: Flask) -> None:
    make(Stage.BEOORDEELD)

    assert Counter(plan.status for plan in all_rows(Plan)) == {
        VersieStatus.CONCEPT: 2,
        VersieStatus.INGEDIEND: 2,
        VersieStatus.IN_BEHANDELING: 4,
        VersieStatus.TERUGGESTUURD: 3,
        VersieStatus.VASTGESTELD: 19,
    }
    assert nothing_happens_after(VANDAAG)


@a_stage_of_the_year
def test_the_same_stage_on_the_same_day_is_the_same_world(app: Flask) -> None:
    make(Stage.CONCEPT)
    first = dump()
    make(Stage.LEEG)
    make(Stage.CONCEPT)

    second = dump()
    assert [name for name in first if first[name] != second[name]] == []
    assert sum(map(len, first.values())) > 2000


def test_everybody_signs_in_with_the_one_password_that_is_printed(app: Flask) -> None:
    make(Stage.LEEG)
    told = app.test_cli_runner().invoke(args=["demo-accounts"]).output

    for one in MAIN_ACCOUNTS:
        account = find_account(one.email)
        assert account is not None
        assert account.verify_and_update_password(WACHTWOORD), one.email
        assert passwords.problem(WACHTWOORD, email=account.email, naam=account.naam) is None
        assert f"{one.email} " in told
    assert WACHTWOORD in told


def test_without_a_demo_the_database_stays_as_it_is(app: Flask) -> None:
    make_regio("Proefdal")
    db.session.commit()

    result = app.test_cli_runner().invoke(args=["demo", "--stage", "leeg"])

    assert result.exit_code == 1
    assert result.output.strip().splitlines() == [
        "Error: Dit maakt de hele database leeg en mag alleen in een demo: zet PORTAL_DEMO=1."
    ]
    assert [regio.naam for regio in all_rows(Regio)] == ["Proefdal"]


def test_a_world_that_fails_half_way_leaves_the_former_one(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "DEMO", True)
    make_regio("Proefdal")
    db.session.commit()
    monkeypatch.setattr(world, "VERHALEN", (*VERHALEN[:2], VERHALEN[0]))

    result = app.test_cli_runner().invoke(args=["demo", "--vandaag", "2023-12-19"])

    assert result.exception is not None
    assert [regio.naam for regio in all_rows(Regio)] == ["Proefdal"]


# The stages above are made on SQLite.
@pytest.mark.parametrize("app", ["postgresql"], indirect=True)
def test_the_command_makes_the_world_of_a_day(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "DEMO", True)

    result = app.test_cli_runner().invoke(args=["demo", "--stage", "concept", "--vandaag", "2024-03-01"])

    assert (result.exit_code, result.output) == (0, "De demowereld “concept” is gemaakt.\n")
    assert {plan.deadline for plan in all_rows(Plan)} == {date(2024, 3, 13)}
