"""The national overview: page, Word and Excel say the same words and numbers."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from docx import Document
from flask import Flask
from openpyxl import load_workbook

from exports.columns import CONTENT_COLUMNS, PLAN_COLUMNS, STATUS_COLUMNS
from forms.dutch.dates import still_until
from forms.spec import Kind
from portal.domain import clock
from portal.domain.plan.workflow import Move
from portal.domain.roles import Rol
from portal.models import Regio, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, rows, submit, workflow
from tests.client import StrictClient
from tests.reading.documents import assert_opens_cleanly
from tests.reading.pages import Page, words
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.round import make_blad, make_uitvraag

SENTENCE = "3 van de 5 regio’s hebben een plan ingediend; =Gevaarstreek & <zn> en Duinstreek nog niet."

REGIONS = ["=Gevaarstreek & <zn>", "Aastreek", "Bosstreek", "Duinstreek", "Zandstreek"]


@pytest.fixture
def reader(app: Flask) -> User:
    return make_user(Rol.LEZER)


@pytest.fixture
def country(app: Flask) -> None:
    """Five regions: a joint plan, a plan of its own, one that was taken back, one with nothing yet."""
    joint = make_plan(make_regio("Aastreek"), make_regio("Zandstreek"))
    anna = make_contact(joint.regios[0])
    for number in range(12):
        rows.add_row(joint, Kind.ACTIES, {"omschrijving": f"Actie {number}", "vorm": "actie"}, actor=anna.actor)
    answers.save_answers(joint, [AnswerEdit("projectstructuur_vorm", "bestaand", 0)], actor=anna.actor)
    make_indiening(joint, anna)
    make_indiening(make_plan(make_regio("Bosstreek")))
    taken_back = make_plan(make_regio("Duinstreek"))
    bo = make_contact(taken_back.regios[0])
    make_indiening(taken_back, bo)
    submit.withdraw(taken_back, actor=bo.actor)
    make_regio("=Gevaarstreek & <zn>")


def test_page_word_and_excel_say_the_same(client: StrictClient, country: None, reader: User):
    client.sign_in(reader)
    page = client.get("/landelijk/plannen")
    assert SENTENCE in page.text
    shown = table_of(page)

    word = Document(BytesIO(fetch(client, "/landelijk/plannen.docx")))
    assert SENTENCE in [one.text for one in word.paragraphs]
    status, content = ([[cell.text for cell in row.cells] for row in table.rows] for table in word.tables)
    assert status[0] == [column.heading for column in STATUS_COLUMNS]
    assert content[0] == [column.heading for column in CONTENT_COLUMNS]
    lines = [dict(zip(status[0], row, strict=True)) for row in status[1:]]
    assert [line["Regio"] for line in lines] == REGIONS == [row[0] for row in content[1:]]
    for on_page, line in zip(shown, lines, strict=True):
        assert on_page["Regio"].startswith(line["Regio"])
        assert on_page["Status plan"] == line["Status"]
        assert on_page["Deadline"].startswith(line["Deadline"])
        assert on_page["Opgepakt door"] == line["Opgepakt door"]

    book = load_workbook(BytesIO(fetch(client, "/landelijk/plannen.xlsx")))
    assert SENTENCE in [cell.value for row in book["Leesmij"].rows for cell in row]
    sheet = [list(row) for row in book["Plannen"].iter_rows(values_only=True)]
    assert sheet[0] == [column.heading for column in PLAN_COLUMNS]
    assert [row[0] for row in sheet[1:]] == REGIONS
    numbers = [["–" if value is None else str(value) for value in row[-2:]] for row in sheet[1:]]
    assert numbers == [row[-2:] for row in content[1:]]
    assert [row[-1] for row in sheet[1:]] == [None, 12, 0, None, 12]


def table_of(page: Page) -> list[dict[str, str]]:
    """The rows of the table as heading → words."""
    heads = [words(head) for head in page.find("//thead//th")]
    return [dict(zip(heads, map(words, row.xpath("./th|./td")), strict=True)) for row in page.find("//tbody/tr")]


def fetch(client: StrictClient, address: str) -> bytes:
    client.get(address)
    assert client.response is not None
    assert_opens_cleanly(client.response.data, address[-5:])
    return client.response.data


def test_a_region_leads_to_what_was_handed_in_and_one_without_leads_nowhere(
    client: StrictClient, country: None, reader: User
):
    links = client.sign_in(reader).get("/landelijk/plannen").links
    assert {"Aastreek", "Bosstreek", "Zandstreek"} <= set(links)
    assert not {"Duinstreek", "=Gevaarstreek & <zn>"} & set(links)
    client.get(links["Aastreek"], 302)
    assert client.follow().h1 == "Plan van aanpak Aastreek en Zandstreek"


def test_only_a_coordinator_sees_the_way_to_start_plans(client: StrictClient, country: None, reader: User):
    assert "Plannen starten" not in client.sign_in(reader).get("/landelijk/plannen").links
    page = client.sign_in(make_user(Rol.COORDINATOR)).get("/landelijk/plannen")
    assert page.links["Plannen starten"] == "/landelijk/plannen/starten"


def test_a_country_without_regions_is_a_page_too(client: StrictClient, reader: User):
    assert "0 van de 0 regio’s" in client.sign_in(reader).get("/landelijk/plannen").text


# --- the map


@pytest.fixture
def mapped(app: Flask) -> dict[str, Regio]:
    """Three regions with a place on the map, in an open round: submitted, being written, not started."""
    made = {}
    for number, naam in enumerate(("Aastreek", "Bosstreek", "Duinstreek"), start=1):
        made[naam] = make_regio(naam)
        made[naam].tegel_kolom, made[naam].tegel_rij = number + 1, 2 * number
    make_indiening(make_plan(made["Aastreek"]))
    make_plan(made["Bosstreek"])
    uitvraag = make_uitvraag(naam="Uitvraag Q1")
    for regio in made.values():
        make_blad(uitvraag, regio)
    return made


def tiles_of(page: Page) -> dict[str, str]:
    """What each tile says → where it leads, in the order of the keyboard."""
    return {
        tile.get("aria-label"): tile.get("href") for tile in page.find("//main//*[local-name()='svg'][@role]//*[@href]")
    }


def test_each_tile_says_its_status_and_leads_to_the_region(
    client: StrictClient, mapped: dict[str, Regio], reader: User
):
    page = client.sign_in(reader).get("/landelijk/plannen")
    tiles = tiles_of(page)
    assert list(tiles) == ["Aastreek: Ingediend", "Bosstreek: Concept", "Duinstreek: Nog niet gestart"]
    first, second, third = tiles.values()
    assert client.get(first, 302)
    assert (second, third) == (f"#regio-{mapped['Bosstreek'].id}", f"#regio-{mapped['Duinstreek'].id}")
    assert page.one("//*[local-name()='svg'][@role='group']").get("aria-label")


def test_the_map_has_a_layer_of_the_round_that_says_what_the_table_says(
    client: StrictClient, mapped: dict[str, Regio], reader: User
):
    page = client.sign_in(reader).get("/landelijk/plannen?kaart=uitvraag")
    says = {f"{row['Regio']}: {row['Uitvraag Q1']}" for row in table_of(page)}
    assert set(tiles_of(page)) == says == {f"{naam}: Nog niet ingediend" for naam in mapped}


def test_a_region_without_a_place_is_in_the_table_only(client: StrictClient, mapped: dict[str, Regio], reader: User):
    make_regio("Zonderplaats")
    page = client.sign_in(reader).get("/landelijk/plannen")
    assert not any("Zonderplaats" in tile for tile in tiles_of(page))
    assert "Zonderplaats" in [row["Regio"] for row in table_of(page)]


def test_a_tile_of_a_row_that_is_filtered_away_brings_it_back(
    client: StrictClient, mapped: dict[str, Regio], reader: User
):
    page = client.sign_in(reader).get("/landelijk/plannen?plan=ingediend")
    assert tiles_of(page)["Bosstreek: Concept"] == f"/landelijk/plannen#regio-{mapped['Bosstreek'].id}"


# --- filtering, sorting, searching


def regions_on(page: Page) -> list[str]:
    return [row["Regio"].split("Gezamenlijk")[0] for row in table_of(page)]


def test_the_form_keeps_the_order_and_the_layer(client: StrictClient, mapped: dict[str, Regio], reader: User):
    page = client.sign_in(reader).get("/landelijk/plannen?sorteer=-status&kaart=uitvraag")
    assert regions_on(page) == ["Aastreek", "Bosstreek", "Duinstreek"]
    page = client.submit("Toon regio’s", plan="concept")
    assert regions_on(page) == ["Bosstreek"]
    assert words(page.one("//h2[@id='tabel']")) == "1 van de 3 regio’s"
    assert "Nog niet ingediend" in " ".join(tiles_of(page))
    assert page.one("//th[@aria-sort]").get("aria-sort") == "descending"
    assert regions_on(client.get(page.links["Toon alle regio’s"])) == ["Aastreek", "Bosstreek", "Duinstreek"]


def test_a_head_sorts_and_sorts_back(client: StrictClient, mapped: dict[str, Regio], reader: User):
    page = client.sign_in(reader).get("/landelijk/plannen")
    assert page.one("//th[@aria-sort]").get("aria-sort") == "ascending"
    page = client.get(page.links["Status plan"])
    assert regions_on(page) == ["Duinstreek", "Bosstreek", "Aastreek"]
    page = client.get(page.links["Status plan"])
    assert regions_on(page) == ["Aastreek", "Bosstreek", "Duinstreek"]


def test_a_search_that_finds_nothing_says_so(client: StrictClient, mapped: dict[str, Regio], reader: User):
    page = client.sign_in(reader).get("/landelijk/plannen?zoek=%3Cscript%3Ealert(1)%3C/script%3E%00")
    assert "Geen regio gevonden" in page.text
    assert page.one("//input[@id='zoek']").get("value") == "<script>alert(1)</script>"


@pytest.mark.parametrize(
    "address",
    [
        "?plan=x&antwoord=y&opgepakt=z&sorteer=q&kaart=w&ronde=" + "9" * 40,
        "?ronde=-1&sorteer=--regio",
        "?zoek=" + "a" * 5000,
    ],
)
@pytest.mark.parametrize("ending", ["", ".docx", ".xlsx"])
def test_nonsense_in_the_address_breaks_nothing(
    client: StrictClient, mapped: dict[str, Regio], reader: User, address: str, ending: str
):
    client.sign_in(reader).get(f"/landelijk/plannen{ending}{address}")


# --- for whom


def test_a_reviewer_finds_what_is_his(client: StrictClient, app: Flask):
    bo = make_user(Rol.BEOORDELAAR, naam="Bo Proef")
    mine, free = make_plan(make_regio("Aastreek")), make_plan(make_regio("Bosstreek"))
    make_plan(make_regio("Duinstreek"))
    for plan in (mine, free):
        make_indiening(plan)
    workflow.move(mine, Move.OPPAKKEN, actor=bo.actor)
    mine.versie.beoordelaar_id = bo.id
    client.sign_in(bo)
    assert regions_on(client.get("/landelijk/plannen?opgepakt=mij")) == ["Aastreek"]
    assert regions_on(client.get("/landelijk/plannen?opgepakt=niemand")) == ["Bosstreek"]
    assert table_of(client.get("/landelijk/plannen"))[0]["Opgepakt door"] == "Bo Proef"


def test_only_who_reviews_is_asked_about_picking_up(client: StrictClient, country: None, reader: User):
    assert not client.sign_in(reader).get("/landelijk/plannen").find("//select[@name='opgepakt']")
    assert client.sign_in(make_user(Rol.BEOORDELAAR)).get("/landelijk/plannen").find("//select[@name='opgepakt']")


def test_a_draft_that_a_region_asks_to_look_at_is_marked(client: StrictClient, reader: User):
    plan = make_plan(make_regio("Aastreek"))
    plan.versie.meelezen_open = True
    page = client.sign_in(reader).get("/landelijk/plannen")
    assert "Vraagt om meelezen" in table_of(page)[0]["Status plan"]
    assert "Aastreek" not in page.links
    page = client.sign_in(make_user(Rol.BEOORDELAAR)).get("/landelijk/plannen?plan=meelezen")
    asked = f"/plannen/{plan.id}/meelezen/lezen"
    assert page.links["Aastreek"] == page.links["Vraagt om meelezen: Aastreek"] == asked


@pytest.mark.parametrize(
    ("rol", "rest"), [(Rol.BEOORDELAAR, "beoordelen"), (Rol.COORDINATOR, "beoordelen"), (Rol.LEZER, "lezen")]
)
def test_who_reviews_is_led_to_the_review_and_who_reads_to_the_plan(
    client: StrictClient, app: Flask, rol: Rol, rest: str
):
    plan = make_plan(make_regio("Aastreek"))
    make_indiening(plan)
    page = client.sign_in(make_user(rol)).get("/landelijk/plannen")
    assert page.links["Aastreek"] == f"/plannen/{plan.id}/{rest}"
    client.get(page.links["Aastreek"], None)
    assert client.response is not None
    assert client.response.status_code in (200, 302)


@pytest.mark.parametrize("rol", [Rol.BEOORDELAAR, Rol.COORDINATOR])
def test_the_start_page_says_how_many_plans_wait_and_leads_to_them(client: StrictClient, country: None, rol: Rol):
    page = client.sign_in(make_user(rol)).get("/")
    assert "2 plannen wachten op beoordeling." in page.text
    page = client.get(page.links["Bekijken"])
    assert regions_on(page) == ["Aastreek", "Bosstreek", "Zandstreek"]


def test_the_start_page_asks_a_reader_to_review_nothing(client: StrictClient, country: None, reader: User):
    assert "op beoordeling" not in client.sign_in(reader).get("/").text


def test_with_an_open_round_page_word_and_excel_tell_of_it(
    client: StrictClient, mapped: dict[str, Regio], reader: User
):
    until = still_until(clock.today() + timedelta(days=20), clock.today())
    sentence = f"Uitvraag Q1: Geen van de 3 regio’s heeft geantwoord, {until}."
    client.sign_in(reader)
    assert sentence in client.get("/landelijk/plannen").text
    assert sentence in client.get("/").text
    word = Document(BytesIO(fetch(client, "/landelijk/plannen.docx")))
    assert sentence in [one.text for one in word.paragraphs]
    assert [row.cells[1].text for row in word.tables[2].rows][1:] == ["Nog niet ingediend"] * 3
    book = load_workbook(BytesIO(fetch(client, "/landelijk/plannen.xlsx")))
    assert sentence in [cell.value for row in book["Leesmij"].rows for cell in row]
