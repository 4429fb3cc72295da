"""Remarks on answers on the screen: where they stand, and that the buttons lead back there."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.review.remarks import Zicht
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Opmerking, Reactie, User
from portal.services.remark import remarks
from portal.services.sheet import decisions, submit
from tests.client import StrictClient
from tests.reading.pages import words
from tests.running.queries import asked
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.remark import SheetRemarkWorld, make_sheet_remark_world, make_thread
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in


@pytest.fixture
def world(app: Flask) -> SheetRemarkWorld:
    return make_sheet_remark_world()


def here(world: SheetRemarkWorld, rest: str = "") -> str:
    return f"/antwoordbladen/{world.blad.id}{rest}"


def threads(client: StrictClient) -> list[str]:
    assert client.page is not None
    return [words(one) for one in client.page.find("//article[contains(@class, 'rp-thread')]")]


def send_back(world: SheetRemarkWorld) -> None:
    decisions.send_back(world.blad, None, "Graag aanvullen.", actor=world.coordinator.actor)
    db.session.commit()


# --- A reviewer -------------------------------------------------------------------------------------------------------


def test_a_reviewer_remarks_beside_the_answer_and_stays_there(client: StrictClient, world: SheetRemarkWorld):
    client.sign_in(world.beoordelaar).get(here(world, "/lezen"), 302)
    page = client.follow()
    forms = page.find("//section[@id='doelstelling']//form[.//textarea]")
    assert [one.get("action") for one in forms] == [here(world, "/opmerkingen")]
    data = {"over": "doelstelling", "tekst": "Waarom deels?", "zicht": "regio", "plek": "lezen"}
    client.post(here(world, "/opmerkingen"), data)
    (thread,) = all_rows(Opmerking)
    assert (thread.blad_id, thread.plan_id, thread.step_key) == (world.blad.id, None, "doelstelling")
    assert client.response.location == here(world, f"/lezen#opmerking-{thread.id}")
    page = client.get(submitted_page(world))
    assert "Waarom deels?" in words(page.one(f"//section[@id='doelstelling']//article[@id='opmerking-{thread.id}']"))
    client.submit(
        "Reactie plaatsen op de opmerking van Ana Beoordelaar", tekst="Graag een getal.", follow=False, status=302
    )
    assert client.response.location == here(world, f"/lezen#opmerking-{thread.id}")


def submitted_page(world: SheetRemarkWorld) -> str:
    indiening = submit.counting_submission(world.blad)
    assert indiening is not None
    return here(world, f"/indieningen/{indiening.id}")


def test_a_reviewer_picks_a_question_or_an_action(client: StrictClient, world: SheetRemarkWorld):
    page = client.sign_in(world.beoordelaar).get(here(world, "/opmerkingen"))
    assert page.h1 == "Opmerkingen bij de antwoorden van Bosstreek: Kwartaaluitvraag Q1 2024"
    assert [words(one) for one in page.find("//select[@name='over']/option")] == [
        "Kies een vraag of een actie",
        "Vraag 1: Afstemming",
        "Vraag 2: Voortgang van de acties",
        "Actie Een team vormen",
        "Vraag 3: Verwachtingen",
        "Vraag 4: Doelstelling",
        "Vraag 5: Successen en lessen",
    ]
    client.submit("Opmerking plaatsen", over=f"actie:{world.actie.id}", tekst="Loopt dit nog?", zicht="regio")
    (thread,) = all_rows(Opmerking)
    assert (thread.step_key, thread.actie_id) == ("voortgang", world.actie.id)
    assert client.page.url == here(world, f"/opmerkingen#opmerking-{thread.id}")
    assert "Bij actie: Een team vormen" in threads(client)[0]


def test_the_coordinator_finds_them_where_sheets_are_managed(client: StrictClient, world: SheetRemarkWorld):
    make_thread(world.blad, world.beoordelaar, Zicht.INTERN)
    page = client.sign_in(world.coordinator).get(
        f"/landelijk/uitvragen/{world.blad.uitvraag_id}/bladen/{world.blad.id}"
    )
    assert page.links["1 open opmerking"] == here(world, "/opmerkingen")


def test_beside_an_older_submission_stand_no_remarks(client: StrictClient, world: SheetRemarkWorld):
    make_thread(world.blad, world.beoordelaar)
    older = submitted_page(world)
    submit.correct(world.blad, world.contact.actor)
    hand_in(world.blad, world.contact)
    db.session.commit()
    client.sign_in(world.contact).get(older)
    assert threads(client) == []
    client.get(submitted_page(world))
    assert len(threads(client)) == 1


# --- The region -------------------------------------------------------------------------------------------------------


def test_start_leads_the_region_to_its_remarks(client: StrictClient, world: SheetRemarkWorld):
    make_thread(world.blad, world.beoordelaar, tekst="Een", step_key="voortgang")
    make_thread(world.blad, world.beoordelaar, Zicht.INTERN, "Twee")
    page = client.sign_in(world.contact).get("/")
    assert "U heeft een opmerking van de beoordelaar bij vraag 2 van Q1 2024." in page.text
    page = client.get(page.links["Opmerking bekijken"])
    assert client.page.url == here(world, "/opmerkingen?toon=open")
    assert len(threads(client)) == 1
    make_thread(world.blad, world.coordinator, tekst="Drie")
    page = client.get("/")
    assert "U heeft 2 opmerkingen van de beoordelaar bij vragen 1 en 2 van Q1 2024." in page.text


def test_the_sheet_counts_open_remarks_by_question(client: StrictClient, world: SheetRemarkWorld):
    make_thread(world.blad, world.beoordelaar, step_key="doelstelling")
    make_thread(world.blad, world.beoordelaar, Zicht.INTERN)
    page = client.sign_in(world.contact).get(here(world))
    assert [words(one) for one in page.find("//*[@class='rp-tasks__remarks']")] == ["1 opmerking"]
    assert page.links["1 open opmerking"] == here(world, "/opmerkingen")


def test_remarks_stand_below_the_question_that_is_sent_back(client: StrictClient, world: SheetRemarkWorld):
    thread = make_thread(world.blad, world.beoordelaar, tekst="Waarom deels?", step_key="doelstelling")
    make_thread(world.blad, world.beoordelaar, tekst="Elders")
    send_back(world)
    address = here(world, "/vraag/doelstelling")
    page = client.sign_in(world.contact).get(address)
    assert page.links["1 open opmerking bij deze vraag"] == "#opmerkingen-doelstelling"
    assert len(threads(client)) == 1
    client.submit("Reactie plaatsen op de opmerking van Ana Beoordelaar", tekst="Dat vullen wij aan.")
    assert client.page.url == f"{address}#opmerking-{thread.id}"
    client.submit("Opmerking plaatsen", tekst="Kijk jij?", zicht="eigen")
    assert client.page.url.startswith(f"{address}#opmerking-")
    assert len(threads(client)) == 2
    client.submit("Oplossen : opmerking van Ana Beoordelaar")
    assert client.page.url == f"{address}#opmerkingen-doelstelling"
    assert client.page.find("//p[contains(., '1 opgelost bij deze vraag')]")


def test_a_reviewer_sees_the_reply_and_that_the_answers_came_in_again(client: StrictClient, world: SheetRemarkWorld):
    thread = make_thread(world.blad, world.beoordelaar, step_key="doelstelling")
    remarks.reply(world.blad, thread.id, tekst="Staat er nu bij.", actor=world.contact.actor)
    client.sign_in(world.beoordelaar).get(submitted_page(world))
    assert "Staat er nu bij." in threads(client)[0]
    assert "Daarna zijn de antwoorden" not in threads(client)[0]
    send_back(world)
    hand_in(world.blad, world.contact)
    db.session.commit()
    client.get(submitted_page(world))
    assert "Daarna zijn de antwoorden opnieuw ingediend, vandaag om" in threads(client)[0]


def test_an_empty_reply_is_asked_for_on_the_list(client: StrictClient, world: SheetRemarkWorld):
    thread = make_thread(world.blad, world.beoordelaar)
    data = {"tekst": " ", "plek": "vraag", "gezien": "0"}
    page = client.sign_in(world.contact).post(here(world, f"/opmerkingen/{thread.id}/reactie"), data, 422)
    assert page.errors == ["Schrijf uw reactie op."]
    assert page.h1 == "Opmerkingen bij de antwoorden van Bosstreek: Kwartaaluitvraag Q1 2024"


# --- Doors ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rest", ["", "/1/reactie", "/1/oplossen", "/1/heropenen"])
def test_nobody_else_knows_of_it(client: StrictClient, world: SheetRemarkWorld, rest: str):
    make_thread(world.blad, world.beoordelaar)
    elsewhere = make_regio()
    for person, status in (
        (make_contact(elsewhere), 404),
        (make_regiolezer(elsewhere), 404),
        (make_user(Rol.BEHEERDER), 404),
        (make_user(Rol.LEZER), 403),
    ):
        client.sign_in(person)
        if rest:
            client.post(here(world, f"/opmerkingen{rest}"), {"tekst": "Hallo"}, status)
        else:
            client.get(here(world, "/opmerkingen"), status)
    assert all_rows(Reactie) == []


def test_a_thread_of_another_sheet_or_of_a_plan_is_not_there(client: StrictClient, world: SheetRemarkWorld):
    on_plan = make_thread(world.plan, world.beoordelaar)
    on_sheet = make_thread(world.blad, world.beoordelaar)
    client.sign_in(world.coordinator)
    data = {"tekst": "Ja", "plek": "lijst", "gezien": "0"}
    for rest in ("reactie", "oplossen", "heropenen"):
        client.post(here(world, f"/opmerkingen/{on_plan.id}/{rest}"), data, 404)
        client.post(f"/plannen/{world.plan.id}/opmerkingen/{on_sheet.id}/{rest}", data, 404)
    assert all_rows(Reactie) == []


@pytest.mark.parametrize(
    "plek", ["https://elders.example/", "onzin", "", "onderdeel", "beoordelen", "meelezen", "vraag"]
)
def test_a_form_cannot_send_somebody_elsewhere(client: StrictClient, world: SheetRemarkWorld, plek: str):
    data = {"over": "afstemming", "tekst": "Hoe vaak?", "zicht": "regio", "plek": plek}
    client.sign_in(world.beoordelaar).post(here(world, "/opmerkingen"), data)
    assert client.response.location.startswith(here(world, "/opmerkingen#"))


@pytest.mark.parametrize("over", ["actie:", "actie:99999999999999", "achtergrond", ""])
def test_a_place_that_does_not_exist_is_refused(client: StrictClient, world: SheetRemarkWorld, over: str):
    data = {"over": over, "tekst": "Ja", "zicht": "regio", "plek": "lijst"}
    page = client.sign_in(world.beoordelaar).post(here(world, "/opmerkingen"), data, 422)
    assert page.errors == [
        "Dit staat er niet (meer). De lijst is bijgewerkt. Kies opnieuw."
        if over
        else "Kies waarover uw opmerking gaat."
    ]
    assert words(page.one("//textarea[@name='tekst']")) == "Ja"


# --- Speed ------------------------------------------------------------------------------------------------------------


# How many questions are asked is the same on both databases.
@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_many_threads_ask_as_much_as_one(app: Flask):
    def page_with(size: int) -> tuple[User, str]:
        world = make_sheet_remark_world()
        for number in range(size):
            for step_key in ("afstemming", "doelstelling"):
                thread = make_thread(world.blad, make_user(Rol.BEOORDELAAR), tekst=f"Vraag {number}", step_key=step_key)
                remarks.reply(
                    world.blad, thread.id, tekst="Wij kijken.", actor=make_contact(world.blad.regios[0]).actor
                )
        db.session.commit()
        return world.contact, submitted_page(world)

    assert len(asked(app, page_with, 1)) == len(asked(app, page_with, 6))


def test_the_table_of_the_round_counts_what_a_reviewer_still_can_settle(app: Flask, world: SheetRemarkWorld) -> None:
    make_thread(world.blad, world.beoordelaar, Zicht.INTERN)
    make_thread(world.blad, world.beoordelaar, Zicht.REGIO, "Wat bedoelt u?")
    make_thread(world.blad, world.contact, Zicht.EIGEN)
    solved = make_thread(world.blad, world.beoordelaar, Zicht.REGIO, "Welk overleg?")
    remarks.resolve(world.blad, solved.id, actor=world.beoordelaar.actor)
    db.session.commit()
    client, regio = StrictClient(app), world.plan.naam
    for person in (world.beoordelaar, world.coordinator):
        page = client.sign_in(person).get(f"/landelijk/uitvragen/{world.blad.uitvraag_id}")
        assert page.links[f"2 open opmerkingen bij {regio}"] == here(world, "/opmerkingen")
    page = client.sign_in(make_user(Rol.LEZER)).get(f"/landelijk/uitvragen/{world.blad.uitvraag_id}")
    assert "open opmerking" not in page.text
