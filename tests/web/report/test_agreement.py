"""Every count agrees: what the page, the Word file and the workbook of a report say are the same numbers.

Worlds of any kind are stored as the data of a report; the page and both files are fetched as a person would, and read
back without help of the tree that they were drawn from. What is counted is then counted again, in the plainest way.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from typing import Any

import lxml.html
import openpyxl
import pytest
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from flask import Flask
from hypothesis import HealthCheck, example, given, settings

from exports.national.data import ActieBeeld, RapportData, Stand
from forms.counted import AAN_DE_REGIO
from forms.spec import Kind
from portal.domain.coding.state import CodeSoort
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Rapport, RapportGegevens
from portal.services.report.stored_data import to_json
from tests.client import StrictClient
from tests.editions import ASKED
from tests.examples.nation import example_data
from tests.exports.national.worlds import several, worlds
from tests.reading.excel import typed_text
from tests.reading.opendocument import body_of, paragraphs_of, sheets_of, tables_of
from tests.reading.pdf import pages_of, run_together
from tests.worlds.people import make_user
from tests.worlds.report import make_rapport

WORLDS = 8
# Sheets with more tables below each other.
STACKED = {"Leesmij", "Samenvatting"}
ALWAYS = {"regios", "geantwoord", "niet_beantwoord", "niet_gevraagd"}
Rows = list[list[str]]


@dataclass(frozen=True)
class Shown:
    """What a report says in one place: its tables with a caption, in order, and its sentences."""

    tables: list[tuple[str, Rows]]
    sentences: list[str]


@dataclass(frozen=True)
class Workbook:
    """The sheets of a workbook: rows by heading."""

    sheets: dict[str, list[dict[str, Any]]]

    def count(self, sheet: str, **cells: object) -> int:
        """How many rows have these values."""
        return sum(all(row[name] == value for name, value in cells.items()) for row in self.sheets[sheet])


@pytest.fixture
def desk(app: Flask, new_client: Callable[[], StrictClient]) -> Desk:
    """A coördinator with a report whose data can be put in place."""
    rapport = make_rapport()
    db.session.commit()
    client = new_client()
    client.sign_in(make_user(Rol.COORDINATOR))
    return Desk(client, rapport.id)


@dataclass(frozen=True)
class Desk:
    """Somebody who reads a report and downloads it."""

    client: StrictClient
    rapport_id: int

    def put(self, data: RapportData) -> None:
        """Let the report be made of this."""
        text = to_json(data)
        stored = db.session.get_one(RapportGegevens, self.rapport_id)
        stored.inhoud, stored.checksum = text, hashlib.sha256(text.encode()).hexdigest()
        db.session.get_one(Rapport, self.rapport_id).gemaakt_op = data.peilmoment
        db.session.commit()

    def page(self) -> Shown:
        """The whole report on one page."""
        self.client.get(f"/rapporten/{self.rapport_id}/alles")
        assert self.client.response is not None
        return read_page(self.client.response.data)

    def word(self) -> Shown:
        """The Word file."""
        return read_word(self.file("docx"))

    def excel(self) -> Workbook:
        """The workbook."""
        return read_excel(self.file("xlsx"))

    def pdf(self) -> str:
        """The words of the PDF."""
        return run_together("".join(pages_of(self.file("pdf"))))

    def file(self, kind: str) -> bytes:
        """A file, as a person gets it."""
        self.client.get(f"/rapporten/{self.rapport_id}/rapport.{kind}")
        assert self.client.response is not None
        return self.client.response.data


def read_page(content: bytes) -> Shown:
    """Tables and sentences of the page, without the words that only help to edit."""
    root = lxml.html.fromstring(content.decode())
    tables = [
        (
            words(table.find("caption")),
            [[words(cell) for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")],
        )
        for table in root.xpath("//div[contains(@class, 'rp-report__table')]//table")
    ]
    return Shown(tables, [words(one) for one in root.xpath("//p[contains(@class, 'rp-report__sentence')]")])


def read_word(content: bytes) -> Shown:
    """Tables that have a caption above them, and all paragraphs."""
    tables: list[tuple[str, Rows]] = []
    paragraphs, caption = [], ""
    for block in Document(BytesIO(content)).iter_inner_content():
        if isinstance(block, Table):
            if caption:
                tables.append((caption, [[bare(cell.text) for cell in row.cells] for row in block.rows]))
            caption = ""
        else:
            match = re.fullmatch(r"Tabel \d+\. (.*)", bare(shown(block)))
            caption = match[1] if match else ""
            paragraphs.append(bare(shown(block)))
    return Shown(tables, paragraphs)


def shown(paragraph: Paragraph) -> str:
    """The text of a paragraph with what stands in its fields and links."""
    return "".join(node.text or "" for node in paragraph._p.iter() if node.tag.endswith("}t"))


def read_excel(content: bytes) -> Workbook:
    """The rows of the table that each sheet is named after; an empty cell is None."""
    sheets = {}
    for sheet in openpyxl.load_workbook(BytesIO(content)).worksheets:
        headings, *rows = (
            [cell.value for cell in row] for row in sheet[sheet.tables[re.sub(r"\W", "", sheet.title)].ref]
        )
        filled = [row for row in rows if any(value is not None for value in row)]
        sheets[sheet.title] = [dict(zip(headings, row, strict=True)) for row in filled]
    return Workbook(sheets)


def on_paper(page: Shown) -> list[str]:
    """The sentences and the rows of the tables of the page, as they run on in a PDF."""
    rows = ["".join(row) for _, table in page.tables for row in table]
    return [run_together(one) for one in (*page.sentences, *rows)]


def words(element: Any) -> str:
    """The text of an element, each run of white space as one blank."""
    return bare("".join(element.itertext()))


def bare(text: str) -> str:
    """Text as it is read: without double blanks."""
    return " ".join(text.split())


def as_handed_in(data: RapportData) -> RapportData:
    """The world without what nobody can have said: answers to what was not asked, and of regions without an answer."""
    answered = {one.code for one in data.beeld.regios if one.stand is Stand.BEANTWOORD}
    asked = {vraag.key for vraag in data.vragen}
    kept = {
        soort.value: tuple(
            one for one in data.beeld.said(soort.value) if soort.value in asked and answered.issuperset(one.regios)
        )
        for soort in CodeSoort
        if soort is not CodeSoort.ACTIES
    }
    return replace(data, beeld=replace(data.beeld, **kept))


# Enough for a property: each world makes a page, a Word file and a workbook, on two databases.
@settings(
    max_examples=WORLDS,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example(example_data())
@example(several(example_data()))
@given(worlds().map(as_handed_in))
# What is gathered is tested on both databases, and counted and drawn without one.
@pytest.mark.parametrize("app", ["postgresql"], indirect=True)
def test_every_count_agrees_between_word_excel_and_screen(desk: Desk, data: RapportData) -> None:
    desk.put(data)
    page, word, excel, pdf = desk.page(), desk.word(), desk.excel(), desk.pdf()
    assert word.tables == page.tables
    assert [one for one in page.sentences if one not in word.sentences] == []
    assert [one for one in on_paper(page) if one not in pdf] == []
    odt, ods = body_of(desk.file("odt")), sheets_of(desk.file("ods"))
    assert tables_of(odt) == word.tables
    assert [one for one in page.sentences if one not in paragraphs_of(odt)] == []
    assert filled(ods) == in_cells(excel)
    assert explained(word.tables) <= in_summary(excel)
    assert by_round(page) == answered_by_round(data)
    summary = by_token(excel)
    assert summary.keys() >= ALWAYS
    for again in (counted_again(data), in_lists(excel)):
        # What a round did not ask for has no number at all; what is left out of the report must have been nought.
        assert {key: summary.get(key, 0) for key in again} == again


def by_round(page: Shown) -> list[str]:
    """How many regions answered each round, in a report over several."""
    found = (table for caption, table in page.tables if caption.startswith("Respons per uitvraag"))
    return next((row[1:] for table in found for row in table if row[0] == "Beantwoord"), [])


def answered_by_round(data: RapportData) -> list[str]:
    """The same, counted without any of the report's own functions."""
    return [str(sum(one.stand is Stand.BEANTWOORD for one in ronde.beeld.regios)) for ronde in data.reeks]


