"""What a party of the kerngroep says of a report that lies before it: akkoord or remarks, on the text it read."""

from __future__ import annotations

import pytest

from portal.domain.roles import OrganisatieSoort, Rol
from portal.models import RapportAkkoord
from tests.client import StrictClient
from tests.worlds.people import make_organisatie, make_user
from tests.worlds.report import present, take_back
from tests.worlds.report_pages import RapportWorld
from tests.worlds.rows import all_rows


def test_a_party_agrees(kernlid: StrictClient, kim: StrictClient, world: RapportWorld) -> None:
    present(world.rapport, world.kim.actor)
    page = kernlid.get(world.url())
    page = kernlid.get(page.links["Geef uw akkoord"])
    assert "U spreekt namens Partij Proef." in page.text
    assert "Partij Proef Nog niets gezegd" in page.text
    page = kernlid.submit("Opslaan", oordeel="akkoord")
    assert "Uw akkoord is opgeslagen." in page.html
    page = kim.get(world.url())
    assert "Partij Proef Akkoord" in page.text
    assert "Van de 1 partijen is er 1 akkoord." in page.text


def test_remarks_need_words(kernlid: StrictClient, world: RapportWorld) -> None:
    present(world.rapport, world.kim.actor)
    kernlid.get(world.url("/akkoord"))
    assert kernlid.submit("Opslaan", status=422).errors == ["Kies of uw organisatie akkoord is, of opmerkingen heeft."]
    assert kernlid.submit("Opslaan", status=422, oordeel="opmerking").errors == ["Schrijf op wat uw opmerkingen zijn."]
    page = kernlid.submit("Opslaan", oordeel="opmerking", tekst="Te **somber** <b>")
    assert "Te somber <b>" in page.text
    page = kernlid.get(world.url("/akkoord"))
    assert page.one("//textarea").text.strip() == "Te **somber** <b>"
    assert page.one("//input[@type='radio'][@checked]").get("value") == "opmerking"


def test_an_answer_to_a_report_that_was_taken_back_is_kept_on_the_page(
    kernlid: StrictClient, world: RapportWorld
) -> None:
    present(world.rapport, world.kim.actor)
    kernlid.get(world.url("/akkoord"))
    take_back(world.rapport, world.kim.actor)
    page = kernlid.submit("Opslaan", status=422, oordeel="opmerking", tekst="Lees hoofdstuk 3 na.")
    assert "heeft dit rapport teruggehaald" in page.errors[0]
    assert "Dit schreef u Lees hoofdstuk 3 na." in page.text
    kernlid.get(world.url("/akkoord"), 302)
    assert all_rows(RapportAkkoord) == []


def test_an_answer_to_an_earlier_text_asks_to_read_it_again(kernlid: StrictClient, world: RapportWorld) -> None:
    present(world.rapport, world.kim.actor)
    kernlid.get(world.url("/akkoord"))
    take_back(world.rapport, world.kim.actor)
    present(world.rapport, world.kim.actor)
    page = kernlid.submit("Opslaan", status=422, oordeel="akkoord", tekst="Prima.")
    assert "opnieuw voorgelegd" in page.errors[0]
    assert page.one("//textarea").text.strip() == "Prima."
    kernlid.submit("Opslaan")
    assert [one.voorlegging for one in all_rows(RapportAkkoord)] == [2]


@pytest.mark.parametrize("soort", [OrganisatieSoort.KPMG, OrganisatieSoort.CIZ])
def test_who_is_no_party_does_not_agree(client: StrictClient, world: RapportWorld, soort: OrganisatieSoort) -> None:
    present(world.rapport, world.kim.actor)
    client.sign_in(make_user(Rol.BEOORDELAAR, organisatie=make_organisatie("Anders", soort)))
    assert "Geef uw akkoord" not in client.get(world.url()).links
    client.get(world.url("/akkoord"), 403)
    client.post(world.url("/akkoord"), {"oordeel": "akkoord", "tekst": "", "voorlegging": "1"}, 403)
    assert all_rows(RapportAkkoord) == []
