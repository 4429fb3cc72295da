"""The pages of the code book: who reads and who changes it, and what each change asks and tells."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from portal.domain.coding.state import CodeSoort
from portal.domain.roles import Rol
from portal.models import Code, Uitvraag
from portal.services.coding import book
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.coding import code, give, lessons, make_code_book, make_coder, make_told
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.round import make_uitvraag
from tests.worlds.rows import all_rows

LESSEN = "/landelijk/coderen/lessen"


@pytest.fixture
def uitvraag(app: Flask) -> Uitvraag:
    """A round in which a region handed in two lessons."""
    make_code_book()
    uitvraag = make_uitvraag(naam="Q1 2024")
    make_told("Zonder cijfers blijft het vaag.", "Het CIZ ontbreekt.", uitvraag=uitvraag)
    return uitvraag


@pytest.fixture
def coordinator(client: StrictClient, uitvraag: Uitvraag) -> StrictClient:
    return client.sign_in(make_user(Rol.COORDINATOR, naam="Anna Proef"))


def test_a_beoordelaar_reads_the_code_book_and_changes_nothing(client: StrictClient, uitvraag: Uitvraag) -> None:
    kim = client.sign_in(make_coder())
    page = kim.get("/landelijk/codeboek")
    assert "Samenwerking vergt inspanning" in page.text
    assert page.find("//main//form[@method='post']") == []
    for address in ("/landelijk/codeboek/lessen/nieuw", f"/landelijk/codeboek/{code('Data').id}"):
        kim.get(address, 403)


@pytest.mark.parametrize("make", [make_contact, make_regiolezer])
def test_people_of_a_region_have_no_business_here(client: StrictClient, uitvraag: Uitvraag, make: Any) -> None:
    client.sign_in(make(make_regio()))
    for address in ("/landelijk/coderen", LESSEN, f"{LESSEN}/teksten", "/landelijk/codeboek"):
        client.get(address, 403)
    client.post(LESSEN, status=403)


def test_a_code_is_added_and_can_be_given(coordinator: StrictClient) -> None:
    coordinator.get("/landelijk/codeboek/lessen/nieuw")
    page = coordinator.submit(
        "Code toevoegen", naam="Woningen", omschrijving="Te weinig.", trefwoorden="woning, huis\nflat woning"
    )
    assert "De code “Woningen” is toegevoegd." in words(page.one("//*[@class='rp-messages rp-page']"))
    assert code("Woningen").trefwoorden == ["woning", "huis", "flat"]
    assert "Woningen" in coordinator.get(LESSEN).text


@pytest.mark.parametrize(
    ("naam", "problem"),
    [
        ("", "Geef de code een naam"),
        ("\u200b", "Geef de code een naam"),
        ("x" * 121, "De naam heeft 121 tekens."),
        ("belang van onderwerp benadrukken", "Er is al een code “Belang van onderwerp benadrukken”."),
    ],
)
def test_a_name_that_is_no_good_is_told_and_what_was_typed_stays(
    coordinator: StrictClient, naam: str, problem: str
) -> None:
    coordinator.get("/landelijk/codeboek/lessen/nieuw")
    page = coordinator.submit("Code toevoegen", status=422, naam=naam, omschrijving="Mijn omschrijving")
    assert any(problem in one for one in page.errors)
    assert "Mijn omschrijving" in page.text


def test_two_people_rename_a_code(coordinator: StrictClient, app: Flask) -> None:
    address = f"/landelijk/codeboek/{code('Data').id}"
    coordinator.get(address)
    other = StrictClient(app).sign_in(make_user(Rol.COORDINATOR))
    other.get(address)
    other.submit("Code opslaan", naam="Cijfers")
    page = coordinator.submit("Code opslaan", status=409, naam="Getallen")
    assert "Iemand anders heeft deze code net gewijzigd" in page.text
    assert page.one("//input[@name='naam']").get("value") == "Getallen"
    coordinator.submit("Code opslaan")
    assert code("Getallen").revision == 3


def test_codes_are_merged_after_what_happens_was_told(coordinator: StrictClient, uitvraag: Uitvraag) -> None:
    kim = make_coder()
    for item in lessons(uitvraag)[:2]:
        give(item, code("Data"), by=kim)
    page = coordinator.get(f"/landelijk/codeboek/{code('Data').id}/samenvoegen")
    assert "2 teksten krijgen de andere code." in page.text
    page = coordinator.submit("Ja, voeg de codes samen", status=422)
    assert page.errors == ["Kies de code die de plaats inneemt."]
    page = coordinator.submit("Ja, voeg de codes samen", doel=str(code("Belang").id))
    assert "2 teksten hebben nu die code." in words(page.one("//*[@class='rp-messages rp-page']"))
    assert "samengevoegd met “Belang van onderwerp benadrukken”" in page.text
    # An old address of the merged code leads on.
    page = coordinator.get(f"{LESSEN}/teksten?code={code('Data').id}")
    assert page.h1 == "Lessen: “Belang van onderwerp benadrukken”"
    coordinator.get(f"/landelijk/codeboek/{code('Data').id}/samenvoegen", 404)


def test_a_code_is_retired_and_comes_back(coordinator: StrictClient) -> None:
    coordinator.get(f"/landelijk/codeboek/{code('Data').id}/vervallen")
    page = coordinator.submit("Ja, laat de code vervallen")
    assert "vervallen op" in page.text
    assert "Data-ondersteuning" not in coordinator.get(LESSEN).one("//form[@data-codeer]").xpath("string(.)")
    coordinator.get("/landelijk/codeboek")
    coordinator.submit("Terughalen: “Data-ondersteuning is essentieel”")
    assert code("Data").is_te_geven


def test_codes_change_places(coordinator: StrictClient) -> None:
    coordinator.get("/landelijk/codeboek")
    coordinator.submit("Omhoog: “Data-ondersteuning is essentieel”")
    assert [one.naam for one in book.codes(CodeSoort.LESSEN)][:2] == [
        "Data-ondersteuning is essentieel",
        "Samenwerking vergt inspanning",
    ]
    coordinator.post(f"/landelijk/codeboek/{code('Data').id}/verplaatsen", {"richting": "opzij"}, status=400)


@pytest.mark.parametrize("part", ["", "/samenvoegen", "/vervallen"])
def test_a_code_that_does_not_exist_is_not_there(coordinator: StrictClient, part: str) -> None:
    coordinator.get(f"/landelijk/codeboek/999999{part}", 404)
    coordinator.post(f"/landelijk/codeboek/999999{part}", {"revisie": 1, "naam": "x"}, status=None)
    assert coordinator.response is not None
    assert coordinator.response.status_code in (400, 404)
    assert len(all_rows(Code)) == 35
