"""Sentences of a plan, and taking them over: nothing that stands there is lost, nothing comes twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.review.sentences import sentences, taken_over, with_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("Eén zin zonder punt", ("Eén zin zonder punt",)),
        ("Wij bellen. Wij mailen! Ook dit?", ("Wij bellen.", "Wij mailen!", "Ook dit?")),
        ("Bel o.a. de regio.", ("Bel o.a. de regio.",)),
        ("**Kop**\n\n- eerste punt\n- tweede punt", ("Kop", "eerste punt", "tweede punt")),
        ("Twee keer. Twee keer.", ("Twee keer.",)),
        ("Op één regel\nen de volgende.", ("Op één regel", "en de volgende.")),
    ],
)
def test_what_the_sentences_are(text: str, found: tuple[str, ...]) -> None:
    assert sentences(text) == found


def test_a_passage_points_at_its_sentence() -> None:
    found = ("Wij bellen elke week.", "Wij mailen nooit.")
    assert with_words(found, ["elke Week"]) == ("Wij bellen elke week.",)
    assert with_words(found, ["staat er niet"]) == found
    assert with_words(found, ["week. Wij mailen nooit. En"]) == ("Wij mailen nooit.",)


def test_sentences_stand_behind_what_was_typed_under_their_title() -> None:
    assert taken_over("Eigen tekst.  ", ["Een.", "Twee."], "Thema") == "Eigen tekst.\n\n**Thema**\n\n- Een.\n- Twee."
    assert taken_over("", ["Een."]) == "Een."


def test_what_stands_there_is_not_added_again() -> None:
    once = taken_over("Eigen.", ["Een.", "Twee."], "Thema")
    assert taken_over(once, ["een.", "Twee."], "Thema") == once
    assert taken_over(once, ["Een.", "Drie."]) == f"{once}\n\nDrie."


@given(st.text(max_size=80), st.lists(st.text(min_size=1, max_size=20), max_size=4))
def test_what_was_typed_is_never_lost(text: str, chosen: list[str]) -> None:
    assert taken_over(text, chosen, "Thema").startswith(text.rstrip())
