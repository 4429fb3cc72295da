"""Text of a person in Excel: the file opens, shows the words as typed, and never runs them."""

from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from exports.cells import LONGEST_CELL, SHORTENED, excel_text, set_cell, xml_text
from tests.reading.excel import typed_text


def reopened(value: Any) -> Cell:
    """Given a saved workbook with one value, when somebody opens it, this is the cell."""
    workbook, file = Workbook(), BytesIO()
    set_cell(workbook.active["A1"], value)
    workbook.save(file)
    return load_workbook(BytesIO(file.getvalue())).active["A1"]


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1",
        "=",
        "+1",
        "@x",
        "-1",
        "'=1",
        "#N/A",
        "#REF!",
        "12",
        "01-02-2024",
        "TRUE",
        " rand ",
        "een\ntwee\tdrie",
        "]]>",
        "👍",
        "שלום",
        "<script>",
        "{=A1}",
        "=cmd|' /C calc'!A0",
    ],
)
def test_text_comes_back_as_text_exactly_as_typed(typed: str) -> None:
    cell = reopened(typed)
    assert (cell.value, cell.data_type) == (typed, "s")


def test_characters_that_xml_does_not_allow_are_dropped() -> None:
    assert xml_text("a\x00\x0b\ud800\uffffb") == "a\nb"
    assert reopened("a\x00\x1f\ud800\uffffb").value == "ab"


@pytest.mark.parametrize("typed", ["_x0041_", "_x000D_", "a_x005F_b", "_x0041_x0042_"])
def test_text_that_looks_like_an_escape_is_escaped_itself(typed: str) -> None:
    stored = reopened(typed).value
    assert "_x0041_" not in stored.replace("_x005F_", "")
    assert typed_text(stored) == typed


def test_an_ordinary_underscore_stays() -> None:
    assert excel_text("bestand_x1_2024_") == "bestand_x1_2024_"


def test_the_longest_text_fits_and_a_longer_one_says_that_it_was_cut() -> None:
    assert reopened("a" * LONGEST_CELL).value == "a" * LONGEST_CELL
    cut = reopened("a" * (LONGEST_CELL + 1)).value
    assert cut == "a" * (LONGEST_CELL - len(SHORTENED)) + SHORTENED


@pytest.mark.parametrize("before", ["", "a"])
def test_a_cut_never_falls_inside_a_character(before: str) -> None:
    cut = excel_text(before + "👍" * 20_000)
    assert len(cut.encode("utf-16-le")) // 2 in {LONGEST_CELL, LONGEST_CELL - 1}
    assert cut.removesuffix(SHORTENED) == before + "👍" * ((LONGEST_CELL - len(SHORTENED) - len(before)) // 2)


@pytest.mark.parametrize("before", range(8))
def test_a_cut_never_falls_inside_an_escape(before: int) -> None:
    shown = typed_text(excel_text("a" * before + "_x0041_" * 10_000)).removesuffix(SHORTENED)
    assert ("a" * before + "_x0041_" * 10_000).startswith(shown)


@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_leaves_an_empty_cell(nothing: str | None) -> None:
    assert reopened(nothing).value is None


@pytest.mark.parametrize("number", [0, -3, 2.5, True])
def test_numbers_stay_numbers(number: float) -> None:
    assert reopened(number).value == number


def test_a_date_is_a_date() -> None:
    cell = reopened(date(2024, 7, 1))
    assert (cell.value, cell.is_date, cell.number_format) == (datetime(2024, 7, 1), True, "dd-mm-yyyy")  # noqa: DTZ001


@pytest.mark.parametrize(("month", "hour"), [(1, 13), (7, 14)])
def test_a_moment_is_written_as_the_clock_in_the_netherlands_says(month: int, hour: int) -> None:
    cell = reopened(datetime(2024, month, 1, 12, 30, tzinfo=UTC))
    assert cell.value == datetime(2024, month, 1, hour, 30)  # noqa: DTZ001
    assert cell.number_format == "dd-mm-yyyy hh:mm"


def test_an_old_formula_or_number_does_not_linger() -> None:
    cell = Workbook().active["A1"]
    cell.value = "=1+1"
    set_cell(cell, "=2")
    assert (cell.value, cell.data_type) == ("=2", "s")


def test_another_type_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="list"):
        set_cell(Workbook().active["A1"], ["a"])  # type: ignore[arg-type]
