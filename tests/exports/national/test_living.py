"""A text with tokens: what is printed of it, whatever a person typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.national.sentences.living import VERVALLEN, parts_of, tokens
from exports.national.tree import Deel, Waarde

WAARDEN = {
    "geantwoord": Waarde("geantwoord", "Uitleg.", "1.234", 1234),
    "ronde": Waarde("ronde", "Naam.", "Q1 {geantwoord}"),
}


def printed(text: str) -> str:
    return "".join(deel.tekst for deel in parts_of(text, WAARDEN)[0])


def test_a_token_becomes_its_value_and_remembers_which() -> None:
    parts, gone = parts_of("Er zijn {geantwoord} regio’s.", WAARDEN)
    assert parts == (Deel("Er zijn "), Deel("1.234", "geantwoord"), Deel(" regio’s."))
    assert gone == ()


def test_a_token_without_a_value_is_told() -> None:
    parts, gone = parts_of("Nog {weg} en {weg} en {geantwoord}", WAARDEN)
    assert gone == ("weg",)
    assert parts[1] == Deel(VERVALLEN)


@pytest.mark.parametrize(
    "text", ["{ }", "{}", "{", "}", "{{", "}}", "{een zin}", "{1}", "{é}", "{geantwoord", "{ geantwoord }"]
)
def test_braces_that_are_no_token_stay_as_they_were_typed(text: str) -> None:
    assert printed(text) == text
    assert parts_of(text, WAARDEN)[1] == ()


def test_a_value_is_never_read_as_a_template() -> None:
    assert printed("{ronde}") == "Q1 {geantwoord}"


def test_capitals_make_no_other_token() -> None:
    assert printed("{Geantwoord}") == "1.234"
    assert tokens("{Geantwoord} {geantwoord} {weg}") == ("geantwoord", "weg")


@given(st.text(st.sampled_from("{}a_1 geantwoord\n<&")) | st.text())
def test_whatever_is_typed_is_printed(text: str) -> None:
    parts, gone = parts_of(text, WAARDEN)
    assert all(part.tekst for part in parts)
    assert set(gone) == set(tokens(text)) - set(WAARDEN)
    if not tokens(text):
        assert "".join(part.tekst for part in parts) == text
