"""What is read in the figures of a goal, as it stands beside the words on every page and on paper."""

from __future__ import annotations

import pytest

from portal.domain.plan.readings import read_goal, reading_beside, reading_on_paper, value_of


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        ("2025: 200; 2026: 150", ""),
        ("Q1 2026: 60, Q2: 55", "1e kwartaal 2026: 60; 2e kwartaal 2026: 55"),
        ("van 240 naar 200 in 2025 en 150 in 2026", "2025: 200; 2026: 150"),
        ("2025: 200; 2026: n.t.b.", ""),
    ],
)
def test_a_target_that_is_a_path_is_told_where_that_says_more_and_is_never_one_number(words: str, beside: str) -> None:
    reading = read_goal({"streefwaarde": words}, year=2024)
    assert reading_beside(words, reading, "streefwaarde") == beside
    assert reading_on_paper(words, reading, "streefwaarde") == beside
    assert value_of(reading, "streefwaarde") is None


@pytest.mark.parametrize(
    ("words", "page", "paper"),
    [
        ("1-1-2026", "1 januari 2026", ""),
        ("1 januari 2026", "", ""),
        ("Q4", "1 oktober t/m 31 december 2024", "1 oktober t/m 31 december 2024"),
    ],
)
def test_a_whole_date_needs_no_reading_on_paper(words: str, page: str, paper: str) -> None:
    reading = read_goal({"einddatum": words}, year=2024)
    assert reading_beside(words, reading, "einddatum") == page
    assert reading_on_paper(words, reading, "einddatum") == paper
