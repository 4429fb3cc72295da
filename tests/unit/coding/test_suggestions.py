"""Which codes the words of a text suggest, and when a text is another text."""

from __future__ import annotations

import pytest

from portal.domain.coding.state import action_text, fingerprint
from portal.domain.coding.suggestions import MOST, Candidate, CodedBefore, Hints, Suggestion, suggest
from portal.models import Actie

CASUS = Candidate(1, "Overleg over casuïstiek", ("casus", "casuist"), "casuistiek")
DALING = Candidate(2, "Daling van de instroom", ("instroom", "minder"), "daling")
WET = Candidate(3, "Buiten invloedsfeer van de regio’s", ("wet", "landelijk"), "invloedsfeer")
IZA = Candidate(4, "Stimuleer samenhang met IZA", ("iza",), "iza")
ALL = (CASUS, DALING, WET, IZA)
NOTHING = Hints()


def suggested(text: str, hints: Hints = NOTHING) -> list[int]:
    return [one.code_id for one in suggest(text, ALL, hints)]


def test_the_beginning_of_a_word_suggests_a_code_and_is_told_as_it_was_written() -> None:
    assert suggest("Wij doen CASUSSEN en casuïstiek-overleg.", ALL, NOTHING) == (
        Suggestion(1, "", ("CASUSSEN", "casuïstiek-overleg")),
    )


@pytest.mark.parametrize("text", ["Casuïstiek", "casuistiek", "CASUÏSTIEK", "casuïstiek"])
def test_accents_and_capitals_make_no_difference(text: str) -> None:
    assert suggested(text) == [1]


def test_a_short_word_must_be_the_whole_word() -> None:
    assert suggested("De wethouder weet het") == []
    assert suggested("De wet moet anders") == [3]
    assert suggested("Bespreek dit in het IZA.") == [4]


def test_a_long_word_of_the_name_suggests_it_too_but_not_one_that_stands_everywhere() -> None:
    assert suggested("Zoek de samenhang") == [4]
    assert suggested("In de regio’s en buiten de regio") == []


def test_the_code_with_most_words_comes_first_and_the_order_of_the_book_decides_between_equals() -> None:
    assert suggested("minder instroom dankzij de casus") == [2, 1]
    assert suggested("landelijk een casus") == [1, 3]


def test_nothing_fits_and_nothing_is_suggested() -> None:
    assert suggested("") == suggested("Hallo daar!") == suggested("😀 =1+1 <script>") == []


def test_a_nearly_equal_text_suggests_its_codes_before_the_words_do() -> None:
    hints = Hints(
        earlier=[
            CodedBefore("Iets heel anders dan dit.", (3,)),
            CodedBefore("Er is minder instroom dan vorig jaar!", (4,)),
        ]
    )
    (first, second) = suggest("Er is minder instroom dan vorig jaar", ALL, hints)
    assert first == Suggestion(4, "een gelijke tekst kreeg deze code")
    assert second.code_id == 2
    assert suggested("Wij willen graag meer overzicht", hints) == []


def test_what_the_region_and_the_coder_before_the_split_thought_of_comes_first() -> None:
    hints = Hints(themas=("daling", "onbekend"), herkomst=(3,))
    assert suggest("casus", ALL, hints) == (
        Suggestion(3, "zo was de actie gecodeerd voor de splitsing"),
        Suggestion(2, "de regio koos dit thema"),
        Suggestion(1, "", ("casus",)),
    )


def test_the_same_words_in_another_order_or_without_words_are_no_equal_text() -> None:
    earlier = [CodedBefore("Wij zoeken samen naar woningen", (3,)), CodedBefore("???", (4,))]
    assert suggested("Naar woningen zoeken wij samen", Hints(earlier=earlier)) == []
    assert suggested("!!!", Hints(earlier=earlier)) == []


@pytest.mark.parametrize(
    ("words", "naam", "text", "fits"),
    [
        # A beginning has four letters at least, a word of the name five; a shorter word must be the whole word.
        (("huur",), "", "huurders", True),
        (("huu",), "", "huurders", False),
        ((), "Wonen", "wonend", True),
        ((), "Woon", "woonplek", False),
        (("x",), "", "plan x", True),
        (("x",), "", "plan xy", False),
        (("iza",), "", "in het I-Z-A", True),
        ((" - ", ""), "", "你好 en niets", False),
    ],
)
def test_how_much_of_a_word_must_be_there(words: tuple[str, ...], naam: str, text: str, fits: bool) -> None:
    assert bool(suggest(text, [Candidate(1, naam, words)], NOTHING)) is fits


def test_a_code_that_cannot_be_given_is_not_suggested_and_never_more_than_three() -> None:
    assert suggested("x", Hints(herkomst=(99,))) == []
    assert len(suggest("casus instroom landelijk iza", ALL, NOTHING)) == MOST == 3


def test_a_very_long_text_is_no_problem() -> None:
    assert suggested("woord " * 40_000 + "casus") == []
    assert suggested("casus " * 40_000) == [1]


def test_a_text_with_other_white_space_is_the_same_text() -> None:
    assert fingerprint("Een  tekst\n\nhier ") == fingerprint("Een tekst hier")
    assert fingerprint("Een tekst hier") != fingerprint("Een tekst hier.")
    assert fingerprint("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_the_fingerprint_of_a_text_is_what_the_database_keeps() -> None:
    kept = "6cb836483e9cd89ed9d9fc52fd1a96c1afb6b3b783213ef9d57f444c16cf9776"
    assert fingerprint("Een tekst\thier") == kept


def test_an_action_without_a_description_has_no_text() -> None:
    assert action_text({"omschrijving": None}) == action_text(Actie(omschrijving=None)) == ""


def test_the_text_of_an_action_is_its_description() -> None:
    row = {"omschrijving": "Overleg", "paragraaf": "5a.1", "verantwoordelijke": "Gemeenten"}
    assert action_text(row) == action_text(Actie(**row)) == "Overleg"
