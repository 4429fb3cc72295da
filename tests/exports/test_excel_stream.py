"""Workbooks that are written row by row: what they share with the others, and where Excel ends."""

from __future__ import annotations

import gc
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml.etree import Element
from openpyxl import Workbook, load_workbook

from exports.columns import Column, ColumnKind
from exports.excel import stream
from exports.excel.stream import MOST_LINKS, StreamedBook
from tests.reading.documents import assert_opens_cleanly

MOMENT = datetime(2024, 4, 24, 8, 30, tzinfo=UTC)
NUMBER: Column[int] = Column("Nummer", lambda row: row, 10, ColumnKind.NUMBER, url=lambda row: f"/plannen/{row}")
WORD: Column[str] = Column("Woord", lambda row: row, 10)


def opened(book: StreamedBook) -> Workbook:
    content = book.to_bytes({})
    assert_opens_cleanly(content, ".xlsx")
    return load_workbook(BytesIO(content))


def test_tables_stand_below_each_other_and_an_empty_one_keeps_a_row() -> None:
    book = StreamedBook("Titel", moment=MOMENT)
    sheet = book.add_sheet("Blad", [10])
    first = book.add_table(sheet, "Leeg", [WORD], [])
    book.skip_row(sheet)
    second = book.add_table(sheet, "Vol", [WORD], ["a", "b"])
    made = opened(book)["Blad"]
    assert ((first.top, first.bottom), (second.top, second.bottom)) == ((1, 2), (4, 6))
    assert {table.name: table.ref for table in made.tables.values()} == {"Leeg": "A1:A2", "Vol": "A4:A6"}
    assert [cell.value for cell in made["A"]] == ["Woord", None, None, "Woord", "a", "b"]


def test_a_heading_that_looks_like_an_escape_is_the_same_in_the_cell_and_in_the_table() -> None:
    book = StreamedBook("Titel", moment=MOMENT)
    odd: Column[str] = Column("_x0041_ =1+1", lambda row: row, 10)
    book.add_table(book.add_sheet("Blad", [10]), "Tabel", [odd], ["a"])
    with ZipFile(BytesIO(book.to_bytes({}))) as archive:
        parts = [archive.read(f"xl/{name}.xml").decode() for name in ("sharedStrings", "tables/table1")]
    assert [part.count(">_x005F_x0041_ =1+1<") + part.count('"_x005F_x0041_ =1+1"') for part in parts] == [1, 1]


@pytest.mark.parametrize(("rows", "links"), [(3, 3), (4, 0)])
def test_a_sheet_with_more_links_than_excel_takes_has_none(
    monkeypatch: pytest.MonkeyPatch, rows: int, links: int
) -> None:
    # Excel specifications and limits; here it takes three.
    assert MOST_LINKS == 65_530
    monkeypatch.setattr(stream, "MOST_LINKS", 3)
    book = StreamedBook("Titel", moment=MOMENT, portaal="https://portaal.example")
    sheet = book.add_sheet("Blad", [10])
    book.add_table(sheet, "Tabel", [NUMBER], range(rows))
    assert len(sheet.links.cells) == links
    assert len([cell for cell in opened(book)["Blad"]["A"] if cell.hyperlink]) == links


def test_cells_that_open_the_same_page_share_one_relationship() -> None:
    same: Column[int] = Column("Plan", lambda row: row, 10, url=lambda row: "/plannen/7/lezen?a=1&b=2")
    book = StreamedBook("Titel", moment=MOMENT, portaal="https://portaal.example")
    sheet = book.add_sheet("Blad", [10])
    book.add_table(sheet, "Tabel", [same], [1, 2])
    made = opened(book)["Blad"]
    assert len(sheet.links.outside()) == 1
    assert {made[cell].hyperlink.target for cell in ("A2", "A3")} == {"https://portaal.example/plannen/7/lezen?a=1&b=2"}


def test_a_wide_sheet_goes_on_pages_side_by_side_with_its_first_column_on_each() -> None:
    book = StreamedBook("Titel", moment=MOMENT)
    narrow, wide = book.add_sheet("Smal", [100, 100]), book.add_sheet("Breed", [100, 101])
    for sheet in (narrow, wide):
        book.skip_row(sheet)
    made = opened(book)
    assert (made["Smal"].page_setup.fitToWidth, made["Smal"].print_title_cols) == (None, None)
    assert (made["Breed"].page_setup.fitToWidth, made["Breed"].print_title_cols) == (2, "$A:$A")


def test_values_keep_their_type_and_nothing_stays_empty() -> None:
    values: list[object] = ["tekst", 0, -3, 2.5, date(2024, 7, 1), datetime(2024, 6, 30, 22, 30, tzinfo=UTC), None, ""]
    book = StreamedBook("Titel", moment=MOMENT)
    sheet = book.add_sheet("Blad", [10] * 3)
    columns = [
        Column[object]("Waarde", lambda row: row, 10),  # type: ignore[arg-type, return-value]
        Column[object]("Dag", lambda row: row if isinstance(row, date) else None, 10, ColumnKind.DATE),
    ]
    book.add_table(sheet, "Tabel", columns, values)
    made = opened(book)["Blad"]
    assert [cell.value for cell in made["A"]][1:5] == ["tekst", 0, -3, 2.5]
    # 22:30 on the last of June is the first of July in Amsterdam.
    assert [made[cell].value for cell in ("B6", "B7")] == [datetime(2024, 7, 1)] * 2  # noqa: DTZ001
    assert [made[cell].value for cell in ("A8", "A9", "B2")] == [None] * 3


def test_a_book_that_is_not_finished_leaves_no_file_open() -> None:
    sheet = StreamedBook("Titel", moment=MOMENT).add_sheet("Blad", [10])
    sheet.add_row(Element("row", r="1"), 15)
    assert sheet._writer is not None
    file = sheet._writer.out
    assert not file.closed
    del sheet
    gc.collect()
    assert file.closed
