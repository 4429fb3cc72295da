"""The pages of the instroom: four views of the country and of a region, with their tables and files."""

from __future__ import annotations

from datetime import date

import pytest

from portal.domain.instroom.breakdowns import CATEGORIEEN, TOTAAL, Indeling
from portal.domain.instroom.figures import CijferRegel, Plek, Waarneming, total_of
from portal.domain.instroom.imports import BestandSoort
from portal.domain.roles import Rol
from portal.models import Regio
from portal.services import regios
from portal.services.instroom import sources, staging, taking
from portal.services.instroom.staging import Bestand
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.inflow import take
from tests.worlds.people import make_regio, make_user

KWARTALEN = ("2023-K4", "2024-K1")


@pytest.fixture
def bos(client: StrictClient) -> Regio:
    """A region with 40 and 3 clients, and one with 700 and 650; both of one synthetic source."""
    bos, kust = make_regio("Bosstreek"), make_regio("Kuststreek")
    numbers = {bos.code: (40, 3), kust.code: (700, 650)}
    rows = [
        CijferRegel(Plek("instroom", code, Indeling.TOTAAL, TOTAAL, one), Waarneming(value, voorlopig=one == "2024-K1"))
        for code, values in numbers.items()
        for one, value in zip(KWARTALEN, values, strict=True)
    ]
    rows += [
        CijferRegel(Plek("instroom", bos.code, Indeling.HERKOMST, key, periode), Waarneming(place * times))
        for place, key in enumerate(CATEGORIEEN[Indeling.HERKOMST])
        for periode, times in (("2023-K4", 1), ("2023", 10))
    ]
    bron = sources.add_source("Verzonnen reeks", is_synthetisch=True)
    bestand = Bestand("cijfers.csv", BestandSoort.DEMO, peildatum=date(2024, 4, 1))
    taking.take_in(staging.stage(bron, bestand, rows, actor=None), actor=None)
    client.sign_in(make_user(Rol.LEZER))
    return bos


def test_without_figures_the_page_says_so(client: StrictClient) -> None:
    client.sign_in(make_user(Rol.LEZER))
    assert "Er zijn nog geen cijfers" in client.get("/instroom").text
    client.get("/instroom/bestanden/NL/totaal.csv", 404)


def test_the_country_is_told_with_the_target_and_where_it_comes_from(client: StrictClient, bos: Regio) -> None:
    page = client.get("/instroom?per=kwartaal")
    assert "In Q1 2024 kwamen volgens voorlopige cijfers gemiddeld 218 cliënten per maand binnen" in page.text
    assert "minder dan 240" in page.text
    assert "niet alleen aan de regioaanpak toe te schrijven" in page.text
    assert "synthetisch" in page.text
    assert "Bron: Verzonnen reeks, peildatum 1 april 2024." in page.text
    totaal = page.one("//figure[@id='figuur-nl_totaal']")
    rows = [[words(cell) for cell in row.xpath("./*")] for row in totaal.xpath(".//tbody/tr")]
    assert rows == [["Q4 2023", "740", "ca. 900"], ["Q1 2024", "653*", "< 720"]]
    client.get(totaal.xpath(".//tbody/tr[2]//a/@href")[0])
    assert len(totaal.xpath(".//*[local-name()='svg'][@role='img']")) == 2


def test_a_region_stands_beside_the_country_with_its_small_number_hidden(client: StrictClient, bos: Regio) -> None:
    page = client.get(f"/instroom/{bos.code}")
    assert "In Q1 2024 kwamen in Bosstreek minder dan 5 cliënten binnen" in page.text
    assert page.find("//figure[@id='figuur-nl_totaal']")
    figuur = page.one(f"//figure[@id='figuur-{bos.code.lower()}_totaal']")
    assert "Een klein aantal: te herleiden tot personen." in words(figuur)
    assert "Bosstreek" not in words(page.one("//figure[@id='figuur-nl_totaal']"))


def test_groups_of_a_region_are_told_by_year_and_so_is_the_country_beside_it(client: StrictClient, bos: Regio) -> None:
    page = client.get(f"/instroom/{bos.code}?per=kwartaal")
    assert "Deze groepen van een regio worden alleen per jaar getoond" in page.text
    herkomst = page.one(f"//figure[@id='figuur-{bos.code.lower()}_herkomst']")
    assert [words(cell) for cell in herkomst.xpath(".//tbody/tr[1]/*")] == ["2023", "0", "10", "20", "30", "40", "50"]
    assert [words(one) for one in page.find("//figure[@id='figuur-nl_herkomst']//tbody//th")] == ["2023"]
    client.get(f"/instroom/bestanden/{bos.code}/herkomst.csv?per=kwartaal")
    assert client.response is not None
    assert ";2023;50;50;" in client.response.data.decode()


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("per=kwartaal&van=2024-K1", ["Q1 2024"]),
        ("per=kwartaal&tot=2023", ["Q4 2023"]),
        ("per=kwartaal&van=2024-K1&tot=2023-K4", ["Q4 2023", "Q1 2024"]),
        ("per=kwartaal&van=onzin&tot=1900", ["Q4 2023"]),
    ],
)
def test_the_address_chooses_the_periods(client: StrictClient, bos: Regio, asked: str, shown: list[str]) -> None:
    page = client.get(f"/instroom?{asked}")
    assert [words(one) for one in page.find("//figure[@id='figuur-nl_totaal']//tbody//th")] == shown


