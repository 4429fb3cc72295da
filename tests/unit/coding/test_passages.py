"""Finding the words of a passage in a text, and marking them on a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.richtext import joined, to_html, to_words
from portal.domain.coding.passages import Passage, find, placed

TEXT = "Het CIZ ontbreekt.\n\n- **Woningen** zijn er te weinig\n- Het CIZ komt niet"
WORDS = to_words(TEXT)


def test_the_words_are_those_a_reader_sees() -> None:
    assert " ".join(WORDS) == "Het CIZ ontbreekt. Woningen zijn er te weinig Het CIZ komt niet"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Woningen zijn er", "Woningen zijn er"),
        ("woningen  ZIJN\ner", "Woningen zijn er"),
        ("oningen zij", "Woningen zijn"),
        ("ontbreekt.Woningen", "ontbreekt. Woningen"),
        ("Woningen er", None),
        ("  ", None),
    ],
)
def test_words_are_found_whole_whatever_their_capitals_and_spaces(typed: str, found: str | None) -> None:
    span = find(WORDS, typed)
    assert (" ".join(WORDS[span[0] : span[1]]) if span else None) == found


def test_quotation_marks_and_dashes_may_be_of_another_kind() -> None:
    assert find(to_words("De regio’s zeggen “stop” – nu"), 'regio\'s zeggen "stop" - nu') == (1, 6)


def test_a_word_is_not_found_in_another_one_while_it_stands_there_itself() -> None:
    assert find(to_words("Onder de brug"), "de") == (1, 2)
    assert find(to_words("Onder een brug"), "de") == (0, 1)


def test_of_words_that_stand_there_twice_the_nearest_counts_else_the_first_that_is_free() -> None:
    assert find(WORDS, "Het CIZ") == (0, 2)
    assert find(WORDS, "Het CIZ", 7) == (8, 10)
    assert find(WORDS, "Het CIZ", taken=[(0, 2)]) == (8, 10)


def test_a_passage_is_found_back_in_a_text_that_changed_around_it_and_not_when_its_words_changed() -> None:
    passage = Passage(1, "te weinig", 6)
    assert placed(to_words("Er zijn echt veel te weinig woningen"), passage) == (4, 6)
    assert placed(to_words("Er zijn weinig woningen"), passage) is None


def test_marked_words_keep_their_markup_and_no_sign_of_the_text_becomes_code() -> None:
    assert to_html("Wij *zien* <b>niets</b>", [(0, 2), (1, 3)]) == (
        '<p class="utrecht-paragraph rp-typed"><mark>Wij </mark><em><mark>zien</mark></em>'
        "<mark> &lt;b&gt;niets&lt;/b&gt;</mark></p>"
    )
    assert "<mark>Het CIZ</mark> komt" in to_html(TEXT, [(8, 10)])


def test_overlapping_spans_and_those_that_follow_at_once_are_one() -> None:
    assert joined([(4, 6), (0, 2), (1, 3), (6, 7), (9, 10)]) == [(0, 3), (4, 7), (9, 10)]


@given(st.text(max_size=60), st.integers(0, 8), st.integers(1, 4))
def test_any_words_of_any_text_are_found_where_they_stand(text: str, begin: int, many: int) -> None:
    words = to_words(text)
    wanted = words[begin : begin + many]
    if wanted:
        span = find(words, " ".join(wanted), begin)
        assert span is not None
        assert "".join(wanted) in "".join(words[span[0] : span[1]])
