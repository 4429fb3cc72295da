"""The pages of coding twice: drawing, coding as the second without seeing the first, agreement, and settling."""

from __future__ import annotations

import pytest
from flask import Flask

from exports.national.counting.agreement import FEWEST
from portal.domain.roles import Rol
from portal.models import DubbelSteekproef, DubbelTekst, Uitvraag, User
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.coding import code, give, lessons, make_code_book, make_coder, make_told, names
from tests.worlds.people import make_user
from tests.worlds.round import make_uitvraag
from tests.worlds.rows import all_rows

DUBBEL = "/landelijk/coderen/dubbel"
TREKKEN = "Steekproef trekken bij lessen"
OPSLAAN = "Opslaan en volgende"
TEKSTEN = tuple(f"Les {number} van de regio." for number in range(1, FEWEST + 1))


@pytest.fixture
def uitvraag(app: Flask) -> Uitvraag:
    """A round in which a region handed in ten lessons; Kim coded them all."""
    make_code_book()
    uitvraag = make_uitvraag(naam="Q1 2024")
    make_told(*TEKSTEN, regio="Aldal", uitvraag=uitvraag)
    kim = make_coder("Kim Bedacht")
    for number, item in enumerate(lessons(uitvraag)):
        give(item, code("lessen/Data" if number % 2 else "lessen/Betrokkenheid"), by=kim)
    return uitvraag


@pytest.fixture
def coordinator(uitvraag: Uitvraag, client: StrictClient) -> StrictClient:
    """The coördinator, with all lessons in the sample."""
    client.sign_in(make_user(Rol.COORDINATOR, naam="Co Trekt"))
    client.get(DUBBEL)
    client.submit(TREKKEN, aandeel="100")
    return client


@pytest.fixture
def mo(coordinator: StrictClient, app: Flask) -> StrictClient:
    return StrictClient(app).sign_in(make_coder("Mo Tweeling"))


def row(page: Page) -> list[str]:
    """What the table says of the lessons."""
    return [words(one) for one in page.find("//main//table[1]/tbody/tr[1]/*")]


def code_all(mo: StrictClient, other: int = 0) -> None:
    """Code all as the second, as the first did; the last so many otherwise."""
    mo.get(f"{DUBBEL}/lessen")
    for number in range(FEWEST):
        same = "lessen/Data" if number % 2 else "lessen/Betrokkenheid"
        given = code(same if number < FEWEST - other else "lessen/Belang")
        mo.submit(OPSLAAN, codes=[str(given.id)])


def test_a_sample_is_drawn_by_the_coordinator_and_then_stands(uitvraag: Uitvraag, client: StrictClient) -> None:
    client.sign_in(make_user(Rol.COORDINATOR))
    page = client.get(DUBBEL)
    assert page.one("//input[@name='aandeel']").get("value") == "10"
    page = client.submit(TREKKEN, status=422, aandeel="120")
    assert "Vul een heel getal in van 1 tot en met 100" in page.text
    client.submit(TREKKEN, aandeel="25")
    assert row(client.page)[:3] == ["Lessen", "3 van 10 teksten (25 %)", "0 van 3"]
    assert client.page.find("//input[@name='aandeel']") == []
    assert [(one.aandeel, one.teksten) for one in all_rows(DubbelSteekproef)] == [(25, 10)]


def test_the_second_sees_nothing_of_the_first(mo: StrictClient) -> None:
    page = mo.get(f"{DUBBEL}/lessen")
    assert TEKSTEN[0] in page.text
    assert "Kim" not in page.text
    assert "Past misschien" not in page.text
    assert page.find("//fieldset//input[@checked]") == []
    assert words(page.one("//*[@data-teller]")) == "Nog 10 voor u"


def test_who_coded_first_has_nothing_to_do_here(coordinator: StrictClient, app: Flask) -> None:
    kim = next(one for one in all_rows(User) if one.naam == "Kim Bedacht")
    page = StrictClient(app).sign_in(kim).get(f"{DUBBEL}/lessen")
    assert "Nu niets voor u om als tweede te coderen" in page.text


def test_too_few_and_one_answer_only_give_no_number(mo: StrictClient, coordinator: StrictClient) -> None:
    mo.get(f"{DUBBEL}/lessen")
    mo.submit(OPSLAAN, codes=[str(code("lessen/Betrokkenheid").id)])
    told = row(coordinator.get(DUBBEL))
    assert told[2:5] == ["1 van 10", "Te weinig om iets over te zeggen", "Geen"]


