"""The workbench of the second page: drafts are chosen or put aside, a message is written, and nothing typed is lost."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from exports.national.messages import drafts, theme_drafts
from exports.national.messages.drafts import Draft
from portal.domain.report.states import RapportStatus
from portal.extensions import db
from portal.models import Antwoordblad, BladRegel, RegelSoort
from tests.client import StrictClient
from tests.worlds.nation import make_code, put_coding
from tests.worlds.report_pages import RapportWorld, move_to, remake


@pytest.fixture(autouse=True)
def _drafts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "FEWEST_REGIONS", 0)
    monkeypatch.setattr(drafts, "RULES", (lambda w: Draft("een", "{geantwoord} regio’s antwoordden."),))


def test_a_draft_keeps_the_report_until_it_is_chosen_and_then_is_its_second_page(
    kim: StrictClient, world: RapportWorld
) -> None:
    assert "Er staat 1 voorstel voor een kernboodschap" in kim.get(world.url("/voorleggen")).text
    kim.get(world.url("/boodschappen"))
    page = kim.submit("Kiezen zoals het is : 2 regio’s antwoordden.")
    assert "In het rapport (1)" in page.text
    assert "2 regio’s antwoordden." in kim.get(world.url("/kernboodschappen")).text
    assert "voorstel voor een kernboodschap" not in kim.get(world.url("/voorleggen")).text


def test_a_message_is_written_with_its_numbers_and_what_is_asked(kim: StrictClient, world: RapportWorld) -> None:
    assert kim.get(world.url("/boodschappen/een")).one("//textarea[@name='bevinding']").text.strip() == (
        "{geantwoord} regio’s antwoordden."
    )
    page = kim.submit("Opslaan", bevinding="Er is {iets} mis.", aan="VNG", status=422)
    assert "“{iets}” is geen getal van dit rapport" in page.text
    page = kim.submit("Opslaan", bevinding="{geantwoord} deden mee.", wat_nu="Wij bellen.", datum="1-4-2024")
    assert "2 deden mee. Wat nu: Wij bellen. Gevraagd aan VNG, vóór 1 april 2024." in page.text


def test_more_words_than_a_reader_takes_in_are_told(kim: StrictClient, world: RapportWorld) -> None:
    kim.get(world.url("/boodschappen/een"))
    page = kim.submit("Opslaan", bevinding="woord " * 61)
    assert "Deze boodschap heeft 61 woorden. Hoogstens 60" in page.text


def test_a_theme_is_written_with_what_regions_said_beside_it_and_its_quotes_are_chosen(
    kim: StrictClient, world: RapportWorld
) -> None:
    succes = db.session.scalars(select(BladRegel).where(BladRegel.soort == RegelSoort.SUCCES)).first()
    assert succes is not None
    put_coding(succes, [make_code("successen", "Bellen")], door=world.kim)
    db.session.get_one(Antwoordblad, succes.blad_id).citaat_met_naam = True
    remake(world)
    page = kim.get(world.url("/boodschappen"))
    address = next(one for one in page.find("//section//li/a/@href") if one.endswith("/citaten"))
    page = kim.get(address)
    (first, *_) = page.find("//input[@name='kies']/@value")
    # A name without its text is told, and the tick stays.
    page = kim.submit("Opslaan", status=422, kies=[], met_naam=[first])
    assert "“Met naam” staat aan bij een tekst die u niet aanhaalt." in page.text
    assert page.find("//input[@name='met_naam'][@checked]/@value") == [first]
    page = kim.submit("Opslaan", kies=[first], met_naam=[first])
    assert "In deze volgorde" in page.text
    assert "met naam" in page.text
    page = kim.get(address.removesuffix("/citaten"))
    assert "1 verschillende tekst." in page.text
    # The numbers of the theme stand beside it, and after its text its quotes are next; behind the last is no other.
    assert "Getallen van dit thema" in page.text
    page = kim.submit("Opslaan en citaten kiezen", bevinding="Wij zien dit bij veel regio’s.")
    assert "Citaten bij Bellen" in page.text
    assert "Opslaan en volgend thema" not in page.text
    assert "beschreven" in kim.get(world.url("/boodschappen")).text


def test_what_a_report_asked_stands_with_the_expectations_and_its_outcome_is_told(
    kim: StrictClient, world: RapportWorld
) -> None:
    kim.get(world.url("/boodschappen/een"))
    kim.submit("Opslaan", bevinding="Er is iets.", wat_nu="Los het op.", aan="VNG")
    move_to(world, RapportStatus.VASTGESTELD)
    db.session.commit()
    assert "Verzoeken uit rapporten (1)" in kim.get("/landelijk/verwachtingen").text
    # They follow the choice above the list: of whom, and what still waits.
    assert "Verzoeken uit rapporten (1)" in kim.get("/landelijk/verwachtingen?aan=vng&open=ja").text
    assert "Verzoeken uit rapporten" not in kim.get("/landelijk/verwachtingen?aan=ciz").text
    kim.get(world.url("/verzoeken/een"))
    assert "Kies wat ervan kwam." in kim.submit("Opslaan", toelichting="Half.", status=422).text
    page = kim.submit("Opslaan", uitkomst="deels", toelichting="Half.")
    assert "Deels gebeurdHalf." in page.text
    kim.get("/landelijk/verwachtingen.xlsx?aan=vng")
    assert kim.response is not None
    book = load_workbook(BytesIO(kim.response.data))
    assert [(row[0], row[4], row[5]) for row in book["Verzoeken"].iter_rows(min_row=2, values_only=True)] == [
        ("Los het op.", "Deels gebeurd", "Half.")
    ]
    assert "Verzoeken uit rapporten" not in kim.get("/landelijk/verwachtingen?open=ja").text


def test_only_who_makes_the_report_writes_its_messages(kernlid: StrictClient, world: RapportWorld) -> None:
    kernlid.get(world.url("/boodschappen"), 403)
    kernlid.post(world.url("/boodschappen/een"), {"bevinding": "Iets"}, 403)


def test_the_drafts_of_themes_are_put_aside_in_one_press(
    kim: StrictClient, world: RapportWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "RULES", ())
    monkeypatch.setattr(theme_drafts, "FEWEST_REGIONS", 1)
    succes = db.session.scalars(select(BladRegel).where(BladRegel.soort == RegelSoort.SUCCES)).first()
    assert succes is not None
    put_coding(succes, [make_code("successen", "Bellen"), make_code("successen", "Mailen")], door=world.kim)
    remake(world)
    assert "Bij 2 thema’s die veel regio’s noemen staan voorstellen" in kim.get(world.url("/voorleggen")).text
    page = kim.get(world.url("/boodschappen"))
    assert "2 regio’s noemen dit, in 1 succes." in page.text
    page = kim.submit("Alle 2 voorstellen bij thema’s wegleggen")
    assert "2 voorstellen zijn weggelegd." in page.html
    assert "veel regio’s noemen" not in kim.get(world.url("/voorleggen")).text
