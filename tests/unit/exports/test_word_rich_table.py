"""A typed table in Word is a table: heads that come back on every page, rows that may be broken, and nothing lost."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from openxml_audit import OpenXmlValidator

from exports.word.richtext import add_rich_text
from exports.word.template import clean_template
from tests.running.growth import assert_grows_with

TYPED = "| Thema | Wat wij doen |\n|---|---|\n| Data | =1+1 en שלום<br>- een<br>- twee |\n| Zorg |"


@pytest.fixture
def document() -> WordDocument:
    return Document(BytesIO(clean_template()))


def kinds(document: WordDocument) -> list[str]:
    return [type(block).__name__ for block in document.iter_inner_content()]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def findings(document: WordDocument, folder: Path) -> list[str]:
    path = folder / "document.docx"
    document.save(path)
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def test_every_value_stands_under_its_own_head(document: WordDocument) -> None:
    add_rich_text(document, TYPED)
    assert texts(document.tables[0]) == [["Thema", "Wat wij doen"], ["Data", "=1+1 en שלום\neen\ntwee"], ["Zorg", ""]]


def test_the_heads_come_back_on_every_page_and_rows_may_be_broken(document: WordDocument) -> None:
    add_rich_text(document, TYPED)
    head, *rows = document.tables[0]._tbl.tr_lst
    assert head.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert all(row.find(f".//{qn('w:cantSplit')}") is None for row in rows)
    assert [run.bold for run in document.tables[0].cell(0, 0).paragraphs[0].runs] == [True]


def test_text_stands_above_and_below(document: WordDocument) -> None:
    add_rich_text(document, f"Zie:\n{TYPED}\n\n{TYPED}\n\nSlot")
    # Without an empty paragraph between them two tables would be one.
    assert kinds(document) == ["Paragraph", "Table", "Paragraph", "Table", "Paragraph", "Paragraph"]


def test_an_empty_cell_begins_with_the_table_and_ends_in_a_paragraph(document: WordDocument) -> None:
    cell = document.add_table(1, 1).cell(0, 0)
    add_rich_text(cell, TYPED)
    assert [type(block) for block in cell.iter_inner_content()] == [Table, Paragraph]


def test_behind_a_label_the_table_stands_below_it(document: WordDocument) -> None:
    label = document.add_paragraph("Antwoord:")
    document.add_paragraph("Volgende vraag")
    add_rich_text(document, TYPED, first_paragraph=label)
    assert [p.text for p in document.paragraphs] == ["Antwoord:", "", "Volgende vraag"]
    assert kinds(document)[1] == "Table"


def test_words_keep_their_look_and_links_work_in_a_cell(document: WordDocument) -> None:
    add_rich_text(document, "| a |\n|---|\n| *schuin* [x](https://voorbeeld.nl) |")
    paragraph = document.tables[0].cell(1, 0).paragraphs[0]
    assert [run.italic for run in paragraph.runs if run.text.strip()] == [True]
    assert [link.address for link in paragraph.hyperlinks] == ["https://voorbeeld.nl"]


def test_an_open_xml_check_finds_nothing(document: WordDocument, tmp_path: Path) -> None:
    before = findings(document, tmp_path)
    wide = "|".join("a" * 63) + "\n|---|\n| \x00\ud800 |"
    for container in (document, document.add_table(1, 1).cell(0, 0)):
        add_rich_text(container, f"{TYPED}\n\n{wide}\n- punt")
    add_rich_text(document, TYPED, first_paragraph=document.add_paragraph())
    assert [finding for finding in findings(document, tmp_path) if finding not in before] == []


def test_eight_times_as_many_rows_take_about_eight_times_as_long_to_write() -> None:
    def write(rows: int) -> None:
        add_rich_text(
            Document(), "| a | b |\n|---|---|\n" + "| gewone woorden | en [x](https://voorbeeld.nl) |\n" * rows
        )

    assert_grows_with(write, 60, 480)
