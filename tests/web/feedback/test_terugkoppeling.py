"""The pages of the terugkoppeling: writing, looking at it as a region, sending once, and reading what was sent."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from flask import Flask

from portal.domain import clock
from portal.domain.roles import Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, Mail, Terugkoppeling, Uitvraag
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.reading.pdf import pages_of
from tests.worlds.feedback import add_regel, hand_in
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows

NASTY = "=1+1 <script>alert(1)</script> \U0001f600 \u200fom"


@pytest.fixture
def uitvraag(app: Flask) -> Uitvraag:
    return make_uitvraag(naam="Q1 2024", status=UitvraagStatus.GESLOTEN)


@pytest.fixture
def blad(uitvraag: Uitvraag) -> Antwoordblad:
    """A sheet that was handed in, beside one of another region that was too."""
    ander = make_blad(uitvraag, make_regio("Geheimland"))
    hand_in(ander, add_regel(ander, "Geheime wens", "zn"), statussen=("gestopt",))
    blad = make_blad(uitvraag, make_regio("Modelland"))
    hand_in(blad, add_regel(blad, "Meer geld", "vws"), answers={"doel_verwachting": "deels"}, statussen=("op_schema",))
    return blad


@pytest.fixture
def kim(client: StrictClient, blad: Antwoordblad) -> StrictClient:
    return client.sign_in(make_user(Rol.COORDINATOR, naam="Kim Bedacht"))


def address(uitvraag: Uitvraag) -> str:
    return f"/landelijk/uitvragen/{uitvraag.id}/terugkoppeling"


def reading(blad: Antwoordblad) -> str:
    return f"/antwoordbladen/{blad.id}/terugkoppeling"


def write(client: StrictClient, uitvraag: Uitvraag, anderen: str = "Data delen helpt.", vervolg: str = "Zo.") -> Page:
    client.get(address(uitvraag))
    return client.submit("Teksten opslaan", anderen_zeiden=anderen, vervolg=vervolg)


def send(client: StrictClient, uitvraag: Uitvraag, status: int = 200) -> Page:
    client.get(address(uitvraag))
    return client.submit("Versturen en afronden", status=status, zeker=True)


# --- writing and looking


def test_the_regions_of_the_preview_stand_as_everywhere(kim: StrictClient, uitvraag: Uitvraag) -> None:
    for naam in ("'t Noorden", "Zuidkant", "Lage Land"):
        make_blad(uitvraag, make_regio(naam))
    page = kim.get(f"{address(uitvraag)}/voorbeeld")
    shown = [words(one) for one in page.find("//select[@name='blad']/option")]
    assert [one for one in shown if one in ("'t Noorden", "Zuidkant", "Lage Land")] == [
        "Lage Land",
        "'t Noorden",
        "Zuidkant",
    ]


def test_the_coordinator_writes_looks_sends_and_the_region_reads(
    kim: StrictClient, uitvraag: Uitvraag, blad: Antwoordblad, new_client: Callable[[], StrictClient]
) -> None:
    anna = new_client().sign_in(make_contact(blad.regios[0]))
    assert "De teksten zijn opgeslagen." in write(kim, uitvraag, vervolg="Wij bespreken dit in **september**.").html
    page = kim.get(f"{address(uitvraag)}/voorbeeld?blad={blad.id}")
    assert "Dit is een voorbeeld. Er is nog niets verstuurd." in page.text
    assert "Meer geld" in page.text
    assert anna.get(reading(blad), None).status == 404
    assert "De terugkoppeling is verstuurd. De uitvraag is afgerond." in send(kim, uitvraag).html
    page = anna.get(reading(blad))
    assert page.h1 == "Terugkoppeling Q1 2024"
    for said in (
        "Wat u ons vertelde",
        "Ligt op schema: 1",
        "Deels",
        "Meer geld",
        "2 van de 2 regio’s hebben geantwoord.",
        "Data delen helpt.",
        "Wij bespreken dit in september.",
    ):
        assert said in page.text
    assert "Geheim" not in page.html


def test_what_to_know_before_sending_is_on_the_page(kim: StrictClient, uitvraag: Uitvraag) -> None:
    page = kim.get(address(uitvraag))
    assert "2 van de 2 verwachtingen van landelijke partijen hebben nog geen antwoord." in page.text
    assert "U hebt nog niets geschreven bij “Wat er nu gebeurt”." in page.text


@pytest.mark.parametrize("status", [UitvraagStatus.GEPLAND, UitvraagStatus.OPEN])
def test_a_round_that_is_not_closed_can_not_be_told_about(
    kim: StrictClient, uitvraag: Uitvraag, status: UitvraagStatus
) -> None:
    uitvraag.status = status
    page = kim.get(address(uitvraag))
    assert "Sluit eerst de uitvraag." in page.text
    assert page.find("//main//form") == []
    kim.post(address(uitvraag), {"anderen_zeiden": "x", "vervolg": "y", "revisie": "1"}, 409)
    kim.post(
        f"{address(uitvraag)}/versturen", {"anderen_zeiden": "x", "vervolg": "y", "zeker": "y", "revisie": "1"}, 409
    )
    assert all_rows(Terugkoppeling) == []


def test_two_who_write_at_once_lose_nothing(
    kim: StrictClient, uitvraag: Uitvraag, new_client: Callable[[], StrictClient]
) -> None:
    bo = new_client().sign_in(make_user(Rol.COORDINATOR))
    bo.get(address(uitvraag))
    write(kim, uitvraag, "Van Kim")
    page = bo.submit("Teksten opslaan", status=409, anderen_zeiden="Van Bo", vervolg="Zo.")
    assert "intussen ook door iemand anders gewijzigd" in page.text
    assert "Van Kim" in page.text
    assert "Van Bo" in page.text
    bo.submit("Teksten opslaan", anderen_zeiden="Van Kim en Bo", vervolg="Zo.")
    db.session.expire_all()
    assert uitvraag.anderen_zeiden == "Van Kim en Bo"


def test_another_region_can_be_looked_at_and_one_that_is_not_there_can_not(
    kim: StrictClient, uitvraag: Uitvraag, blad: Antwoordblad
) -> None:
    kim.get(f"{address(uitvraag)}/voorbeeld")
    page = kim.submit("Tonen", blad=str(blad.id))
    assert "Meer geld" in page.text
    assert "Deze regio staat niet in de uitvraag." in kim.get(f"{address(uitvraag)}/voorbeeld?blad=999999").text
    assert kim.get(f"{address(uitvraag)}/voorbeeld.docx?blad=x", None).status == 404
    kim.get(f"{address(uitvraag)}/voorbeeld.docx?blad={blad.id}")
    assert kim.get(f"{address(uitvraag)}/voorbeeld.pdf?blad=x", None).status == 404
    kim.get(f"{address(uitvraag)}/voorbeeld.pdf?blad={blad.id}")
    assert kim.response is not None
    assert "Voorbeeld: nog niet verstuurd" in pages_of(kim.response.data)[0]


def test_a_round_without_any_answer_is_one_clear_page(
    client: StrictClient, new_client: Callable[[], StrictClient]
) -> None:
    leeg = make_uitvraag(naam="Q3 2024", status=UitvraagStatus.GESLOTEN)
    blad = make_blad(leeg, make_regio("Stilland"))
    client.sign_in(make_user(Rol.COORDINATOR))
    write(client, leeg, anderen="", vervolg="Wij bellen u.")
    send(client, leeg)
    page = new_client().sign_in(make_contact(blad.regios[0])).get(reading(blad))
    assert "Uw regio heeft deze uitvraag niet beantwoord." in page.text
    assert "Geen van de 1 regio’s heeft geantwoord." in page.text
    assert "Wij bellen u." in page.text


# --- sending


def test_sending_needs_a_tick(kim: StrictClient, uitvraag: Uitvraag) -> None:
    write(kim, uitvraag)
    page = kim.submit("Versturen en afronden", status=422)
    assert page.errors == ["Vink aan dat u de terugkoppeling wilt versturen."]
    assert all_rows(Terugkoppeling) == []


def test_without_what_happens_now_nothing_is_sent(kim: StrictClient, uitvraag: Uitvraag) -> None:
    assert "Schrijf eerst een tekst bij “Wat er nu gebeurt”." in send(kim, uitvraag, 409).text
    assert all_rows(Mail) == []


def test_what_stands_on_the_page_is_what_is_sent(kim: StrictClient, uitvraag: Uitvraag, blad: Antwoordblad) -> None:
    write(kim, uitvraag, "Opgeslagen")
    kim.submit("Versturen en afronden", zeker=True, vervolg="Net getypt en niet apart opgeslagen.")
    assert "Net getypt en niet apart opgeslagen." in kim.get(f"{address(uitvraag)}/voorbeeld?blad={blad.id}").text


def test_sending_twice_sends_once(
    kim: StrictClient, uitvraag: Uitvraag, blad: Antwoordblad, new_client: Callable[[], StrictClient]
) -> None:
    write(kim, uitvraag)
    bo = new_client().sign_in(make_user(Rol.COORDINATOR))
    bo.get(address(uitvraag))
    send(kim, uitvraag)
    mails = len(all_rows(Mail))
    page = bo.submit("Versturen en afronden", zeker=True, status=409)
    assert "De terugkoppeling is al verstuurd." in page.html
    assert "Dit typte u" not in page.text
    assert (len(all_rows(Terugkoppeling)), len(all_rows(Mail))) == (2, mails)
    page = bo.get(f"{address(uitvraag)}/voorbeeld?blad={blad.id}")
    assert "Zo is het verstuurd op" in page.text


def test_what_somebody_wrote_while_it_was_sent_is_not_lost(
    kim: StrictClient, uitvraag: Uitvraag, new_client: Callable[[], StrictClient]
) -> None:
    write(kim, uitvraag)
    bo = new_client().sign_in(make_user(Rol.COORDINATOR))
    bo.get(address(uitvraag))
    send(kim, uitvraag)
    page = bo.submit("Versturen en afronden", zeker=True, vervolg="Woorden van een ander.", status=409)
    assert "Dit typte u" in page.text
    assert "Woorden van een ander." in page.text


def test_texts_changed_since_are_read_first(
    kim: StrictClient, uitvraag: Uitvraag, new_client: Callable[[], StrictClient]
) -> None:
    write(kim, uitvraag)
    bo = new_client().sign_in(make_user(Rol.COORDINATOR))
    bo.get(address(uitvraag))
    write(kim, uitvraag, "Toch anders")
    page = bo.submit("Versturen en afronden", status=409, zeker=True)
    assert "intussen ook door iemand anders gewijzigd" in page.text
    assert "Toch anders" in page.text
    assert all_rows(Terugkoppeling) == []


@pytest.mark.parametrize("path", ["", "/versturen"])
def test_a_post_that_our_page_did_not_make_is_refused(kim: StrictClient, uitvraag: Uitvraag, path: str) -> None:
    kim.post(address(uitvraag) + path, {}, 400)
    kim.post(address(uitvraag) + path, {"anderen_zeiden": "", "vervolg": "", "zeker": "y", "revisie": "veel"}, 422)
    kim.post(
        "/landelijk/uitvragen/999999/terugkoppeling" + path, {"anderen_zeiden": "", "vervolg": "", "revisie": "1"}, 404
    )
    assert all_rows(Terugkoppeling) == []


# --- reading


@pytest.fixture
def sent(kim: StrictClient, uitvraag: Uitvraag, blad: Antwoordblad) -> Antwoordblad:
    write(kim, uitvraag, NASTY, "Zo **gaan** wij verder.")
    send(kim, uitvraag)
    return blad


def test_the_word_file_says_the_same(sent: Antwoordblad, client: StrictClient) -> None:
    client.sign_in(make_regiolezer(sent.regios[0]))
    assert NASTY.split("<")[0] in client.get(reading(sent)).text
    client.get(f"{reading(sent)}.docx")
    assert client.response is not None
    word = Document(BytesIO(client.response.data))
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert NASTY in texts
    assert "Zo gaan wij verder." in texts
    assert "Geheim" not in "".join(texts)


def test_the_pdf_says_the_same(sent: Antwoordblad, client: StrictClient) -> None:
    client.sign_in(make_regiolezer(sent.regios[0]))
    client.get(f"{reading(sent)}.pdf")
    assert client.response is not None
    words = " ".join(pages_of(client.response.data))
    assert "Zo gaan wij verder." in words
    assert NASTY.split("<")[0].strip() in words
    assert "Geheim" not in words


def test_a_region_that_did_not_answer_reads_its_own(
    kim: StrictClient, uitvraag: Uitvraag, blad: Antwoordblad, new_client: Callable[[], StrictClient]
) -> None:
    stil = make_blad(uitvraag, make_regio("Stilland"))
    rust = make_blad(uitvraag, make_regio("Rustdal"))
    rust.niet_gevraagd = True
    write(kim, uitvraag)
    send(kim, uitvraag)
    page = new_client().sign_in(make_contact(stil.regios[0])).get(reading(stil))
    assert "Uw regio heeft deze uitvraag niet beantwoord." in page.text
    assert "2 van de 4 regio’s hebben geantwoord. 1 regio antwoordde niet. 1 regio is niet gevraagd." in page.text
    page = new_client().sign_in(make_contact(rust.regios[0])).get(reading(rust))
    assert "In deze uitvraag hebben wij uw regio niets gevraagd." in page.text


@pytest.mark.parametrize("path", ["", ".docx", ".pdf"])
def test_of_others_nobody_reads_it(sent: Antwoordblad, client: StrictClient, path: str) -> None:
    client.sign_in(make_contact(make_regio()))
    assert client.get(reading(sent) + path, None).status == 404


@pytest.mark.parametrize("path", ["", ".docx", ".pdf"])
def test_before_it_is_sent_there_is_nothing(client: StrictClient, blad: Antwoordblad, path: str) -> None:
    blad.uitvraag.anderen_zeiden, blad.uitvraag.vervolg = "Concept", "Concept"
    client.sign_in(make_contact(blad.regios[0]))
    assert client.get(reading(blad) + path, None).status == 404


def test_what_was_sent_does_not_change(sent: Antwoordblad, client: StrictClient) -> None:
    client.sign_in(make_contact(sent.regios[0]))
    before = client.get(reading(sent)).text
    sent.uitvraag.vervolg, sent.uitvraag.naam = "Anders", "Heet anders"
    hand_in(sent, answers={"doel_verwachting": "nee"})
    sent.status_sinds = clock.now()
    assert client.get(reading(sent)).text == before
