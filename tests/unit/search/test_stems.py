"""Words and their stems: one stem for the forms of a word, and none for two words that differ in this programme."""

from __future__ import annotations

import pytest

from portal.domain.search.stems import LONGEST, stems, words


@pytest.mark.parametrize(
    "forms",
    [
        "gemeente gemeenten Gemeente",
        "woning woningen",
        "indicatie indicaties INDICATIE",
        "regio regio's regio’s regios",
        "cliënt cliënten client CLIËNT",
        "zorgkantoor zorgkantoren",
        "huis huizen",
        "brief brieven",
        "les lessen",
        "advies adviezen",
        "sluitend sluitende",
        "samenwerken samenwerking",
        "idee ideeën",
        "strategie strategieën",
        "één een",
        "iza IZA",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len(set(stems(forms))) == 1


@pytest.mark.parametrize("pair", ["beleid begeleiding", "woning wonen", "is in", "wmo wlz", "gemeente gemeen"])
def test_words_that_say_something_else_keep_apart(pair: str) -> None:
    one, other = stems(pair)
    assert one != other


def test_words_stand_where_they_stand() -> None:
    text = "Wlz-ggz-W: 5a.1 (de regio’s)!"
    assert [text[one.begin : one.end] for one in words(text)] == ["Wlz", "ggz", "W", "5a", "1", "de", "regio’s"]


def test_a_stem_is_letters_and_digits_and_never_long() -> None:
    found = stems("50% _onder_streept_ <b>vet</b> 'NEAR(x*)' \x00 " + "z" * 5000)
    assert all(stem.isalnum() and len(stem) <= LONGEST for stem in found)
