"""A region answers a round: the sheet, its five questions, handing in and correcting, as people meet them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from forms.dutch.dates import still_until
from portal.domain import clock
from portal.domain.roles import Namens
from portal.domain.round.states import UitvraagStatus
from portal.models import Antwoordblad, BladIndiening, Mail, Plan, User
from portal.services import people
from portal.services.sheet import pen
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.people import make_contact, make_regio, make_regiolezer
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows
from tests.worlds.sheet import (
    SheetWorld,
    hand_in,
    ids_of,
    make_plan_in_force,
    make_q1,
    make_sheet_ready,
    make_sheet_world,
    put_answer,
    renew,
)


@pytest.fixture
def world(app: Flask) -> SheetWorld:
    return make_sheet_world()


@pytest.fixture
def plan(world: SheetWorld) -> Plan:
    return world.plan


@pytest.fixture
def anna(world: SheetWorld) -> User:
    return world.anna


@pytest.fixture
def blad(world: SheetWorld) -> Antwoordblad:
    """The sheet of this quarter; last quarter was handed in."""
    return world.blad


@pytest.fixture
def client(app: Flask, anna: User, blad: Antwoordblad) -> StrictClient:
    return StrictClient(app).sign_in(anna)


def address(blad: Antwoordblad, rest: str = "") -> str:
    return f"/antwoordbladen/{blad.id}{rest}"


PAGES = (
    "",
    "/vraag/afstemming",
    "/vraag/voortgang",
    "/vraag/verwachtingen",
    "/vraag/doelstelling",
    "/vraag/successen_lessen",
    "/controleren",
    "/lezen",
    "/leeg.docx",
    ".docx",
    "/leeg.pdf",
    ".pdf",
    "/eerder/doel_toelichting",
)


def test_all_pages_of_a_sheet_open(client: StrictClient, blad: Antwoordblad):
    client.get("/antwoordbladen")
    for rest in PAGES:
        client.get(address(blad, rest))


def test_a_quiet_quarter_in_one_act(client: StrictClient, blad: Antwoordblad):
    client.get(address(blad))
    page = client.submit("Zet alle 3 acties op ongewijzigd")
    assert "3 acties staan op ongewijzigd: gelijk aan Q4 2023." in page.html
    assert "3 van 3 beantwoord" in page.text
    assert "Rustig kwartaal?" not in page.text
    page = client.get(address(blad, "/vraag/voortgang"))
    assert page.text.count("gelijk aan Q4 2023") == 3
    assert "Alles wat nog open staat" not in page.text


def test_one_action_after_the_other(client: StrictClient, blad: Antwoordblad):
    _, second, third = ids_of(blad)
    client.get(address(blad, "/vraag/voortgang"))
    client.submit("Ongewijzigd bij actie 5a.1 Actie 1", follow=False, status=302)
    assert client.response is not None
    assert client.response.location == address(blad, f"/vraag/voortgang#actie-{second}")
    client.post(address(blad, f"/acties/{third}"), {"status": "afgerond", "toelichting": "Klaar.", "revisie": "0"})
    assert client.response.location.endswith(f"#actie-{second}"), "na de laatste komt wat nog open staat"
    client.post(address(blad, f"/acties/{second}"), {"status": "op_schema", "toelichting": "", "revisie": "0"})
    assert client.response.location.endswith("#klaar")
    assert "3 van 3 beantwoord" in client.get(address(blad, "/vraag/voortgang")).text


def test_a_script_gets_the_card_the_counter_and_where_to_go(client: StrictClient, blad: Antwoordblad):
    first, second, _ = ids_of(blad)
    json = {"headers": {"Accept": "application/json"}}
    client.post(address(blad, f"/acties/{first}/ongewijzigd"), {"revisie": "0"}, 200, **json)
    assert client.response is not None
    answer = client.response.get_json()
    assert (answer["teller"], answer["open"], answer["volgende"]) == ("1 van 3 beantwoord", 2, f"actie-{second}")
    assert "gelijk aan Q4 2023" in answer["kaart"]
    client.post(
        address(blad, f"/acties/{second}"), {"status": "aandacht", "toelichting": "", "revisie": "0"}, 422, **json
    )
    answer = client.response.get_json()
    assert answer["geweigerd"] is True
    assert "Schrijf bij “Vraagt aandacht” in een zin waarom." in answer["kaart"]


def test_aandacht_without_a_word_why_keeps_what_was_chosen(client: StrictClient, blad: Antwoordblad):
    second = ids_of(blad)[1]
    page = client.post(
        address(blad, f"/acties/{second}"), {"status": "gestopt", "toelichting": " ", "revisie": "0"}, 422
    )
    assert page.errors == ["Schrijf bij “Gestopt” in een zin waarom."]
    assert page.one(f"//input[@id='status-{second}-gestopt']").get("checked") is not None


@pytest.mark.parametrize("status", ["geweldig", "", "ONGEWIJZIGD"])
def test_a_status_outside_the_list_is_refused(client: StrictClient, blad: Antwoordblad, status: str):
    data = {"status": status, "toelichting": "Tekst.", "revisie": "0"}
    page = client.post(address(blad, f"/acties/{ids_of(blad)[0]}"), data, 422)
    assert page.errors == ["Kies hoe het met deze actie gaat."]
    assert "Tekst." in page.html


def test_a_colleague_was_first(client: StrictClient, blad: Antwoordblad):
    first = ids_of(blad)[0]
    url = address(blad, f"/acties/{first}")
    client.post(url, {"status": "afgerond", "toelichting": "Van een ander.", "revisie": "0"})
    page = client.post(url, {"status": "gestopt", "toelichting": "Van mij.", "revisie": "0"}, 409)
    assert "Er is niets overschreven." in page.text
    assert "Van een ander." in page.text
    assert "Van mij." in page.html
    # What is saved now starts from the newest revision.
    client.submit("Opslaan bij actie 5a.1 Actie 1")
    assert "Van mij." in client.get(address(blad, "/lezen")).text


def test_who_was_typing_while_a_colleague_handed_in_reads_back_what_was_chosen(
    client: StrictClient, blad: Antwoordblad, anna: User
):
    client.get(address(blad, "/vraag/afstemming"))
    hand_in(make_sheet_ready(blad, anna), anna)
    page = client.submit(
        "Opslaan en verder", status=409, afstemming_vorm="vast_overleg", afstemming_toelichting="**Elke** week."
    )
    assert page.h1 == "Uw antwoord is niet opgeslagen"
    assert "Ja, in een vast overleg" in page.text
    assert "**Elke** week." in page.text


def test_an_action_that_went_out_of_the_plan(client: StrictClient, blad: Antwoordblad):
    data = {"status": "gestopt", "toelichting": "Mijn lange verhaal.", "revisie": "0"}
    page = client.post(address(blad, "/acties/999999"), data, 409)
    assert page.h1 == "Uw antwoord is niet opgeslagen"
    assert "Mijn lange verhaal." in page.text


def test_texts_save_themselves_and_never_overwrite(client: StrictClient, blad: Antwoordblad):
    url = address(blad, "/vraag/doelstelling")
    data = {"doel_verwachting": "ja", "revisie_doel_verwachting": "0", "doel_toelichting": "Ja!"}
    json = {"headers": {"Accept": "application/json"}}
    client.post(url, {**data, "revisie_doel_toelichting": "0"}, 200, **json)
    assert client.response is not None
    assert client.response.get_json()["revisies"] == {"revisie_doel_verwachting": 1, "revisie_doel_toelichting": 1}
    stale = {**data, "doel_toelichting": "Nee!", "revisie_doel_toelichting": "0"}
    client.post(url, stale, 409, **json)
    page = client.post(url, stale, 409)
    assert page.h1 == "Voeg de antwoorden samen"
    assert "Ja!" in page.text
    page = client.submit("Dit antwoord opslaan")
    assert "Nee!" in page.html
    page = client.get(address(blad, "/lezen"))
    assert "Nee!" in page.text


def test_the_same_answer_as_last_quarter(client: StrictClient, blad: Antwoordblad):
    client.get(address(blad, "/vraag/afstemming"))
    page = client.submit("Zelfde antwoord als Q4 2023")
    assert page.one("//input[@id='afstemming_vorm-0']").get("checked") is not None
    assert "Zelfde antwoord als Q4 2023" not in page.text


def test_lists_several_at_once_change_remove_and_undo(client: StrictClient, blad: Antwoordblad):
    url = address(blad, "/vraag/successen_lessen")
    client.get(url)
    client.submit("Succes toevoegen", status=422, **{"successen-tekst": "Een\n\nTwee\nDrie"})
    page = client.submit("3 successen toevoegen")
    assert page.text.count("Bewerken: ") == 3
    page = client.submit("Verwijderen: Twee")
    assert "Verwijderd: Twee" in page.text
    page = client.submit("Terugzetten: Twee")
    page = client.submit("Omhoog: Drie")
    texts = [words(one) for one in page.find("//section[@id='successen']//ol/li/div[@class='rp-flow']")]
    assert texts == ["Een", "Drie", "Twee"]


def test_a_list_pasted_from_a_mail_loses_its_bullets_and_numbers(client: StrictClient, blad: Antwoordblad):
    client.get(address(blad, "/vraag/successen_lessen"))
    pasted = "- Een\n\u2022\tTwee\n-\n3. Drie\n2027 is rustig\n\n-5 aanvragen"
    client.submit("Succes toevoegen", status=422, **{"successen-tekst": pasted})
    page = client.submit("5 successen toevoegen")
    texts = [words(one) for one in page.find("//section[@id='successen']//ol/li/div[@class='rp-flow']")]
    assert texts == ["Een", "Twee", "Drie", "2027 is rustig", "-5 aanvragen"]


def test_an_expectation_without_a_party_keeps_the_text(client: StrictClient, blad: Antwoordblad):
    client.get(address(blad, "/vraag/verwachtingen"))
    page = client.submit("Verwachting toevoegen", status=422, **{"verwachtingen-tekst": "Duidelijkheid"})
    assert page.errors == ["Kies van wie u dit verwacht."]
    assert "Duidelijkheid" in page.html
    page = client.submit("Verwachting toevoegen", **{"verwachtingen-aan": "nza"})
    assert "Van NZa" in page.text


def test_hostile_texts_come_out_as_text(client: StrictClient, blad: Antwoordblad):
    nasty = "<script>alert(1)</script> =1+1 \u202e ✓ " + "lang " * 40_000
    first = ids_of(blad)[0]
    client.post(address(blad, f"/acties/{first}"), {"status": "aandacht", "toelichting": nasty, "revisie": "0"})
    client.get(address(blad, "/vraag/successen_lessen"))
    client.submit("Les toevoegen", **{"lessen-tekst": nasty})
    for rest in ("/vraag/voortgang", "/vraag/successen_lessen", "/controleren", "/lezen"):
        page = client.get(address(blad, rest))
        assert "<script>alert" not in page.html
        assert "alert(1)" in page.text
    client.get(address(blad, ".docx"))
    client.get(address(blad, ".pdf"))


def test_what_is_missing_has_a_link(client: StrictClient, blad: Antwoordblad):
    page = client.get(address(blad, "/controleren"))
    assert "Nog 3 vragen zijn niet klaar" in page.text
    assert "0 van 3 beantwoord" in page.text
    assert not page.find("//form[contains(@action, '/indienen')]")


def test_handing_in_twice_is_one_receipt_and_one_mail_each(
    client: StrictClient, blad: Antwoordblad, plan: Plan, anna: User
):
    bram = make_contact(plan.regios[0], Namens.ZORGKANTOOR, naam="Bram Proef")
    make_sheet_ready(blad, anna)
    of_last_quarter = {mail.id for mail in all_rows(Mail)}
    client.get(address(blad, "/controleren"))
    page = client.submit("Indienen")
    assert page.h1 == "Uw antwoorden zijn ingediend"
    receipt = page.url
    client.post(address(blad, "/indienen"), {"namens": "gemeente", "indieningen": "0"})
    assert client.response is not None
    assert client.response.location == receipt
    sent = [(mail.soort, mail.aan) for mail in all_rows(Mail) if mail.id not in of_last_quarter]
    contacts = {one.account.email for one in people.contacts_of_plan(blad)}
    assert {anna.email, bram.email} <= contacts
    assert sorted(sent) == sorted(("blad_ingediend", one) for one in contacts)


def test_correcting_and_handing_in_again(client: StrictClient, blad: Antwoordblad, anna: User):
    hand_in(make_sheet_ready(blad, anna), anna)
    client.get(address(blad))
    page = client.submit("Corrigeren")
    assert "telt, totdat u opnieuw indient." in page.text
    assert "Nog niet opnieuw ingediend" in client.get(address(blad, "/lezen")).text
    client.get(address(blad, "/controleren"))
    assert client.submit("Indienen").h1 == "Uw antwoorden zijn ingediend"


def test_the_start_page_asks_first_for_the_round(client: StrictClient, blad: Antwoordblad):
    page = client.get("/")
    first = words(page.find("//ul[@class='rp-asks']/li")[0])
    assert first.startswith(f"Kwartaaluitvraag Q1 2024: {still_until(blad.deadline, clock.today())}. Er is nog niets")
    client.post(address(blad, f"/acties/{ids_of(blad)[0]}/ongewijzigd"), {"revisie": "0"})
    assert "1 van 3 acties beantwoord." in client.get("/").text


def test_after_the_deadline_it_says_too_late_and_still_takes_answers(app: Flask):
    regio = make_regio()
    late = make_uitvraag(naam="Kwartaaluitvraag Q2 2024", deadline=clock.today() - timedelta(days=2))
    blad, contact = make_blad(late, regio), make_contact(regio)
    client = StrictClient(app).sign_in(contact)
    assert "te laat" in client.get("/").text
    assert "Te laat" in client.get(address(blad)).text
    client.get(address(blad, "/vraag/doelstelling"))
    client.submit("Opslaan en terug naar alle vragen", doel_verwachting="ja")


@pytest.mark.parametrize("what", ["gesloten", "niet gevraagd"])
def test_a_sheet_that_takes_no_answers_says_why_and_can_be_read(app: Flask, what: str):
    regio = make_regio()
    contact = make_contact(regio)
    status = UitvraagStatus.GESLOTEN if what == "gesloten" else UitvraagStatus.OPEN
    blad = make_blad(make_uitvraag(status=status), regio)
    blad.niet_gevraagd = what == "niet gevraagd"
    put_answer(blad, "doel_toelichting", "Ons verhaal.", door=contact)
    client = StrictClient(app).sign_in(contact)
    page = client.get(address(blad))
    assert pen.why_not(blad) in page.text
    client.get(address(blad, "/vraag/doelstelling"), 302)
    client.get(address(blad, "/controleren"), 302)
    data = {"doel_verwachting": "ja", "revisie_doel_verwachting": "0", "doel_toelichting": "Nog iets."}
    page = client.post(address(blad, "/vraag/doelstelling"), {**data, "revisie_doel_toelichting": "1"}, 409)
    assert "Nog iets." in page.text
    assert "Ons verhaal." in client.get(address(blad, "/lezen")).text
    actie = {"status": "op_schema", "toelichting": "", "revisie": "0"}
    client.post(address(blad, "/acties/1"), actie, 409)
    client.post(address(blad, "/ongewijzigd"))
    client.post(address(blad, "/indienen"), {"namens": "gemeente", "indieningen": "0"})
    assert all_rows(BladIndiening) == []


def test_a_region_without_a_plan_gets_the_other_questions(app: Flask):
    regio = make_regio()
    blad = make_blad(make_q1(), regio)
    client = StrictClient(app).sign_in(make_contact(regio))
    assert "Rustig kwartaal?" not in client.get(address(blad)).text
    page = client.get(address(blad, "/vraag/voortgang"))
    assert "Uw regio had geen plan toen deze uitvraag open ging." in page.text
    assert page.one("//textarea[@id='voortgang_toelichting']") is not None


def test_a_joint_plan_is_answered_once_and_a_region_can_differ(app: Flask):
    a, b = make_regio("Aastreek"), make_regio("Beestreek")
    blad = make_blad(make_q1(), plan=make_plan_in_force(a, b))
    client = StrictClient(app).sign_in(make_contact(b))
    page = client.get(address(blad, "/vraag/doelstelling"))
    assert "Geldt voor beide regio’s: Aastreek en Beestreek." in page.text
    prefix = f"regio{b.id}-"
    page = client.submit("Opslaan voor Beestreek", **{f"{prefix}doel_verwachting": "nee"})
    assert "Beestreek: wijkt af" in page.text
    page = client.get(address(blad, "/lezen"))
    assert "Beestreek wijkt af" in page.text
    elsewhere = make_regio()
    client.post(address(blad, f"/vraag/doelstelling/regio/{elsewhere.id}"), {}, 404)
    client.get(address(blad, "/vraag/successen_lessen"))
    client.submit("Succes toevoegen", **{"successen-tekst": "Gelukt", "successen-regio": a.code})
    assert "Alleen voor Aastreek" in client.get(address(blad, "/vraag/successen_lessen")).text


def test_the_new_plan_is_offered_and_taken_over(client: StrictClient, blad: Antwoordblad, plan: Plan, anna: User):
    assert "Uw plan is veranderd" not in client.get(address(blad)).text
    renew(plan, drop=ids_of(blad)[0], actor=anna.actor)
    client.get(address(blad))
    page = client.submit("Nieuwe acties overnemen")
    assert "De acties van uw nieuwe plan staan nu bij de vragen." in page.html
    assert "Actie 9" in client.get(address(blad, "/vraag/voortgang")).text


def test_other_people_of_the_region_read_along_and_change_nothing(app: Flask, blad: Antwoordblad):
    client = StrictClient(app).sign_in(make_regiolezer(blad.regios[0]))
    page = client.get(address(blad))
    assert "De contactpersonen van uw regio beantwoorden deze vragen." in page.text
    client.get(address(blad, "/lezen"))
    client.get(address(blad, "/vraag/afstemming"), 403)
    client.post(address(blad, "/ongewijzigd"), {}, 403)


def test_own_questions_of_a_round_come_behind_the_national_ones(app: Flask):
    regio = make_regio()
    extra = {"key": "extra_1", "label": "Wat vindt u van het portaal?", "kind": "long_text", "required": True}
    blad = make_blad(make_uitvraag(edition="", extra_vragen=[extra]), regio)
    client = StrictClient(app).sign_in(make_contact(regio))
    assert "Wat vindt u van het portaal?" in client.get(address(blad)).text
    client.get(address(blad, "/vraag/extra_1"))
    client.submit("Opslaan en verder", extra_1="Handig.")
    assert client.submit("Indienen").h1 == "Uw antwoorden zijn ingediend"
    client.post(address(blad, "/acties/1"), {"status": "op_schema", "toelichting": "", "revisie": "0"}, 404)


def test_once_handed_in_the_answers_in_a_file_are_the_submission(client: StrictClient, blad: Antwoordblad, anna: User):
    indiening = hand_in(make_sheet_ready(blad, anna), anna)

    for ending in (".docx", ".pdf"):
        client.get(address(blad, ending), 302)

        assert client.response is not None
        assert client.response.location == address(blad, f"/indieningen/{indiening.id}{ending}")


def test_two_people_in_one_answer_are_merged_or_asked(client: StrictClient, blad: Antwoordblad, plan: Plan) -> None:
    bram = StrictClient(client.app).sign_in(make_contact(plan.regios[0], Namens.ZORGKANTOOR, naam="Bram Proef"))
    here, save = address(blad, "/vraag/doelstelling"), "Opslaan en terug naar alle vragen"
    client.get(here)
    client.submit(save, doel_verwachting="ja", doel_toelichting="Een.\n\nTwee.")
    for who in (client, bram):
        who.get(here)
    client.submit(save, doel_toelichting="Een, van Anna.\n\nTwee.")
    page = bram.submit(save, doel_toelichting="Een.\n\nTwee, van Bram.")
    assert "Samengevoegd met de wijziging van Anna Proef" in page.html
    merged = "Een, van Anna.\n\nTwee, van Bram."
    assert client.get(here).one("//textarea[@name='doel_toelichting']").text == merged
    for who in (client, bram):
        who.get(here)
    client.submit(save, doel_toelichting=merged + " Nog iets.")
    page = bram.submit(save, status=409, doel_toelichting=merged + " Iets anders.")
    sides = [words(one) for one in page.find("//*[contains(@class, 'rp-compare__text')]")]
    assert sides == ["Twee, van Bram. Nog iets.", "Twee, van Bram. Iets anders."]
    both = "Een, van Anna.\n\nTwee, van Bram. Nog iets.\n\nTwee, van Bram. Iets anders."
    assert page.one("//textarea[@name='doel_toelichting']").text == both


def test_what_a_region_of_a_joint_plan_said_before_can_be_read_and_put_back(app: Flask) -> None:
    noord, zuid = make_regio("Noordstreek"), make_regio("Zuidstreek")
    anna = make_contact(noord, naam="Anna Proef")
    bram = make_contact(zuid, Namens.ZORGKANTOOR, naam="Bram Proef")
    blad = make_blad(make_q1(), plan=make_plan_in_force(noord, zuid))
    here, save = address(blad, "/vraag/doelstelling"), f"Opslaan voor {zuid.naam}"
    field = f"regio{zuid.id}-doel_toelichting"
    client = StrictClient(app)
    for who, text in ((anna, "Van Anna."), (bram, "Van Bram.")):
        client.sign_in(who).get(here)
        client.submit(save, **{field: text})
    earlier = f"{address(blad)}/eerder/doel_toelichting?regio={zuid.id}"
    client.get(here).one(f"//a[@href='{earlier}']")
    page = client.get(earlier)
    assert (zuid.naam in page.h1, "Van Anna." in page.text) == (True, True)
    (back,) = [words(one) for one in page.find("//main//button")]
    client.submit(back)
    assert client.get(here).one(f"//textarea[@name='{field}']").text == "Van Anna."
    client.get(f"{address(blad)}/eerder/doel_toelichting?regio=999", 404)
