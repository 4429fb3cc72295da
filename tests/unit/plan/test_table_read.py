"""A table that somebody has already is read, whatever brings it: pasted text, Excel, a .csv-file."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from forms.cleaning import clean_text
from portal.domain.plan.file_types import OLE
from portal.domain.plan.table.grid import Grid, TableProblem, as_text, read_text
from portal.domain.plan.table.workbook import read_file

TABLE = (("Wie", "Wat"), ("Regio", "plan"))


@pytest.mark.parametrize(
    "text",
    [
        "Wie\tWat\nRegio\tplan",
        "Wie\tWat\t\r\n\r\nRegio\tplan\r\n",
        "Wie;Wat\nRegio;plan",
        "| Wie | Wat |\n|---|---|\n| Regio | plan |",
        "Kijk eens:\n| Wie | Wat |\n|---|---|\n| Regio | plan |\nGroet",
    ],
)
def test_every_way_to_paste_gives_the_same_table(text: str) -> None:
    assert read_text(text) == TABLE


def test_a_cell_of_excel_may_hold_lines_tabs_and_quotes() -> None:
    assert read_text('"een\ntwee"\t"zei ""ja"""\n"Samen" werken\t"half') == (
        ("een\ntwee", 'zei "ja"'),
        ('"Samen" werken', '"half'),
    )


def test_sentences_are_one_column_whatever_signs_are_in_them() -> None:
    assert read_text("Overleggen, ook met u; elke maand\nVerder niets") == (
        ("Overleggen, ook met u; elke maand",),
        ("Verder niets",),
    )


cells = st.text(st.sampled_from('ab "\t\n;,|\\é-'), max_size=6).map(lambda text: clean_text(text).strip())


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.tuples(*[cells] * n).filter(any), min_size=1, max_size=5)))
def test_what_the_page_carries_is_read_back(rows: list[tuple[str, ...]]) -> None:
    wide = max(at + 1 for row in rows for at, cell in enumerate(row) if cell)
    grid: Grid = tuple(row[:wide] for row in rows)
    # A line of dashes below a row with bars is a table of the small Markdown, also within a cell.
    if not any("|" in cell and "-" in cell for row in grid for cell in row) and not _has_rule(grid):
        assert read_text(as_text(grid)) == grid


def _has_rule(grid: Grid) -> bool:
    return any("|" in line and not set(line.replace('"', "")) - set("|-: \t") for line in as_text(grid).split("\n"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Er staat nu niets in"),
        (" \n\t\n", "Er staat nu niets in"),
        ("\t".join("x" * 41), "41 kolommen"),
        ("x\n" * 1_001, "1001 rijen"),
    ],
)
def test_what_is_no_table_is_told(text: str, told: str) -> None:
    with pytest.raises(TableProblem, match=told):
        read_text(text)


# --- files


