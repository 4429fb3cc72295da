"""Rows on another place: alone, or a heading with what stands under it. A row is a word, a heading has a capital."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.moving import begins_nothing, group_of, places_for, put_after, stepped

LIST = ["los", "A", "a1", "a2", "B", "C", "c1"]


def begins(row: str) -> bool:
    return row[0].isupper()


def test_a_heading_and_what_stands_under_it():
    assert [group_of(LIST, row, begins) for row in ("los", "A", "a2", "B", "C")] == [
        ["los"],
        ["A", "a1", "a2"],
        ["a2"],
        ["B"],
        ["C", "c1"],
    ]


@pytest.mark.parametrize(
    ("row", "steps", "after"),
    [
        ("a2", -1, "los A a2 a1 B C c1"),
        ("a1", -1, "los a1 A a2 B C c1"),
        ("C", -1, "los A a1 a2 C c1 B"),
        ("C", -2, "los C c1 A a1 a2 B"),
        ("C", -10_000, "los C c1 A a1 a2 B"),
        ("A", 1, "los B A a1 a2 C c1"),
        ("A", 10_000, "los B C c1 A a1 a2"),
        ("A", -1, "los A a1 a2 B C c1"),
        ("los", 10_000, "A a1 a2 B C c1 los"),
    ],
)
def test_steps(row: str, steps: int, after: str):
    assert " ".join(stepped(LIST, row, steps, begins)) == after


@pytest.mark.parametrize(
    ("row", "behind", "after"),
    [
        ("c1", "a1", "los A a1 c1 a2 B C"),
        ("c1", None, "c1 los A a1 a2 B C"),
        ("C", "a1", "los A a1 a2 C c1 B"),
        ("C", None, "los C c1 A a1 a2 B"),
        ("A", "a2", "los A a1 a2 B C c1"),
        ("A", "c1", "los B C c1 A a1 a2"),
    ],
)
def test_behind_another_row(row: str, behind: str | None, after: str):
    assert " ".join(put_after(LIST, row, behind, begins)) == after


def test_where_a_row_can_be_put():
    assert places_for(LIST, "C", begins) == [("los", "los"), ("a2", "A"), ("B", "B")]
    assert places_for(["x", "y"], "x", begins_nothing) == [(None, None), ("y", "y")]
    assert places_for(["x", "y", "z"], "z", begins_nothing, first=1) == [("x", "x"), ("y", "y")]


@given(st.lists(st.sampled_from("AaBbCc"), min_size=1, max_size=12), st.data())
def test_nothing_is_lost_and_what_is_offered_is_where_it_comes(words: list[str], data: st.DataObject):
    rows = [f"{word}{number}" for number, word in enumerate(words)]
    row = data.draw(st.sampled_from(rows))
    moved = stepped(rows, row, data.draw(st.integers(-9, 9)), begins)
    assert sorted(moved) == sorted(rows)
    for behind, _ in places_for(rows, row, begins):
        placed = put_after(rows, row, behind, begins)
        assert sorted(placed) == sorted(rows)
        assert placed.index(row) == (placed.index(behind) + 1 if behind else 0)
        assert group_of(rows, row, begins)[0] == row
        along = group_of(rows, row, begins)
        assert placed[placed.index(row) :][: len(along)] == along
