"""What changed between two texts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.diff import Change, Piece, word_diff


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", []),
        ("Wij willen rust.", "Wij willen rust.", [Piece(Change.SAME, "Wij willen rust.")]),
        ("", "Nieuw", [Piece(Change.ADDED, "Nieuw")]),
        ("Oud", "", [Piece(Change.REMOVED, "Oud")]),
        (
            "In maart overleg.",
            "In april overleg.",
            [
                Piece(Change.SAME, "In "),
                Piece(Change.ADDED, "april"),
                Piece(Change.REMOVED, "maart"),
                Piece(Change.SAME, " overleg."),
            ],
        ),
        (
            "Eerst dit.",
            "Eerst dit.\nDan dat.",
            [Piece(Change.SAME, "Eerst dit."), Piece(Change.ADDED, "\nDan dat.")],
        ),
        ("één", "een", [Piece(Change.ADDED, "een"), Piece(Change.REMOVED, "één")]),
    ],
)
def test_the_pieces_of_two_texts(old: str, new: str, pieces: list[Piece]):
    assert word_diff(old, new) == pieces


@given(st.text(), st.text())
def test_nothing_is_lost_both_texts_can_be_read_back(old: str, new: str):
    pieces = word_diff(old, new)
    assert "".join(piece.text for piece in pieces if piece.change is not Change.ADDED) == old
    assert "".join(piece.text for piece in pieces if piece.change is not Change.REMOVED) == new


@given(st.lists(st.sampled_from(["a", "b", " "])), st.lists(st.sampled_from(["a", "b", " "])))
def test_pieces_are_as_long_as_they_can_be(old: list[str], new: list[str]):
    pieces = word_diff("".join(old), "".join(new))
    assert all(one.change is not following.change for one, following in pairwise(pieces))
    assert all(piece.text for piece in pieces)