def explained(tables: list[tuple[str, Rows]]) -> set[tuple[str, str]]:
    """What appendix C says: what was counted, and how many."""
    return {(row[0], row[1]) for _, (head, *rows) in tables if head[:2] == ["Wat is geteld", "Aantal"] for row in rows}


def in_summary(excel: Workbook) -> set[tuple[str, str]]:
    """The same in the workbook; thousands are written with a point in the report."""
    return {
        (bare(typed_text(row["Wat is geteld"])), f"{row['Waarde']:,}".replace(",", "."))
        for row in excel.sheets["Getallen"]
        if row["Waarde"] is not None
    }


def in_cells(excel: Workbook) -> dict[str, Rows]:
    """What stands in the cells of each sheet that is one table, as somebody reads it."""
    return {
        name: [list(rows[0]), *([in_cell(value) for value in row.values()] for row in rows)]
        for name, rows in excel.sheets.items()
        if rows and name not in STACKED
    }


def filled(sheets: dict[str, Rows]) -> dict[str, Rows]:
    """The same of the workbook in OpenDocument; a table without rows keeps an empty one."""
    found = {name: [row for row in rows if any(row)] for name, rows in sheets.items() if name not in STACKED}
    return {name: rows for name, rows in found.items() if len(rows) > 1}


