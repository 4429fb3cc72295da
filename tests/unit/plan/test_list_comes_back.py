"""The workbook of a list: what comes back as it went changes nothing; rows are known by their marks or words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.excel.rows_book import rows_book_xlsx
from exports.rows_book import BookColumn, BookRow, RowsBook
from forms.cleaning import clean_line, clean_text
from forms.spec import Kind
from portal.domain.plan.states import ActieVorm
from portal.domain.plan.table.columns import fits
from portal.domain.plan.table.grid import as_text, read_text
from portal.domain.plan.table.marks import KENMERK, MARK, RowMark, read_mark
from portal.domain.plan.table.matching import FileRow, match
from portal.domain.plan.table.order import looks_sorted, merged_order, out_of_place
from portal.domain.plan.table.pairing import paired
from portal.domain.plan.table.rows import first_choices, preview
from portal.domain.plan.table.workbook import read_file
from portal.domain.plan.table.written import as_read, cell_of, compared, head_of, names_of
from tests.editions import PLAN

MAART = datetime(2026, 3, 1, 10, 0, tzinfo=UTC)
ACTIES = PLAN.question_of_kind(Kind.ACTIES)
ODD = st.one_of(
    st.sampled_from(
        ["=1+1", "'tekst", "5a. Wonen", "- een\n- twee", '"a"\tb', "_x0041_", "**vet**", "1-2", "#N/A", " "]
    ),
    st.text(max_size=40),
)


def mark(row_id: int, *, revision: int = 1, plan_id: int = 7) -> RowMark:
    return RowMark("acties", plan_id, row_id, revision, row_id, 99)


def written(many: Sequence[Mapping[str, Any]]) -> bytes:
    names = names_of(ACTIES)
    rows = (
        BookRow(tuple(cell_of(ACTIES, name, one[name]) for name in names), str(mark(at)))
        for at, one in enumerate(many, start=1)
    )
    columns = tuple(BookColumn(head_of(ACTIES, name), 20) for name in names)
    return rows_book_xlsx(RowsBook("Proef", "Acties", "Acties", KENMERK, columns, tuple(rows), MAART))


@given(st.lists(st.tuples(ODD, ODD, ODD, st.sampled_from(ActieVorm)), min_size=1, max_size=4))
def test_a_list_that_comes_back_as_it_went_is_the_same(typed: list[tuple[str, str, str, ActieVorm]]) -> None:
    """As people's words are kept: cleaned when they came in."""
    many = [
        {
            "paragraaf": clean_line(number),
            "omschrijving": clean_text(words).strip() or "Iets",
            "verantwoordelijke": clean_line(who),
            "tijdslijn": "",
            "themas": ["beleid", "casuistiek"],
            "vorm": shape,
        }
        for number, words, who, shape in typed
    ]
    grid, _ = read_file(written(many), "", fits(ACTIES), "Leesmij")
    for table in (grid, read_text(as_text(grid))):
        choices = first_choices(ACTIES, table)
        assert choices.fields == (*names_of(ACTIES), MARK)
        found = preview(ACTIES, table, choices)
        assert [compared(one.values, choices.fields) for one in found.rows] == [
            as_read(ACTIES, choices, one) for one in many
        ]
        assert found.doubts == []


@pytest.mark.parametrize(
    "text", ["", "acties.1.2.3.4", "acties.1.2.3.4.5.6", "acties.1.2.3.4.99999999999", "12-03-2026"]
)
def test_what_is_no_mark_is_none(text: str) -> None:
    assert read_mark(text) is None
    assert read_mark(f" {mark(3)} ") == mark(3)


def matched(*rows: tuple[str, int]) -> tuple[list[int], dict[int, int]]:
    """Which rows these words with these marks (0: none) are, of a list with "een", "twee" and "drie"."""
    before = {mark(at): {"omschrijving": words} for at, words in enumerate(("een", "twee", "drie"), start=1)}
    many = [
        FileRow(at, {"omschrijving": words}, mark(row_id) if row_id else None)
        for at, (words, row_id) in enumerate(rows)
    ]
    found = match(many, before)
    return found.ids, found.copies


@pytest.mark.parametrize(
    ("rows", "ids", "copies"),
    [
        ([("twee", 2), ("een", 1), ("drie", 3)], [2, 1, 3], {}),
        ([("anders", 1), ("nieuw", 0)], [1, 0], {}),
        ([("een, deel 1", 1), ("een", 1)], [0, 1], {0: 1}),
        ([("een", 1), ("een", 1)], [1, 0], {1: 0}),
        ([("twee", 1), ("drie", 2), ("een", 3)], [2, 3, 1], {}),
        ([("een", 1), ("drie", 0)], [1, 3], {}),
        ([("drie", 1), ("drie", 3)], [1, 3], {}),
    ],
)  # fmt: skip
def test_rows_are_known_by_their_marks_or_by_their_words(
    rows: list[tuple[str, int]], ids: list[int], copies: dict[int, int]
) -> None:
    assert matched(*rows) == (ids, copies)


@pytest.mark.parametrize(
    ("places", "moved"),
    [([1, 2, 3], set()), ([3, 1, 2], {0}), ([2, 3, 1], {2}), ([1, 4, 2, 3], {1}), ([], set()), ([3, 2, 1], {0, 1})],
)
def test_the_fewest_rows_moved(places: list[int], moved: set[int]) -> None:
    assert len(out_of_place(places)) == len(moved)
    stays = [place for at, place in enumerate(places) if at not in out_of_place(places)]
    assert stays == sorted(stays)


@given(st.permutations(range(12)))
def test_what_stays_is_in_order_whatever_the_order(places: list[int]) -> None:
    away = out_of_place(places)
    stays = [place for at, place in enumerate(places) if at not in away]
    assert stays == sorted(stays)


def test_a_sheet_that_was_sorted_is_known_by_how_much_moved() -> None:
    assert [looks_sorted(*one) for one in ((3, 4), (4, 8), (5, 8), (60, 100))] == [False, False, True, True]


@pytest.mark.parametrize(
    ("file", "takes", "order"),
    [
        ("abc", True, "abc"),
        ("cab", True, "cab"),
        ("cab", False, "abc"),
        ("axbc", False, "axbc"),
        ("xcab", False, "xabc"),
        ("xcab", True, "xcab"),
        ("ca", True, "cab"),
        ("cyxa", False, "abcyx"),
        ("", True, "abc"),
    ],
)
def test_what_is_new_stands_below_the_row_above_it_in_the_file(file: str, takes: bool, order: str) -> None:
    assert "".join(merged_order("abc", file, takes_order=takes)) == order


@pytest.mark.parametrize(
    ("new", "present", "pairs"),
    [
        (["Bellen", "Mailen"], ["Mailen", "Bellen"], {0: 1, 1: 0}),
        (["bellen"], ["Bellen"], {0: 0}),
        (["Elke week bellen met gemeenten"], ["Elke week bellen met de gemeenten"], {0: 0}),
        (["Bellen"], ["Iets heel anders"], {}),
        (["Bellen", "Bellen"], ["Bellen"], {0: 0}),
    ],
)
def test_a_row_without_a_mark_is_found_by_its_words(new: list[str], present: list[str], pairs: dict[int, int]) -> None:
    rows = ([(words,) for words in many] for many in (new, present))
    assert paired(next(rows), next(rows), main=0, known={}) == pairs
