"""What changed between two texts."""

from __future__ import annotations

import resource
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.richtext import diff
from forms.richtext.diff import Change, Piece, word_diff
from tests.running.growth import assert_grows_with
from tests.unit.review.hundred_pages import hundred_pages


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
                Piece(Change.REMOVED, "maart"),
                Piece(Change.ADDED, "april"),
                Piece(Change.SAME, " overleg."),
            ],
        ),
        (
            "Eerst dit.",
            "Eerst dit.\nDan dat.",
            [Piece(Change.SAME, "Eerst dit."), Piece(Change.ADDED, "\nDan dat.")],
        ),
        ("één", "een", [Piece(Change.REMOVED, "één"), Piece(Change.ADDED, "een")]),
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


# Words, ends of sentences and ends of lines, so that every level has something to compare.
TOKENS = st.lists(
    st.sampled_from(["de ", "regio ", "wil ", "rust ", "zorg ", ". ", "! ", "\n", "\n\n", "é"]), max_size=60
)


@given(TOKENS, TOKENS, st.sampled_from([1, 40, diff.MOST_CELLS]))
def test_nothing_is_lost_at_any_level_and_with_any_limit(old: list[str], new: list[str], limit: int):
    before, after = "".join(old), "".join(new)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(diff, "MOST_CELLS", limit)
        pieces = word_diff(before, after)
    assert "".join(piece.text for piece in pieces if piece.change is not Change.ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.change is not Change.REMOVED) == after
    changes = [piece.change for piece in pieces]
    assert all(one is not other for one, other in pairwise(changes))
    assert (Change.ADDED, Change.REMOVED) not in set(pairwise(changes))


def test_a_sentence_that_was_written_anew_is_one_removal_and_one_addition():
    old = "Wij overleggen elke maand met alle gemeenten in de regio over de voortgang van het plan."
    new = "De zorgaanbieders zoeken samen naar woningen voor jongeren die nu te lang op een plek wachten."
    assert [piece.change for piece in word_diff(old, new)] == [Change.REMOVED, Change.ADDED]


def test_an_unchanged_sentence_between_changed_ones_stays_whole():
    old = "Eerst doen wij dit samen. Dit blijft zo. In maart kijken wij terug."
    new = "Eerst doen wij dat samen. Dit blijft zo. In april kijken wij terug."
    assert Piece(Change.SAME, " samen. Dit blijft zo. In ") in word_diff(old, new)


def test_a_paragraph_put_in_between_marks_only_that_paragraph():
    old, added = "Een.\n\nTwee.\n\nDrie.", "Ertussen.\n\n"
    pieces = word_diff(old, old.replace("Twee", f"{added}Twee"))
    assert pieces == [
        Piece(Change.SAME, "Een.\n\n"),
        Piece(Change.ADDED, added),
        Piece(Change.SAME, "Twee.\n\nDrie."),
    ]


def test_what_is_the_same_at_the_end_is_found_from_the_end():
    old, new = "a\nb\nc\n", "d\na\nc\n"
    pieces = word_diff(old, new)
    assert "".join(piece.text for piece in pieces if piece.change is not Change.ADDED) == old
    assert "".join(piece.text for piece in pieces if piece.change is not Change.REMOVED) == new


@pytest.mark.parametrize(("limit", "kept"), [(8, []), (9, ["\nblijft\n"])])
def test_more_units_than_the_largest_table_holds_are_one_removal_and_one_addition(
    limit: int, kept: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(diff, "MOST_CELLS", limit)
    pieces = word_diff("een\nblijft\ntwee\n", "drie\nblijft\nvier\n")
    assert [piece.text for piece in pieces if piece.change is Change.SAME and "blijft" in piece.text] == kept


@pytest.mark.parametrize(
    ("new", "same"),
    [("aa xx bb yy zz", ["aa ", "bb ", " "]), ("xx yy bb zz ww", []), ("ww", []), ("bb", ["bb"])],
)
def test_a_sentence_was_changed_when_two_of_five_words_are_the_same(new: str, same: list[str]):
    pieces = word_diff("aa bb cc dd ee", new)
    assert [piece.text for piece in pieces if piece.change is Change.SAME] == same


def changed(text: str, kind: str, share: float = 1) -> str:
    """Another version of the text."""
    other = hundred_pages(2, share)
    return {
        "some changes": text.replace("woord12", "anders"),
        "a word in every sentence": text.replace(".", " ook."),
        "wholly different": other,
        "one long line": other.replace("\n", " ").replace(".", ","),
    }[kind]


@pytest.mark.parametrize("kind", ["some changes", "a word in every sentence", "wholly different", "one long line"])
def test_a_hundred_pages_are_compared_whole_and_in_little_memory(kind: str):
    old = hundred_pages(1)
    new = changed(old, kind)
    assert len(old) > 250_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    pieces = word_diff(old, new)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000
    assert "".join(piece.text for piece in pieces if piece.change is not Change.REMOVED) == new


@pytest.mark.parametrize("kind", ["some changes", "a word in every sentence", "wholly different"])
def test_eight_times_as_many_pages_take_about_eight_times_as_long(kind: str):
    few, many = ((text, changed(text, kind, share)) for share in (0.125, 1.0) for text in (hundred_pages(1, share),))
    assert_grows_with(lambda both: word_diff(*both), few, many)