def in_cell(value: Any) -> str:
    """A value of a cell in words."""
    if value is None:
        return ""
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else bare(typed_text(str(value)))


def by_token(excel: Workbook) -> dict[str, int]:
    """The numbers of the workbook by their name in a sentence."""
    return {row["Naam in de tekst"]: row["Waarde"] for row in excel.sheets["Getallen"]}


def counted_again(data: RapportData) -> dict[str, int]:
    """The main numbers, counted without any of the report's own functions."""
    regios, acties = data.beeld.regios, data.beeld.acties
    found = {
        "regios": len(regios),
        "geantwoord": sum(one.stand is Stand.BEANTWOORD for one in regios),
        "niet_beantwoord": sum(one.stand is Stand.NIET_BEANTWOORD for one in regios),
        "niet_gevraagd": sum(one.stand is Stand.NIET_GEVRAAGD for one in regios),
        "structuur_vast": sum(one.projectstructuur in ("nieuw_vast", "bestaand") for one in regios),
        "plannen": len({one.plan_id for one in regios if one.plan_id is not None}),
        "acties": len(acties),
        "acties_elders": sum(bool(one.elders) for one in acties),
        "successen": len(data.beeld.successen),
        "lessen": len(data.beeld.lessen),
        "verwachtingen": sum(one.aan != AAN_DE_REGIO for one in data.beeld.verwachtingen),
    }
    for status in ASKED.choices_of(Kind.VOORTGANG):
        found[f"acties_{status.key}"] = sum(told(one) == status.key for one in acties)
    if data.doelstanden:
        found["doelen_gevraagd"] = sum(one.stand is not Stand.NIET_GEVRAAGD for one in data.doelstanden)
        found["doelen_achter"] = sum(one.ligging == "achter" for one in data.doelstanden)
    return found


def told(actie: ActieBeeld) -> str:
    """How an action goes, as its region said."""
    return actie.status if actie.stand is Stand.BEANTWOORD else ""


def in_lists(excel: Workbook) -> dict[str, int]:
    """Numbers that the long lists of the workbook must give when somebody counts their rows with a filter."""
    found = {
        "geantwoord": excel.count("Respons", Stand="Beantwoord"),
        "niet_beantwoord": excel.count("Respons", Stand="Niet beantwoord"),
        "niet_gevraagd": excel.count("Respons", Stand="Niet gevraagd"),
        "acties": len(excel.sheets["Acties"]),
        "successen": len(excel.sheets["Successen"]),
        "lessen": len(excel.sheets["Lessen"]),
    }
    for status in ASKED.choices_of(Kind.VOORTGANG):
        found[f"acties_{status.key}"] = excel.count("Acties", Status=status.label)
    return found
