"""A report on its way: made again, sent to the kerngroep, taken back, agreed with, vastgesteld, published."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from portal.domain.report.states import AkkoordOordeel, RapportStatus
from portal.domain.roles import Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Mail, Rapport, RapportEvent
from portal.services.report import reports, texts
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.report import adopt, make_kernlid, present
from tests.worlds.report_pages import RapportWorld, answer_more, make_rapport_world, move_to, remake, say
from tests.worlds.rows import all_rows

CONCEPT, VOOR, VAST, OPEN = RapportStatus


def status_of(world: RapportWorld) -> RapportStatus:
    db.session.expire_all()
    return world.rapport.status


# --- made again


def test_making_it_again_takes_the_answers_of_now(kim: StrictClient, world: RapportWorld) -> None:
    answer_more(world)
    kim.get(world.url())
    page = kim.submit("Opnieuw maken")
    assert "Er is geen zin die u hoeft na te kijken." in page.html
    assert kim.get(world.url("/getallen/geantwoord")).h1.endswith(": 3")


def test_making_it_again_says_that_nothing_changed(kim: StrictClient, world: RapportWorld) -> None:
    kim.get(world.url())
    assert "Er veranderde niets: de antwoorden zijn dezelfde." in kim.submit("Opnieuw maken").html


def test_making_it_again_says_how_many_sentences_to_look_at(kim: StrictClient, world: RapportWorld) -> None:
    texts.save(
        world.rapport, "proces_kop", "Er waren er {geantwoord}", base_revision=0, seen_revision=1, actor=world.kim.actor
    )
    answer_more(world)
    kim.get(world.url())
    assert "Kijk 1 zin na: daar veranderde een getal." in kim.submit("Opnieuw maken").html


def test_who_makes_it_again_from_an_old_page_is_told(
    kim: StrictClient, world: RapportWorld, new_client: Callable[[], StrictClient]
) -> None:
    bo = new_client().sign_in(make_user(Rol.COORDINATOR))
    bo.get(world.url())
    kim.get(world.url())
    kim.submit("Opnieuw maken")
    assert "Kim de Maker heeft het rapport opnieuw gemaakt" in bo.submit("Opnieuw maken").html
    assert world.rapport.revision == 2


# --- to the kerngroep


def test_sending_it_to_the_kerngroep_asks_first_and_mails(kim: StrictClient, world: RapportWorld) -> None:
    page = kim.get(world.url())
    page = kim.get(page.links["Ter vaststelling"])
    assert "1 persoon krijgt nu bericht." in page.text
    page = kim.submit("Voorleggen aan de kerngroep")
    assert "Het rapport ligt voor aan de kerngroep." in page.html
    assert "Van de 1 partijen zijn er 0 akkoord." in page.text
    assert [mail.aan for mail in all_rows(Mail) if mail.soort == "rapport_voorgelegd"] == [world.kernlid.email]


def test_what_keeps_it_is_told_with_links(kim: StrictClient, world: RapportWorld) -> None:
    texts.save(
        world.rapport, "proces_kop", "Er waren er {geantwoord}", base_revision=0, seen_revision=1, actor=world.kim.actor
    )
    answer_more(world)
    remake(world)
    page = kim.get(world.url("/voorleggen"))
    assert "Onder 1 bewerkte zin is een cijfer veranderd." in page.text
    assert page.links["Er waren er 3"] == world.url("/proces#blik-proces_kop")
    assert page.find("//main//button") == []
    assert kim.get(world.url("/proces")).find("//*[@id='blik-proces_kop']") != []


def test_while_the_round_is_open_it_can_not_go(kim: StrictClient, world: RapportWorld) -> None:
    kim.get(world.url("/voorleggen"))
    world.landelijk.uitvraag.status = UitvraagStatus.OPEN
    page = kim.submit("Voorleggen aan de kerngroep", status=422)
    assert page.errors[0].startswith("De uitvraag Kwartaaluitvraag Q1 2024 is nog open.")
    assert "Dit kan nog niet" in page.text
    assert status_of(world) is CONCEPT


def test_an_old_page_does_not_send_what_was_made_again(kim: StrictClient, world: RapportWorld) -> None:
    kim.get(world.url("/voorleggen"))
    reports.remake(world.rapport, actor=make_user(Rol.COORDINATOR, naam="Bo").actor, seen_revision=1)
    page = kim.submit("Voorleggen aan de kerngroep", status=422)
    assert "Er is niets gewijzigd, want intussen is dit gebeurd: Bo heeft het rapport opnieuw gemaakt" in page.errors[0]
    assert status_of(world) is CONCEPT
    kim.submit("Voorleggen aan de kerngroep")
    assert status_of(world) is VOOR


# --- taken back


def test_taking_it_back_needs_a_reason(kim: StrictClient, world: RapportWorld) -> None:
    move_to(world, VOOR)
    kim.get(world.url("/terughalen"))
    page = kim.submit("Terughalen", status=422, reden="  ")
    assert page.errors == ["Schrijf op waarom u het rapport terughaalt. De kerngroep leest dit."]
    page = kim.submit("Terughalen", reden="De cijfers kloppen niet.")
    assert "Het rapport is weer een concept." in page.html
    assert "De cijfers kloppen niet." in page.text
    assert "Wat zegt de kerngroep?" not in page.text


def test_a_reason_that_comes_too_late_is_not_lost(kim: StrictClient, world: RapportWorld) -> None:
    move_to(world, VOOR)
    kim.get(world.url("/terughalen"))
    adopt(world.rapport, make_user(Rol.COORDINATOR, naam="Bo").actor)
    page = kim.submit("Terughalen", status=409, reden="Een lange uitleg.")
    assert "Bo heeft het rapport vastgesteld" in page.text
    assert "Uw tekst is niet opgeslagen. Bewaar hem als u hem nog nodig heeft. Een lange uitleg." in page.text
    assert status_of(world) is VAST


# --- vastgesteld and published


def test_without_all_parties_it_is_vastgesteld_with_a_reason(kim: StrictClient, world: RapportWorld) -> None:
    present(world.rapport, world.kim.actor)
    kim.get(world.url("/vaststellen"))
    page = kim.submit("Vaststellen", status=422)
    assert page.errors[0].startswith("Er is nog geen akkoord van Partij Proef.")
    page = kim.submit("Vaststellen", reden="Het overleg is morgen.")
    assert "Het rapport is vastgesteld." in page.html
    assert "Het overleg is morgen." in page.text
    assert "Download Word" in page.links


def test_with_all_parties_no_reason_is_asked(kim: StrictClient, world: RapportWorld) -> None:
    present(world.rapport, world.kim.actor)
    say(world, AkkoordOordeel.AKKOORD)
    page = kim.get(world.url("/vaststellen"))
    assert page.find("//textarea") == []
    kim.submit("Vaststellen")
    assert status_of(world) is VAST


def test_an_akkoord_that_comes_in_between_is_read_first(kim: StrictClient, world: RapportWorld) -> None:
    present(world.rapport, world.kim.actor)
    kim.get(world.url("/vaststellen"))
    say(world, AkkoordOordeel.OPMERKING, "Wacht even.")
    page = kim.submit("Vaststellen", status=422, reden="Wij gaan door.")
    assert "Bo Partij heeft opmerkingen gegeven namens Partij Proef" in page.errors[0]
    assert "Wacht even." in page.text
    assert page.one("//textarea").text.strip() == "Wij gaan door."
    assert status_of(world) is VOOR


def test_pressing_twice_is_no_error(kim: StrictClient, world: RapportWorld) -> None:
    move_to(world, VAST)
    kim.get(world.url("/publiceren"))
    fields = {"gezien": kim.page.one("//main//input[@name='gezien']").get("value")}  # type: ignore[union-attr]
    kim.submit("Publiceren")
    kim.post(world.url("/publiceren"), fields)
    assert kim.follow().find("//*[contains(@class, 'rp-alert--error')]") == []
    assert [one.soort for one in all_rows(RapportEvent)].count("gepubliceerd") == 1


def test_publishing_says_who_will_read_it(kim: StrictClient, world: RapportWorld, client: StrictClient) -> None:
    move_to(world, VAST)
    page = kim.get(world.url("/publiceren"))
    told = next(words(item) for item in page.find("//main//li") if "krijgen nu bericht" in words(item))
    page = kim.submit("Publiceren")
    sent = [mail for mail in all_rows(Mail) if mail.soort == "rapport_gepubliceerd"]
    assert told == f"{len(sent)} mensen krijgen nu bericht."
    assert "Alle regio’s kunnen het lezen" in page.html
    assert client.sign_in(world.contact).get(world.url()).status == 200


def test_a_mistake_becomes_a_new_version_with_the_texts(kim: StrictClient, world: RapportWorld) -> None:
    texts.save(
        world.rapport, "proces_kop", "Er waren er {geantwoord}", base_revision=0, seen_revision=1, actor=world.kim.actor
    )
    move_to(world, OPEN)
    kim.get("/rapporten")
    page = kim.submit("Nieuwe versie maken Kwartaaluitvraag Q1 2024")
    assert "Versie 2 is gemaakt met de antwoorden van nu en uw teksten van versie 1." in page.html
    assert "Concept Versie 2" in page.text
    new = db.session.query(Rapport).filter_by(nummer=2).one()
    assert kim.get(f"/rapporten/{new.id}/proces").h1 == "2 Proces en respons: Er waren er 2"
    page = kim.get("/rapporten")
    assert "Eerdere versies (1)" in page.text
    assert [words(one).split(" van ")[0] for one in page.find("//h3")] == ["Versie 2", "Versie 1"]


# --- what our pages would not send

PATHS = ("/voorleggen", "/terughalen", "/vaststellen", "/publiceren")


@pytest.mark.parametrize("status", RapportStatus)
def test_a_step_that_can_not_be_taken_now_leads_back_to_the_report(
    client: StrictClient, app: Flask, status: RapportStatus
) -> None:
    world = make_rapport_world(status)
    client.sign_in(world.kim)
    allowed = {CONCEPT: {"/voorleggen"}, VOOR: {"/terughalen", "/vaststellen"}, VAST: {"/publiceren"}, OPEN: set()}
    for path in PATHS:
        page = client.get(world.url(path), None)
        assert page.status == (200 if path in allowed[status] else 302), path
        client.post(world.url(path), {"gezien": "onzin", "reden": "x"}, status=None)
        assert status_of(world) is status


def test_a_post_without_fields_is_refused(kim: StrictClient, world: RapportWorld) -> None:
    for path in PATHS:
        kim.post(world.url(path), {}, 400)
    kim.post("/rapporten/999999/voorleggen", {"gezien": ""}, 404)


@pytest.mark.parametrize("path", [*PATHS, "/opnieuw"])
def test_a_beoordelaar_takes_no_steps(kernlid: StrictClient, world: RapportWorld, path: str) -> None:
    kernlid.post(world.url(path), {"gezien": "1", "reden": "x"}, 403)
    assert status_of(world) is CONCEPT


def test_a_party_that_nobody_speaks_for_is_named_before_it_is_sent(kim: StrictClient, world: RapportWorld) -> None:
    assert "Niet iedereen hoort het" not in kim.get(world.url("/voorleggen")).text
    make_kernlid("Partij Stil").active = False
    page = kim.get(world.url("/voorleggen"))
    assert "van Partij Stil heeft nu niemand een account" in page.text
    assert "1 persoon krijgt nu bericht." in page.text


def test_answers_that_came_after_it_was_sent_are_told_before_it_is_vastgesteld(
    kim: StrictClient, kernlid: StrictClient, world: RapportWorld
) -> None:
    present(world.rapport, world.kim.actor)
    told = "Sinds het rapport is gemaakt is 1 antwoordblad ingediend of verbeterd. Dat staat niet in dit rapport."
    assert told not in kim.get(world.url("/vaststellen")).text
    answer_more(world)
    assert told in kim.get(world.url("/vaststellen")).text
    assert told in kim.get(world.url()).text
    assert told not in kernlid.get(world.url()).text


def test_which_file_is_for_whom_is_told_before_it_is_published(
    kim: StrictClient, world: RapportWorld, new_client: Callable[[], StrictClient]
) -> None:
    """The page promises who gets which file: whoever changes one of them changes the other."""
    move_to(world, VAST)
    page = kim.get(world.url("/publiceren"))
    assert "Het Excelbestand met alle ingediende antwoorden is voor de kerngroep" in page.text
    kim.submit("Publiceren")
    contact, reader = make_contact(make_regio("Elders")), make_user(Rol.LEZER)
    page = new_client().sign_in(contact).get(world.url())
    assert "Download Word" in page.links
    assert "Download Excel" not in page.links
    new_client().sign_in(contact).get(world.url("/rapport.xlsx"), 403)
    new_client().sign_in(contact).get(world.url("/rapport.docx"))
    new_client().sign_in(reader).get(world.url("/rapport.xlsx"))
