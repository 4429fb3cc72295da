"""Remarks on a regiobeeld on the screen: beside what the region says of a view, and the buttons lead back there."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.review.remarks import Zicht
from portal.domain.roles import Rol
from portal.models import Opmerking, Regio
from portal.services.instroom.talk import Regiobeeld
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.inflow import make_inflow, put_duiding
from tests.worlds.people import make_user
from tests.worlds.remark import RemarkWorld, make_remark_world, make_thread
from tests.worlds.rows import all_rows


@pytest.fixture
def world(app: Flask) -> RemarkWorld:
    return make_remark_world()


@pytest.fixture
def regio(world: RemarkWorld) -> Regio:
    """A region that shared what it says of its figures."""
    regio = world.plan.regios[0]
    make_inflow({regio: 40})
    put_duiding(regio)
    return regio


def test_a_reviewer_asks_beside_a_view_and_the_region_answers_there(
    client: StrictClient, world: RemarkWorld, regio: Regio
):
    here = f"/instroom/{regio.code}/regiobeeld"
    page = client.sign_in(world.beoordelaar).get(here)
    assert len(page.find("//section[@class='rp-remarks']//form")) == 4
    data = {"over": "leeftijd", "tekst": "Hoe komt dat?", "zicht": "regio", "plek": "regiobeeld"}
    client.post(f"{here}/opmerkingen", data)
    (thread,) = all_rows(Opmerking)
    assert client.response is not None
    assert client.response.location == f"{here}#opmerking-{thread.id}"
    client.sign_in(world.contact).get("/")
    page = client.get(client.page.links["Opmerking bekijken"])
    assert page.h1 == "Opmerkingen bij het regiobeeld van Bosstreek"
    assert "Leeftijd" in words(page.one("//section[contains(@class, 'rp-remarks--part')]"))
    page = client.get(here)
    assert "Hoe komt dat?" in words(page.one("//section[@id='opmerkingen-leeftijd']"))
    page = client.submit("Reactie plaatsen op de opmerking van Ana Beoordelaar", tekst="Door een nieuwe aanbieder.")
    assert "Door een nieuwe aanbieder." in words(page.one("//section[@id='opmerkingen-leeftijd']"))


def test_who_only_reads_figures_sees_no_remark(client: StrictClient, world: RemarkWorld, regio: Regio):
    beeld = Regiobeeld(regio)
    for zicht, door in ((Zicht.REGIO, world.contact), (Zicht.EIGEN, world.contact), (Zicht.INTERN, world.beoordelaar)):
        make_thread(beeld, door, zicht, f"Gezegd: {zicht.value}")
    seen = {
        who.naam: {one.value for one in Zicht if f"Gezegd: {one.value}" in client.sign_in(who).get(here_of(regio)).text}
        for who in (world.regiolezer, world.coordinator, make_user(Rol.LEZER, naam="Lou Lezer"))
    }
    assert seen == {"Lea Regio": {"regio", "eigen"}, "Co Coordinator": {"regio", "intern"}, "Lou Lezer": set()}
    told = client.sign_in(world.coordinator).get("/").text
    assert "Bij het regiobeeld van Bosstreek wacht een opmerking van de regio op een reactie." in told


def here_of(regio: Regio) -> str:
    return f"/instroom/{regio.code}/regiobeeld"
