"""Lines in a list of an answer sheet: one thing or several is asked, without a script, and nothing typed is lost."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.models import Antwoordblad, BladRegel
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.rows import all_rows
from tests.worlds.sheet import make_sheet_world

TYPED = "- Begin klein,\nook als het\n\nhaast heeft."
ONE_EACH = ["Begin klein,", "ook als het", "haast heeft."]
# Of each list: its question, its key, and what one of it is called and several are.
LISTS = (
    ("successen_lessen", "successen", "Succes", "succes", "successen"),
    ("successen_lessen", "lessen", "Les", "les", "lessen"),
    ("verwachtingen", "verwachtingen", "Verwachting", "verwachting", "verwachtingen"),
)
every_list = pytest.mark.parametrize(("step", "key", "name", "one", "many"), LISTS)


@pytest.fixture
def blad(app: Flask, client: StrictClient) -> Antwoordblad:
    """A sheet of this quarter, with who answers it signed in."""
    world = make_sheet_world()
    client.sign_in(world.anna)
    return world.blad


def send(client: StrictClient, blad: Antwoordblad, step: str, key: str, name: str, text: str = TYPED) -> Page:
    """Type lines in a list and press its ordinary button."""
    page = client.get(f"/antwoordbladen/{blad.id}/vraag/{step}")
    party = {"verwachtingen-aan": "nza"} if page.find("//input[@name='verwachtingen-aan']") else {}
    return client.submit(f"{name} toevoegen", status=422, **{f"{key}-tekst": text, **party})


def rows() -> list[str]:
    return [row.tekst.replace("\r\n", "\n") for row in all_rows(BladRegel)]


@every_list
def test_lines_are_shown_as_what_they_would_be_and_nothing_is_added(
    client: StrictClient, blad: Antwoordblad, step: str, key: str, name: str, one: str, many: str
):
    page = send(client, blad, step, key, name)
    shown = page.one("//div[contains(@class, 'rp-several')][not(ancestor::template)]")
    assert words(shown[0]) == f"Dit worden 3 {many}"
    assert [words(item) for item in shown.findall(".//li")] == ONE_EACH
    assert (page.one(f"//textarea[@name='{key}-tekst']").text or "").replace("\r\n", "\n").strip() == TYPED
    assert rows() == []


@every_list
def test_each_button_does_what_it_says(
    client: StrictClient, blad: Antwoordblad, step: str, key: str, name: str, one: str, many: str
):
    send(client, blad, step, key, name)
    client.submit(f"Als één {one} bewaren")
    assert rows() == [TYPED]
    send(client, blad, step, key, name)
    client.submit(f"3 {many} toevoegen")
    assert rows() == [TYPED, *ONE_EACH]
    assert {row.aan for row in all_rows(BladRegel)} == ({"nza"} if key == "verwachtingen" else {""})


def test_who_types_another_line_after_the_question_is_asked_again(client: StrictClient, blad: Antwoordblad):
    send(client, blad, *LISTS[1][:3])
    page = client.submit("3 lessen toevoegen", status=422, **{"lessen-tekst": f"{TYPED}\nEn nog iets."})
    assert "Dit worden 4 lessen" in page.text
    client.submit("4 lessen toevoegen", **{"lessen-tekst": "Toch maar een."})
    assert rows() == ["Toch maar een."]


def test_the_pressed_button_counts_once(client: StrictClient, blad: Antwoordblad):
    asked = send(client, blad, *LISTS[1][:3])
    client.submit("3 lessen toevoegen")
    client.page = asked
    page = client.submit("3 lessen toevoegen")
    assert "Dit was al verstuurd." in page.html
    client.page = asked
    page = client.submit("Als één les bewaren", status=409)
    assert page.h1 == "Wijzigen of nog een toevoegen?"
    assert rows() == ONE_EACH


def test_a_refusal_keeps_the_lines_and_asks_with_it(client: StrictClient, blad: Antwoordblad):
    client.get(f"/antwoordbladen/{blad.id}/vraag/verwachtingen")
    page = client.submit("Verwachting toevoegen", status=422, **{"verwachtingen-tekst": TYPED})
    assert page.errors == ["Kies van wie u dit verwacht."]
    assert "Dit worden 3 verwachtingen" in page.text


def test_of_many_lines_the_first_are_shown(client: StrictClient, blad: Antwoordblad):
    page = send(client, blad, *LISTS[1][:3], text="\n".join(f"Les {number}" for number in range(1500)))
    assert "Dit worden 1.500 lessen" in page.text
    assert "En nog 1.488." in page.text


@pytest.mark.parametrize("said", ["", "0", "-1", "3.0", "drie", "9" * 50])
def test_a_number_that_no_page_of_ours_sends_is_no_answer(client: StrictClient, blad: Antwoordblad, said: str):
    data = {"lessen-tekst": TYPED, "lessen-regio": "", "lessen-revisie": "0", "lessen-aantal": said}
    client.post(f"/antwoordbladen/{blad.id}/lijst/lessen", data, 422)
    assert rows() == []


def test_one_lesson_and_one_more(client: StrictClient, blad: Antwoordblad):
    client.get(f"/antwoordbladen/{blad.id}/vraag/successen_lessen")
    find = "//form[@id='lessen-nieuw']"
    for tekst in ("Een.", "Twee."):
        assert client.page is not None
        form = client.page.one(find)
        data = {one.get("name"): one.get("value", "") for one in form.findall(".//input")}
        data = {name: value for name, value in data.items() if name and name != "csrf_token"}
        client.post(form.get("action"), {**data, "lessen-tekst": tekst, "daarna": "nog_een"}, 302)
        page = client.follow()
        assert page.url.endswith("#lessen-nieuw")
    assert rows() == ["Een.", "Twee."]


def test_a_lesson_goes_several_places_at_once(client: StrictClient, blad: Antwoordblad):
    send(client, blad, *LISTS[1][:3], text="Een\nTwee\nDrie\nVier")
    page = client.submit("4 lessen toevoegen")
    page = client.get(page.links["Verplaatsen: Vier"])
    assert [words(one) for one in page.find("//form[contains(@class, 'moveform')]//option")] == [
        "bovenaan",
        "na Een",
        "na Twee",
        "na Drie",
    ]
    first = next(row for row in all_rows(BladRegel) if row.tekst == "Een")
    client.submit("Verplaatsen", na=str(first.id))
    in_order = sorted(all_rows(BladRegel), key=lambda row: row.positie)
    assert [row.tekst for row in in_order] == ["Een", "Vier", "Twee", "Drie"]