def test_agreement_is_told_per_kind_and_per_code(mo: StrictClient, coordinator: StrictClient) -> None:
    code_all(mo, other=1)
    assert "Nu niets voor u" in mo.page.text if mo.page else False
    page = coordinator.get(DUBBEL)
    assert row(page)[2:5] == [
        "10 van 10",
        "0,83 betrouwbaar; 9 van 10 gelijk",
        "1 te bespreken bij lessen",
    ]
    per_code = [[words(one) for one in line.xpath("./*")] for line in page.find("(//main//table)[2]/tbody/tr")]
    assert per_code == [
        ["Data-ondersteuning is essentieel", "4", "1", "0,81"],
        ["Betrokkenheid van CIZ cruciaal", "5", "0", "1,00"],
        ["Belang van onderwerp benadrukken", "0", "1", "0,00"],
    ]


def test_a_difference_is_settled_side_by_side(mo: StrictClient, coordinator: StrictClient) -> None:
    code_all(mo, other=1)
    coordinator.get(f"{DUBBEL}/lessen/verschillen")
    page = coordinator.get(coordinator.page.links[f"Bespreken: Aldal, {TEKSTEN[-1]}"] if coordinator.page else "")
    assert "Eerste: Kim Bedacht. Tweede: Mo Tweeling." in page.text
    assert "Kies een of meer codes." in coordinator.submit("Afspraak opslaan", status=422).text
    coordinator.submit("Afspraak opslaan", codes=[str(code("lessen/Data").id)])
    assert "Alle verschillen zijn besproken." in coordinator.page.text if coordinator.page else False
    assert row(coordinator.get(DUBBEL))[3:5] == [
        "0,83 betrouwbaar; 9 van 10 gelijk",
        "1 besproken bij lessen",
    ]
    (one,) = [one for one in all_rows(DubbelTekst) if one.besproken_op]
    assert names(one.afgesproken or []) == ["Data-ondersteuning is essentieel"]
    again = coordinator.get(f"{DUBBEL}/lessen/verschillen/{one.id}")
    assert "Dit verschil is besproken." in again.text


def test_a_choice_that_was_not_saved_stays(mo: StrictClient) -> None:
    mo.get(f"{DUBBEL}/lessen")
    page = mo.submit(OPSLAAN, status=422, codes=[str(code("lessen/Data").id)], geen="y")
    assert "Kies een van beide." in page.text
    assert len(page.find("//fieldset//input[@checked]")) == 2


def test_a_slip_is_taken_back_on_its_own_page(mo: StrictClient) -> None:
    mo.get(f"{DUBBEL}/lessen")
    mo.submit(OPSLAAN, codes=[str(code("lessen/Data").id)])
    mo.submit("Ongedaan maken van uw laatste tweede codering")
    assert words(mo.page.one("//*[@data-teller]")) == "Nog 10 voor u" if mo.page else False


def test_without_a_sample_there_is_no_page(uitvraag: Uitvraag, client: StrictClient) -> None:
    client.sign_in(make_user(Rol.COORDINATOR))
    assert client.get(f"{DUBBEL}/lessen", 404)
    assert client.get(f"{DUBBEL}/lessen/verschillen", 404)


def test_who_can_still_be_the_second_does_not_see_the_first_on_the_ordinary_pages(
    mo: StrictClient, uitvraag: Uitvraag
) -> None:
    """Neither on the page of the text, in the queue, nor by standing in the list of a code; afterwards they do."""
    first = lessons(uitvraag)[0]
    gave = code("lessen/Betrokkenheid")
    page = mo.get(f"/landelijk/coderen/lessen?toon=gecodeerd&tekst={first.id}")
    assert "Daarom ziet u hier niet wat de eerste koos." in page.text
    assert "Kim" not in page.text
    assert page.find("//input[@name='codes']") == []
    assert TEKSTEN[0] not in mo.get(f"/landelijk/coderen/lessen/teksten?code={gave.id}").text
    assert "10 teksten staan niet in deze lijst" in mo.page.text
    assert TEKSTEN[0] not in mo.get("/landelijk/coderen/lessen?toon=gecodeerd").text
    mo.get(mo.get(f"/landelijk/coderen/lessen?tekst={first.id}").links["Als tweede coderen"])
    mo.submit(OPSLAAN, codes=[str(gave.id)])
    page = mo.get(f"/landelijk/coderen/lessen?toon=gecodeerd&tekst={first.id}")
    assert "door Kim Bedacht" in page.text
    assert TEKSTEN[0] in mo.get(f"/landelijk/coderen/lessen/teksten?code={gave.id}").text
