"""Successes, lessons and expectations of last quarter, chosen and taken over as ordinary rows."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from flask import Flask

from portal.models import Antwoordblad, BladRegel, RegelSoort, User
from portal.services.sheet import rows
from portal.services.sheet.rows import RegelValues
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.people import make_contact, make_regio
from tests.worlds.round import make_blad
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in, make_plan_in_force, make_q1, make_q4, make_sheet_ready

SAID = {
    RegelSoort.SUCCES: [("Meer overleg", ""), ("Minder wachten", "")],
    RegelSoort.LES: [("Begin klein.\nEn rustig.", "")],
    RegelSoort.VERWACHTING: [("Duidelijkheid", "vws"), ("Kom langs", "regio")],
}


@dataclass(frozen=True)
class World:
    """A sheet of this quarter of a joint plan, of which last quarter told something."""

    blad: Antwoordblad
    anna: User


@pytest.fixture
def world(app: Flask, client: StrictClient) -> World:
    plan = make_plan_in_force(make_regio("Abstreek"), make_regio("Adstreek"))
    anna = make_contact(plan.regios[0])
    last = make_sheet_ready(make_blad(make_q4(), plan=plan), anna)
    for soort, told in SAID.items():
        values = [RegelValues(tekst, aan) for tekst, aan in told]
        rows.add_rows(last, soort, values, actor=anna.actor)
    rows.add_rows(last, RegelSoort.SUCCES, [RegelValues("Alleen hier", "", plan.regios[1].id)], actor=anna.actor)
    hand_in(last, anna)
    client.sign_in(anna)
    return World(make_blad(make_q1(), plan=plan), anna)


def page_of(client: StrictClient, world: World, step: str = "successen_lessen") -> Page:
    return client.get(f"/antwoordbladen/{world.blad.id}/vraag/{step}")


def offered(page: Page, key: str) -> list[str]:
    """What can be taken over in this list."""
    return [words(one) for one in page.find(f"//form[contains(@action, '/{key}/overnemen')]//label")]


def ids(page: Page, key: str) -> list[str]:
    return [
        one.get("value") for one in page.find(f"//form[contains(@action, '/{key}/overnemen')]//input[@type='checkbox']")
    ]


def now(world: World) -> list[tuple[str, str]]:
    found = (row for row in all_rows(BladRegel) if row.blad_id == world.blad.id)
    return [(row.tekst.replace("\r\n", "\n"), row.aan) for row in found]


def test_what_was_told_last_time_is_offered_in_its_list(client: StrictClient, world: World):
    page = page_of(client, world)
    assert offered(page, "successen") == ["Meer overleg", "Minder wachten", "Alleen hier"]
    assert offered(page, "lessen") == ["Begin klein. En rustig."]
    assert "Overnemen uit Q4 2023 (3)" in page.text
    page = page_of(client, world, "verwachtingen")
    assert offered(page, "verwachtingen") == ["VWS: Duidelijkheid", "Betrokkenen in de regio: Kom langs"]


def test_what_is_chosen_becomes_ordinary_rows_that_are_offered_no_more(client: StrictClient, world: World):
    first, _, of_one_region = ids(page_of(client, world), "successen")
    page = client.submit("Overnemen bij successen", **{"overnemen-successen-keuze": [first, of_one_region]})
    assert now(world) == [("Meer overleg", ""), ("Alleen hier", "")]
    assert "2 regels overgenomen. U kunt ze nog aanpassen." in page.html
    assert "Alleen voor Adstreek" in page.text
    assert offered(page, "successen") == ["Minder wachten"]
    client.get(page.links["Bewerken: Meer overleg"])
    client.submit("Opslaan", tekst="Nog meer overleg")
    assert now(world)[0] == ("Nog meer overleg", "")


def test_a_lesson_of_several_lines_stays_one(client: StrictClient, world: World):
    page = page_of(client, world)
    client.submit("Overnemen bij lessen", **{"overnemen-lessen-keuze": ids(page, "lessen")})
    assert now(world) == [("Begin klein.\nEn rustig.", "")]


def test_an_expectation_keeps_its_party(client: StrictClient, world: World):
    page = page_of(client, world, "verwachtingen")
    client.submit("Overnemen bij verwachtingen", **{"overnemen-verwachtingen-keuze": ids(page, "verwachtingen")})
    assert now(world) == [("Duidelijkheid", "vws"), ("Kom langs", "regio")]


def test_who_chooses_nothing_is_told(client: StrictClient, world: World):
    page_of(client, world)
    page = client.submit("Overnemen bij lessen", status=422)
    assert page.errors == ["Kies ten minste één regel om over te nemen."]
    assert now(world) == []


@pytest.mark.parametrize("chosen", ["0", "-1", "x", "9" * 40])
def test_a_row_that_was_not_offered_is_refused(client: StrictClient, world: World, chosen: str):
    data = {"overnemen-lessen-keuze": chosen}
    client.post(f"/antwoordbladen/{world.blad.id}/lijst/lessen/overnemen", data, 422)
    assert now(world) == []


def test_the_second_of_two_colleagues_takes_nothing_over_twice(client: StrictClient, world: World):
    page = page_of(client, world)
    chosen = {"overnemen-lessen-keuze": ids(page, "lessen")}
    client.submit("Overnemen bij lessen", **chosen)
    client.page = page
    client.post(f"/antwoordbladen/{world.blad.id}/lijst/lessen/overnemen", chosen, 422)
    assert len(now(world)) == 1


def test_a_sheet_that_was_handed_in_takes_nothing(client: StrictClient, world: World):
    page = page_of(client, world)
    chosen = {"overnemen-lessen-keuze": ids(page, "lessen")}
    make_sheet_ready(world.blad, world.anna)
    hand_in(world.blad, world.anna)
    page = client.post(f"/antwoordbladen/{world.blad.id}/lijst/lessen/overnemen", chosen, 409)
    assert "Kies dan eerst Corrigeren." in page.text
    assert now(world) == []
