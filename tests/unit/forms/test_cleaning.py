"""Typed text is cleaned in one place: what can not be kept goes, what a person can see stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms import cleaning
from forms.cleaning import clean_line, clean_text, has_words
from tests.examples.bullets import BULLETS
from tests.running.growth import assert_grows_with

any_text = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    "text",
    [
        "Gewone zin, met komma’s en “aanhalingstekens” – en een streepje.",
        "  ingesprongen\tmet tab\n\n\nen lege regels  ",
        "=1+1",
        "<script>alert(1)</script> ]]> &amp;",
        "\u200fשלום\u200e",
        "👩\u200d👩\u200d👧 🇳🇱 👍🏽",
        "zacht\u00adafbreken en\u00a0vast",
        "éëïü €",
        "C:\\map\\bestand_1",
        "",
    ],
)
def test_ordinary_text_comes_back_unchanged(text: str) -> None:
    assert clean_text(text) == text


@pytest.mark.parametrize(
    "dropped",
    ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9f", "\ufffe", "\uffff", "\ufdd0", "\U0010ffff", "\u202d", "\u202e"],
)
def test_control_characters_noncharacters_and_overrides_go(dropped: str) -> None:
    assert clean_text(f"a{dropped}b") == "ab"


def test_a_lone_surrogate_goes_and_a_pair_becomes_its_character() -> None:
    assert clean_text("a\ud83db\ude00c\ud83d\ude00") == "abc😀"


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n", "\v", "\f", "\u2028", "\u2029"])
def test_every_line_end_becomes_one_newline(line_end: str) -> None:
    assert clean_text(f"een{line_end}twee") == "een\ntwee"


def test_letters_with_a_loose_accent_are_composed() -> None:
    assert clean_text("cafe\u0301") == "café"


@pytest.mark.parametrize("typed", BULLETS)
def test_bullets_of_symbol_fonts_are_bullets(typed: str) -> None:
    assert clean_text(typed) == BULLETS[typed]
    assert clean_text(BULLETS[typed]) == BULLETS[typed]


@pytest.mark.parametrize("typed", ["\uf0b7\tGemeenten", "· Gemeenten", "o\tGemeenten", "\uf0a7 \uf0b7 Gemeenten"])
def test_in_one_line_a_bullet_goes(typed: str) -> None:
    assert clean_line(typed) == "Gemeenten"


bullet_text = st.text("o·\uf0b7\uf0a7\uf0d8•§ \t\na", max_size=30)


@given(bullet_text)
def test_cleaning_bullets_twice_is_cleaning_them_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


def test_a_line_has_no_line_ends_or_tabs_and_no_space_around_it() -> None:
    assert clean_line("  Zorgkantoor\r\n\tNoord \n") == "Zorgkantoor Noord"


@given(any_text)
def test_cleaned_text_can_be_stored_and_cleaning_twice_is_cleaning_once(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode("utf-8")
    assert not [c for c in cleaned if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t"]
    assert clean_text(cleaned) == cleaned


@pytest.mark.parametrize(
    "unit",
    [
        "gewone tekst ",
        "e\u0301",
        "\r\n",
        "\x00",
        "\ud800",
        "\u0301\u0316",
        "é",
        "👩\u200d👧",
        "\u0316\u0301" * 31 + "a",
    ],
)
def test_eight_times_as_much_text_takes_about_eight_times_as_long(unit: str) -> None:
    assert_grows_with(clean_text, "a" + unit * (25_000 // len(unit)), "a" + unit * (200_000 // len(unit)))


@pytest.mark.parametrize(
    ("text", "seen"), [("", False), (" \u00a0\n", False), ("\u200b\u200f\u2060", False), ("1", True)]
)
def test_what_nobody_can_see_is_no_text(text: str, seen: bool) -> None:
    assert has_words(text) is seen


@given(st.text(max_size=40) | st.text(alphabet=" ·▪•é́’“\tao1.-\u00a0\uf0b7", max_size=12))
def test_what_is_let_through_quickly_has_nothing_to_clean(text: str) -> None:
    assert not cleaning._is_ordinary(text) or cleaning._with_bullets(cleaning.as_kept(text)) == text
