"""Finding a region by what people call it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.regios.search import RegioNamen, search
from tests.reading.shipped import shipped


def the_31_regions() -> dict[int, RegioNamen]:
    """The regions as they ship with the project, by number."""
    gemeenten: dict[str, list[str]] = {}
    for row in shipped("gemeenten"):
        gemeenten.setdefault(row["zk_code"], []).append(row["naam"])
    regios = {}
    for number, row in enumerate(shipped("regios")):
        aliassen = [alias.strip() for alias in row["aliassen"].split(";") if alias.strip()]
        regios[number] = RegioNamen(number, row["naam"], aliassen, gemeenten[row["code"]])
    return regios


REGIOS = the_31_regions()


def found(query: str) -> list[str]:
    return [REGIOS[number].naam for number in search(query, list(REGIOS.values()))]


@pytest.mark.parametrize(
    ("typed", "regio"),
    [
        ("Nijmegen", "Nijmegen"),
        ("gelderland zuid", "Nijmegen"),
        ("Gelderland-Zuid", "Nijmegen"),
        ("Amstelland/Meerlanden", "Amstelland en De Meerlanden"),
        ("am", "Amstelland en De Meerlanden"),
        ("fryslan", "Friesland"),
        ("Súdwest-Fryslân", "Friesland"),
        ("het gooi", "'t Gooi"),
        ("’t gooi", "'t Gooi"),
        ("den haag", "Haaglanden"),
        ("s gravenhage", "Haaglanden"),
        ("Den Bosch", "Noordoost-Brabant"),
        ("noord oost brabant", "Noordoost-Brabant"),
        ("Uithoorn", "Amstelland en De Meerlanden"),
        ("Nijmeegen", "Nijmegen"),
        ("Harlem", "Kennemerland"),
    ],
)
def test_a_region_is_found_by_every_name_people_use(typed: str, regio: str) -> None:
    assert found(typed) == [regio]


def test_a_name_that_is_also_a_gemeente_elsewhere_finds_the_region() -> None:
    assert found("utrecht") == ["Utrecht"]


def test_the_beginning_of_a_word_finds_all_regions_that_have_it() -> None:
    assert found("limb") == ["Noord- en Midden-Limburg", "Zuid-Limburg"]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        # The first of name, alias, gemeente and beginnings that finds something decides.
        ("kerk", [1]),
        ("toren", [2]),
        ("zee", [3]),
        ("kerk zee", []),
        ("ker", [1, 3, 4]),
        # Where words are split makes no difference.
        ("westland", [5]),
        ("veen dam", [6]),
        # A typing error in four letters, not in three.
        ("duni", [7]),
        ("dui", [7]),
        ("dun", []),
    ],
)
def test_what_a_region_is_called_counts_in_this_order(typed: str, ids: list[int]) -> None:
    regios = [
        RegioNamen(1, "Kerk"),
        RegioNamen(2, "Elders", ["Toren"]),
        RegioNamen(3, "Overal", ["Kerkwijk"], ["Zee", "Toren"]),
        RegioNamen(4, "Zeeland", [], ["Kerk"]),
        RegioNamen(5, "West-Land"),
        RegioNamen(6, "Veendam"),
        RegioNamen(7, "Duin"),
        RegioNamen(8, "Westlandse Hoek"),
        RegioNamen(9, "Dam en Veen"),
    ]
    assert search(typed, regios) == ids


def test_every_region_that_is_close_is_found() -> None:
    regios = [RegioNamen(number, f"Noordrand {letter}") for number, letter in enumerate("abcdefgh")]
    assert sorted(search("Nordrandt", regios)) == list(range(8))


@pytest.mark.parametrize("typed", ["", "   ", "'", "zzzzzz", "<script>", "x"])
def test_nothing_and_nonsense_find_nothing(typed: str) -> None:
    assert found(typed) == []


@given(st.text(max_size=300))
def test_whatever_is_typed_the_answer_holds_each_region_at_most_once(typed: str) -> None:
    numbers = search(typed, list(REGIOS.values()))
    assert len(numbers) == len(set(numbers))
    assert set(numbers) <= set(REGIOS)
