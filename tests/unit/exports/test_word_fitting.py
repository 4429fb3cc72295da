"""Tables in Word can be read: columns follow what stands in them, words stay whole, heads stay with their rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table
from hypothesis import given
from hypothesis import strategies as st

from exports.plan import ActieRow, MijlpaalRow, PlanDocument
from exports.word.condensed import condensed_docx
from exports.word.document import TEXT_WIDTH, new_document, to_bytes
from exports.word.expectations import expectations_docx
from exports.word.feedback import feedback_docx
from exports.word.fitting import fit_tables
from exports.word.letters import width_of
from exports.word.overview import overview_docx
from exports.word.plan import plan_docx
from exports.word.richtext import add_rich_text
from exports.word.sheet import sheet_docx
from exports.word.tables import GridTable, add_line
from exports.word.template import clean_template
from tests.editions import PLAN
from tests.examples.plans import condensed_analysis, empty_plan, filled_plan, national_overview
from tests.examples.rounds import empty_sheet, example_expectations, example_feedback, filled_sheet
from tests.reading.documents import assert_opens_cleanly

LANG = "crisisbeschikbaarheidsvoorziening"
PLAN_HEADS = ["Verantwoordelijk/ coördinator / trekker van actie", "Tijdslijn"]
LANGST = "arbeidsongeschiktheidsverzekeringsmaatschappij"
# The letter of the empty document, and what Word and LibreOffice keep at both sides of a text in a cell.
POINTS, PADDING = 10, 216


def widths_of(table: Table) -> list[int]:
    return [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst]


def typed(rows: list[list[str]]) -> str:
    head, *others = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([head, "|" + "---|" * len(rows[0]), *others])


def drawn(*texts: str) -> WordDocument:
    document: WordDocument = Document(BytesIO(clean_template()))
    for text in texts:
        add_rich_text(document, text)
    fit_tables(document)
    return document


def room_of(document: WordDocument) -> int:
    section = document.sections[0]
    return int(section.page_width.twips - section.left_margin.twips - section.right_margin.twips)


def on_paper(word: str, *, bold: bool, points: float = POINTS) -> float:
    return width_of(word, bold=bold) * points / 50


def widest(rows: list[list[str]], column: int, points: float = POINTS) -> float:
    """How wide a column must be for its longest word; the first row is bold."""
    return PADDING + max(
        on_paper(word, bold=row is rows[0], points=points) for row in rows for word in (row[column].split() or [""])
    )


WORDS = st.text("abdeghijklmnoprstuvwz", min_size=1, max_size=22)
CELLS = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)


@st.composite
def tables(draw: Any) -> list[list[str]]:
    columns = draw(st.integers(1, 7))
    row = st.lists(CELLS, min_size=columns, max_size=columns)
    return list(draw(st.lists(row, min_size=2, max_size=4)))


# --- widths


@given(tables())
def test_no_word_is_broken_that_the_page_has_room_for(rows: list[list[str]]) -> None:
    document = drawn(typed(rows))
    widths, room = widths_of(document.tables[0]), room_of(document)
    assert sum(widths) == room
    needed = [widest(rows, column) for column in range(len(widths))]
    if sum(needed) * 1.1 <= room:
        assert all(width >= need for width, need in zip(widths, needed, strict=True))


@given(tables())
def test_a_table_always_fills_its_place_and_no_column_disappears(rows: list[list[str]]) -> None:
    document = drawn(typed([[LANGST + cell for cell in row] for row in rows]))
    widths = widths_of(document.tables[0])
    assert sum(widths) == room_of(document)
    assert min(widths) > PADDING


def test_only_the_longest_words_are_broken_when_not_all_fit() -> None:
    rows = [["Wie", "Wat", "Waar"], ["Zorgkantoor", LANGST * 2, LANGST * 2]]
    who, what, where = widths_of(drawn(typed(rows)).tables[0])
    assert who >= widest(rows, 0, points=7)
    assert abs(what - where) <= 1


def test_what_is_left_goes_to_who_has_most_to_say() -> None:
    rows = [["Nr", "Wat", "Wanneer"], ["1", "Een lange omschrijving van wat de regio gaat doen. " * 6, "Eind Q1 2024"]]
    number, what, when = widths_of(drawn(typed(rows)).tables[0])
    assert number < when < what
    assert when >= PADDING + on_paper("Eind Q1 2024", bold=False)


def sizes(table: Table) -> set[float]:
    return {run.font.size.pt for row in table.rows for cell in row.cells for p in cell.paragraphs for run in p.runs
            if run.font.size}  # fmt: skip


def test_letters_become_smaller_when_words_do_not_fit_and_never_too_small() -> None:
    twelve = typed([[f"Kwartaal {n}" for n in range(1, 13)], ["ja"] * 12])
    too_many = typed([["Verantwoordelijke"] * 30, ["ja"] * 30])
    some, many = drawn(twelve, too_many).tables
    assert 7 <= max(sizes(some)) < POINTS
    assert sizes(many) == {7}


def test_letters_stay_as_they_are_when_all_fits() -> None:
    assert sizes(drawn(typed([["Thema", "Wie"], ["Wonen", "Zorgkantoor"]])).tables[0]) == set()


@pytest.mark.parametrize(("word", "thousandths"), [("Wlz", 944 + 222 + 500), ("é", 556), ("☐", 1000), ("", 0)])
def test_letters_have_the_widths_of_arial(word: str, thousandths: int) -> None:
    assert width_of(word) == thousandths


# --- the documents of the portal


def long_plan() -> PlanDocument:
    """Forty actions under long headings, one of them longer than a page, and own tables in a text."""
    text = "Wij bespreken met alle partijen in de regio wie op een plek wacht. "
    acties = [
        row
        for number in range(1, 9)
        for row in (
            ActieRow(f"5.{number}", f"Inrichten {LANG}", is_action=False),
            *(ActieRow(f"5.{number}.{n}", text * (90 if number == n == 2 else 1), "Gemeenten", "Continu")
              for n in range(1, 6)),
        )
    ]  # fmt: skip
    achtergrond = "\n\n".join(
        (typed([[f"Kwartaal {n}" for n in range(1, 13)], ["nog niet"] * 12]), typed([["a", "b"], [LANGST, text * 4]]))
    )
    return replace(filled_plan(), acties=tuple(acties), answers={"achtergrond": achtergrond},
                   mijlpalen=(MijlpaalRow(LANG, text, "Eind Q2 2024"),))  # fmt: skip


DOCUMENTS = {
    "leeg plan": lambda: plan_docx(empty_plan()),
    "gevuld plan": lambda: plan_docx(filled_plan()),
    "lang plan": lambda: plan_docx(long_plan()),
    "leeg blad": lambda: sheet_docx(empty_sheet()),
    "gevuld blad": lambda: sheet_docx(filled_sheet()),
    "samenvatting": lambda: condensed_docx(condensed_analysis()),
    "verwachtingen": lambda: expectations_docx(example_expectations()),
    "terugkoppeling": lambda: feedback_docx(example_feedback()),
    "overzicht": lambda: overview_docx(national_overview()),
}


def every_table(tables: list[Table]) -> Iterator[Table]:
    for table in tables:
        yield table
        for row in table.rows:
            for cell in row.cells:
                yield from every_table(cell.tables)


@pytest.fixture(params=DOCUMENTS)
def document(request: pytest.FixtureRequest) -> WordDocument:
    document: WordDocument = Document(BytesIO(DOCUMENTS[request.param]()))
    return document


def test_no_word_of_any_document_is_broken(document: WordDocument) -> None:
    base = document.styles["Normal"].font.size.pt
    for table in every_table(document.tables):
        widths = widths_of(table)
        for row in table.rows:
            for width, cell in zip(widths, row.cells, strict=True):
                for paragraph in cell.paragraphs:
                    for run in paragraph.runs:
                        points = run.font.size.pt if run.font.size else base
                        longest = max(
                            (
                                on_paper(w, bold=bool(run.bold), points=points)
                                for w in run.text.replace("-", "- ").split(" ")
                            ),
                            default=0,
                        )
                        assert longest + PADDING <= width, run.text


def test_every_table_stays_inside_its_place(document: WordDocument) -> None:
    for table in document.tables:
        assert sum(widths_of(table)) <= room_of(document)
        for row in table.rows:
            for width, cell in zip(widths_of(table), row.cells, strict=True):
                if cell.grid_span > 1:
                    continue
                assert int(cell._tc.tcPr.find(qn("w:tcW")).get(qn("w:w"))) == width
                assert all(sum(widths_of(inner)) <= width - PADDING for inner in cell.tables)


def marks(row: Any, name: str) -> bool:
    return row._tr.find(f"{qn('w:trPr')}/{qn(name)}") is not None


def stays_with_next(row: Any) -> bool:
    """By itself, or by its style as in the house style of the report."""
    return all(
        (one._p.pPr is not None and one._p.pPr.keepNext is not None) or one.style.paragraph_format.keep_with_next
        for cell in row.cells
        for one in cell.paragraphs
    )


def test_heads_come_back_and_stay_with_the_row_below_them(document: WordDocument) -> None:
    for table in every_table(document.tables):
        heads = [row for row in table.rows if marks(row, "w:tblHeader")]
        assert all(marks(row, "w:cantSplit") and stays_with_next(row) for row in heads)


def test_headings_stay_with_what_follows(document: WordDocument) -> None:
    styles = {p.style.name for p in document.paragraphs if p.style.name.startswith("Heading")}
    assert all(document.styles[name].paragraph_format.keep_with_next for name in styles)


def actions(plan: PlanDocument) -> Table:
    return next(one for one in every_table(Document(BytesIO(plan_docx(plan))).tables) if len(one.rows) > 40)


def test_a_row_may_break_only_when_it_is_taller_than_half_a_page() -> None:
    breaking = [row.cells[1].text[:5] for row in actions(long_plan()).rows if not marks(row, "w:cantSplit")]
    assert breaking == ["5.2.2"]


def test_a_heading_between_actions_stays_with_the_first_of_them_in_all_its_cells() -> None:
    headings = [row for row in actions(long_plan()).rows if LANG in row.cells[1].text]
    assert len(headings) == 8
    assert all(stays_with_next(row) for row in headings)


def test_the_last_row_of_a_table_does_not_stand_alone_on_a_page() -> None:
    rows = actions(replace(long_plan(), answers={})).rows
    assert [stays_with_next(row) for row in list(rows)[-3:]] == [False, True, False]


def test_a_list_that_has_to_break_repeats_its_heads_and_its_label_on_every_page() -> None:
    outer, inner, first = list(actions(long_plan()).rows)[:3]
    assert all(marks(row, "w:tblHeader") for row in (outer, inner))
    assert not marks(first, "w:tblHeader")
    assert outer.cells[0].text == PLAN.blocks[1].heads[0]
    assert [cell.text.split("\n")[0] for cell in inner.cells] == ["Acties", "Acties", *PLAN_HEADS]


def test_nothing_is_lost_of_a_list_that_has_to_break_nor_around_it() -> None:
    asked = "Boven de lijst staat dit.\n\n" + typed([["Thema", "Wie"], *[[f"rij {n}", "x"] for n in range(60)]])
    plan = replace(
        long_plan(), answers={"achtergrond": asked + "\n\nEronder dit.", "acties_toelichting": "NB. Later meer."}
    )
    rows = [
        [cell.text for cell in row.cells] for table in Document(BytesIO(plan_docx(plan))).tables for row in table.rows
    ]
    said = [text for row in rows for text in dict.fromkeys(row)]
    for words in ("Eronder dit.", "NB. Later meer.", *(f"rij {n}" for n in range(60))):
        assert said.count(words) == 1
    assert [row[1] for row in rows if row[0].startswith("Achtergrond")] == ["Boven de lijst staat dit.\n", "Thema"]
    assert sum(text.startswith("5.") for text in said) == len(plan.acties)
    assert_opens_cleanly(plan_docx(plan), ".docx")


def test_a_list_that_fits_on_a_page_stays_in_the_format() -> None:
    filled = Document(BytesIO(plan_docx(filled_plan())))
    assert len(filled.tables) == 3


# --- the look of the national format


def test_an_empty_plan_has_the_columns_of_the_national_format() -> None:
    word = Document(BytesIO(plan_docx(empty_plan())))
    assert [widths_of(table) for table in word.tables] == [[6619, 6619]] * 3


def test_the_tables_of_a_plan_stay_alike() -> None:
    tables = Document(BytesIO(plan_docx(long_plan()))).tables
    assert len({(widths_of(table)[0], sum(widths_of(table))) for table in tables}) == 1


def test_labels_keep_a_third_of_the_page_beside_long_answers() -> None:
    long = {"achtergrond": "Een lange alinea over onze regio. " * 200}
    plan = replace(filled_plan(), answers={**filled_plan().answers, **long})
    left, right = widths_of(Document(BytesIO(plan_docx(plan))).tables[1])
    assert (left + right) / 3 - 1 <= left < right


def test_who_fills_in_a_sheet_on_paper_keeps_the_room_to_write() -> None:
    label, room = widths_of(Document(BytesIO(sheet_docx(empty_sheet()))).tables[0])
    assert room >= 2.9 * label


def test_where_all_lines_fit_the_columns_are_as_they_were_declared() -> None:
    word = new_document("Kort", moment=datetime(2024, 4, 1, tzinfo=UTC))
    table = GridTable(word, (TEXT_WIDTH // 5, TEXT_WIDTH - TEXT_WIDTH // 5), has_head=False)
    for cell in table.add_row():
        add_line(cell, "Kort")
    ((label, text),) = map(widths_of, Document(BytesIO(to_bytes(word))).tables)
    assert abs(text - 4 * label) < 30
