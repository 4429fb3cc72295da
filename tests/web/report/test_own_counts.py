"""Own counts on the pages of a report: kept, looked at, and a number in a sentence."""

from __future__ import annotations

from portal.extensions import db
from portal.services.report import own_counts
from tests.client import StrictClient
from tests.worlds.report_pages import RapportWorld


def test_the_coordinator_keeps_a_search_looks_at_its_places_and_uses_the_number(
    kim: StrictClient, world: RapportWorld
) -> None:
    kim.get(world.url("/tellingen"))
    page = kim.submit("Bewaren", naam="De werkgroep", vraag="werkgroepen", waar="ronde")
    assert "Nog te bekijken: 1 plaats" in page.text
    assert "De werkgroep bereidt voor." in page.text
    (plek,) = page.find("//input[@name='telt']/@value")
    page = kim.submit("Opslaan", telt=plek)
    assert "In 2 regio’s telt een tekst mee. Alles is bekeken." in page.text
    kim.get(world.url("/zinnen/acties_samen"))
    kim.submit("Opslaan", tekst="In {telling_1} regio’s is er een werkgroep.")
    assert "In 2 regio’s is er een werkgroep." in kim.get(world.url("/alles")).text
    assert "De werkgroep: regio’s met een tekst die hierover gaat" in kim.get(world.url("/getallen/telling_1")).text


def test_what_cannot_be_searched_stays_on_the_page_with_what_is_wrong(kim: StrictClient, world: RapportWorld) -> None:
    kim.get(world.url("/tellingen"))
    page = kim.submit("Bewaren", status=422, naam="Niets", vraag="***", waar="ronde")
    assert page.errors == ["In uw zoekvraag staat geen woord of getal. Typ ten minste één woord."]
    page = kim.submit("Bewaren", status=422, naam="n" * 121, vraag="iza", waar="ronde")
    assert page.errors == ["Gebruik voor de naam ten hoogste 120 tekens."]


def test_a_count_that_is_taken_away_is_gone_and_nobody_else_comes_there(
    kim: StrictClient, kernlid: StrictClient, world: RapportWorld
) -> None:
    kim.get(world.url("/tellingen"))
    kim.submit("Bewaren", naam="Werkgroep", vraag="werkgroep", waar="overal")
    kernlid.get(world.url("/tellingen"), 403)
    kernlid.get(world.url("/tellingen/1"), 403)
    kim.get(world.url("/tellingen"))
    assert "nog geen eigen telling" in kim.submit("Weghalen : Werkgroep").text
    kim.get(world.url("/tellingen/1"), 404)


def test_both_choices_are_shown_when_two_people_look_at_the_same_places(kim: StrictClient, world: RapportWorld) -> None:
    kim.get(world.url("/tellingen"))
    page = kim.submit("Bewaren", naam="De werkgroep", vraag="werkgroep", waar="ronde")
    (plek,) = page.find("//input[@name='telt']/@value")
    before, telling = kim.page, own_counts.find(world.rapport, 1)
    assert telling is not None
    rows = own_counts.places_of(world.rapport, telling, actor=world.kim.actor)
    own_counts.judge(world.rapport, 1, seen={one.plek: one.telt_mee for one in rows}, counts=[], actor=world.kim.actor)
    db.session.commit()
    kim.page = before
    page = kim.submit("Opslaan", status=409, telt=plek)
    assert "heeft intussen anders gekozen" in page.text
    assert "nu staat er: telt niet mee" in page.text
    assert page.find("//input[@name='telt'][@checked]/@value") == [plek]
    assert "In 2 regio’s telt een tekst mee." in kim.submit("Opslaan").text
