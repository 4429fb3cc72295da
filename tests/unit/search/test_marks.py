"""Which words are marked, and how much of the text is shown around them."""

from __future__ import annotations

from portal.domain.search.asked import read
from portal.domain.search.marks import SHOWN, pieces


def shown(text: str, query: str) -> str:
    return "".join(f"[{one.text}]" if one.is_meant else one.text for one in pieces(text, read(query)))


def test_every_form_of_a_word_is_marked() -> None:
    assert shown("De gemeente en gemeenten.", "gemeenten") == "De [gemeente] en [gemeenten]."


def test_a_phrase_is_marked_as_one_and_only_as_a_whole() -> None:
    text = "Een aanpak: de sluitende aanpak."
    assert shown(text, '"sluitende aanpak"') == "Een aanpak: de [sluitende aanpak]."


def test_the_whole_word_is_marked_of_which_the_begin_was_asked() -> None:
    assert shown("Een casuïstiekbespreking.", "casuïstiek*") == "Een [casuïstiekbespreking]."


def test_words_that_overlap_are_marked_once() -> None:
    assert shown("de sluitende aanpak", '"sluitende aanpak" aanpak') == "de [sluitende aanpak]"


def test_a_long_text_is_shown_from_the_sentence_of_the_first_word() -> None:
    text = "Eerste zin. " * 40 + "Hier staat IZA. " + "Laatste zin. " * 60
    found = shown(text, "iza")
    assert found.startswith("… Hier staat [IZA]. Laatste zin.")
    assert found.endswith(" …")
    assert len(found) < SHOWN + 20


def test_a_text_without_spaces_or_ends_is_cut_as_well() -> None:
    assert "[iza]" in shown("-" * 900 + " iza " + "x" * 900, "iza")
    assert len(shown("iza" + "-" * 900, "iza")) < SHOWN + 20
