"""Timelines that come back, that begin at once, and that name no year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.timeline import Window, in_words, read_rhythm, read_timeline, timeline_hint
from forms.timeline.words import ROLES, Role

YEAR, BEGIN = 2026, date(2026, 1, 1)
ONGOING = Window(None, None)


def read(text: str) -> Window | None:
    """As in a plan for 2026."""
    return read_timeline(text, reference_year=YEAR, begin=BEGIN)


RECURRING = [
    # text, rhythm
    ("maandelijks", "maandelijks"),
    ("Elk kwartaal", "elk kwartaal"),
    ("per kwartaal", "per kwartaal"),
    ("elke maand", "elke maand"),
    ("wekelijks", "wekelijks"),
    ("jaarlijks", "jaarlijks"),
    ("4 x per jaar", "4 x per jaar"),
    ("4x per jaar", "4x per jaar"),
    ("minimaal 2 keer per jaar", "minimaal 2 keer per jaar"),
    ("twee keer per jaar", "twee keer per jaar"),
    ("eens per 6 weken", "eens per 6 weken"),
    ("1x per kwartaal", "1x per kwartaal"),
    ("elke zes weken", "elke zes weken"),
    ("om de week", "om de week"),
    ("doorlopend, elk kwartaal", "elk kwartaal"),
    ("structureel, 4 x per jaar", "4 x per jaar"),
    ("jaarlijks in Q1", "jaarlijks"),
    ("elk jaar in maart", "elk jaar"),
    ("elk najaar", "jaarlijks"),
]


@pytest.mark.parametrize(("text", "rhythm"), RECURRING)
def test_what_comes_back_is_continuous_with_a_rhythm(text: str, rhythm: str) -> None:
    assert (read(text), read_rhythm(text)) == (ONGOING, rhythm)
    assert read_timeline(text) == ONGOING
    assert timeline_hint(text) == f"Gelezen als doorlopend, {rhythm}."


@pytest.mark.parametrize(
    ("text", "start", "end", "said"),
    [
        ("1 januari 2024 en daarna elk kwartaal", "2024-01-01", "", "vanaf 1 januari 2024, elk kwartaal"),
        ("Q2 2024, daarna jaarlijks", "2024-04-01", "", "vanaf 1 april 2024, jaarlijks"),
        ("doorlopend vanaf Q2", "2026-04-01", "", "vanaf 1 april 2026"),
        ("maandelijks vanaf maart", "2026-03-01", "", "vanaf 1 maart 2026, maandelijks"),
        ("elk kwartaal in 2024", "2024-01-01", "2024-12-31", "1 januari t/m 31 december 2024, elk kwartaal"),
        ("jaarlijks vanaf Q1", "2026-01-01", "", "vanaf 1 januari 2026, jaarlijks"),
    ],
)
def test_a_rhythm_stands_beside_a_period(text: str, start: str, end: str, said: str) -> None:
    window = Window(date.fromisoformat(start), date.fromisoformat(end) if end else None)
    assert read(text) == window
    assert in_words(text, window) == said


@pytest.mark.parametrize(
    "text", ["per direct", "Z.s.m.", "zsm", "zo spoedig mogelijk", "direct starten", "nu, doorlopend"]
)
def test_what_begins_at_once_begins_with_the_plan(text: str) -> None:
    assert read(text) == Window(BEGIN, None)
    assert (
        timeline_hint(text, reference_year=YEAR, begin=BEGIN)
        == "Gelezen als vanaf 1 januari 2026: dan begint het plan."
    )


@pytest.mark.parametrize(
    "text",
    [
        "maandelijks overleg",
        "per kwartaal een overleg",
        "zsm na akkoord",
        "elk",
        "elke regio",
        "per gemeente",
        "niet per direct",
    ],
)
def test_what_says_what_instead_of_when_is_still_not_read(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Q2", "2e kwartaal 2026 (1 april t/m 30 juni 2026)"),
        ("oktober", "oktober 2026 (1 oktober t/m 31 oktober 2026)"),
        ("najaar", "1 september t/m 30 november 2026"),
        ("vanaf september", "vanaf 1 september 2026"),
    ],
)
def test_a_year_that_was_filled_in_is_told(text: str, hint: str) -> None:
    told = timeline_hint(text, reference_year=YEAR)
    assert told == f"Gelezen als {hint}. U noemt geen jaar, daarom geldt het jaar van het plan: 2026."


@pytest.mark.parametrize("text", ["Q2 2025", "continu", "maandelijks", "jaarlijks in Q1"])
def test_nothing_is_told_of_a_year_that_was_typed_or_is_not_needed(text: str) -> None:
    assert "jaar van het plan" not in timeline_hint(text, reference_year=YEAR, begin=BEGIN)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("vóór de zomer van 2024", date(2024, 6, 30)),
        ("voor de zomer", date(2026, 6, 30)),
        ("tot de zomer 2025", date(2025, 6, 30)),
        ("uiterlijk zomer 2024", date(2024, 8, 31)),
        ("t/m zomer 2024", date(2024, 8, 31)),
    ],
)
def test_before_the_summer_is_before_the_summer_recess(text: str, end: date) -> None:
    assert read(text) == Window(None, end)


RHYTHMS = st.sampled_from([*ROLES[Role.RECURRING], *ROLES[Role.YEARLY], "4 x per jaar", "elke 2 weken"])
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(RHYTHMS, DAYS, DAYS)
def test_what_is_said_of_a_rhythm_is_read_as_the_same(rhythm: str, one: date | None, other: date | None) -> None:
    start, end = sorted((one, other)) if one and other else (one, other)
    window = Window(start, end)
    assert read(in_words(rhythm, window)) == window
    assert read_rhythm(in_words(rhythm, window)) == read_rhythm(rhythm)
