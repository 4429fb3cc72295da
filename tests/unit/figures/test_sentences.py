"""The sentence above a chart: what one sees, and nothing that can't be known."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from exports.figures.average import moving_average
from exports.figures.declared import Doelstap, Meetmoment, Meetpunt, Meetreeks, Tijdmaat
from exports.figures.sentences import groups_sentence, total_sentence

MAANDEN = tuple(Meetmoment(f"maand {number}", f"m{number}", 2024, number) for number in range(1, 6))
KWARTAAL = (Meetmoment("Q1 2024", "Q1 2024", 2024, 1),)


def punt(value: int | str) -> Meetpunt:
    return Meetpunt(value, str(value)) if isinstance(value, int) else Meetpunt(None, value, "waarom")


def reeks(*values: int | str, naam: str = "Instroom") -> Meetreeks:
    return Meetreeks(naam, tuple(map(punt, values)))


def doel(*values: int | str) -> str:
    one = reeks(*values)
    momenten = MAANDEN[: len(values)]
    return total_sentence(one, momenten, Tijdmaat.MAAND, (Doelstap("Doel", 240, 0, 4, onder=240),))


@pytest.mark.parametrize(
    ("months", "sentence"),
    [
        ((231, 230, 232), "In Q1 2024 kwamen gemiddeld 231 cliënten per maand binnen, minder dan 240"),
        ((240, 240, 240), "In Q1 2024 kwamen gemiddeld 240 cliënten per maand binnen, niet minder dan 240"),
        # In whole numbers it would be "240, minder dan 240".
        ((240, 240, 239), "In Q1 2024 kwamen gemiddeld 239,7 cliënten per maand binnen, minder dan 240"),
        # A quarter that is not whole is not told.
        ((231, 230, 232, 999), "In Q1 2024 kwamen gemiddeld 231 cliënten per maand binnen, minder dan 240"),
        ((231, 230), "In maand 2 kwamen 230 cliënten binnen, minder dan 240"),
        (("<5", "<5"), "In maand 2 kwamen minder dan 5 cliënten binnen"),
        ((6, "niet getoond", 6), "In maand 3 kwamen 6 cliënten binnen, minder dan 240"),
        ((6, 6, "niet getoond"), "Het aantal cliënten van maand 3 wordt niet getoond"),
    ],
)
def test_a_total_is_told_beside_the_target(months: Sequence[int | str], sentence: str) -> None:
    assert doel(*months) == sentence


def test_of_a_region_it_is_how_many_in_all() -> None:
    assert total_sentence(reeks(1), KWARTAAL, Tijdmaat.KWARTAAL, (), "Twente") == (
        "In Q1 2024 kwam in Twente 1 cliënt binnen"
    )


def test_what_is_provisional_says_so() -> None:
    one = Meetreeks("Instroom", (Meetpunt(12, "12", voorlopig=True),))
    assert total_sentence(one, KWARTAAL, Tijdmaat.KWARTAAL) == (
        "In Q1 2024 kwamen volgens voorlopige cijfers gemiddeld 4 cliënten per maand binnen"
    )


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ((10, 30, 5), "In Q1 2024 is B de grootste groep: 30 van de 45 cliënten"),
        ((10, 30, "<5"), "In Q1 2024 is B de grootste groep: 30 cliënten"),
        # What is hidden to protect another may be the largest.
        ((10, 30, "niet getoond"), "In Q1 2024 worden niet alle groepen getoond"),
        ((30, 30, 5), "In Q1 2024 zijn A en B even groot, en groter dan de andere groepen"),
        ((30, 29, 5), "In Q1 2024 zijn A en B bijna even groot, en groter dan de andere groepen"),
        ((0, 0, 0), "In Q1 2024 kwam niemand binnen"),
        ((0, 0, "<5"), "In Q1 2024 zijn alle groepen kleiner dan 5"),
    ],
)
def test_a_group_is_the_largest_only_when_nothing_hidden_can_be(values: Sequence[int | str], sentence: str) -> None:
    groups = [reeks(value, naam=naam) for naam, value in zip("ABC", values, strict=True)]
    assert groups_sentence(groups, KWARTAAL) == sentence


def test_an_average_is_only_of_what_is_shown() -> None:
    shown = moving_average(reeks(10, 11, 11, "<5", 12, 13, 14))
    assert shown.waarden == (None, None, 11, None, None, None, 13)
