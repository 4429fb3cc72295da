"""Between two rows of a list of an answer sheet comes a new one, at the place that somebody chose."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.models import Antwoordblad, BladRegel
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.rows import all_rows
from tests.worlds.sheet import make_sheet_world

QUESTION = "successen_lessen"


@pytest.fixture
def blad(app: Flask, client: StrictClient) -> Antwoordblad:
    """A sheet with two successes, and who answers it signed in."""
    world = make_sheet_world()
    client.sign_in(world.anna)
    for text in ("Een", "Twee"):
        client.get(f"/antwoordbladen/{world.blad.id}/vraag/{QUESTION}")
        client.submit("Succes toevoegen", **{"successen-tekst": text})
    return world.blad


def behind_the_first(client: StrictClient, blad: Antwoordblad) -> Page:
    """The page with the form open behind the first success."""
    page = client.get(f"/antwoordbladen/{blad.id}/vraag/{QUESTION}")
    (link,) = page.find("//section[@id='successen']//a[starts-with(normalize-space(), 'Hieronder invoegen')]")
    return client.get(link.get("href").split("#")[0])


def texts(page: Page) -> list[str]:
    return [words(one) for one in page.find("//section[@id='successen']//ol/li/div[@class='rp-flow']")]


def test_the_form_stands_in_its_place_and_so_does_the_row(client: StrictClient, blad: Antwoordblad):
    page = behind_the_first(client, blad)
    places = page.find("//section[@id='successen']//ol/li/@class")
    assert [one.split()[0] for one in places] == ["rp-rows__row", "rp-rows__open", "rp-rows__row"]
    assert len(page.find("//form[@id='successen-nieuw']")) == 1
    assert texts(client.submit("Succes toevoegen", **{"successen-tekst": "Ertussen"})) == ["Een", "Ertussen", "Twee"]


def test_another_one_comes_behind_the_one_just_added(client: StrictClient, blad: Antwoordblad):
    behind_the_first(client, blad)
    for text in ("A", "B"):
        client.submit("Toevoegen en nog een", **{"successen-tekst": text})
    assert texts(client.submit("Succes toevoegen", **{"successen-tekst": "C"})) == ["Een", "A", "B", "C", "Twee"]


def test_lines_that_become_several_rows_stay_in_their_place(client: StrictClient, blad: Antwoordblad):
    behind_the_first(client, blad)
    asked = client.submit("Succes toevoegen", status=422, **{"successen-tekst": "A\nB"})
    assert len(asked.find("//ol/li[@class='rp-rows__open']//form[@id='successen-nieuw']")) == 1
    assert texts(client.submit("2 successen toevoegen")) == ["Een", "A", "B", "Twee"]


def test_a_place_that_is_gone_is_the_end_and_nothing_is_lost(client: StrictClient, blad: Antwoordblad):
    page = behind_the_first(client, blad)
    first = all_rows(BladRegel)[0]
    client.submit(f"Verwijderen: {first.tekst}")
    client.page = page
    assert texts(client.submit("Succes toevoegen", **{"successen-tekst": "Toch"})) == ["Twee", "Toch"]


def test_below_the_last_row_the_form_stands_already(client: StrictClient, blad: Antwoordblad):
    page = client.get(f"/antwoordbladen/{blad.id}/vraag/{QUESTION}?nieuw=999999")
    assert len(page.find("//form[@id='successen-nieuw']")) == 1
    assert len(page.find("//section[@id='successen']//a[starts-with(normalize-space(), 'Hieronder invoegen')]")) == 1
