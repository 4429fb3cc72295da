"""The coördinator's pages of rounds, and what national readers see of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from forms.national import Soort, newest
from portal.domain import clock
from portal.domain.roles import Rol
from portal.domain.round.events import UitvraagEventSoort
from portal.domain.round.states import BladStatus, UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, Uitvraag, User
from portal.services.round import events, rounds
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_plan
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in, make_sheet_ready

TODAY = datetime(2024, 4, 10, 12, tzinfo=UTC)
ROUNDS = "/landelijk/uitvragen"


@pytest.fixture(autouse=True)
def _april(app: Flask) -> Iterator[None]:
    with clock.stopped_at(TODAY):
        yield


@pytest.fixture
def co(app: Flask) -> User:
    return make_user(Rol.COORDINATOR, naam="Roos Proef")


@pytest.fixture
def roos(client: StrictClient, co: User) -> StrictClient:
    return client.sign_in(co)


@pytest.fixture
def bas(new_client: Callable[[], StrictClient]) -> StrictClient:
    return new_client().sign_in(make_user(Rol.COORDINATOR, naam="Bas Voorbeeld"))


def filled(**changes: str) -> dict[str, Any]:
    return {
        "naam": "Kwartaaluitvraag Q1 2024",
        "periode_van": "1-1-2024",
        "periode_tot": "31-3-2024",
        "opent_op": "15 april 2024",
        "deadline": "30 april 2024",
        **changes,
    }


def the_round() -> Uitvraag:
    db.session.expire_all()
    (uitvraag,) = all_rows(Uitvraag)
    return uitvraag


def answered(blad: Antwoordblad) -> None:
    blad.indiening_nummer, blad.status = 1, BladStatus.INGEDIEND


def open_round(*names: str) -> Uitvraag:
    uitvraag = make_uitvraag(naam="Uitvraag Q1")
    for naam in names:
        make_blad(uitvraag, make_regio(naam))
    return uitvraag


def said(page: Page) -> str:
    """What the portal tells above the page."""
    return " ".join(words(one) for one in page.find("//*[contains(@class, 'rp-messages')]"))


# --- Making and changing ---------------------------------------------------------------------------------------------


def test_a_round_is_planned_changed_and_opened(roos: StrictClient) -> None:
    make_plan(make_regio("Een"), make_regio("Twee"))
    roos.get(ROUNDS)
    roos.get(f"{ROUNDS}/nieuw")
    page = roos.submit("Uitvraag plannen", **filled())
    assert page.h1 == "Kwartaaluitvraag Q1 2024"
    assert "Opent op maandag 15 april 2024 (nog 5 dagen)." in page.text
    assert "14, 7 en 1 dagen vóór de deadline; 1 en 7 dagen na de deadline" in page.text
    roos.get(f"{ROUNDS}/{the_round().id}/bewerken")
    roos.submit("Opslaan", deadline="7-5-2024", dagen_voor="3", dagen_na="", toelichting="Voor **allen**.")
    uitvraag = the_round()
    assert (str(uitvraag.deadline), uitvraag.herinner_dagen, uitvraag.edition) == (
        "2024-05-07",
        [3],
        newest(Soort.PROGRESS).key,
    )
    roos.get(f"{ROUNDS}/{uitvraag.id}")
    page = roos.submit("Nu openen")
    assert "De uitvraag is open. De contactpersonen krijgen bericht." in said(page)
    assert "Geen van de 2 regio’s heeft geantwoord, nog tot en met 7 mei." in page.text
    assert "Samen met Twee" in page.text


def test_a_round_may_ask_some_regions_only(roos: StrictClient) -> None:
    een, _, drie = (make_regio(naam) for naam in ("Een", "Twee", "Drie"))
    roos.get(f"{ROUNDS}/nieuw")
    page = roos.submit("Uitvraag plannen", **filled(), gevraagde_regios=[str(een.id), str(drie.id)])
    assert "Dan krijgen de contactpersonen van 2 regio’s meteen bericht." in page.text
    planned = roos.page
    roos.get(f"{ROUNDS}/{the_round().id}/bewerken")
    form, roos.page = roos.page, planned
    page = roos.submit("Nu openen")
    assert "Geen van de 2 regio’s heeft geantwoord" in page.text
    assert "Twee" not in page.text
    roos.page = form
    page = roos.submit("Opslaan", status=422, gevraagde_regios=[])
    assert "Vragen, periode, openingsdag en wie u vraagt liggen vast." in page.text


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("naam", " ", "Geef de uitvraag een naam, bijvoorbeeld “Kwartaaluitvraag Q1 2024”."),
        ("deadline", "14-4-2024", "De deadline ligt voor de openingsdag. Kies een latere deadline."),
        ("opent_op", "9-4-2024", "De openingsdag is al voorbij. Kies vandaag of een latere dag."),
        ("periode_tot", "1-12-2023", "De periode eindigt voordat zij begint. Draai de data om of pas er een aan."),
        ("periode_van", "ooit", "“ooit” bij “Periode van” is geen datum. Typ dag, maand en jaar, bijvoorbeeld 31-12-"),
        ("deadline", "31-2-2024", "“31-2-2024” bij “Deadline” staat niet op de kalender. Typ een dag die bestaat"),
        ("dagen_voor", "14, -3", "Vul bij “Herinneren vóór de deadline” hele dagen in van 0 tot en met 90"),
        ("dagen_na", "veel", "Vul bij “Herinneren na de deadline” hele dagen in van 0 tot en met 90"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_nothing_is_lost(
    roos: StrictClient, field: str, typed: str, told: str
) -> None:
    roos.get(f"{ROUNDS}/nieuw")
    page = roos.submit("Uitvraag plannen", status=422, **filled(toelichting="Lang verhaal.", **{field: typed}))
    assert told in " ".join(page.errors)
    assert "Lang verhaal." in page.html
    assert all_rows(Uitvraag) == []


def test_a_name_that_is_taken_is_told(roos: StrictClient) -> None:
    make_uitvraag(naam="Kwartaaluitvraag Q1 2024")
    roos.get(f"{ROUNDS}/nieuw")
    page = roos.submit("Uitvraag plannen", status=422, **filled())
    assert "Er is al een uitvraag met deze naam. Kies een andere naam." in page.text


def test_two_coordinators_edit_one_round_and_nothing_is_lost(roos: StrictClient, bas: StrictClient) -> None:
    uitvraag = make_uitvraag(status=UitvraagStatus.GEPLAND, naam="Uitvraag Q1")
    address = f"{ROUNDS}/{uitvraag.id}/bewerken"
    roos.get(address)
    bas.get(address)
    roos.submit("Opslaan", naam="Uitvraag van Roos")
    page = bas.submit("Opslaan", status=422, toelichting="Tekst van Bas")
    told = " ".join(words(one) for one in page.find("//*[contains(@class, 'rp-alert--warning')]"))
    # What is the same for both is not told; lists that were ticked are compared as lists.
    assert [one for one in ("Herinneren", "Alleen deze regio’s vragen", "Welke landelijke vragen") if one in told] == []
    assert "Roos Proef heeft de uitvraag gewijzigd (vandaag om 14:00)." in page.text
    assert "Uitvraag van Roos" in page.text
    assert "Tekst van Bas" in page.html
    assert the_round().toelichting == ""
    bas.submit("Opslaan", naam="Uitvraag van Roos")
    assert (the_round().naam, the_round().toelichting) == ("Uitvraag van Roos", "Tekst van Bas")


def test_who_edits_a_round_that_opened_meanwhile_is_told_and_keeps_what_was_typed(
    roos: StrictClient, bas: StrictClient
) -> None:
    uitvraag = make_uitvraag(status=UitvraagStatus.GEPLAND, naam="Uitvraag Q1")
    roos.get(f"{ROUNDS}/{uitvraag.id}/bewerken")
    bas.get(f"{ROUNDS}/{uitvraag.id}")
    bas.submit("Nu openen")
    page = roos.submit("Opslaan", status=422, periode_van="1-10-2023", naam="Andere naam")
    assert "Deze uitvraag is open. Vragen, periode, openingsdag en wie u vraagt liggen vast." in page.text
    assert "1-10-2023" in page.html
    assert the_round().naam == "Uitvraag Q1"


def test_an_open_round_shows_what_can_still_change(roos: StrictClient) -> None:
    uitvraag = make_uitvraag(naam="Uitvraag Q1")
    page = roos.get(f"{ROUNDS}/{uitvraag.id}/bewerken")
    assert not page.find("//*[@name='periode_van' or @name='opent_op' or @name='edition']")
    roos.submit("Opslaan", deadline="15-5-2024")
    assert str(the_round().deadline) == "2024-05-15"


@pytest.mark.parametrize("status", [UitvraagStatus.GESLOTEN, UitvraagStatus.AFGEROND])
def test_what_is_closed_is_not_edited(roos: StrictClient, status: UitvraagStatus) -> None:
    uitvraag = make_uitvraag(status=status)
    roos.get(f"{ROUNDS}/{uitvraag.id}/bewerken", 302)


# --- Own questions ---------------------------------------------------------------------------------------------------


def test_own_questions_are_added_changed_moved_and_removed(roos: StrictClient) -> None:
    uitvraag = make_uitvraag(status=UitvraagStatus.GEPLAND, edition="", naam="Losse vraag")
    page = roos.get(f"{ROUNDS}/{uitvraag.id}")
    assert "Deze uitvraag kan zo niet openen" in page.text
    roos.get(f"{ROUNDS}/{uitvraag.id}/vragen/nieuw")
    roos.submit("Vraag toevoegen", label="Hoe gaat het?", kind="long_text")
    roos.get(f"{ROUNDS}/{uitvraag.id}/vragen/nieuw")
    page = roos.submit("Vraag toevoegen", label="Doet u mee?", kind="choice", keuzes="Ja\n\nNee\n", required="y")
    assert "Nu openen" in page.text
    assert "Eén antwoord kiezen: Ja · Nee" in page.text
    first, second = the_round().extra_vragen
    assert second == {
        "key": second["key"],
        "label": "Doet u mee?",
        "kind": "choice",
        "required": True,
        "guidance": "",
        "choices": [{"key": "keuze_1", "label": "Ja"}, {"key": "keuze_2", "label": "Nee"}],
    }
    roos.get(f"{ROUNDS}/{uitvraag.id}/vragen/{first['key']}")
    roos.submit("Vraag opslaan", label="Hoe gaat het nu?")
    assert [one["key"] for one in the_round().extra_vragen] == [first["key"], second["key"]]
    roos.submit("Omhoog Doet u mee?")
    assert [one["label"] for one in the_round().extra_vragen] == ["Doet u mee?", "Hoe gaat het nu?"]
    roos.submit("Verwijderen Doet u mee?")
    assert [one["key"] for one in the_round().extra_vragen] == [first["key"]]


@pytest.mark.parametrize("keuzes", ["", "Ja", "Ja\nJa"])
def test_a_choice_needs_two_answers(roos: StrictClient, keuzes: str) -> None:
    uitvraag = make_uitvraag(status=UitvraagStatus.GEPLAND)
    roos.get(f"{ROUNDS}/{uitvraag.id}/vragen/nieuw")
    page = roos.submit("Vraag toevoegen", status=422, label="Doet u mee?", kind="choices", keuzes=keuzes)
    assert page.errors == ["Geef ten minste twee verschillende antwoorden, elk op een eigen regel."]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"label": "a" * 501}, "De vraag is te lang."),
        ({"keuzes": "\n".join(map(str, range(51)))}, "U geeft 51 antwoorden. Geef er hoogstens 50."),
        ({"keuzes": f"Ja\n{'a' * 201}"}, "Een van de antwoorden is te lang."),
    ],
)
def test_a_question_is_no_document(roos: StrictClient, typed: dict[str, str], told: str) -> None:
    uitvraag = make_uitvraag(status=UitvraagStatus.GEPLAND)
    roos.get(f"{ROUNDS}/{uitvraag.id}/vragen/nieuw")
    fine = {"label": "Doet u mee?", "kind": "choices", "keuzes": "Ja\nNee"}
    page = roos.submit("Vraag toevoegen", status=422, **{**fine, **typed})
    assert [error[: len(told)] for error in page.errors] == [told]


def test_two_coordinators_change_one_question(roos: StrictClient, bas: StrictClient) -> None:
    uitvraag = make_uitvraag(status=UitvraagStatus.GEPLAND)
    roos.get(f"{ROUNDS}/{uitvraag.id}/vragen/nieuw")
    roos.submit("Vraag toevoegen", label="Hoe gaat het?", kind="long_text")
    (question,) = the_round().extra_vragen
    address = f"{ROUNDS}/{uitvraag.id}/vragen/{question['key']}"
    roos.get(address)
    bas.get(address)
    roos.submit("Vraag opslaan", label="Van Roos")
    page = bas.submit("Vraag opslaan", status=422, label="Van Bas")
    assert "Iemand heeft deze vraag intussen gewijzigd." in page.text
    assert "Van Bas" in page.html
    assert the_round().extra_vragen[0]["label"] == "Van Roos"


def test_once_open_the_questions_stand(roos: StrictClient, bas: StrictClient) -> None:
    uitvraag = make_uitvraag(status=UitvraagStatus.GEPLAND)
    roos.get(f"{ROUNDS}/{uitvraag.id}/vragen/nieuw")
    bas.get(f"{ROUNDS}/{uitvraag.id}")
    bas.submit("Nu openen")
    page = roos.submit("Vraag toevoegen", status=422, label="Nog iets?", kind="short_text")
    assert "De vragen staan vast. Bas Voorbeeld heeft de uitvraag geopend (vandaag om 14:00)." in page.text
    assert "Nog iets?" in page.html
    assert the_round().extra_vragen == []


# --- Opening, closing, reopening -------------------------------------------------------------------------------------


def test_a_stale_button_says_who_was_first(roos: StrictClient, bas: StrictClient) -> None:
    uitvraag = open_round("Een")
    for browser in (roos, bas):
        browser.get(f"{ROUNDS}/{uitvraag.id}/sluiten")
    roos.submit("Uitvraag sluiten")
    page = bas.submit("Uitvraag sluiten")
    assert "dit was al gebeurd: Roos Proef heeft de uitvraag gesloten (vandaag om 14:00)." in said(page)
    assert page.text.count("heeft de uitvraag gesloten.") == 1


def test_closing_names_who_is_still_correcting(roos: StrictClient) -> None:
    uitvraag = open_round("Een", "Twee")
    blad = uitvraag.bladen[0]
    blad.indiening_nummer, blad.status = 1, BladStatus.HEROPEND
    db.session.commit()
    page = roos.get(f"{ROUNDS}/{uitvraag.id}/sluiten")
    assert f"{blad.naam} corrigeert nu nog. Sluit u, dan telt wat eerder is ingediend." in page.text


def test_a_double_click_closes_once_and_is_no_error(roos: StrictClient) -> None:
    uitvraag = open_round("Een")
    asked = roos.get(roos.get(f"{ROUNDS}/{uitvraag.id}").one("//a[text()='Uitvraag sluiten']").get("href"))
    assert "bericht" in asked.text
    seen = asked.one("//input[@name='gezien']").get("value")
    for _ in range(2):
        roos.post(f"{ROUNDS}/{uitvraag.id}/sluiten", {"gezien": seen})
    page = roos.follow()
    assert not page.find("//*[contains(@class, 'rp-alert--error')]")
    assert "dit was al gebeurd: Roos Proef heeft de uitvraag gesloten" in said(page)


def test_a_closed_round_reopens_with_a_reason(roos: StrictClient) -> None:
    uitvraag = open_round("Een")
    rounds.close_round(uitvraag, actor=make_user(Rol.COORDINATOR).actor)
    page = roos.get(f"{ROUNDS}/{uitvraag.id}")
    assert "De regio die wij vroegen, heeft niet geantwoord." in page.text
    page = roos.submit("Uitvraag heropenen", status=422)
    assert page.errors == ["Schrijf op waarom u de uitvraag weer opent. De regio’s lezen dit in hun mail."]
    page = roos.submit("Uitvraag heropenen", reden="Er was een storing.")
    assert "De uitvraag is weer open." in said(page)
    assert "Er was een storing." in page.text


# --- One sheet -------------------------------------------------------------------------------------------------------


def test_a_sheet_gets_an_extension_is_not_asked_and_is_asked_again(roos: StrictClient) -> None:
    uitvraag = open_round("Een", "Twee")
    blad = uitvraag.bladen[0]
    make_contact(blad.regios[0], naam="Kim Contact")
    page = roos.get(f"{ROUNDS}/{uitvraag.id}/bladen/{blad.id}")
    assert "Kim Contact" in page.text
    page = roos.submit("Uitstel geven", tot="12-4-2024", reden_uitstel="Ziekte", status=422)
    assert page.errors == [
        "Uitstel moet later zijn dan de deadline van de uitvraag, dinsdag 30 april 2024. Kies een latere dag."
    ]
    page = roos.submit("Uitstel geven", tot="31-5-2024")
    assert "Deadline: vrijdag 31 mei 2024 (nog 51 dagen), met uitstel" in page.text
    assert "Roos Proef heeft Een uitstel gegeven tot 31 mei 2024." in page.text
    page = roos.submit("Niet vragen", status=422)
    assert page.errors == ["Schrijf op waarom deze regio niet hoeft te antwoorden."]
    page = roos.submit("Niet vragen", reden_niet="Start pas in juni.")
    assert "De reden: Start pas in juni." in page.text
    seen = roos.get(f"{ROUNDS}/{uitvraag.id}").text
    assert "Geen van de 2 regio’s heeft geantwoord, nog tot en met 30 april. Niet gevraagd: " in seen
    roos.get(f"{ROUNDS}/{uitvraag.id}/bladen/{blad.id}")
    page = roos.submit("Toch vragen")
    assert "Roos Proef vraagt Een toch om antwoord." in page.text


def test_a_sheet_of_a_closed_round_is_reopened(roos: StrictClient) -> None:
    uitvraag = open_round("Een")
    rounds.close_round(uitvraag, actor=make_user(Rol.COORDINATOR).actor)
    roos.get(f"{ROUNDS}/{uitvraag.id}/bladen/{uitvraag.bladen[0].id}")
    page = roos.submit("Antwoordblad heropenen", heropend_tot="20-4-2024", reden_heropenen="U belde.")
    assert "Heropend tot en met zaterdag 20 april 2024 (nog 10 dagen)." in page.text


def test_a_stale_page_of_a_sheet_changes_nothing(roos: StrictClient, bas: StrictClient) -> None:
    uitvraag = open_round("Een")
    blad = uitvraag.bladen[0]
    for browser in (roos, bas):
        browser.get(f"{ROUNDS}/{uitvraag.id}/bladen/{blad.id}")
    roos.submit("Uitstel geven", tot="31-5-2024")
    page = bas.submit("Uitstel geven", status=422, tot="1-7-2024", reden_uitstel="Verlof")
    assert "Verlof" in page.html
    assert "Roos Proef heeft Een uitstel gegeven tot 31 mei 2024 (vandaag om 14:00)." in " ".join(page.errors)
    db.session.expire_all()
    assert str(db.session.get_one(Antwoordblad, blad.id).uitstel_tot) == "2024-05-31"


def test_a_sheet_of_another_round_is_not_here(roos: StrictClient) -> None:
    one, other = open_round("Een"), make_uitvraag()
    roos.get(f"{ROUNDS}/{other.id}/bladen/{one.bladen[0].id}", 404)


# --- Reading ---------------------------------------------------------------------------------------------------------


def test_the_list_says_in_one_sentence_who_is_missing(client: StrictClient) -> None:
    uitvraag = open_round("Haaglanden", "Zeeland", "Arnhem")
    answered(next(blad for blad in uitvraag.bladen if blad.naam == "Arnhem"))
    page = client.sign_in(make_user(Rol.LEZER)).get(ROUNDS)
    assert "1 van de 3 regio’s heeft geantwoord, nog tot en met 30 april; Haaglanden en Zeeland nog niet." in page.text
    assert not page.find("//a[normalize-space()='Nieuwe uitvraag']")


def test_not_asked_not_answered_and_not_yet_are_three_things(client: StrictClient) -> None:
    een, twee = make_regio("Een"), make_regio("Twee")
    now = make_uitvraag(naam="Nu")
    before = make_uitvraag(naam="Toen", status=UitvraagStatus.GESLOTEN, opent_op=clock.today() - timedelta(days=100))
    make_blad(now, een)
    make_blad(now, twee).niet_gevraagd = True
    make_blad(before, een)
    blad = make_blad(before, twee)
    answered(blad)
    page = client.sign_in(make_user(Rol.LEZER)).get(ROUNDS)
    cells = ["".join(cell.itertext()).split() for cell in page.find("//table[1]//td")[:4]]
    assert [" ".join(words) for words in cells] == [
        "Nog niet ingediend",
        "Niet beantwoord",
        "Niet gevraagd",
        "Ingediend Twee, Toen",
    ]
    links = [link.get("href") for link in page.find("//td//a")]
    assert links == [f"/antwoordbladen/{blad.id}"]


def test_a_lezer_sees_the_round_without_its_buttons(client: StrictClient) -> None:
    uitvraag = open_round("Een")
    page = client.sign_in(make_user(Rol.LEZER)).get(f"{ROUNDS}/{uitvraag.id}")
    assert "Een" in page.text
    assert not page.find("//main//form")
    assert not page.find("//a[contains(@href, '/bewerken') or contains(@href, '/bladen/')]")


def test_what_a_region_does_to_its_draft_is_told_to_nobody_else(client: StrictClient) -> None:
    uitvraag = open_round("Een")
    blad = uitvraag.bladen[0]
    contact = make_contact(blad.regios[0], naam="Kim Contact")
    events.record(uitvraag, UitvraagEventSoort.BLAD_BEWERKT, contact.actor, blad=blad, onderdeel="Verwachtingen")
    events.record(uitvraag, UitvraagEventSoort.UITSTEL, contact.actor, blad=blad, regios="Een", datum="1 mei")
    client.sign_in(make_user(Rol.COORDINATOR))
    for rest in ("", f"/bladen/{blad.id}"):
        page = client.get(f"{ROUNDS}/{uitvraag.id}{rest}")
        assert "heeft gewerkt aan" not in page.text
        assert "uitstel gegeven tot 1 mei" in page.text


def test_a_world_without_rounds_says_so(roos: StrictClient) -> None:
    assert "Er is nu geen uitvraag open." in roos.get(ROUNDS).text


@pytest.mark.parametrize("rest", ["", "/bewerken", "/vragen/nieuw", "/vragen/eigen_1", "/bladen/1"])
def test_what_does_not_exist_is_not_found(roos: StrictClient, rest: str) -> None:
    roos.get(f"{ROUNDS}/999999{rest}", 404)


# --- Sending back -----------------------------------------------------------------------------------------------------


def test_answers_are_sent_back_with_a_reason_that_the_region_reads(
    roos: StrictClient, new_client: Callable[[], StrictClient]
) -> None:
    blad = open_round("Zeeland").bladen[0]
    anna, place = make_contact(blad.regios[0]), f"{ROUNDS}/{blad.uitvraag_id}/bladen/{blad.id}"
    hand_in(make_sheet_ready(blad, anna), anna)
    db.session.commit()
    roos.get(place)
    page = roos.submit("Terugsturen", reden_terug="", terug_voor="1 mei", status=422)
    assert page.errors[0] == "Schrijf op waarom u de antwoorden terugstuurt."
    page = roos.submit("Terugsturen", reden_terug="Licht het **toe**.", terug_voor="7-5-2024")
    assert "De antwoorden zijn teruggestuurd. De contactpersonen krijgen bericht." in said(page)
    region = new_client().sign_in(anna)
    page = region.get(f"/antwoordbladen/{blad.id}")
    assert "Wij vragen u uw antwoorden aan te passen" in page.text
    assert "<strong>toe</strong>" in page.html
    assert "opnieuw in, uiterlijk dinsdag 7 mei 2024." in page.text
    region.get(f"/antwoordbladen/{blad.id}/controleren")
    assert region.submit("Indienen").h1 == "Uw antwoorden zijn ingediend"
    assert "Wij vragen u uw antwoorden" not in region.get(f"/antwoordbladen/{blad.id}").text


def test_an_explanation_of_a_round_or_a_question_has_a_limit_and_is_not_lost(roos: StrictClient) -> None:
    long, told = "woord " * 900, "Een toelichting heeft hoogstens 5.000 tekens. Uw tekst heeft er 5.400."
    roos.get(f"{ROUNDS}/nieuw")
    page = roos.submit("Uitvraag plannen", status=422, **filled(toelichting=long))
    assert told in page.text
    assert long.strip() in page.html
    roos.submit("Uitvraag plannen", **filled(toelichting="Kort."))
    roos.get(f"{ROUNDS}/{the_round().id}/vragen/nieuw")
    page = roos.submit("Vraag toevoegen", status=422, label="Lukt het?", kind="long_text", guidance=long)
    assert told in page.text
