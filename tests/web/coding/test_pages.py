"""The pages of coding: one text at a time with and without a script, the texts behind a number, and the code book."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from portal.domain.coding.state import CodeSoort
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Antwoordblad, BladRegel, Codering, CoderingCode, RegelSoort, Uitvraag, User
from portal.services.coding import book as coding_book
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.running.halves import on_one_each
from tests.running.queries import asked
from tests.worlds.coding import code, give, lessons, make_code_book, make_coder, make_told, names, rewrite
from tests.worlds.feedback import hand_in
from tests.worlds.people import make_regio, make_user
from tests.worlds.round import make_uitvraag
from tests.worlds.rows import all_rows
from tests.worlds.sheet import make_plan_in_force

LESSEN = "/landelijk/coderen/lessen"
NASTY = "=1+1 <script>alert(1)</script> \U0001f600 \u200fom & 't Gooi"
OPSLAAN = "Opslaan en volgende"
OWN = {"key": "eigen_1", "label": "Wat baart u zorgen?", "kind": "long_text"}
JSON = {"Accept": "application/json"}


@pytest.fixture
def uitvraag(app: Flask) -> Uitvraag:
    """A round in which two regions handed in three lessons."""
    make_code_book()
    uitvraag = make_uitvraag(naam="Q1 2024")
    make_told("Zonder cijfers blijft het vaag.", "Het CIZ ontbreekt.", regio="Aldal", uitvraag=uitvraag)
    make_told(NASTY, regio="Bedal & 't Gooi/Noord", uitvraag=uitvraag)
    return uitvraag


@pytest.fixture
def kim(client: StrictClient, uitvraag: Uitvraag) -> StrictClient:
    return client.sign_in(make_coder())


def counter(page: Page) -> str:
    return words(page.one("//*[@data-teller]"))


def ticked(page: Page) -> list[str]:
    """The names of the codes that are ticked."""
    return [words(page.one(f"//label[@for='{box.get('id')}']")) for box in page.find("//fieldset//input[@checked]")]


def coded() -> dict[str, list[str]]:
    """The codes of every text that is coded, by its words."""
    given = [(one.codering_id, one.code_id) for one in all_rows(CoderingCode)]
    return {
        db.session.get_one(BladRegel, row.regel_id).tekst: names([two for one, two in given if one == row.id])
        for row in all_rows(Codering)
    }


def the_same_page(person: User, app: Flask) -> StrictClient:
    """Somebody else at the same moment."""
    return StrictClient(app).sign_in(person)


# --- one text at a time


def test_a_text_is_coded_and_the_next_one_comes(kim: StrictClient) -> None:
    page = kim.get(LESSEN)
    assert counter(page) == "Nog 3 van 3 te gaan"
    assert "Zonder cijfers blijft het vaag." in page.text
    page = kim.submit(OPSLAAN, codes=[str(code("Data").id)])
    assert counter(page) == "Nog 2 van 3 te gaan"
    assert "Het CIZ ontbreekt." in page.text
    assert "Opgeslagen bij Aldal: “Data-ondersteuning is essentieel”." in words(
        page.one("//*[@class='rp-messages rp-page']")
    )
    page = kim.submit(OPSLAAN, geen="y")
    assert coded() == {
        "Zonder cijfers blijft het vaag.": ["Data-ondersteuning is essentieel"],
        "Het CIZ ontbreekt.": [],
    }


def test_a_strange_text_is_shown_as_it_is(kim: StrictClient) -> None:
    page = kim.get(f"{LESSEN}?na={lessons(all_rows(Uitvraag)[0])[1].id}")
    assert "<script>alert(1)</script>" in page.text
    assert "Bedal & 't Gooi/Noord" in page.text


def test_every_code_of_the_kind_has_a_letter_and_no_other_code_is_there(kim: StrictClient) -> None:
    page = kim.get(LESSEN)
    letters = [box.get("data-toets") for box in page.find("//fieldset//input[@type='checkbox']")]
    assert letters == ["a", "b", "c", "d", "e", "f", "0"]
    assert "Daling van de instroom" not in page.text


def test_a_suggestion_is_told_in_words_and_ticks_nothing(kim: StrictClient) -> None:
    page = kim.get(LESSEN)
    hints = [words(hint) for hint in page.find("//*[contains(@class, 'rp-coding__hint')]")]
    assert hints == ["Past misschien: “cijfers”", "Past misschien: “blijft”"]
    assert ticked(page) == []


def test_nothing_chosen_is_asked_for(kim: StrictClient) -> None:
    kim.get(LESSEN)
    page = kim.submit(OPSLAAN, status=422)
    assert "Kies een of meer codes." in page.text
    assert page.title.startswith("Fout: ")
    assert coded() == {}


def test_a_code_and_none_at_once_is_asked_about_and_the_choice_stays(kim: StrictClient) -> None:
    kim.get(LESSEN)
    page = kim.submit(OPSLAAN, status=422, codes=[str(code("Data").id)], geen="y")
    assert "Kies een van beide." in page.text
    assert ticked(page) == ["Data-ondersteuning is essentieel", "Past bij geen code"]


def test_skipped_texts_come_by_again_until_all_is_coded(kim: StrictClient) -> None:
    for expected in ("Zonder cijfers", "Het CIZ ontbreekt.", "alert(1)", "Zonder cijfers"):
        page = kim.get(kim.page.links["Overslaan"] if kim.page else LESSEN)
        assert expected in page.text
    for _ in range(3):
        page = kim.submit(OPSLAAN, geen="y")
    assert "Alles is gecodeerd" in page.text
    assert page.find("//form[@data-codeer]") == []


def test_the_last_coding_is_taken_back_on_its_own_page(kim: StrictClient) -> None:
    kim.get(LESSEN)
    kim.submit(OPSLAAN, codes=[str(code("Data").id)])
    page = kim.submit("Ongedaan maken van uw laatste codering: Aldal")
    assert "Zonder cijfers blijft het vaag." in page.text
    assert counter(page) == "Nog 3 van 3 te gaan"
    assert coded() == {}


def test_somebody_else_was_first_and_both_choices_are_in_sight(kim: StrictClient, app: Flask) -> None:
    kim.get(LESSEN)
    anna = the_same_page(make_coder("Anna Proef"), app)
    anna.get(LESSEN)
    anna.submit(OPSLAAN, codes=[str(code("Belang").id)])
    page = kim.submit(OPSLAAN, status=409, codes=[str(code("Data").id)])
    assert "Anna Proef heeft deze tekst intussen gecodeerd: “Belang van onderwerp benadrukken”." in page.text
    assert ticked(page) == ["Data-ondersteuning is essentieel"]
    assert coded()["Zonder cijfers blijft het vaag."] == ["Belang van onderwerp benadrukken"]
    kim.submit(OPSLAAN)
    assert coded()["Zonder cijfers blijft het vaag."] == ["Data-ondersteuning is essentieel"]


def test_a_code_that_was_retired_meanwhile_is_named_and_the_other_choices_stay(kim: StrictClient) -> None:
    kim.get(LESSEN)
    data, belang = code("Data"), code("Belang")
    coding_book.retire(data, actor=make_user(Rol.COORDINATOR).actor)
    page = kim.submit(OPSLAAN, status=422, codes=[str(data.id), str(belang.id)])
    assert "De code “Data-ondersteuning is essentieel” is intussen vervallen." in page.text
    assert ticked(page) == ["Belang van onderwerp benadrukken"]
    assert coded() == {}
    kim.submit(OPSLAAN)
    assert coded() == {"Zonder cijfers blijft het vaag.": ["Belang van onderwerp benadrukken"]}


def test_a_code_that_was_merged_meanwhile_is_what_it_became(kim: StrictClient) -> None:
    kim.get(LESSEN)
    data, belang = code("Data"), code("Belang")
    coding_book.merge(data, belang.id, base_revision=1, actor=make_user(Rol.COORDINATOR).actor)
    kim.submit(OPSLAAN, codes=[str(data.id)])
    assert kim.page is not None
    told = words(kim.page.one("//*[@class='rp-messages rp-page']"))
    assert "“Data-ondersteuning is essentieel” is samengevoegd met “Belang van onderwerp benadrukken”." in told
    assert coded() == {"Zonder cijfers blijft het vaag.": ["Belang van onderwerp benadrukken"]}


def test_a_stale_coding_is_looked_at_again_and_still_fits(kim: StrictClient, uitvraag: Uitvraag) -> None:
    blad = make_told("Oud.", regio="Cedal", uitvraag=uitvraag)
    give(lessons(uitvraag)[-1], code("Data"), by=make_coder("Anna Proef"))
    rewrite(blad, "Nieuw.")
    page = kim.get(f"{LESSEN}?toon=verouderd")
    assert counter(page) == "Nog 1 misschien verouderd"
    assert "Nu: “Data-ondersteuning is essentieel”, door Anna Proef" in page.text
    assert words(page.one("//details[contains(., 'Zo was de tekst toen')]/div")) == "Oud."
    assert ticked(page) == ["Data-ondersteuning is essentieel"]
    page = kim.submit("Klopt nog")
    assert "Geen codering is verouderd" in page.text


def test_an_action_shows_its_plan_heading_and_owner(kim: StrictClient) -> None:
    plan = make_plan_in_force(make_regio("Modelland"), acties=1)
    page = kim.get("/landelijk/coderen/acties")
    assert "Actie 5a.1, onder “5a Samenwerken”" in page.text
    assert "Trekker: Gemeenten" in page.text
    assert page.links["Plan lezen: Modelland"] == f"/plannen/{plan.id}/lezen"
    kim.get(page.links["Plan lezen: Modelland"], 302)


def test_nothing_to_code_says_so(client: StrictClient, app: Flask) -> None:
    make_code_book()
    client.sign_in(make_coder())
    assert "Er is nog niets om te coderen" in client.get(LESSEN).text
    assert "Er is nog niets om te coderen." in client.get("/landelijk/coderen").text
    assert "Er zijn geen teksten" in client.get(f"{LESSEN}/teksten").text
    assert client.get("/landelijk/codeboek").h1 == "Codeboek"


# --- with a script


def posted(kim: StrictClient, **fields: Any) -> dict[str, Any]:
    """What the script sends of the first text, and what it gets."""
    item = lessons(all_rows(Uitvraag)[0])[0]
    data = {"tekst": item.id, "revisie": item.revision, "bron": item.bron, **fields}
    kim.post(LESSEN, data, status=None, headers=JSON)
    assert kim.response is not None
    found = kim.response.get_json()
    assert isinstance(found, dict)
    return {"status": kim.response.status_code, **found}


def test_a_script_gets_the_next_text_in_the_same_answer(kim: StrictClient, uitvraag: Uitvraag) -> None:
    found = posted(kim, codes=code("Data").id, doe="opslaan")
    assert (found["status"], found["melding"]) == (200, "Opgeslagen bij Aldal: “Data-ondersteuning is essentieel”.")
    assert "Het CIZ ontbreekt." in found["deel"]
    assert "Nog 2 van 3 te gaan" in found["deel"]
    assert "<main" not in found["deel"]
    assert found["adres"] == f"{LESSEN}?uitvraag={uitvraag.id}&tekst={lessons(uitvraag)[1].id}"


def test_a_script_gets_the_same_text_back_with_what_is_wrong(kim: StrictClient) -> None:
    found = posted(kim)
    assert found["status"] == 422
    assert "Kies een of meer codes." in found["deel"]
    assert "Zonder cijfers blijft het vaag." in found["deel"]


# --- bad input


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"tekst": "x"}, 400),
        ({"tekst": ""}, 400),
        ({"tekst": "999999"}, 404),
        ({"tekst": "999999999"}, 404),
        ({"revisie": "-1"}, 400),
        ({"bron": "kort"}, 400),
        ({"bron": "\x00"}, 400),
        ({"codes": "x"}, 422),
        ({"codes": "999999999"}, 422),
        ({"codes": "99999999999999999999"}, 422),
    ],
)
def test_what_no_page_of_ours_sends(kim: StrictClient, wrong: dict[str, str], status: int) -> None:
    item = lessons(all_rows(Uitvraag)[0])[0]
    kim.post(LESSEN, {"tekst": item.id, "revisie": 0, "bron": item.bron, **wrong}, status=status)
    assert coded() == {}


@pytest.mark.parametrize("left_out", ["tekst", "revisie", "bron"])
def test_a_missing_field_is_no_form_of_ours(kim: StrictClient, left_out: str) -> None:
    data = {"tekst": "1", "revisie": "0", "bron": "0" * 64}
    del data[left_out]
    kim.post(LESSEN, data, status=400)


def test_a_code_of_another_kind_is_not_given(kim: StrictClient) -> None:
    kim.get(LESSEN)
    page = kim.submit(OPSLAAN, status=422, codes=[str(code("Daling").id)])
    assert "De lijst is nu bijgewerkt." in page.text
    assert coded() == {}


def test_a_text_that_the_region_took_back_is_told(kim: StrictClient, uitvraag: Uitvraag) -> None:
    kim.get(LESSEN)
    blad = lessons(uitvraag)[0].blad_id
    for regel in all_rows(BladRegel):
        if regel.blad_id == blad and regel.tekst.startswith("Zonder"):
            gone = regel
    hand_in(
        db.session.get_one(Antwoordblad, blad),
        *(one for one in all_rows(BladRegel) if one is not gone and one.blad_id == blad),
    )
    page = kim.submit(OPSLAAN, status=409, codes=[str(code("Data").id)])
    assert "Niet opgeslagen. Deze tekst staat er niet meer" in page.text
    assert "Het CIZ ontbreekt." in page.text
    assert "Deze tekst staat er niet meer" in kim.get(f"{LESSEN}?tekst={gone.id}").text


@pytest.mark.parametrize(
    "address",
    [
        f"{LESSEN}?uitvraag=999&toon=onzin&code=onzin",
        f"{LESSEN}?tekst=99999999999999999999&na=x",
        f"{LESSEN}?code=999999999",
        f"{LESSEN}?toon=alles&na=-1",
        f"{LESSEN}/teksten?code=%00&toon=gecodeerd",
        "/landelijk/coderen?uitvraag=abc",
        "/landelijk/codeboek?uitvraag=abc",
    ],
)
def test_an_address_that_makes_no_sense_shows_the_page(kim: StrictClient, address: str) -> None:
    kim.get(address)


def test_a_kind_that_does_not_exist_is_not_there(kim: StrictClient) -> None:
    for address in ("/landelijk/coderen/onzin", "/landelijk/coderen/onzin/teksten", "/landelijk/coderen/LESSEN"):
        kim.get(address, 404)
    kim.post("/landelijk/coderen/onzin", status=404)
    kim.post(f"{LESSEN}/ongedaan", {"stap": "x"}, status=400)
    kim.post(f"{LESSEN}/ongedaan", {"stap": "5"})


# --- back to the texts


def test_every_number_leads_to_its_texts(kim: StrictClient, uitvraag: Uitvraag) -> None:
    een, twee, drie = lessons(uitvraag)
    anna = make_coder("Anna Proef")
    give(een, code("Data"), by=anna)
    give(drie, code("Data"), code("Belang"), by=anna)
    page = kim.get("/landelijk/coderen")
    assert page.h1 == "Coderen"
    assert "Nog 1 van de 3 teksten te coderen." in page.text
    todo = kim.get(page.links["1 lessen nog te coderen"])
    assert [words(cell) for cell in todo.find("//tbody//th")] == ["Het CIZ ontbreekt."]
    done = kim.get(page.links["2 lessen gecodeerd"])
    assert "2 teksten van 2 regio’s." in done.text
    book = kim.get("/landelijk/codeboek")
    of_code = kim.get(book.links["1 tekst met “Belang van onderwerp benadrukken”"])
    assert "1 tekst van 1 regio." in of_code.text
    assert NASTY.split()[0] in of_code.text
    other = kim.get(of_code.links[next(one for one in of_code.links if one.startswith("Anders coderen"))].split("#")[0])
    assert ticked(other) == ["Data-ondersteuning is essentieel", "Belang van onderwerp benadrukken"]
    assert counter(other) == "Tekst 1 van 1"
    assert twee.id != drie.id


def test_texts_that_fit_no_code(kim: StrictClient, uitvraag: Uitvraag) -> None:
    give(lessons(uitvraag)[1], by=make_coder())
    page = kim.get(f"{LESSEN}/teksten?code=geen")
    assert page.h1 == "Lessen: “Past bij geen code”"
    assert "1 tekst van 1 regio." in page.text


def test_the_start_page_tells_what_is_to_be_coded(kim: StrictClient) -> None:
    make_plan_in_force(acties=1)
    page = kim.get("/")
    assert "Nog 4 teksten te coderen voor Q1 2024." in page.text
    assert page.links["Verder met coderen"] == "/landelijk/coderen"


@pytest.mark.parametrize(("app", "soort"), on_one_each(list(CodeSoort)), indirect=["app"])
def test_pages_ask_as_much_for_three_texts_as_for_one(app: Flask, soort: CodeSoort) -> None:
    def world(address: str) -> Any:
        def make(size: int) -> tuple[User, str]:
            make_code_book()
            uitvraag, kim = make_uitvraag(extra_vragen=[OWN]), make_coder()
            make_told("Eerder", uitvraag=make_uitvraag(extra_vragen=[OWN]))
            for number in range(size):
                make_told(f"Tekst {number}", "Nog een", uitvraag=uitvraag, soort=RegelSoort.LES)
                make_plan_in_force(acties=2)
            for item in lessons(uitvraag)[1:]:
                give(item, code("Data"), by=kim)
            return kim, address.format(soort=soort.value)

        return make

    for address in (
        "/landelijk/coderen",
        "/landelijk/coderen/{soort}",
        "/landelijk/coderen/{soort}/teksten?toon=alles",
        "/landelijk/codeboek",
    ):
        one, three = (asked(app, world(address), size) for size in (1, 3))
        assert len(one) == len(three), f"{address}\n" + "\n".join(three)


def test_it_opens_where_texts_wait_and_says_what_waits_elsewhere(kim: StrictClient, uitvraag: Uitvraag) -> None:
    later = make_uitvraag(naam="Q2 2024")
    later.periode_tot = later.deadline
    make_told("Begin klein.", regio="Cedal", uitvraag=later)
    page = kim.get("/landelijk/coderen")
    assert "Ook in een andere uitvraag wachten teksten: Q1 2024 (3)." in page.text
    give(lessons(later)[0], code("Data-ondersteuning is essentieel"), by=make_coder("Mo Tweeling"))
    # Everything of the newest round is coded: it opens with the one in which texts wait.
    page = kim.get("/landelijk/coderen")
    assert page.find("//option[@selected]/text()") == ["Q1 2024"]
    assert "Ook in een andere uitvraag" not in page.text
    assert page.find("//option[@selected]/text()") != kim.get(f"/landelijk/coderen?uitvraag={later.id}").find(
        "//option[@selected]/text()"
    )
    assert "voor Q1 2024." in kim.get("/").text
