"""Lines in who is responsible for an action: one party or several is asked, and the page says how it is read."""

from __future__ import annotations

import pytest

from portal.models import Actie, Plan
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.rows import all_rows

LINES = "Gemeenten\n- Zorgkantoor,\nGGZ De Kreek"


@pytest.fixture
def asked(anna: StrictClient, plan: Plan) -> StrictClient:
    """Somebody who pasted lines, and is asked what they are."""
    anna.get(f"/plannen/{plan.id}/onderdeel/acties?lijst=acties&nieuw=0")
    page = anna.submit("Toevoegen", status=422, omschrijving="Overleggen", verantwoordelijke=LINES)
    shown = page.one("//div[contains(@class, 'rp-several')]")
    assert words(shown[0]) == "Dit worden 3 partijen"
    assert [words(item) for item in shown.findall(".//li")] == ["Gemeenten", "Zorgkantoor,", "GGZ De Kreek"]
    assert all_rows(Actie) == []
    return anna


@pytest.mark.parametrize(
    ("button", "kept", "shown"),
    [
        ("3 partijen opslaan bij deze actie", "Gemeenten, Zorgkantoor, GGZ De Kreek", True),
        ("Als één tekst bewaren", "Gemeenten - Zorgkantoor, GGZ De Kreek", False),
    ],
)
def test_each_button_does_what_it_says(asked: StrictClient, plan: Plan, button: str, kept: str, shown: bool):
    page = asked.submit(button)
    assert [row.verantwoordelijke for row in all_rows(Actie)] == [kept]
    edit = page.one("//a[starts-with(normalize-space(), 'Bewerken')]").get("href")
    page = asked.get(edit)
    hint = "Gelezen als 3 partijen: Gemeenten · Zorgkantoor · GGZ De Kreek"
    assert (hint in page.text) == shown


def test_a_row_that_is_changed_asks_too(anna: StrictClient, asked: StrictClient, plan: Plan):
    page = asked.submit("Als één tekst bewaren")
    anna.get(page.one("//a[starts-with(normalize-space(), 'Bewerken')]").get("href"))
    page = anna.submit("Opslaan", status=422, verantwoordelijke="Gemeenten (Hier, Daar)\nZorgkantoor")
    assert "Dit worden 2 partijen" in page.text
    anna.submit("2 partijen opslaan bij deze actie")
    assert [row.verantwoordelijke for row in all_rows(Actie)] == ["Gemeenten (Hier, Daar), Zorgkantoor"]


def test_a_script_hears_how_the_parties_are_read(anna: StrictClient):
    for text, told in (
        ("gemeenten; VWS, afdeling Wlz", "2 partijen: gemeenten · VWS, afdeling Wlz"),
        ("gemeenten", ""),
    ):
        anna.get("/partijen-lezen", query_string={"tekst": text})
        assert anna.response is not None
        assert anna.response.get_json() == {"uitleg": f"Gelezen als {told}" if told else ""}
