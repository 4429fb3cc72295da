"""Hoor en wederhoor as a region and the coördinator see it; and that nobody reads what is not for him."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.policy import Action, can
from portal.domain.report.hearing import HoorAfhandeling, HoorOordeel
from portal.domain.roles import Namens, Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import RapportHoorRegio, User
from portal.services.report import hearing, reports, stored_hearing, texts
from tests.client import StrictClient
from tests.web.doors.leaks import opened, where
from tests.worlds.people import make_contact, make_regiolezer, make_user
from tests.worlds.report import adopt, present, publish
from tests.worlds.report_pages import RapportWorld, name_with_words
from tests.worlds.rows import all_rows

NIET = HoorAfhandeling.NIET_VERWERKT
NewClient = Callable[[], StrictClient]
# Words that stand in the concept about one region only, with the name of another beside them.
VAN_ALAND, VAN_ZWIJGLAND = "zilverkwartel", "koperspecht"
OWN_TEXT = f"In Aland zag men de {VAN_ALAND}. In 't Zwijgland zag men de {VAN_ZWIJGLAND}. Niemand zag de goudplevier."


@pytest.fixture
def asked(world: RapportWorld) -> RapportWorld:
    """The concept has a text of its own about two regions, and lies before all of them."""
    actor, revision = world.kim.actor, world.rapport.revision
    texts.save(world.rapport, "eigen:proces", OWN_TEXT, base_revision=0, seen_revision=revision, actor=actor)
    hearing.ask(world.rapport, clock.today() + timedelta(days=10), actor=actor)
    db.session.commit()
    return world


def row(world: RapportWorld, naam: str) -> RapportHoorRegio:
    return next(one for one in stored_hearing.rows_of(world.rapport) if one.regio.naam == naam)


def address(world: RapportWorld, naam: str) -> str:
    return f"/rapporten/hoor/{row(world, naam).id}"


def test_the_coordinator_asks_and_a_region_is_led_to_its_page(
    kim: StrictClient, world: RapportWorld, new_client: NewClient
) -> None:
    name_with_words(world)
    world.landelijk.uitvraag.status = UitvraagStatus.OPEN
    db.session.commit()
    page = kim.get(kim.get(world.url()).links["Hoor en wederhoor"])
    assert "Dit kan nog niet" in page.text
    world.landelijk.uitvraag.status = UitvraagStatus.GESLOTEN
    db.session.commit()
    page = kim.get(world.url("/hoor"))
    assert "4 regio’s krijgen een eigen pagina" in page.text
    assert kim.submit("Voorleggen aan de regio’s", status=422, tot_en_met="").errors
    assert kim.submit("Voorleggen aan de regio’s", status=409, tot_en_met="1-1-2020").errors == [
        "Kies een dag die nog niet voorbij is."
    ]
    until = clock.today() + timedelta(days=10)
    kim.submit("Voorleggen aan de regio’s", tot_en_met=until.strftime("%d-%m-%Y"))
    anna = new_client().sign_in(world.contact)
    page = anna.get("/")
    assert "Lees wat het rapport Kwartaaluitvraag Q1 2024 over Aland zegt: nog tot en met" in page.text
    assert "Duidelijke tarieven" in anna.get(page.links["Lezen en reageren"]).text


def test_a_region_answers_and_reads_what_came_of_it(
    kim: StrictClient, asked: RapportWorld, new_client: NewClient
) -> None:
    anna = new_client().sign_in(asked.contact)
    anna.get(address(asked, "Aland"))
    assert anna.submit("Reactie opslaan", status=422).errors == ["Kies of het klopt, of dat u iets anders wilt."]
    assert anna.submit("Reactie opslaan", status=409, oordeel="anders").errors == [
        "Schrijf op wat anders moet, en waarom."
    ]
    page = anna.submit("Reactie opslaan", oordeel="anders", tekst="Het waren er **drie**.")
    assert "Het waren er drie." in page.text
    assert "heeft nog niet gezegd wat hiermee gebeurt" in page.text
    assert "over Aland zegt" not in anna.get("/").text
    page = kim.get("/")
    assert "1 regio wil iets anders." in page.text
    kim.get(page.links["Bekijken en afhandelen"])
    kim.get(kim.page.links["Aland"])  # type: ignore[union-attr]
    assert kim.submit("Opslaan", status=409, afhandeling="niet_verwerkt").errors == [
        "Schrijf op waarom u dit niet verwerkt. De regio leest dat."
    ]
    kim.submit("Opslaan", afhandeling="niet_verwerkt", reden="Zo stond het in uw antwoord.")
    assert "Niet verwerkt. Zo stond het in uw antwoord." in anna.get(address(asked, "Aland")).text


def test_what_was_typed_stays_when_it_was_closed_meanwhile(asked: RapportWorld, new_client: NewClient) -> None:
    anna = new_client().sign_in(asked.contact)
    anna.get(address(asked, "Aland"))
    hearing.close(asked.rapport, actor=asked.kim.actor)
    db.session.commit()
    page = anna.submit("Reactie opslaan", status=409, oordeel="anders", tekst="Net te laat.")
    assert page.errors == ["De coördinator heeft het reageren gesloten."]
    assert "Dit schreef u Net te laat." in page.text


def test_a_region_sees_what_it_was_given_and_what_changed_since(asked: RapportWorld, new_client: NewClient) -> None:
    anna = new_client().sign_in(asked.contact)
    assert "Uw pagina is veranderd" not in anna.get(address(asked, "Aland")).text
    later = OWN_TEXT.replace(VAN_ALAND, "steenuil")
    texts.save(asked.rapport, "eigen:proces", later, base_revision=1, seen_revision=1, actor=asked.kim.actor)
    db.session.commit()
    told = anna.get(address(asked, "Aland")).text
    assert "Waar uw regio wordt genoemd, 2 Proces en respons: In Aland zag men de steenuil." in told
    assert told.count(VAN_ALAND) == 2
    silent = new_client().sign_in(make_contact(asked.landelijk.zwijgland))
    assert "Uw pagina is veranderd" not in silent.get(address(asked, "'t Zwijgland")).text


def people(world: RapportWorld) -> dict[str, User | None]:
    land = world.landelijk
    return {
        "aland": world.contact,
        "zwijgland": make_contact(land.zwijgland, Namens.ZORGKANTOOR),
        "rustdal": make_contact(land.rustdal),
        "lezer aland": make_regiolezer(land.aland),
        "lezer": make_user(Rol.LEZER),
        "beheerder": make_user(Rol.BEHEERDER),
        "niemand": None,
    }


def read(app: Flask, world: RapportWorld, person: User | None) -> dict[str, str]:
    """All that opens of reports and of hoor en wederhoor for this person, and the start page."""
    codes = [one.regio.code for one in all_rows(RapportHoorRegio)]
    pages = [f"/rapporten/hoor/{one.id}" for one in all_rows(RapportHoorRegio)]
    parts = ["", "/alles", "/hoor", "/proces", "/rapport.docx", *(f"/hoor/{code}" for code in codes)]
    parts += [f"/regio_{code.lower()}" for code in codes]
    client = StrictClient(app, reads_pages=False)
    if person:
        client.sign_in(person)
    return opened(client, iter(["/", "/rapporten", *pages, *map(world.url, parts)]))


def test_nobody_reads_more_of_a_concept_than_the_own_page(app: Flask, asked: RapportWorld) -> None:
    own = {"aland": address(asked, "Aland"), "zwijgland": address(asked, "'t Zwijgland")}
    words = {"aland": VAN_ALAND, "zwijgland": VAN_ZWIJGLAND}
    for name, person in people(asked).items():
        found = read(app, asked, person)
        for whose, word in words.items():
            assert where(word, found) == ([own[whose]] if name == whose else []), (name, word)
        assert where("goudplevier", found) == [], name
        assert [one for one in found if "/hoor" in one] == [own[one] for one in own if one == name], name
        if name == "aland":
            # A name of another region stands in no page; that of the region of its joint plan does.
            assert "Zwijgland" not in found[own[name]]
            assert "Bland" in found[own[name]]


def test_afterwards_a_page_stays_that_of_its_region(app: Flask, asked: RapportWorld) -> None:
    hearing.close(asked.rapport, actor=asked.kim.actor)
    for verb in (present, adopt, publish):
        verb(asked.rapport, asked.kim.actor)
    db.session.commit()
    page = StrictClient(app).sign_in(asked.contact).get(address(asked, "Aland"))
    assert "Het rapport is nu gepubliceerd. Lees het rapport" in page.text
    assert "Niet gereageerd" in page.text
    for name, person in people(asked).items():
        opens = [one for one in read(app, asked, person) if one.startswith("/rapporten/hoor/")]
        assert opens == ([address(asked, "Aland")] if name == "aland" else []) + (
            [address(asked, "'t Zwijgland")] if name == "zwijgland" else []
        ), name


def test_a_new_version_tells_what_was_wanted_of_the_one_before(asked: RapportWorld, new_client: NewClient) -> None:
    """Nothing is copied: the coördinator and the region itself read it, another region does not."""
    wish, anna = row(asked, "Aland"), asked.contact.actor
    hearing.answer(wish, HoorOordeel.ANDERS, "Drie, geen vier.", seen_revision=1, actor=anna)
    hearing.settle(asked.rapport, wish, NIET, "Zo stond het.", seen_revision=wish.revision, actor=asked.kim.actor)
    hearing.close(asked.rapport, actor=asked.kim.actor)
    for verb in (present, adopt):
        verb(asked.rapport, asked.kim.actor)
    newer = reports.make(asked.landelijk.uitvraag, actor=asked.kim.actor)
    hearing.ask(newer, clock.today() + timedelta(days=10), actor=asked.kim.actor)
    db.session.commit()
    told = "“Drie, geen vier.” Niet verwerkt: Zo stond het."
    assert f"Aland. {told}" in new_client().sign_in(asked.kim).get(f"/rapporten/{newer.id}/hoor").text
    pages = {one.regio.naam: f"/rapporten/hoor/{one.id}" for one in stored_hearing.rows_of(newer)}
    assert told in new_client().sign_in(asked.contact).get(pages["Aland"]).text
    other = make_contact(asked.landelijk.zwijgland)
    assert "geen vier" not in new_client().sign_in(other).get(pages["'t Zwijgland"]).text


def test_only_a_contact_of_the_region_answers(asked: RapportWorld, new_client: NewClient) -> None:
    one = row(asked, "Aland")
    assert not can(make_regiolezer(asked.landelijk.aland).actor, Action.HOOR_BEANTWOORDEN, one.facts)
    bland = make_contact(asked.landelijk.bland)
    new_client().sign_in(bland).post(
        f"/rapporten/hoor/{one.id}", {"oordeel": "klopt", "tekst": "", "revisie": "1"}, 404
    )
    assert one.oordeel is None
