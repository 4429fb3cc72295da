"""What the start page asks about reports: of the coördinator, of the kerngroep, and what is news for a region."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.report.states import AkkoordOordeel, RapportStatus
from portal.domain.roles import OrganisatieSoort, Rol
from portal.domain.round.states import UitvraagStatus
from portal.services.report import texts
from portal.services.report.todo import NEW_FOR
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.people import make_contact, make_organisatie, make_regio, make_regiolezer, make_user
from tests.worlds.report import present, put_rapport
from tests.worlds.report_pages import answer_more, make_rapport_world, remake, say
from tests.worlds.round import make_uitvraag

CONCEPT, VOOR, VAST, OPEN = RapportStatus


def asks(client: StrictClient) -> list[str]:
    """The sentences of the start page about reports."""
    page = client.get("/")
    return [words(one) for one in page.find("//*[@class='rp-asks']/li/p") if "apport" in words(one)]


def test_a_round_that_closed_asks_for_its_report(app: Flask, client: StrictClient) -> None:
    uitvraag = make_uitvraag(naam="Ronde", status=UitvraagStatus.GESLOTEN)
    make_uitvraag(naam="Nog open")
    client.sign_in(make_user(Rol.COORDINATOR))
    assert asks(client) == ["Ronde is gesloten. Er is nog geen rapport."]
    page = client.get(client.page.links["Maak het rapport"])  # type: ignore[union-attr]
    assert page.find(f"//*[@id='ronde-{uitvraag.id}']") != []
    put_rapport(uitvraag)
    assert asks(client) == []


def test_a_round_of_long_ago_asks_no_more(app: Flask, client: StrictClient) -> None:
    make_uitvraag(status=UitvraagStatus.AFGEROND).status_sinds = clock.now() - timedelta(days=121)
    assert asks(client.sign_in(make_user(Rol.COORDINATOR))) == []


def test_the_coordinator_is_led_along(app: Flask, client: StrictClient) -> None:
    world = make_rapport_world()
    client.sign_in(world.kim)
    assert asks(client) == []
    texts.save(
        world.rapport, "proces_kop", "Er waren er {geantwoord}", base_revision=0, seen_revision=1, actor=world.kim.actor
    )
    answer_more(world)
    remake(world)
    assert asks(client) == ["Rapport Kwartaaluitvraag Q1 2024: onder 1 zin veranderde een getal."]
    texts.confirm(world.rapport, "proces_kop", base_revision=1, seen_revision=2, actor=world.kim.actor)
    present(world.rapport, world.kim.actor)
    assert asks(client) == []
    say(world, AkkoordOordeel.AKKOORD)
    assert asks(client) == ["Rapport Kwartaaluitvraag Q1 2024: alle partijen van de kerngroep hebben gereageerd."]


def test_what_is_vastgesteld_asks_to_be_published(app: Flask, client: StrictClient) -> None:
    world = make_rapport_world(VAST)
    client.sign_in(world.kim)
    assert asks(client) == ["Rapport Kwartaaluitvraag Q1 2024 is vastgesteld. De regio’s zien het nog niet."]


def test_a_party_is_asked_until_it_said_something(app: Flask, client: StrictClient) -> None:
    world = make_rapport_world()
    client.sign_in(world.kernlid)
    assert asks(client) == []
    present(world.rapport, world.kim.actor)
    assert asks(client) == ["Het rapport van Kwartaaluitvraag Q1 2024 ligt voor: geef uw akkoord."]
    say(world, AkkoordOordeel.OPMERKING, "Nog iets.")
    assert asks(client) == []
    client.sign_in(make_user(Rol.BEOORDELAAR, organisatie=make_organisatie("K", OrganisatieSoort.KPMG)))
    assert asks(client) == []


@pytest.mark.parametrize("maker", [make_contact, make_regiolezer])
def test_a_published_report_is_news_for_three_weeks(
    app: Flask, client: StrictClient, maker: Callable[..., object]
) -> None:
    for status in RapportStatus:
        rapport = put_rapport(make_uitvraag(naam=f"Ronde {status.value}"), status=status)
    client.sign_in(maker(make_regio()))  # type: ignore[arg-type]
    assert asks(client) == ["Het rapport van Ronde gepubliceerd is er. U hoeft niets te doen."]
    rapport.status_sinds = clock.now() - NEW_FOR - timedelta(minutes=1)
    assert asks(client) == []


def test_a_beheerder_is_asked_nothing_and_sees_nothing(app: Flask, client: StrictClient) -> None:
    rapport = put_rapport(make_uitvraag(), status=OPEN)
    client.sign_in(make_user(Rol.BEHEERDER))
    assert asks(client) == []
    client.get("/rapporten", 403)
    client.get(f"/rapporten/{rapport.id}", 404)
