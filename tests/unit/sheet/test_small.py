"""Which figures that regions type themselves are a small number of people."""

from __future__ import annotations

from datetime import date

import pytest

from forms.figures import read_figures
from portal.domain.plan.readings import read_actual, read_goal
from portal.domain.sheet.goals import verdicts
from portal.domain.sheet.small import is_small_number, sheet_without_small_figures, typed_in_words


@pytest.mark.parametrize(
    ("typed", "eenheid", "indicator", "small"),
    [
        ("3", "cliënten per maand", "", True),
        ("3", "", "Instroom jongvolwassenen", True),
        ("3 cliënten", "%", "", True),
        ("< 5", "cliënten", "", False),
        ("< 4", "cliënten", "", True),
        ("2 - 7", "cliënten", "", True),
        # Nothing says that it counts no people.
        ("3", "", "", True),
        ("0", "cliënten", "", False),
        ("5", "cliënten", "", False),
        ("3%", "cliënten", "", False),
        ("3", "%", "Instroom", False),
        ("3", "weken", "Doorlooptijd", False),
        ("3", "plekken", "Plekken in tussenvormen", False),
        ("een paar", "cliënten", "", False),
    ],
)
def test_a_small_number_of_people_is_known(typed: str, eenheid: str, indicator: str, small: bool):
    goal = {"eenheid": eenheid, "indicator": indicator, "telt_clienten": ""}
    assert is_small_number(goal, read_figures(typed), 5) is small


@pytest.mark.parametrize(
    ("said", "typed", "eenheid", "small"),
    [
        ("ja", "3", "plekken", True),
        ("weet_niet", "3", "plekken", True),
        ("nee", "3", "cliënten", False),
        # What stands behind the number itself goes before: whoever typed it counted people.
        ("nee", "3 cliënten", "plekken", True),
        # A share is no number of people, whoever is counted.
        ("ja", "3%", "cliënten", False),
        ("ja", "3", "%", False),
    ],
)
def test_a_region_says_itself_whether_an_indicator_counts_clients(said: str, typed: str, eenheid: str, small: bool):
    goal = {"eenheid": eenheid, "indicator": "Bereik", "telt_clienten": said}
    assert is_small_number(goal, read_figures(typed), 5) is small


@pytest.mark.parametrize(
    ("tekst", "streefwaarde", "said", "found"),
    [
        ("De instroom is op 1 juli 2025 gedaald van 6 naar 4 cliënten per maand.", "", "", ["4"]),
        ("Wij gaan van 3 naar **2** cliënten.", "", "", ["3", "2"]),
        # Without the word, but it is the aim of the goal.
        ("Wij komen eind 2025 uit op 4.", "4", "ja", ["4"]),
        ("Op 4 januari 2025 daalt dit.", "4", "ja", []),
        ("Binnen 2 jaar zijn er minder dan 240 cliënten, actie 5a.3, 3% minder, 1,5 keer.", "240", "ja", []),
        ("Wij gaan van 6 naar 4 cliënten.", "4", "nee", []),
    ],
)
def test_small_numbers_in_the_words_of_a_goal_are_found(tekst: str, streefwaarde: str, said: str, found: list[str]):
    figures = {"nulwaarde": "", "peildatum": "", "streefwaarde": streefwaarde, "einddatum": ""}
    goal = {**figures, "tekst": tekst, "eenheid": "", "indicator": "Instroom", "telt_clienten": said}
    assert typed_in_words({**goal, "gelezen": read_goal(figures, year=2025)}, 5) == found


def test_a_sheet_that_others_read_tells_only_that_a_figure_is_small() -> None:
    words = {"nulwaarde": "30", "streefwaarde": "4", "peildatum": "1-1-2024", "einddatum": "31-12-2024"}
    goal = {
        "id": 7,
        "telt_clienten": "",
        "eenheid": "cliënten",
        "indicator": "",
        **words,
        "gelezen": read_goal(words, year=2024),
    }
    said = {"waarde": "3", "peildatum": "", "weet_niet": False}
    said["gelezen"] = read_actual({"waarde": "3", "peildatum": ""}, until=date(2024, 3, 31))
    content = {"doelen": [goal], "doelstanden": {"7": said}}
    ((told, actual, verdict),) = verdicts(sheet_without_small_figures(content, 5))
    assert (told["nulwaarde"], told["streefwaarde"]) == ("30", "<5")
    assert actual is not None
    assert actual["waarde"] == "<5"
    # Where it lies, and what was planned for that day, would tell.
    assert (verdict.value, verdict.planned, verdict.lies) == (None, None, None)
    assert content["doelstanden"]["7"]["waarde"] == "3"
