"""Where the goals stand, on the screen: a form per goal, how it was read, and who was first."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import BladHistorie, Doelstand
from portal.services.sheet.goals import GoalValues
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.goals import GoalWorld, make_goal_world
from tests.worlds.people import make_user
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in, make_sheet_ready


@pytest.fixture
def world(app: Flask) -> GoalWorld:
    world = make_goal_world()
    db.session.commit()
    return world


def question(client: StrictClient, world: GoalWorld) -> Page:
    return client.get(f"/antwoordbladen/{world.blad.id}/vraag/doelcijfers")


def address(world: GoalWorld, rest: str = "") -> str:
    return f"/antwoordbladen/{world.blad.id}/doelen/{world.ids[0]}{rest}"


def card(page: Page, world: GoalWorld) -> str:
    return words(page.one(f"//li[@id='doel-{world.ids[0]}']"))


def send(client: StrictClient, world: GoalWorld, status: int = 302, **typed: str) -> Page:
    """Fill in the form of the first goal on the page that was opened, and send it."""
    assert client.page is not None
    (seen,) = client.page.tree.xpath(f"//form[@action='{address(world)}']/input[@name='revisie']/@value")
    data = {"waarde": "", "peildatum": "", "toelichting": "", "revisie": seen, **typed}
    page = client.post(address(world), data, status)
    return client.follow() if status == 302 else page


def test_the_page_shows_the_plan_and_last_time_and_is_empty(client: StrictClient, world: GoalWorld) -> None:
    page = question(client.sign_in(world.anna), world)
    told = card(page, world)
    assert "Gepland: van 300 (1-1-2024) naar 200 (10-4-2024) · cliënten" in told
    assert "Q4 2023 290 cliënten (20-1-2024)" in told
    assert "Gepland voor die dag: 281." in told
    assert page.one(f"//input[@id='doel-{world.ids[0]}-waarde']").get("value") == ""
    assert "Van 0 van de 2 doelen is iets ingevuld" in page.text
    assert "In het plan staat hier geen getal bij." in page.text


def test_a_value_is_read_and_laid_beside_the_plan(client: StrictClient, world: GoalWorld) -> None:
    question(client.sign_in(world.anna), world)
    told = card(send(client, world, waarde="ca. 270", peildatum="20-2-2024", toelichting="Voorlopig."), world)
    assert "ca. 270 cliënten (20-2-2024)" in told
    assert "Gelezen als ongeveer 270, op 20 februari 2024. Gepland voor die dag: 250." in told
    assert "Achter op schema (lager is beter)" in told


def test_what_is_wrong_is_told_and_what_was_typed_stays(client: StrictClient, world: GoalWorld) -> None:
    question(client.sign_in(world.anna), world)
    page = send(client, world, 422, weet_niet="y", peildatum="Q1")
    assert page.errors == ["Schrijf in een zin waarom u dit niet weet."]
    assert page.one(f"//input[@id='doel-{world.ids[0]}-peildatum']").get("value") == "Q1"
    told = card(send(client, world, weet_niet="y", toelichting="De cijfers komen in mei."), world)
    assert "Weten wij niet De cijfers komen in mei." in told


def test_what_a_colleague_said_stands_beside_what_was_typed(client: StrictClient, world: GoalWorld) -> None:
    question(client.sign_in(world.anna), world)
    world.say(0, GoalValues("260"))
    db.session.commit()
    page = send(client, world, 409, waarde="240")
    assert "Waarde nu Nu opgeslagen[toegevoegd: 260] U typte[toegevoegd: 240]" in card(page, world)
    assert "240 cliënten" in card(send(client, world, waarde="240"), world)
    page = client.get(address(world, "/eerder"))
    assert "260" in page.text
    (back,) = page.find("//form[contains(@action, '/eerder/')]")
    client.post(back.get("action") or "", {"revisie": "2"})
    assert [row.waarde for row in all_rows(Doelstand)][-1] == "260"
    assert len(all_rows(BladHistorie)) == 2


def test_a_sheet_that_was_handed_in_keeps_what_was_typed_on_the_page(client: StrictClient, world: GoalWorld) -> None:
    question(client.sign_in(world.anna), world)
    hand_in(make_sheet_ready(world.blad, world.anna), world.anna)
    db.session.commit()
    page = send(client, world, 409, waarde="240", toelichting="Mijn woorden.")
    assert "Mijn woorden." in page.text


def test_a_reviewer_reads_it_as_it_was_handed_in(client: StrictClient, world: GoalWorld) -> None:
    world.say(0, GoalValues("270", "20-2-2024"))
    hand_in(make_sheet_ready(world.blad, world.anna), world.anna)
    db.session.commit()
    client.sign_in(make_user(Rol.COORDINATOR))
    page = client.get(f"/antwoordbladen/{world.blad.id}/lezen", None)
    page = client.follow() if page.status == 302 else page
    assert "Gepland voor die dag: 250. Achter op schema" in page.text
    page = client.get(f"/verloop/regio/{world.plan.regios[0].id}")
    assert "270 (20-2-2024)Gelezen als 270, op 20 februari 2024Achter op schema" in page.text
    (drawing,) = page.find("//figure/*[@role='img']/@aria-label")
    assert drawing.endswith("Werkelijk: 290 op 20 januari 2024; 270 op 20 februari 2024.")
