"""The pages of what regions expect: the list with its choices, answering, the downloads, and what the region reads."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from flask import Flask
from openpyxl import load_workbook

from portal.domain.roles import Rol
from portal.domain.round.states import BladStatus
from portal.extensions import db
from portal.models import Antwoordblad, BladIndiening, BladRegel, Mail, User, VerwachtingAntwoord
from portal.services.feedback import expectations
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.feedback import add_regel, hand_in
from tests.worlds.people import make_contact, make_organisatie, make_regio, make_user
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows

LIJST = "/landelijk/verwachtingen"
NASTY = "=1+1 <script>alert(1)</script> \U0001f600 \u200fom"


@pytest.fixture
def blad(app: Flask) -> Antwoordblad:
    return make_blad(make_uitvraag(naam="Q1 2024"), make_regio("Modelland"))


@pytest.fixture
def regel(blad: Antwoordblad) -> BladRegel:
    """An expectation that was handed in, among others."""
    regel = add_regel(blad, "Duidelijke tarieven", "nza")
    hand_in(blad, regel, add_regel(blad, "Meer geld", "vws"), add_regel(blad, "Kom naar het overleg", "regio"))
    return regel


@pytest.fixture
def kim(client: StrictClient, regel: BladRegel) -> StrictClient:
    user = make_user(Rol.BEOORDELAAR, naam="Kim Bedacht", organisatie=make_organisatie("NZa Proef"))
    return client.sign_in(user)


def address(regel: BladRegel) -> str:
    return f"{LIJST}/{regel.id}"


def answered(client: StrictClient, regel: BladRegel, tekst: str = "In juni.", datum: str = "") -> None:
    client.get(address(regel))
    client.submit("Antwoord opslaan", tekst=tekst, datum=datum)


# --- the sheet itself


def test_the_answers_stand_where_the_region_reads_its_own_sheet(
    kim: StrictClient, blad: Antwoordblad, regel: BladRegel
) -> None:
    answered(kim, regel, "In juni is het besluit er.")
    kim.sign_in(make_contact(blad.regios[0]))
    (handed_in,) = all_rows(BladIndiening)
    frozen = f"/antwoordbladen/{blad.id}/indieningen/{handed_in.id}"
    assert "In juni is het besluit er." in kim.get(frozen).text
    assert "In juni is het besluit er." in words_in(kim, f"{frozen}.docx")
    blad.status = BladStatus.HEROPEND
    for page in ("lezen", "controleren"):
        assert "In juni is het besluit er." in kim.get(f"/antwoordbladen/{blad.id}/{page}").text


def words_in(client: StrictClient, url: str) -> str:
    """Everything in the tables of a Word file."""
    client.get(url)
    assert client.response is not None
    tables = Document(BytesIO(client.response.data)).tables
    return "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)


# --- the list


def test_the_list_is_grouped_by_party_with_counts_and_regions(kim: StrictClient) -> None:
    page = kim.get(LIJST)
    assert page.h1 == "Wat verwachten de regio’s?"
    assert "1 regio heeft 2 verwachtingen van landelijke partijen. 0 van de 2 hebben een antwoord." in page.text
    assert [words(heading) for heading in page.find("//main//h2")] == [
        "VWS (1, 1 zonder antwoord)",
        "NZa (1, 1 zonder antwoord)",
        "Betrokkenen in de regio (1)",
    ]
    assert "Kom naar het overleg" in page.text
    assert page.text.count("Beantwoorden") == 2


def test_what_was_chosen_stands_in_the_address(kim: StrictClient, blad: Antwoordblad, regel: BladRegel) -> None:
    kim.get(LIJST)
    page = kim.submit("Tonen", aan="nza", open="ja")
    assert "Duidelijke tarieven" in page.text
    assert "Meer geld" not in page.text
    answered(kim, regel)
    assert "Er zijn geen verwachtingen bij deze keuze." in kim.get(f"{LIJST}?aan=nza&open=ja").text


def test_without_a_choice_the_newest_round_is_shown_and_all_rounds_can_be(kim: StrictClient) -> None:
    nieuw = make_blad(make_uitvraag(naam="Q2 2024"), make_regio("Proefdal"))
    nieuw.uitvraag.periode_tot = nieuw.uitvraag.deadline
    expected = add_regel(nieuw, "Sneller indiceren", "ciz")
    hand_in(nieuw, expected)
    page = kim.get(LIJST)
    assert ("Sneller indiceren" in page.text, "Meer geld" in page.text) == (True, False)
    assert "Ook in een andere uitvraag wachten verwachtingen op antwoord: Q1 2024 (2)." in page.text
    page = kim.get(f"{LIJST}?uitvraag=alle")
    assert ("Sneller indiceren" in page.text, "Meer geld" in page.text) == (True, True)
    # Nothing waits in the newest round: it opens with the one in which something does.
    answered(kim, expected)
    page = kim.get(LIJST)
    assert ("Sneller indiceren" in page.text, "Meer geld" in page.text) == (False, True)


@pytest.mark.parametrize("query", ["uitvraag=999999", "uitvraag=x&aan=niemand&open=nee", "aan=%00"])
def test_a_choice_that_does_not_exist_is_no_choice(kim: StrictClient, query: str) -> None:
    assert "Meer geld" in kim.get(f"{LIJST}?{query}").text


def test_an_empty_country_has_an_empty_list(client: StrictClient) -> None:
    client.sign_in(make_user(Rol.LEZER))
    assert "Er zijn geen verwachtingen bij deze keuze." in client.get(LIJST).text
    client.get(f"{LIJST}.docx")
    client.get(f"{LIJST}.xlsx")


def test_a_reader_reads_and_does_not_answer(client: StrictClient, regel: BladRegel) -> None:
    client.sign_in(make_user(Rol.LEZER))
    assert "Beantwoorden" not in client.get(LIJST).text
    assert client.get(address(regel), None).status == 403


# --- answering


def test_an_answer_with_a_date_is_on_the_list(kim: StrictClient, regel: BladRegel) -> None:
    answered(kim, regel, "De tarieven staan in **juni** vast.", "1-6-2024")
    page = kim.get(LIJST)
    assert "1 van de 2 heeft een antwoord." in page.text
    assert "Gereed op 1 juni 2024." in page.text
    assert "Kim Bedacht, NZa Proef" in page.text


def test_after_answering_the_same_choice_is_shown(kim: StrictClient, regel: BladRegel) -> None:
    kim.get(f"{address(regel)}?uitvraag=alle&aan=nza&vreemd=1")
    kim.submit("Antwoord opslaan", status=302, follow=False, tekst="In juni.")
    assert kim.response is not None
    assert kim.response.location == f"{LIJST}?uitvraag=alle&aan=nza#verwachting-{regel.id}"


def test_an_empty_answer_is_sent_back_and_keeps_what_was_typed(kim: StrictClient, regel: BladRegel) -> None:
    kim.get(address(regel))
    page = kim.submit("Antwoord opslaan", status=422, tekst=" ", datum="1 juli 2024")
    assert page.errors
    assert 'value="1 juli 2024"' in page.html
    page = kim.submit("Antwoord opslaan", status=422, tekst="In juli", datum="straks")
    assert "In juli" in page.text
    assert all_rows(VerwachtingAntwoord) == []


def test_the_second_of_two_sees_the_answer_of_the_first(
    kim: StrictClient, regel: BladRegel, new_client: Callable[[], StrictClient]
) -> None:
    bo = new_client().sign_in(make_user(Rol.COORDINATOR, naam="Bo Verzonnen"))
    bo.get(address(regel))
    answered(kim, regel, "In juni.")
    page = bo.submit("Antwoord opslaan", status=409, tekst="Nooit.")
    assert "Kim Bedacht heeft deze verwachting van Modelland intussen ook beantwoord." in page.text
    assert "In juni." in page.text
    assert "Nooit." in page.text
    assert len(all_rows(VerwachtingAntwoord)) == 1
    bo.submit("Antwoord opslaan", tekst="In juni of juli.")
    assert [one.tekst for one in all_rows(VerwachtingAntwoord)] == ["In juni.", "In juni of juli."]
    page = bo.get(address(regel))
    assert "De regio ziet het nieuwste antwoord." in page.text


@pytest.mark.parametrize("tekst", ["Concept", "Kom naar het overleg"])
def test_what_was_not_handed_in_or_is_for_the_region_itself_is_not_there(
    kim: StrictClient, blad: Antwoordblad, tekst: str
) -> None:
    add_regel(blad, "Concept", "vws")
    regel = next(one for one in all_rows(BladRegel) if one.tekst == tekst)
    assert kim.get(address(regel), None).status == 404
    kim.post(address(regel), {"tekst": "Ja", "datum": "", "gezien": "0", "gezien_ook": ""}, 404)


@pytest.mark.parametrize("data", [{}, {"tekst": "Ja"}, {"tekst": "Ja", "datum": ""}])
def test_a_post_that_our_page_did_not_make_is_refused(
    kim: StrictClient, regel: BladRegel, data: dict[str, str]
) -> None:
    kim.post(address(regel), data, 400)
    kim.post(address(regel), {"tekst": "Ja", "datum": "", "gezien": "veel", "gezien_ook": ""}, 422)
    assert all_rows(VerwachtingAntwoord) == []


# --- documents


def test_word_and_excel_hold_the_same_lines(kim: StrictClient, regel: BladRegel) -> None:
    answered(kim, regel, NASTY, "1-6-2024")
    kim.get(f"{LIJST}.xlsx?aan=nza")
    assert kim.response is not None
    sheet = load_workbook(BytesIO(kim.response.data))["Verwachtingen"]
    (row,) = list(sheet.iter_rows(min_row=2, values_only=True))
    assert row[:5] == ("NZa", "Duidelijke tarieven", "Modelland", "Q1 2024", NASTY)
    kim.get(f"{LIJST}.docx")
    word = Document(BytesIO(kim.response.data if kim.response else b""))
    assert [
        paragraph.text for paragraph in word.paragraphs if paragraph.style and paragraph.style.name == "Heading 1"
    ] == [
        "VWS",
        "NZa",
        "Betrokkenen in de regio",
    ]
    assert [cell.text for cell in word.tables[1].rows[1].cells] == [
        "Duidelijke tarieven",
        "Modelland",
        "Q1 2024",
        NASTY,
        "1 juni 2024",
    ]


# --- the region


def test_the_region_reads_the_answer(
    kim: StrictClient, blad: Antwoordblad, regel: BladRegel, new_client: Callable[[], StrictClient]
) -> None:
    answered(kim, regel, "In juni.", "1-6-2024")
    anna = new_client().sign_in(make_contact(blad.regios[0]))
    page = anna.get(f"/antwoordbladen/{blad.id}/verwachtingen")
    assert "1 van de 2 verwachtingen van landelijke partijen heeft een antwoord." in page.text
    assert "Gereed op 1 juni 2024." in page.text
    assert "Dit is aan de regio zelf" in page.text


def test_another_region_does_not_know_of_it(blad: Antwoordblad, regel: BladRegel, client: StrictClient) -> None:
    other: User = make_contact(make_regio())
    client.sign_in(other)
    db.session.commit()
    assert client.get(f"/antwoordbladen/{blad.id}/verwachtingen", None).status == 404
    assert client.get(LIJST, None).status == 403


def test_a_sheet_that_was_not_handed_in_says_nothing_was(client: StrictClient, blad: Antwoordblad) -> None:
    add_regel(blad, "Nog niet af", "vws")
    client.sign_in(make_contact(blad.regios[0]))
    page = client.get(f"/antwoordbladen/{blad.id}/verwachtingen")
    assert "Er zijn geen verwachtingen van landelijke partijen ingediend." in page.text
    assert "Nog niet af" not in page.text


# --- the same of several regions


@pytest.fixture
def same(regel: BladRegel, blad: Antwoordblad) -> list[BladRegel]:
    """What two other regions expect in the same words, whatever their capitals and signs."""
    found = []
    for naam, tekst in (("Proefdal", "duidelijke tarieven!"), ("Testkust", "Duidelijke  tarieven")):
        other = make_blad(blad.uitvraag, make_regio(naam))
        found.append(add_regel(other, tekst, "nza"))
        hand_in(other, found[-1], add_regel(other, "Duidelijke tarieven", "vws"))
    return found


def answers() -> list[tuple[int, str]]:
    return [(one.regel_id, one.tekst) for one in all_rows(VerwachtingAntwoord)]


def test_the_same_expectations_are_answered_in_one_go(
    kim: StrictClient, regel: BladRegel, same: list[BladRegel]
) -> None:
    page = kim.get(address(regel))
    assert "Geldt uw antwoord ook voor deze regio’s?" in page.text
    kim.submit("Antwoord opslaan", tekst="In juni.")
    assert kim.page is not None
    assert "Uw antwoord aan Modelland, Proefdal en Testkust is opgeslagen." in kim.page.html
    assert answers() == [(one.id, "In juni.") for one in (regel, *same)]
    page = kim.get(address(regel))
    assert [words(one) for one in page.find("//label[contains(., 'antwoord)')]")] == [
        "Proefdal (kreeg hetzelfde antwoord)",
        "Testkust (kreeg hetzelfde antwoord)",
    ]


def test_saving_what_stands_there_changes_nothing_and_only_who_gets_another_answer_is_named(
    kim: StrictClient, regel: BladRegel, same: list[BladRegel]
) -> None:
    given_by = make_user(Rol.BEOORDELAAR).actor
    for one in (regel, same[0]):
        line = expectations.find(one.id)
        assert line is not None
        expectations.answer(line, tekst="In juni.", datum=None, actor=given_by, seen=0)
    db.session.commit()
    mails = len(all_rows(Mail))
    kim.get(address(regel))
    page = kim.submit("Antwoord opslaan", ook=[str(same[0].id)])
    assert "Er is niets veranderd. De regio krijgt geen bericht." in page.html
    assert (len(answers()), len(all_rows(Mail))) == (2, mails)
    kim.get(address(regel))
    page = kim.submit("Antwoord opslaan", ook=[str(one.id) for one in same])
    assert "Uw antwoord aan Testkust is opgeslagen." in page.html
    assert len(answers()) == 3


def test_the_same_answer_to_several_regions_is_changed_in_one_go(
    kim: StrictClient, regel: BladRegel, same: list[BladRegel]
) -> None:
    answered(kim, regel)
    answered(kim, same[0], "In juli.")
    assert [tekst for _, tekst in answers()] == ["In juni."] * 3 + ["In juli."] * 3
    kim.get(address(regel))
    kim.submit("Antwoord opslaan", tekst="In augustus.", ook=[str(same[0].id)])
    page = kim.get(address(regel))
    ticked = {words(one.getparent()): one.get("checked") is not None for one in page.find("//input[@name='ook']")}
    assert ticked == {
        "Proefdal (kreeg hetzelfde antwoord)": True,
        "Testkust (kreeg een ander antwoord: “In juli.”)": False,
    }
    kim.submit("Antwoord opslaan", tekst="In september.")
    assert answers()[-2:] == [(regel.id, "In september."), (same[0].id, "In september.")]
    kim.get(address(regel))
    kim.submit("Antwoord opslaan", tekst="In oktober.", ook=[str(one.id) for one in same])
    assert answers()[-3:] == [(one.id, "In oktober.") for one in (regel, *same)]


@pytest.mark.parametrize("seen", ["1", "1:x", "1:2,3:4", "9999999999:1", "²:1"])
def test_what_was_seen_elsewhere_is_as_our_page_sends_it(kim: StrictClient, regel: BladRegel, seen: str) -> None:
    kim.get(address(regel))
    kim.submit("Antwoord opslaan", status=400, tekst="In juni.", gezien_ook=seen)
    assert answers() == []


def test_a_region_for_which_it_does_not_count_is_left_out(
    kim: StrictClient, regel: BladRegel, same: list[BladRegel]
) -> None:
    kim.get(address(regel))
    kim.submit("Antwoord opslaan", tekst="In juni.", ook=[str(same[1].id)])
    assert answers() == [(regel.id, "In juni."), (same[1].id, "In juni.")]
    page = kim.get(address(same[0]))
    assert page.find("//input[@name='ook'][@checked]") == []


def test_when_somebody_answered_one_of_them_meanwhile_nothing_is_saved(
    kim: StrictClient, regel: BladRegel, same: list[BladRegel]
) -> None:
    kim.get(address(regel))
    opened = kim.page
    kim.get(address(same[0]))
    kim.submit("Antwoord opslaan", tekst="Eerder.", ook=[])
    before = answers()
    kim.page = opened
    page = kim.submit("Antwoord opslaan", status=409, tekst="In juni.")
    assert "Kim Bedacht heeft deze verwachting van Proefdal intussen ook beantwoord." in page.text
    assert "Proefdal (kreeg een ander antwoord: “Eerder.”)" in page.text
    assert "In juni." in page.html
    assert answers() == before
    # Whom it was left out for is a choice now, with that answer in sight.
    kim.submit("Antwoord opslaan", tekst="In juni.")
    assert answers() == [*before, (regel.id, "In juni."), (same[1].id, "In juni.")]
