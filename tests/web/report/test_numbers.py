"""A number of a report: what it counts, exactly the regions behind it, and to whom the texts behind it are shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask

from exports.national.data import RegioBeeld, Uitspraak
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Rol
from tests.client import StrictClient
from tests.examples.nation import example_data
from tests.reading.pages import Page, words
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.report_pages import RapportWorld, make_rapport_world, put_data

OPEN = RapportStatus.GEPUBLICEERD


@pytest.fixture
def world(app: Flask) -> RapportWorld:
    return make_rapport_world(OPEN)


def regions(page: Page) -> list[str]:
    """The regions on the page of a number."""
    return [words(one) for one in page.find("//ul[@class='rp-numberregions']/li")]


def test_each_number_leads_to_exactly_the_regions_behind_it(client: StrictClient, world: RapportWorld) -> None:
    client.sign_in(world.contact)
    names = world.tree.regionamen
    looked = 0
    for token, waarde in world.tree.waarden.items():
        if token in ("geantwoord", "niet_beantwoord", "niet_gevraagd", "regios", "acties", "structuur_vast"):
            page = client.get(world.url(f"/getallen/{token}"))
            assert sorted(regions(page)) == sorted(names[code] for code in waarde.regios), token
            assert page.h1 == f"{waarde.uitleg.rstrip('.')}: {waarde.tekst}"
            looked += 1
    assert looked == 6


def test_the_answers_of_who_answered(client: StrictClient, world: RapportWorld) -> None:
    page = client.sign_in(world.contact).get(world.url("/getallen/geantwoord"))
    assert regions(page) == ["Aland", "Bland"]
    page = client.get(world.url("/getallen/niet_gevraagd"))
    assert regions(page) == ["Rustdal", "Zonder blad"]


def test_a_region_is_led_to_its_own_answers_only(client: StrictClient, world: RapportWorld) -> None:
    sheet = f"/antwoordbladen/{world.landelijk.blad.id}"
    page = client.sign_in(world.contact).get(world.url("/getallen/geantwoord"))
    assert page.links["Aland"] == sheet
    assert "Bland" not in page.links
    client.get(page.links["Aland"], None)
    page = client.sign_in(make_contact(make_regio())).get(world.url("/getallen/geantwoord"))
    assert regions(page) == ["Aland", "Bland"]
    assert {"Aland", "Bland"} & set(page.links) == set()
    page = client.sign_in(world.kernlid).get(world.url("/getallen/geantwoord"))
    assert (page.links["Aland"], page.links["Bland"]) == (sheet, sheet)


def test_the_texts_behind_a_number_are_for_reviewers(client: StrictClient, world: RapportWorld) -> None:
    page = client.sign_in(world.kernlid).get(world.url("/getallen/successen"))
    assert "De tekst hierachter Alleen de coördinator en beoordelaars zien deze teksten." in page.text
    assert "Wijkteams werken samen" in page.text
    assert page.links["Aland, Bland"] == f"/antwoordbladen/{world.landelijk.blad.id}"
    for person in (world.contact, make_user(Rol.LEZER), make_contact(make_regio())):
        page = client.sign_in(person).get(world.url("/getallen/successen"))
        assert "Wijkteams werken samen" not in page.html
        # Of fewer than three regions that did not say that they may be named with their words.
        assert regions(page) == []
        assert "Van zo weinig regio’s staat de naam hier niet" in page.text


def test_a_number_tells_what_it_was_and_who_came_and_went(app: Flask, client: StrictClient) -> None:
    rapport = put_data(example_data())
    client.sign_in(make_contact(make_regio()))
    page = client.get(f"/rapporten/{rapport.id}/getallen/geantwoord")
    data = example_data()
    assert data.vorige
    now, before = (
        {one.code for one in beeld.regios if one.stand == "beantwoord"} for beeld in (data.beeld, data.vorige)
    )
    names = data.regionamen
    assert f"In de vorige uitvraag was dit {len(before)}." in page.text
    assert f"Er zijn er nu {len(now) - len(before)} meer." in page.text
    for shape, codes in (("Erbij gekomen", now - before), ("Er niet meer bij", before - now)):
        found = [words(one) for one in page.find("//section/p") if words(one).startswith(shape)]
        assert sorted(found[0].removeprefix(f"{shape} ").split(", ") if found else []) == sorted(
            names[c] for c in codes
        )


def test_names_with_slashes_quotes_and_ampersands(app: Flask, client: StrictClient) -> None:
    data = example_data()
    odd = RegioBeeld("X9", "A/B & 't <i>Dorp</i>", data.beeld.regios[0].stand)
    rapport = put_data(replace(data, beeld=replace(data.beeld, regios=(odd, *data.beeld.regios[1:]))))
    client.sign_in(make_contact(make_regio()))
    assert "A/B & 't <i>Dorp</i>" in regions(client.get(f"/rapporten/{rapport.id}/getallen/regios"))


def test_five_hundred_texts_are_shown_by_fifty(app: Flask, client: StrictClient) -> None:
    data = example_data()
    said = tuple(
        Uitspraak(number, "successen", (data.beeld.regios[0].code,), 1, tekst=f"Succes {number:03}")
        for number in range(1, 501)
    )
    rapport = put_data(replace(data, beeld=replace(data.beeld, successen=said)))
    client.sign_in(make_user(Rol.BEOORDELAAR))
    page = client.get(f"/rapporten/{rapport.id}/getallen/successen")
    seen = []
    while True:
        shown = [words(one) for one in page.find("//ol[@class='rp-behind']/li/div")]
        assert len(shown) == 50
        seen += shown
        following = page.find("//a[@rel='next']/@href")
        if not following:
            break
        page = client.get(str(following[0]))
    assert seen == [f"Succes {number:03}" for number in range(1, 501)]
    assert "De 500 teksten hierachter" in page.text


@pytest.mark.parametrize("asked", ["onzin", "-50", "999999999999999999999", "7"])
def test_nonsense_in_the_address_shows_the_first(app: Flask, client: StrictClient, asked: str) -> None:
    rapport = put_data(example_data())
    client.sign_in(make_user(Rol.BEOORDELAAR))
    page = client.get(f"/rapporten/{rapport.id}/getallen/successen?vanaf={asked}")
    assert page.one("//ol[@class='rp-behind']").get("start") == "1"


def test_a_number_that_is_not_there_does_not_exist(client: StrictClient, world: RapportWorld) -> None:
    client.sign_in(world.contact)
    for token in ("onzin", "GEANTWOORD", "{regios}", "a%2Fb"):
        client.get(world.url(f"/getallen/{token}"), 404)


def test_words_that_live_have_a_page_too(client: StrictClient, world: RapportWorld) -> None:
    page = client.sign_in(world.contact).get(world.url("/getallen/ronde"))
    assert page.h1 == "De naam van de uitvraag: Kwartaaluitvraag Q1 2024"
    assert regions(page) == []


def test_a_thousand_is_written_alike_everywhere(client: StrictClient, app: Flask) -> None:
    data = example_data()
    code = next(one.id for one in data.codes if one.soort == "lessen")
    lessen = tuple(
        Uitspraak(
            id=number,
            soort="lessen",
            regios=(data.beeld.regios[0].code,),
            blad_id=1,
            tekst="Les.",
            codes=(code,),
            gecodeerd=True,
        )
        for number in range(1, 1235)
    )
    beeld = replace(data.beeld, lessen=lessen)
    rapport = put_data(replace(data, beeld=beeld))
    page = client.sign_in(make_user(Rol.LEZER)).get(f"/rapporten/{rapport.id}/lessen")
    cells = [words(one) for one in page.find("//td | //p[contains(@class, 'rp-report__sentence')]")]
    assert "1.234" in cells
    assert not [one for one in cells if "1234" in one]