def workbook(**sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(content: bytes, sheet: str = "") -> tuple[Grid, str]:
    return read_file(content, sheet, lambda grid: sum("Wie" in row for row in grid))


def test_values_of_excel_are_read_as_a_dutch_reader_types_them() -> None:
    moment = datetime(2026, 3, 1, 14, 30)  # noqa: DTZ001 - a workbook knows no zones
    rows: list[list[object]] = [["Wie", None, "Wat"], [date(2026, 3, 1), True, 0.5], [2026, "=1+1", 1234.25], [moment]]
    assert read(workbook(Blad=rows))[0][1:] == (
        ("1 maart 2026", "Ja", "0,5"),
        ("2026", "", "1234,25"),
        ("1 maart 2026 om 14:30", "", ""),
    )


def test_a_formula_of_which_the_outcome_is_not_in_the_file_is_told() -> None:
    rows: list[list[object]] = [["Wie", "Wat"], ["Regio", "=A2"], *([f"=A{number}", "x"] for number in range(3, 9))]
    grid, told = read(workbook(Blad=rows))
    assert grid[1] == ("Regio", "")
    assert told == (
        "Van 7 formules staat de uitkomst niet in het bestand: B2, A3, A4, A5, A6 en nog 2. Open het bestand in Excel,"
        " sla het opnieuw op en kies het nog een keer, of vul dit hieronder zelf in."
    )
    assert "Van één formule" in read(workbook(Blad=rows[:2]))[1]


def test_a_formula_with_an_outcome_also_an_empty_one_is_read_as_it_shows() -> None:
    part = "xl/worksheets/sheet1.xml"
    plain = workbook(Blad=[["Wie", "Wat"], ["=1", "=2"], ["Regio", "plan"]])
    sheet = zipfile.ZipFile(io.BytesIO(plain)).read(part)
    for cell, kind, outcome in ((b"A2", b"str", b""), (b"B2", b"n", b"42")):
        sheet = re.sub(
            rb'<c r="%s"[^>]*><f>([^<]*)</f><v ?/?>(</v>)?</c>' % cell,
            rb'<c r="%s" t="%s"><f>\1</f><v>%s</v></c>' % (cell, kind, outcome),
            sheet,
        )
    assert read(with_part(plain, part, sheet)) == ((("Wie", "Wat"), ("", "42"), ("Regio", "plan")), "")


def test_the_sheet_that_fits_is_read_and_the_others_are_named() -> None:
    content = workbook(Toelichting=[["lees dit"]], Acties=[["Wie", "Wat"], ["Regio", "plan"]], Leeg=[])
    assert read(content) == (TABLE, "Gelezen is het blad “Acties”. Niet gelezen: “Toelichting”.")
    assert read(content, "toelichting ")[0] == (("lees dit",),)


@pytest.mark.parametrize(
    ("sheet", "told"), [("Doelen", "Er is wel: Toelichting, Leeg"), ("leeg", "“Leeg” staat niets")]
)
def test_another_sheet_than_there_is(sheet: str, told: str) -> None:
    with pytest.raises(TableProblem, match=told):
        read(workbook(Toelichting=[["x"]], Leeg=[]), sheet)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7", "Dit is een PDF-bestand"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (OLE + "Workbook".encode("utf-16-le"), "oud Excel-bestand"),
        (b"\x00\x01\x02", "Kies een Excel-bestand"),
        (b"PK\x03\x04 niets", "Kies een Excel-bestand"),
        (workbook(Blad=[]), "op geen enkel blad iets"),
        (b"", "Er staat niets in dit bestand"),
        (b"\xef\xbb\xbf \r\n", "Er staat niets in dit bestand"),
    ],
)
def test_a_file_that_is_something_else_is_told(content: bytes, told: str) -> None:
    with pytest.raises(TableProblem, match=told):
        read(content)


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The file with one part more, or another one."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(name, part)
    return out.getvalue()


