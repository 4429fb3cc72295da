"""The words of a text that a code is about, on the pages: typed, refused, marked, and told when they are gone."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.models import Antwoordblad, CoderingPassage, Uitvraag
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.coding import code, lessons, make_code_book, make_coder, make_told, rewrite
from tests.worlds.round import make_uitvraag
from tests.worlds.rows import all_rows

LESSEN = "/landelijk/coderen/lessen"
OPSLAAN = "Opslaan en volgende"
JSON = {"Accept": "application/json"}


@pytest.fixture
def kim(app: Flask, client: StrictClient) -> StrictClient:
    """Somebody who codes the one lesson of a round."""
    make_code_book()
    make_told("Zonder cijfers blijft het vaag. Het CIZ <b>ontbreekt.", regio="Aldal", uitvraag=make_uitvraag())
    return client.sign_in(make_coder())


def data_with(lines: str, places: str = "") -> dict[str, list[str]]:
    """The code about data, with what stands in its fields."""
    one = code("lessen/Data").id
    return {"codes": [str(one)], f"passage-{one}": [lines], f"plek-{one}": [places]}


def kept() -> list[tuple[str, int]]:
    return [(one.tekst, one.vanaf) for one in all_rows(CoderingPassage)]


def field(page: Page, naam: str) -> str:
    return page.one(f"//textarea[@name='passage-{code(naam).id}']").text or ""


def marked(page: Page) -> str:
    return " ".join(words(one) for one in page.find("//mark"))


def test_typed_words_are_kept_and_shown_marked(kim: StrictClient) -> None:
    kim.get(LESSEN)
    kim.submit(OPSLAAN, **data_with("zonder cijfers\nhet ciz"))
    assert kept() == [("Zonder cijfers", 0), ("Het CIZ", 5)]
    page = kim.get(f"{LESSEN}?toon=alles")
    assert marked(page) == "Zonder cijfers Het CIZ"
    assert field(page, "lessen/Data").split("\n") == ["Zonder cijfers", "Het CIZ"]
    assert marked(kim.get(f"{LESSEN}/teksten?toon=alles")) == "Zonder cijfers Het CIZ"


def test_words_that_do_not_stand_there_are_refused_with_all_that_was_chosen_kept(kim: StrictClient) -> None:
    kim.get(LESSEN)
    page = kim.submit(OPSLAAN, status=422, **data_with("Zonder cijfers\nveel cijfers", "0 9"))
    told = words(page.one("//*[@data-fout]"))
    assert told.startswith("De woorden “veel cijfers” bij de code “Data-ondersteuning is essentieel” staan niet zo in")
    assert page.one("//textarea[@aria-invalid]").get("name") == f"passage-{code('lessen/Data').id}"
    assert field(page, "lessen/Data").split("\n") == ["Zonder cijfers", "veel cijfers"]
    assert kept() == []


def test_the_words_of_a_code_that_was_not_chosen_are_left_out(kim: StrictClient) -> None:
    kim.get(LESSEN)
    kim.submit(OPSLAAN, **{**data_with("nergens te vinden"), "codes": [str(code("lessen/Betrokkenheid").id)]})
    assert kept() == []
    assert lessons(all_rows(Uitvraag)[0])[0].code_ids == (code("lessen/Betrokkenheid").id,)


@pytest.mark.parametrize("places", ["x", "1 2 3", "-1", "99999999999", "٣"])
def test_places_that_our_page_never_wrote_are_no_places(kim: StrictClient, places: str) -> None:
    kim.get(LESSEN)
    kim.submit(OPSLAAN, **data_with("vaag.", places))
    assert kept() == [("vaag.", 4)]


def test_a_passage_that_is_gone_from_the_text_is_told_and_nothing_is_lost(kim: StrictClient) -> None:
    kim.get(LESSEN)
    kim.submit(OPSLAAN, **data_with("blijft het vaag."))
    rewrite(all_rows(Antwoordblad)[0], "Met cijfers wordt het beter.")
    page = kim.get(f"{LESSEN}?toon=verouderd")
    assert "“blijft het vaag.” staat niet meer zo in de tekst." in page.text
    kim.submit("Klopt nog")
    assert kept() == [("blijft het vaag.", 2)]
    assert "“blijft het vaag.” staat niet meer zo in de tekst." in kim.get(f"{LESSEN}/teksten?toon=alles").text
