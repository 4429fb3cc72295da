"""A small number of clients in the figures of a goal: who reads it, and who reads that it is small."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from forms.spec import Kind
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Doelstelling, Plan, User
from portal.services.plan import rows
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.goals import FALLING, make_plan_with_goals
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_plan

SMALL = {**FALLING, "nulwaarde": "ca. 30", "streefwaarde": "3"}


PLACES = {**SMALL, "indicator": "Plekken", "eenheid": "plekken"}


@pytest.fixture
def plan(client: StrictClient) -> Plan:
    return make_plan_with_goals(goals_of=(SMALL,))


def read_by(client: StrictClient, plan: Plan, user: User) -> str:
    client.sign_in(user)
    client.get(f"/plannen/{plan.id}/lezen", 302)
    assert client.response is not None
    page = client.get(str(client.response.location))
    return words(page.find("//main")[0])


@pytest.mark.parametrize("rol", [Rol.LEZER, Rol.REGIOCONTACT])
def test_others_read_that_it_is_small(client: StrictClient, plan: Plan, rol: Rol) -> None:
    other = make_contact(make_regio("Elders")) if rol is Rol.REGIOCONTACT else make_user(rol)
    told = read_by(client, plan, other)
    assert "Streefwaarde: <5 ·" in told
    assert "Nulwaarde: ca. 30" in told


@pytest.mark.parametrize("rol", [Rol.BEOORDELAAR, Rol.COORDINATOR, Rol.REGIOCONTACT])
def test_the_plans_own_people_and_reviewers_read_it(client: StrictClient, plan: Plan, rol: Rol) -> None:
    reader = make_contact(plan.regios[0]) if rol is Rol.REGIOCONTACT else make_user(rol)
    assert "Streefwaarde: 3 cliënten" in read_by(client, plan, reader)


def test_a_region_says_that_its_places_are_clients(client: StrictClient) -> None:
    plan = make_plan_with_goals(goals_of=(PLACES, {**PLACES, "telt_clienten": "ja"}, {**SMALL, "telt_clienten": "nee"}))
    told = read_by(client, plan, make_user(Rol.LEZER))
    assert [part.split(" ·")[0] for part in told.split("Streefwaarde: ")[1:]] == ["3 plekken", "<5", "3 cliënten"]


@pytest.mark.parametrize(("now", "told"), [("ja", "<5"), ("weet_niet", "<5"), ("nee", "3 plekken"), ("", "3 plekken")])
def test_what_a_region_says_now_counts_for_what_it_handed_in(client: StrictClient, now: str, told: str) -> None:
    plan = make_plan_with_goals(goals_of=(PLACES,))
    assert "Streefwaarde: 3 plekken" in read_by(client, plan, make_user(Rol.LEZER))
    db.session.execute(update(Doelstelling).values(telt_clienten=now))
    db.session.commit()
    assert f"Streefwaarde: {told} ·" in read_by(client, plan, make_user(Rol.LEZER))


def test_a_small_number_in_the_words_of_a_goal_is_told_to_who_types_it(client: StrictClient) -> None:
    plan = make_plan(make_regio())
    anna = make_contact(plan.regios[0])
    goal = {"tekst": "De instroom daalt van 6 naar 4 cliënten.", "eenheid": "cliënten"}
    rows.add_row(plan, Kind.DOELSTELLINGEN, goal, actor=anna.actor)
    db.session.commit()
    client.sign_in(anna)
    page = client.get(f"/plannen/{plan.id}/onderdeel/doelstellingen")
    (warning,) = page.find("//li//*[contains(@class, 'rp-alert')]")
    assert words(warning).startswith("Informatie: In de tekst van dit doel staat een klein aantal cliënten (4).")
