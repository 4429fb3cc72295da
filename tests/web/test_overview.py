"""The national overview: page, Word and Excel say the same words and numbers."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from flask import Flask
from openpyxl import load_workbook

from exports.columns import OVERVIEW_COLUMNS
from forms.spec import Kind
from portal.domain.roles import Rol
from portal.models import User
from portal.services import answers, rows, submit
from portal.services.answers import AnswerEdit
from tests.client import StrictClient
from tests.documents import assert_opens_cleanly
from tests.factories import make_contact, make_indiening, make_plan, make_regio, make_user
from tests.pages import words

SENTENCE = "3 van de 5 regio’s hebben een plan ingediend; =Gevaarstreek & <zn> en Duinstreek nog niet."


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
    heads = [words(head) for head in page.find("//thead//th")]
    table = [dict(zip(heads, map(words, row.xpath("./th|./td")), strict=True)) for row in page.find("//tbody/tr")]
    assert SENTENCE in page.text

    word = Document(BytesIO(fetch(client, "/landelijk/plannen.docx")))
    assert SENTENCE in [one.text for one in word.paragraphs]
    in_word = [[cell.text for cell in row.cells] for row in word.tables[0].rows]
    assert in_word[0] == [column.heading for column in OVERVIEW_COLUMNS]
    lines = [dict(zip(in_word[0], row, strict=True)) for row in in_word[1:]]
    assert [line["Regio"] for line in lines] == [
        "=Gevaarstreek & <zn>",
        "Aastreek",
        "Bosstreek",
        "Duinstreek",
        "Zandstreek",
    ]
    for shown, line in zip(table, lines, strict=True):
        assert shown.pop("Regio").startswith(line["Regio"])
        assert shown == {head: line[head] for head in shown}

    book = load_workbook(BytesIO(fetch(client, "/landelijk/plannen.xlsx")))
    assert SENTENCE in [cell.value for row in book["Leesmij"].rows for cell in row]
    sheet = [list(row) for row in book["Plannen"].iter_rows(values_only=True)]
    assert sheet[0] == in_word[0]
    assert [row[0] for row in sheet[1:]] == [line["Regio"] for line in lines]
    numbers = [["–" if value is None else str(value) for value in row[-2:]] for row in sheet[1:]]
    assert numbers == [row[-2:] for row in in_word[1:]]
    assert [row[-1] for row in sheet[1:]] == [None, 12, 0, None, 12]


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
