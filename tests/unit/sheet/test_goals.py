"""What may be said of a goal, and what was said of it before."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from portal.domain.plan.readings import read_actual, read_goal
from portal.domain.sheet.goals import goal_ids, goal_problem, told_before, verdicts


def goal(number: int, tekst: str) -> dict[str, Any]:
    return {"id": number, "tekst": tekst}


PREVIOUS = {
    "doelen": [goal(1, "Daling"), goal(2, "Rust"), goal(3, "Twee keer"), goal(4, "Twee keer")],
    "doelstanden": {"1": {"waarde": "290"}, "3": {"waarde": "8"}},
}


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (goal(1, "Daling, anders gezegd"), {"waarde": "290"}),
        (goal(9, "Daling"), {"waarde": "290"}),
        (goal(2, "Daling"), None),
        (goal(9, "Rust"), None),
        (goal(9, "Nieuw"), None),
        # Which of both?
        (goal(9, "Twee keer"), None),
    ],
)
def test_a_goal_has_the_past_of_its_id_or_of_its_very_words(now: dict[str, Any], told: dict[str, str] | None):
    assert told_before(now, PREVIOUS) == told
    assert told_before(now, None) is None


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"waarde": "215"}, None),
        ({"waarde": "215", "peildatum": "Q1", "toelichting": "Voorlopig."}, None),
        ({"weet_niet": True, "toelichting": "In mei."}, None),
        ({}, None),
        ({"weet_niet": True, "toelichting": " "}, "toelichting"),
        ({"weet_niet": True, "waarde": "215", "toelichting": "In mei."}, "weet_niet"),
        ({"peildatum": "Q1"}, "waarde"),
        ({"waarde": " ", "toelichting": "In mei."}, "waarde"),
    ],
)
def test_half_an_answer_is_told_at_its_field(said: dict[str, Any], field: str | None):
    problem = goal_problem(**{"waarde": "", "peildatum": "", "weet_niet": False, "toelichting": "", **said})
    assert (problem[0] if problem else None) == field


def sheet(*told: tuple[str, str, bool] | None) -> dict[str, Any]:
    """A sheet with a goal from 300 to 200 in a hundred days for each of these answers: value, day, unknown."""
    words = {"nulwaarde": "300", "peildatum": "1-1-2024", "streefwaarde": "200", "einddatum": "10-4-2024"}
    goals = [{"id": 7 + place, "eenheid": "", "gelezen": read_goal(words, year=2024)} for place, _ in enumerate(told)]
    standings = {
        str(7 + place): {
            "weet_niet": unknown,
            "gelezen": read_actual({"waarde": value, "peildatum": day}, until=date(2024, 3, 31)),
        }
        for place, (value, day, unknown) in ((at, one) for at, one in enumerate(told) if one)
    }
    return {"doelen": goals, "doelstanden": standings}


def test_each_goal_of_a_sheet_has_its_verdict_in_order():
    content = sheet(("270", "20-2-2024", False), ("210", "", False), ("", "", True), None)
    assert goal_ids(content) == (7, 8, 9, 10)
    found = [(goal["id"], one.lies, one.why, one.planned, one.day) for goal, _, one in verdicts(content)]
    assert found == [
        (7, "achter", None, 250, date(2024, 2, 20)),
        # Without a date of its own it is of the last day of the period.
        (8, "op", None, 210, date(2024, 3, 31)),
        (9, None, "weten_niet", None, None),
        (10, None, "niet_ingevuld", None, None),
    ]