def test_macros_and_broken_parts_are_told() -> None:
    content = workbook(Blad=[["Wie"]])
    with pytest.raises(TableProblem, match="macro’s"):
        read(with_part(content, "xl/vbaProject.bin", b"x"))
    with pytest.raises(TableProblem, match="niet te lezen"):
        read(with_part(content, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row>"))


def test_a_million_empty_rows_are_not_waited_for() -> None:
    rows = b'<row r="1"><c r="A1" t="inlineStr"><is><t>Wie</t></is></c></row>' + b"".join(
        b'<row r="%d"/>' % number for number in range(2, 1_000_001)
    )
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData>'
    content = with_part(workbook(Blad=[["x"]]), "xl/worksheets/sheet1.xml", sheet % rows + b"</worksheet>")
    assert read(content)[0] == (("Wie",),)


@pytest.mark.parametrize(
    ("encoded", "separator"),
    [("utf-8-sig", ";"), ("cp1252", ";"), ("utf-16", "\t"), ("utf-8", ",")],
)
def test_a_csv_file_of_any_machine(encoded: str, separator: str) -> None:
    text = f'Wie{separator}Wat\r\n"Regio{separator} één"{separator}plan\r\n'
    assert read(text.encode(encoded))[0] == (("Wie", "Wat"), (f"Regio{separator} één", "plan"))


# --- merged cells


def merged(rows: list[list[object]], *ranges: str) -> bytes:
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for one in ranges:
        sheet.merge_cells(one)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_merges(rows: list[list[object]], cells: bytes) -> bytes:
    """The same, with marks of merged cells as a file may hold them."""
    plain, part = merged(rows), "xl/worksheets/sheet1.xml"
    sheet = zipfile.ZipFile(io.BytesIO(plain)).read(part)
    marks = b"</sheetData><mergeCells>" + cells + b"</mergeCells>"
    return with_part(plain, part, sheet.replace(b"</sheetData>", marks))


def test_what_was_merged_stands_in_each_row_and_column_it_covered() -> None:
    rows: list[list[object]] = [
        ["Wie", "Wat", "Start", "Eind"],
        ["Regio", "a", "2026", None],
        [None, "b", "2027", "2028"],
    ]
    assert read(merged(rows, "A2:A3", "C2:D2"))[0][1:] == (
        ("Regio", "a", "2026", "2026"),
        ("Regio", "b", "2027", "2028"),
    )


def test_a_title_above_the_heads_is_told_and_left_out() -> None:
    grid, told = read(merged([["Acties van de regio", None], ["Wie", "Wat"], ["Regio", "plan"]], "A1:B1"))
    assert grid == TABLE
    assert told == "Niet overgenomen is de titel boven de tabel: “Acties van de regio”."


def test_one_wide_cell_between_rows_is_said_once() -> None:
    rows: list[list[object]] = [["Wie", "Wat"], ["5a. Samenwerken", None], ["Regio", "plan"]]
    assert read(merged(rows, "A2:B2"))[0][1] == ("5a. Samenwerken", "")


def test_heads_above_each_other_become_one() -> None:
    rows: list[list[object]] = [["Wie", "Planning", None], [None, "begin", "eind"], ["Regio", "Q1", "Q4"]]
    assert read(merged(rows, "A1:A2", "B1:C1"))[0] == (
        ("Wie", "Planning – begin", "Planning – eind"),
        ("Regio", "Q1", "Q4"),
    )


def test_a_cell_that_covers_a_whole_column_makes_no_rows() -> None:
    content = with_merges([["Wie", "Wat"], ["Regio", "plan"]], b'<mergeCell ref="A2:A1048576"/>')
    assert read(content)[0] == TABLE


def test_more_merged_cells_than_anybody_has_are_not_waited_for() -> None:
    rows: list[list[object]] = [["Wie", "Wat"], *[["Regio", str(number)] for number in range(900)]]
    cells = b"".join(b'<mergeCell ref="A%d:C%d"/>' % (number, 1_000_000 - number) for number in range(2, 20_002))
    assert len(read(with_merges(rows, cells))[0]) == 901


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 8), st.integers(0, 4), st.integers(0, 6)), max_size=4))
def test_no_value_is_lost_whatever_was_merged(found: list[tuple[int, int, int, int]]) -> None:
    """Also of merged cells that overlap, which Excel itself would not write."""
    rows: list[list[object]] = [[f"{row}.{column}" for column in range(5)] for row in range(6)]
    ranges = b"".join(
        b'<mergeCell ref="%s%d:%s%d"/>'
        % (b"ABCDEFGHIJK"[left - 1 : left], top, b"ABCDEFGHIJK"[left + wide - 1 : left + wide], top + high)
        for left, top, wide, high in found
    )
    said = " ".join(cell for row in read(with_merges(rows, ranges))[0] for cell in row)
    assert all(str(cell) in said for row in rows for cell in row)
