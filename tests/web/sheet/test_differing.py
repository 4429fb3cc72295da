"""Question 2 of a joint plan on the screen: one region goes otherwise, and everybody who reads the answers is told."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pytest
from docx import Document
from flask import Flask

from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Antwoordblad, BladHistorie, Plan, User, VoortgangAfwijking
from portal.services.sheet import differing
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.kept import kept
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.round import make_blad
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in, ids_of, make_plan_in_force, make_q1, make_sheet_ready

WHY = "Te weinig aanbieders."


@dataclass
class World:
    """The sheet of a joint plan of Noord and Zuid, on which all actions are "ligt op schema"."""

    plan: Plan
    blad: Antwoordblad
    anna: User

    @property
    def first(self) -> int:
        return ids_of(self.blad)[0]

    def address(self, rest: str = "") -> str:
        regio = self.blad.regios[1]
        return f"/antwoordbladen/{self.blad.id}/acties/{self.first}/regio/{regio.id}{rest}"


@kept
def make_world() -> World:
    plan = make_plan_in_force(make_regio("Noord"), make_regio("Zuid"))
    anna = make_contact(plan.regios[0], naam="Anna Proef")
    blad = make_sheet_ready(make_blad(make_q1(), plan=plan), anna)
    db.session.commit()
    return World(plan, blad, anna)


@pytest.fixture
def world(app: Flask) -> World:
    return make_world()


def say(world: World, status: str | None = "gestopt", *, why: str = WHY, base: int = 0) -> None:
    differing.save_differing(
        world.blad,
        world.first,
        world.blad.regios[1].id,
        status=status,
        toelichting=why,
        base_revision=base,
        actor=world.anna.actor,
    )
    db.session.commit()


def question_2(client: StrictClient, world: World) -> Page:
    return client.get(f"/antwoordbladen/{world.blad.id}/vraag/voortgang")


def card(page: Page, world: World) -> str:
    return words(page.one(f"//li[@id='actie-{world.first}']"))


def press(client: StrictClient, world: World, chosen: str, why: str, status: int = 302) -> Page:
    """Fill in the form of Zuid on the page that was opened, and send it."""
    assert client.page is not None
    (seen,) = client.page.tree.xpath(f"//form[@action='{world.address()}']/input[@name='revisie']/@value")
    data = {"toelichting": why, "revisie": seen} | ({"status": chosen} if chosen else {})
    page = client.post(world.address(), data, status)
    return client.follow() if status == 302 else page


def test_a_region_says_that_it_goes_otherwise_there(client: StrictClient, world: World) -> None:
    question_2(client.sign_in(world.anna), world)
    page = press(client, world, "gestopt", WHY)
    assert page.url.endswith(f"/vraag/voortgang#actie-{world.first}")
    told = card(page, world)
    assert "In Zuid anders: Gestopt Te weinig aanbieders." in told
    assert "Wijzigen voor Zuid" in told
    assert "Loopt het in Noord anders?" in told
    (row,) = all_rows(VoortgangAfwijking)
    assert (row.status, row.toelichting) == ("gestopt", WHY)


def test_the_form_offers_what_would_be_otherwise(client: StrictClient, world: World) -> None:
    def offered() -> list[str]:
        page = question_2(client, world)
        return [words(one) for one in page.find(f"//form[@action='{world.address()}']//label[@for]")][:-1]

    client.sign_in(world.anna)
    assert offered() == ["Niet gestart", "Vraagt aandacht", "Afgerond", "Gestopt"]
    say(world)
    assert offered() == ["Niet gestart", "Vraagt aandacht", "Afgerond", "Gestopt", "Wijkt niet af"]


@pytest.mark.parametrize(
    ("chosen", "why", "message"),
    [
        ("gestopt", "", "Schrijf in een zin waarom deze actie in Zuid anders loopt."),
        ("", "Zomaar", "Kies hoe het in Zuid met deze actie gaat."),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(
    client: StrictClient, world: World, chosen: str, why: str, message: str
) -> None:
    question_2(client.sign_in(world.anna), world)
    page = press(client, world, chosen, why, 422)
    assert page.errors == [message]
    form = page.one(f"//form[@action='{world.address()}'][ancestor::details[@open]]")
    assert words(form.xpath(".//textarea")[0]) == why
    assert [one.get("value") for one in form.xpath(".//input[@checked]")] == ([chosen] if chosen else [])
    assert all_rows(VoortgangAfwijking) == []


def test_the_status_of_all_regions_is_no_difference(client: StrictClient, world: World) -> None:
    client.sign_in(world.anna)
    page = client.post(world.address(), {"status": "op_schema", "toelichting": WHY, "revisie": "0"}, 422)
    assert page.errors == [
        "In alle regio’s is het al “Ligt op schema”. Kies een andere status, of kies dat Zuid niet afwijkt."
    ]


def test_what_a_colleague_said_stands_beside_what_was_typed(client: StrictClient, world: World) -> None:
    question_2(client.sign_in(world.anna), world)
    say(world, "afgerond", why="Daar is het klaar.")
    page = press(client, world, "gestopt", WHY, 409)
    told = card(page, world)
    assert "Anna Proef heeft dit voor Zuid intussen ook beantwoord." in told
    assert "Daar is het klaar." in told
    page = press(client, world, "gestopt", WHY)
    assert "In Zuid anders: Gestopt" in card(page, world)


def test_a_region_differs_no_more_and_the_earlier_version_comes_back(client: StrictClient, world: World) -> None:
    say(world)
    question_2(client.sign_in(world.anna), world)
    page = press(client, world, "wijkt_niet_af", WHY)
    assert "In Zuid anders:" not in card(page, world)
    page = client.get(page.links["Eerdere versies in Zuid: actie 5a.1 Actie 1"])
    assert page.h1 == "Eerdere versies: 5a.1 Actie 1 in Zuid"
    assert len(all_rows(BladHistorie)) == 1
    page = client.submit(find_button(page, "Deze versie terugzetten"))
    assert "In Zuid anders: Gestopt" in card(page, world)
    assert len(all_rows(BladHistorie)) == 2


def find_button(page: Page, begins: str) -> str:
    """The whole name of the button that begins so."""
    return next(words(one) for one in page.find("//button") if words(one).startswith(begins))


def test_a_script_gets_the_card_and_stays_at_this_action(client: StrictClient, world: World) -> None:
    asked = {"headers": {"Accept": "application/json"}}
    client.sign_in(world.anna)
    data = {"status": "gestopt", "toelichting": WHY, "revisie": "0"}
    client.post(world.address(), data, 200, **asked)
    assert client.response.json["volgende"] == f"actie-{world.first}"
    assert "In Zuid anders" in client.response.json["kaart"]
    client.post(world.address(), {**data, "toelichting": ""}, 422, **asked)
    assert client.response.json["geweigerd"]


def test_when_all_regions_have_it_too_the_page_says_so(client: StrictClient, world: World) -> None:
    say(world)
    client.sign_in(world.anna).post(
        f"/antwoordbladen/{world.blad.id}/acties/{world.first}",
        {"status": "gestopt", "toelichting": "Overal.", "revisie": "1"},
    )
    told = card(question_2(client, world), world)
    assert "Zuid week af, maar heeft nu dezelfde status als alle regio’s." in told
    assert "In Zuid anders:" not in told


def test_a_sheet_of_one_region_asks_nothing_of_the_kind(client: StrictClient, world: World) -> None:
    plan = make_plan_in_force(make_regio("Alleen"))
    bo = make_contact(plan.regios[0])
    blad = make_sheet_ready(make_blad(world.blad.uitvraag, plan=plan), bo)
    page = client.sign_in(bo).get(f"/antwoordbladen/{blad.id}/vraag/voortgang")
    assert "anders" not in words(page.one("//section[@data-voortgang]"))
    client.post(
        f"/antwoordbladen/{blad.id}/acties/{ids_of(blad)[0]}/regio/{plan.regios[0].id}",
        {"status": "gestopt", "toelichting": WHY, "revisie": "0"},
        404,
    )


@pytest.mark.parametrize("data", [{}, {"status": "gestopt", "toelichting": WHY, "revisie": "onzin"}])
def test_a_form_that_is_not_ours_is_refused(client: StrictClient, world: World, data: dict[str, str]) -> None:
    client.sign_in(world.anna).post(world.address(), data, 400)


# --- Who reads it -----------------------------------------------------------------------------------------------------


def test_check_page_word_and_reviewers_read_it(client: StrictClient, world: World) -> None:
    say(world)
    page = client.sign_in(world.anna).get(f"/antwoordbladen/{world.blad.id}/controleren")
    assert "Loopt in Zuid anders: gestoptTe weinig aanbieders." in page.text
    indiening = hand_in(world.blad, world.anna)
    db.session.commit()
    here = f"/antwoordbladen/{world.blad.id}/indieningen/{indiening.id}"
    client.sign_in(make_user(Rol.BEOORDELAAR))
    assert "Loopt in Zuid anders: gestoptTe weinig aanbieders." in client.get(here).text
    client.get(f"{here}.docx")
    assert client.response is not None
    cells = [cell.text for table in Document(BytesIO(client.response.data)).tables for cell in table._cells]
    assert "Tekst 1.\nLoopt in Zuid anders: gestopt\nTe weinig aanbieders." in cells