def test_the_files_say_what_the_page_says(client: StrictClient, bos: Regio) -> None:
    client.get(f"/instroom/bestanden/{bos.code}/totaal.csv?per=kwartaal")
    assert client.response is not None
    told = client.response.data.decode("utf-8-sig")
    assert "Q1 2024;;<5;Een klein aantal: te herleiden tot personen." in told
    assert told.count(";synthetisch") == 2
    for ending, start in (("xlsx", b"PK"), ("png", b"\x89PNG")):
        client.get(f"/instroom/bestanden/NL/totaal.{ending}?per=kwartaal")
        assert client.response.data.startswith(start)
    client.get("/instroom/bestanden/NL/leeftijd.png?per=kwartaal", 404)
    client.get("/instroom/bestanden/NL/onzin.csv", 404)


def test_who_looks_for_a_region_is_brought_there(client: StrictClient, bos: Regio) -> None:
    client.get("/instroom?zoek=bosstreek&van=2024-K1&per=kwartaal", 302)
    assert client.response is not None
    assert client.response.location == f"/instroom/{bos.code}?van=2024-K1&per=kwartaal"
    assert "Geen regio of gemeente heet “Xyz”." in client.get("/instroom?zoek=Xyz").text
    client.get("/instroom/ZK99x", 404)


def test_a_correction_is_drawn_at_once(client: StrictClient, bos: Regio) -> None:
    client.get(f"/instroom/{bos.code}")
    bron = sources.all_sources()[0]
    row = CijferRegel(Plek("instroom", bos.code, Indeling.TOTAAL, TOTAAL, "2023-K4"), Waarneming(30))
    bestand = Bestand("correctie", BestandSoort.CORRECTIE)
    taking.take_in(staging.stage(bron, bestand, [row], actor=None), actor=None)
    page = client.get(f"/instroom/{bos.code}?per=kwartaal&tot=2023-K4")
    assert "In Q4 2023 kwamen in Bosstreek 30 cliënten binnen" in page.text


def test_a_source_that_is_real_or_has_another_name_is_told_at_once(client: StrictClient, bos: Regio) -> None:
    assert "synthetisch" in client.get("/instroom").text
    bron = sources.all_sources()[0]
    bron.naam, bron.is_synthetisch = "Declaraties", False
    page = client.get("/instroom")
    assert "synthetisch" not in page.text
    assert "Bron: Declaraties, peildatum 1 april 2024." in page.text


@pytest.fixture
def stand(bos: Regio) -> Regio:
    """Besides, how many people had an indication at the end of two years: in one region 3 in the last."""
    kust = next(one for one in regios.all_regios() if one.code != bos.code)
    numbers = {bos.code: (20, 3), kust.code: (80, 90)}
    found = {
        total_of("stand", code, str(year)): value
        for code, values in numbers.items()
        for year, value in zip((2022, 2023), values, strict=True)
    }
    take(sources.add_source("CIZ"), found)
    return bos


def test_another_figure_is_chosen_in_the_address_and_stays_there(client: StrictClient, stand: Regio) -> None:
    page = client.get("/instroom?cijfer=stand&per=maand")
    assert words(page.one("//h1")) == "Mensen met een geldige indicatie ggz-wonen in Nederland"
    assert [words(one) for one in page.find("//select[@id='cijfer']/option")] == [
        "Instroom Wlz ggz-wonen",
        "Mensen met een geldige indicatie ggz-wonen",
    ]
    # There are figures by year only, and none of any group; the target is that of the inflow.
    assert [words(one) for one in page.find("//select[@id='per']/option")] == ["jaar"]
    assert [words(one) for one in page.find("//main//h2")] == ["Totaal", "Regio’s"]
    assert "240" not in words(page.one("//main"))
    (link,) = page.find(f"//a[text()='{stand.naam}']/@href")
    there = client.get(link)
    rows = [[words(cell) for cell in row.xpath("./*")] for row in there.find("//figure[1]//tbody/tr")]
    assert rows[:2] == [["2022", "20"], ["2023", "<5(1)"]]
    (csv, *_) = there.find("//a[starts-with(text(), 'CSV')]/@href")
    client.get(csv)
    assert client.response is not None
    assert "Mensen met een geldige indicatie ggz-wonen, Bosstreek, mensen" in client.response.data.decode()
    assert "<5" in client.response.data.decode()


def test_a_figure_that_is_none_is_the_inflow(client: StrictClient, stand: Regio) -> None:
    assert words(client.get("/instroom?cijfer=onzin").one("//h1")) == "Instroom in Nederland"
