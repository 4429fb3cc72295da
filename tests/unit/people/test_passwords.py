"""Which passwords somebody may choose."""

from __future__ import annotations

import pytest

from portal.domain.people.passwords import COMMON, MIN_LENGTH, problem


def said_of(password: str) -> str | None:
    return problem(password, email="kim.deboer@voorbeeld.example", naam="Kim de Boer")


def test_a_short_password_hears_how_long_it_must_be() -> None:
    assert said_of("elf tekens!") == "Kies een wachtwoord van minstens 12 tekens. Dit wachtwoord heeft er 11."


@pytest.mark.parametrize(
    "password",
    ["paard batterij nietje", "de maan schijnt door", "éénëntwintig vogels", "Kim houdt van lange wandelingen"],
)
def test_a_few_words_are_good(password: str) -> None:
    assert said_of(password) is None


@pytest.mark.parametrize(
    "password", ["Wachtwoord123", "WELKOM123456", "aaaaaaaaaaaaaaaa", "121212121212", "Wáchtwoord123"]
)
def test_what_everybody_tries_first_is_refused(password: str) -> None:
    assert said_of(password) == (
        "Dit wachtwoord is makkelijk te raden. Kies een zin van een paar woorden die alleen u kent."
    )


@pytest.mark.parametrize(
    "password", ["kim.deboer@voorbeeld.example", "kim.deboer2024", "KIM.DEBOER!!!", "boerBoerboer1"]
)
def test_ones_own_name_or_address_is_refused(password: str) -> None:
    assert said_of(password) == "Kies een wachtwoord waarin niet uw naam of e-mailadres staat."


@pytest.mark.parametrize(
    "password",
    [
        # So much is left without the name that the name alone does not give it away.
        "boer zoekt rust en ruimte",
        "boerboer123456",
        "abcdabcdabcd",
        "een goede zin van vijftig letters en nog wat meer. " * 9 + "x" * 41,
    ],
)
def test_what_just_passes(password: str) -> None:
    assert said_of(password) is None


@pytest.mark.parametrize("password", ["abcabcabcabc", "boerboer12345"])
def test_what_just_does_not(password: str) -> None:
    assert said_of(password) is not None


def test_a_name_of_three_letters_says_nothing() -> None:
    assert problem("janbosjanbos1", email="x@voorbeeld.example", naam="Jan Bos") is None


def test_of_names_that_stand_in_each_other_the_longest_is_looked_for_first() -> None:
    assert problem("aardenberg12", email="p@voorbeeld.example", naam="Berg Aardenberg") is not None


def test_a_password_of_a_megabyte_is_refused_before_it_costs_time() -> None:
    assert said_of("ab" * 500_000) == "Kies een wachtwoord van hoogstens 500 tekens."


def test_the_list_only_holds_what_the_length_alone_lets_through() -> None:
    assert [word for word in COMMON if len(word) < MIN_LENGTH] == []
