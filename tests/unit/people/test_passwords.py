"""Which passwords somebody may choose (BIO-2: what a password must be is enforced)."""

from __future__ import annotations

import pytest

from portal.domain.people.guessable import words
from portal.domain.people.passwords import problem
from portal.domain.people.strength import strength

GUESSABLE = "Dit wachtwoord is makkelijk te raden: "
WORD = "het is vooral een bekend woord, met of zonder cijfers en tekens erbij"
SWAPPED = "het is een bekend woord, en een teken in plaats van een letter (zoals @ voor a) raadt men ook"
INSTEAD = ". Kies een zin van een paar woorden die alleen u kent."


def said_of(password: str) -> str | None:
    return problem(password, email="kim.deboer@voorbeeld.example", naam="Kim de Boer")


def test_a_short_password_hears_how_long_it_must_be() -> None:
    assert said_of("elf tekens!") == "Kies een wachtwoord van minstens 12 tekens. Dit wachtwoord heeft er 11."


@pytest.mark.parametrize(
    "password",
    [
        "paard batterij nietje",
        "de maan schijnt door",
        "éénëntwintig vogels",
        "Kim houdt van lange wandelingen",
        "de hond van de buren blaft",
        "koffie met appeltaart op zondag",
        "een lange zin",
        "k7Gq!x2Lp9Zr",
        # So much is left without the name that the name alone does not give it away.
        "boer zoekt rust en ruimte",
        "een goede zin van vijftig letters en nog wat meer. " * 9 + "x" * 41,
    ],
)
def test_a_sentence_or_chance_is_good(password: str) -> None:
    assert said_of(password) is None


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("Welkom2026!!", WORD),
        ("Gemeente2026!", WORD),
        ("P@ssw0rd1234", SWAPPED),
        ("G3m33nt3#2026", SWAPPED),
        ("Zomer2026Zomer", WORD),
        ("Lente2026!!!!", WORD),
        ("Wachtwoord-2026!", WORD),
        ("Wáchtwoord123", WORD),
        ("WELKOM123456", WORD),
        ("Ikhouvanjou2026", WORD),
        ("Feyenoord1908!", WORD),
        ("Regioportaal1!", WORD),
        ("Zorgkantoor#1!", WORD),
        ("Beschermdwonen1", WORD),
        ("Zeeland2026!!", WORD),
        ("Haarlemmermeer1!", WORD),
        ("aaaaaaaaaaaaaaaa", "het herhaalt steeds dezelfde tekens"),
        ("121212121212", "het herhaalt steeds dezelfde tekens"),
        ("abcdabcdabcd", "het herhaalt steeds dezelfde tekens"),
        ("qwertyuiop[]", "de tekens staan naast elkaar op het toetsenbord"),
        ("01-01-1985-1", "het is vooral een datum of een jaartal"),
    ],
)
def test_what_everybody_tries_first_is_refused_and_hears_why(password: str, why: str) -> None:
    assert said_of(password) == GUESSABLE + why + INSTEAD


@pytest.mark.parametrize(
    "password", ["kim.deboer@voorbeeld.example", "kim.deboer2024", "KIM.DEBOER!!!", "boerBoerboer1", "boerboer12345"]
)
def test_ones_own_name_or_address_is_refused(password: str) -> None:
    assert said_of(password) == "Kies een wachtwoord waarin niet uw naam of e-mailadres staat."


def test_a_name_of_three_letters_says_nothing() -> None:
    assert problem("bos met paddenstoelen", email="x@voorbeeld.example", naam="Jan Bos") is None


def test_of_names_that_stand_in_each_other_the_longest_is_looked_for_first() -> None:
    said = problem("aardenberg12", email="p@voorbeeld.example", naam="Berg Aardenberg")
    assert said == "Kies een wachtwoord waarin niet uw naam of e-mailadres staat."


def test_a_password_of_a_megabyte_is_refused_before_it_costs_time() -> None:
    assert said_of("ab" * 500_000) == "Kies een wachtwoord van hoogstens 500 tekens."


@pytest.mark.parametrize(
    "word", ["welkom", "zeeland", "haarlemmermeer", "2026", "regioportaal", "februari", "sudwestfryslan"]
)
def test_the_words_are_known_bare(word: str) -> None:
    assert word in words()


def test_what_one_person_typed_is_not_kept_for_the_next() -> None:
    before = strength("een zin van niemand anders")
    strength("niemand")
    assert strength("een zin van niemand anders") == before
