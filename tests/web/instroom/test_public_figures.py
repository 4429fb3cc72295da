"""What everybody reads without an account: nothing before it was published, and then what was announced."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from flask import Flask

from forms.dutch.dates import day_short
from portal.domain import clock
from portal.domain.instroom.breakdowns import Indeling
from portal.domain.instroom.figures import NEDERLAND, CijferRegel, Plek, Waarneming, total_of
from portal.domain.instroom.imports import BestandSoort
from portal.domain.instroom.shown import Verborgen
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import InstroomBezwaar, InstroomBron, InstroomPublicatie, Regio
from portal.services.instroom import publishing, shown, staging, taking, todo
from portal.services.instroom.staging import Bestand
from tests.client import StrictClient
from tests.worlds.inflow import make_inflow, take
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.publishing import object_to, pass_time
from tests.worlds.rows import all_rows

API = "/api/v1/instroomcijfers"


@pytest.fixture
def regio(app: Flask) -> Regio:
    return make_regio("Bosstreek")


@pytest.fixture
def coordinator(client: StrictClient, regio: Regio) -> StrictClient:
    make_inflow({regio: 40, make_regio("Kuststreek"): 60})
    return client.sign_in(make_user(Rol.COORDINATOR))


def announce(client: StrictClient) -> InstroomPublicatie:
    day = clock.today() + timedelta(days=7)
    client.post("/instroom/publiceren", {"tot_en_met": f"{day:%d-%m-%Y}"}, 302)
    (publicatie,) = all_rows(InstroomPublicatie)
    return publicatie


def publish(client: StrictClient) -> None:
    publicatie = announce(client)
    pass_time(publicatie)
    db.session.commit()
    assert "De cijfers van de instroom kunnen openbaar worden" in client.get("/").text
    client.post(f"/instroom/publiceren/{publicatie.id}/openbaar", {}, 302)


def asked(client: StrictClient, address: str, status: int = 200) -> Any:
    client.get(address, status)
    assert client.response is not None
    return client.response.get_json()


def test_before_there_is_a_publication_everybody_hears_so(client: StrictClient, coordinator: StrictClient) -> None:
    announce(coordinator)
    client.sign_out()
    assert "nog geen cijfers openbaar" in client.get("/cijfers").text
    client.get(f"/cijfers/{make_regio().code}", 404)
    assert asked(client, API, 404)["title"] == "Nog geen cijfers"


def test_the_public_reads_what_was_announced_and_not_what_came_later(
    client: StrictClient, coordinator: StrictClient, regio: Regio
) -> None:
    publish(coordinator)
    take(all_rows(InstroomBron)[0], {total_of("instroom", regio.code, "2023"): 99})
    client.sign_out()
    found = {one["gebied"]: one for one in asked(client, f"{API}?indicator=instroom&indeling=totaal")["cijfers"]}
    assert found[regio.code]["waarde"] == 40
    assert sorted(str(one["getoond"]) for one in found.values()) == ["100", "40", "60"]
    assert "Kleine aantallen zijn niet getoond" in client.get("/cijfers").text
    words = client.get(f"/cijfers/{regio.code}?per=jaar&van=2023&tot=2023").text
    assert "40" in words
    assert "99" not in words


def test_groups_that_are_shown_by_year_only_are_told_by_year_to_the_public_too(
    client: StrictClient, coordinator: StrictClient, regio: Regio
) -> None:
    """What was published keeps why a figure is not shown."""
    months = {f"2023-{month:02}" for month in range(1, 13)}
    small = {Plek("instroom", place, Indeling.LEEFTIJD, "18-26", one): 2 for one in months for place in (regio.code,)}
    take(all_rows(InstroomBron)[0], small)
    publicatie = announce(coordinator)
    found = publishing.figures_of(publicatie, "instroom", [regio.code])
    bron = shown.sources_of("instroom")[0]
    expected = shown.shown_figures(bron, "instroom")
    assert {plek: one.verborgen for plek, one in found.items()} == {
        plek: one.verborgen for plek, one in expected.items() if plek.gebied == regio.code
    }
    assert Verborgen.TE_FIJN in {one.verborgen for one in found.values()}


def test_a_range_is_published_as_a_range_and_is_no_number(client: StrictClient, coordinator: StrictClient) -> None:
    plek = total_of("instroom", NEDERLAND, "2022")
    bron = all_rows(InstroomBron)[0]
    rows = [CijferRegel(plek, Waarneming(300, waarde_tot=400))]
    taking.take_in(staging.stage(bron, Bestand("x.csv", BestandSoort.SJABLOON), rows, actor=None), actor=None)
    publish(coordinator)
    client.sign_out()
    (one,) = asked(client, f"{API}?gebied=NL&periode=2022")["cijfers"]
    assert (one["waarde"], one["getoond"]) == (None, "300\u2013400")


def test_the_interface_says_what_it_does_not_know(client: StrictClient, coordinator: StrictClient) -> None:
    publish(coordinator)
    assert "kleur" in asked(client, f"{API}?kleur=rood", 400)["detail"]
    assert "instroom" in asked(client, f"{API}?indicator=niets", 400)["detail"]
    assert asked(client, f"{API}.xml", 404)["status"] == 404
    for number in ("0", "-1", "x", "9" * 30, "²"):
        assert "vanaf 1" in asked(client, f"{API}?pagina={number}", 400)["detail"]
    beyond = asked(client, f"{API}?gebied=NL&pagina=99")
    assert (beyond["cijfers"], beyond["_links"]["prev"]["href"]) == ([], f"{API}?gebied=NL&pagina=1")
    assert "NL, " in asked(client, f"{API}?gebied=ZK99", 400)["detail"]
    assert "herkomst" in asked(client, f"{API}?indeling=kleur", 400)["detail"]
    # PostgreSQL refuses to look for it.
    assert "letters" in asked(client, f"{API}?gebied=%00", 400)["detail"]
    client.get("/cijfers/%00", 404)
    described = asked(client, "/api/v1/openapi.json")
    assert set(described["paths"]) == {"/instroomcijfers", "/instroomcijfers.csv"}
    assert described["paths"]["/instroomcijfers"]["get"]["parameters"][-1]["name"] == "pagina"
    client.get(f"{API}.csv")
    assert client.response is not None
    assert client.response.headers["API-Version"] == "1.0.0"


def test_a_region_looks_says_what_is_wrong_and_reads_the_answer(
    client: StrictClient, coordinator: StrictClient, regio: Regio
) -> None:
    publicatie = announce(coordinator)
    contact = make_contact(regio)
    client.sign_in(contact)
    assert "Kijk naar de cijfers van Bosstreek voordat zij openbaar worden" in client.get("/").text
    page = client.get(f"/instroom/{regio.code}")
    assert day_short(publicatie.inzage_tot) in page.text
    client.post(f"/instroom/{regio.code}/inzage", {"tekst": ""}, 422)
    client.post(f"/instroom/{regio.code}/inzage", {"tekst": "Het zijn er 44."}, 302)
    (bezwaar,) = all_rows(InstroomBezwaar)
    assert "Kijk naar de cijfers" not in client.get("/").text
    client.sign_in(make_user(Rol.COORDINATOR))
    assert "1 reactie van regio’s op de cijfers die openbaar worden wacht op antwoord" in client.get("/").text
    client.post(f"/instroom/publiceren/reacties/{bezwaar.id}", {"antwoord": "Op een andere dag geteld."}, 302)
    client.post(f"/instroom/publiceren/reacties/{bezwaar.id}", {"antwoord": "Nog iets."}, 409)
    client.sign_in(contact)
    assert "Op een andere dag geteld." in client.get(f"/instroom/{regio.code}/inzage").text


def test_a_region_says_in_one_press_that_its_figures_are_right(
    client: StrictClient, coordinator: StrictClient, regio: Regio
) -> None:
    announce(coordinator)
    client.sign_in(make_contact(regio)).get(f"/instroom/{regio.code}/inzage")
    page = client.submit("Deze cijfers kloppen")
    assert "Uw regio herkende deze cijfers op" in page.text
    assert "Deze cijfers kloppen" not in page.text
    client.sign_in(make_user(Rol.COORDINATOR))
    page = client.get("/instroom/publiceren")
    assert "1 regio herkent de cijfers: Bosstreek." in page.text
    (said,) = all_rows(InstroomBezwaar)
    client.get(f"/instroom/publiceren/reacties/{said.id}", 404)


def test_a_region_reads_the_answer_when_the_figures_are_public_and_what_it_typed_too_late_stays(
    client: StrictClient, coordinator: StrictClient, regio: Regio
) -> None:
    publicatie, contact = announce(coordinator), make_contact(regio)
    bezwaar = object_to(publicatie, regio, contact)
    publishing.answer(bezwaar, "Op een andere dag geteld.", actor=make_user(Rol.COORDINATOR).actor)
    pass_time(publicatie)
    publishing.publish(publicatie)
    db.session.commit()
    inzage = f"/instroom/{regio.code}/inzage"
    page = client.sign_in(contact).get(inzage)
    assert "Deze cijfers zijn openbaar sinds" in page.text
    assert "Op een andere dag geteld." in page.text
    assert not page.find("//main//textarea")
    late = client.post(inzage, {"tekst": "Toch 44."}, 409)
    assert "is voorbij" in late.text
    assert late.find("//main//textarea")[0].text.strip() == "Toch 44."
    client.sign_in(make_contact(make_regio("Elders"))).get(inzage, 403)


def test_a_region_reads_its_own_reaction_only_and_a_regiolezer_only_reads(
    client: StrictClient, coordinator: StrictClient, regio: Regio
) -> None:
    publicatie = announce(coordinator)
    other = next(one for one in all_rows(Regio) if one is not regio)
    publishing.object_to(publicatie, other, "Bij ons zijn het er 61.", actor=make_contact(other).actor)
    object_to(publicatie, regio, make_contact(regio))
    inzage = f"/instroom/{regio.code}/inzage"
    page = client.sign_in(make_regiolezer(regio)).get(inzage)
    assert "Het zijn er 44." in page.text
    assert "61" not in page.text
    assert not page.find("//main//textarea")
    client.post(inzage, {"tekst": "Ik vind ook iets."}, 403)


def test_start_asks_until_and_with_the_last_day(client: StrictClient, coordinator: StrictClient, regio: Regio) -> None:
    publicatie, contact = announce(coordinator), make_contact(regio)
    for day, asks in ((publicatie.inzage_tot, True), (publicatie.eerste_dag_openbaar, False)):
        with clock.stopped_at(datetime.combine(day, time(9), UTC)):
            assert bool(todo.to_look_at(contact.actor)) is asks


def test_only_the_own_region_looks_before(client: StrictClient, coordinator: StrictClient, regio: Regio) -> None:
    announce(coordinator)
    client.get(f"/instroom/{regio.code}/inzage", 403)
    client.sign_in(make_contact(make_regio("Elders"))).get(f"/instroom/{regio.code}/inzage", 403)


def test_a_day_too_soon_is_refused_with_what_was_typed(coordinator: StrictClient) -> None:
    page = coordinator.post("/instroom/publiceren", {"tot_en_met": f"{clock.today():%d-%m-%Y}"}, 422)
    assert "ten minste een week" in page.text
    assert publishing.waiting() is None
