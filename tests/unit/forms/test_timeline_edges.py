"""The edges of what is read as a timeline: each part of each period, each bound, and what is one step too far."""

from datetime import date

import pytest

from forms.timeline import Window, read_date, read_timeline


def window(start: str, end: str) -> Window:
    """Make a window from two ISO dates; an empty one is an open side."""
    return Window(date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None)


# The table of docs/decisions/vage-tijdslijnen.md: the parts of each period.
PARTS = [
    ("begin 2023", "2023-01-01", "2023-03-31"),
    ("medio 2023", "2023-05-01", "2023-08-31"),
    ("eind 2023", "2023-10-01", "2023-12-31"),
    ("begin H1 2023", "2023-01-01", "2023-02-28"),
    ("medio H1 2023", "2023-03-01", "2023-04-30"),
    ("eind H1 2023", "2023-05-01", "2023-06-30"),
    ("begin tweede helft 2023", "2023-07-01", "2023-08-31"),
    ("medio tweede helft 2023", "2023-09-01", "2023-10-31"),
    ("eind tweede helft 2023", "2023-11-01", "2023-12-31"),
    ("begin Q3 2023", "2023-07-01", "2023-07-31"),
    ("medio Q3 2023", "2023-08-01", "2023-08-31"),
    ("eind Q3 2023", "2023-09-01", "2023-09-30"),
    ("begin zomer 2023", "2023-06-01", "2023-06-30"),
    ("medio zomer 2023", "2023-07-01", "2023-07-31"),
    ("eind zomer 2023", "2023-08-01", "2023-08-31"),
    ("begin winter 2023-2024", "2023-12-01", "2023-12-31"),
    ("medio winter 2023-2024", "2024-01-01", "2024-01-31"),
    ("eind winter 2023-2024", "2024-02-01", "2024-02-29"),
    ("begin februari 2023", "2023-02-01", "2023-02-10"),
    ("medio februari 2023", "2023-02-11", "2023-02-20"),
    ("eind februari 2023", "2023-02-21", "2023-02-28"),
    ("eind januari 2023", "2023-01-21", "2023-01-31"),
    ("eerste helft februari 2023", "2023-02-01", "2023-02-15"),
    ("tweede helft februari 2023", "2023-02-16", "2023-02-28"),
    ("begin week 1 2023", "2023-01-02", "2023-01-08"),
    ("primo 2023", "2023-01-01", "2023-01-01"),
    ("ultimo februari 2023", "2023-02-28", "2023-02-28"),
    ("begin 1 maart 2023", "2023-03-01", ""),
    ("eind 1 maart 2023", "", "2023-03-01"),
]

# Whole periods, at the ends of what there is of each.
WHOLE = [
    ("Q1 2023", "2023-01-01", "2023-03-31"),
    ("Q4 2023", "2023-10-01", "2023-12-31"),
    ("H1 2023", "2023-01-01", "2023-06-30"),
    ("H2 2023", "2023-07-01", "2023-12-31"),
    ("12e maand 2023", "2023-12-01", "2023-12-31"),
    ("week 1 2023", "2023-01-02", "2023-01-08"),
    ("week 53 2020", "2020-12-28", "2021-01-03"),
    ("winter 2022-2023", "2022-12-01", "2023-02-28"),
    ("'49", "2049-01-01", "2049-12-31"),
    ("1-1-49", "2049-01-01", "2049-01-01"),
    ("2024 week 12", "2024-03-18", "2024-03-24"),
    ("wk. 12 2024", "2024-03-18", "2024-03-24"),
    ("1. januari 2024", "2024-01-01", "2024-01-01"),
    ("01-01-2024/31-03-2024", "2024-01-01", "2024-03-31"),
    ("april, mei 2024", "2024-04-01", "2024-05-31"),
    ("Q2\x002024", "2024-04-01", "2024-06-30"),
]

# Two or more periods, and what stands between them.
JOINED = [
    ("Q3 en 4 2024", "2024-07-01", "2024-12-31"),
    ("pilot in Q2, 2024", "2024-04-01", "2024-06-30"),
    ("vanaf Q2, 2024", "2024-04-01", ""),
    ("vanaf 2024: Q2", "2024-04-01", ""),
    ("4e t/m Q1 25", "2024-10-01", "2025-03-31"),
    ("Q2 24 t/m Q3 24", "2024-04-01", "2024-09-30"),
    ("'24 t/m '25", "2024-01-01", "2025-12-31"),
    ("1 jan 24 - maart", "2024-01-01", "2024-03-31"),
    ("januari - Q1 2024", "2024-01-01", "2024-03-31"),
    ("januari t/m Q1 2024", "2024-01-01", "2024-03-31"),
    ("Q1 t/m maart 2024", "2024-01-01", "2024-03-31"),
    ("2023 en Q1 en Q2 2024", "2023-01-01", "2024-06-30"),
    ("van 1-1-2024 t/m 1-1-2024", "2024-01-01", "2024-01-01"),
    ("vanaf Q1 2024 - Q3 2024", "2024-01-01", "2024-09-30"),
    # A range may cross New Year, and begins or ends in the only year that it can.
    ("maart t/m Q1 2025", "2024-03-01", "2025-03-31"),
    ("maart 2024 t/m Q1", "2024-03-01", "2025-03-31"),
    ("week 53 t/m week 2 2021", "2020-12-28", "2021-01-17"),
    # "Daarna" and "en verder" before something else, and an end that is said.
    ("Q2 2024, daarna Q3 2024", "2024-04-01", "2024-09-30"),
    ("2024 en verder, zie bijlage", "2024-01-01", ""),
    ("Q2 2024 - Q3 2024, doorlopend", "2024-04-01", "2024-09-30"),
    ("doorlopend in 2024 in alle gemeenten", "2024-01-01", "2024-12-31"),
    ("lopend, (gereed Q2 2024)", "2024-04-01", "2024-06-30"),
    ("voor 2025 een pilot", "", "2024-12-31"),
]

# What only looks like a number of a period takes nothing else with it.
COUNTS_SOMETHING = [
    ("actie 3 2024", "2024-01-01", "2024-12-31"),
    ("€ 2.000 in 2024", "2024-01-01", "2024-12-31"),
    ("€ 5000 Q2 2024", "2024-04-01", "2024-06-30"),
    ("12 cliënten Q2 2024", "2024-04-01", "2024-06-30"),
    ("in de week 100 cliënten, 2024", "2024-01-01", "2024-12-31"),
    ("Q2 2024, bij de 100e", "2024-04-01", "2024-06-30"),
]

TOO_FAR = [
    # Years out of order, of another century, or on only one side of a winter
    "'50", "1-1-50", "2024-2023", "2024-2024", "2024/24", "winter 2024-2026", "Q1 2024-2025",
    # A bare number before or after a period may be anything
    "1 en 2e kwartaal 2024", "1e en 2024", "1e en zomer 2024", "zomer en 2 2024", "voorjaar en 1 2024", "Q1 24 en 2",
    "week 12 24", "3e helft maart 2024", "laatste week van 2024", "eerste jaar pilot 2024", "0000001 maart 2024",
    "Q2 2024, 3", "ultimo 31-12-2024", "ultimo: 31-12-2024",
    # A winter stands before its years
    "2024-2025 winter",
    # Two windows that no word joins
    "Q1 2024 in Q3 2024", "start Q1 2024 Q3 2024", "vanaf Q1 2024 en Q3 2024", "Q1 2024; gereed Q3 2024",
    "start Q1 2024; Q3 2024",
    # No year beyond a full stop, or from what comes at another time
    "uiterlijk Q1 2024; uiterlijk Q1", "uiterlijk Q1; uiterlijk Q1 2024", "Q4 daarna Q4 2025",
    # A day that the year doesn't have
    "29 februari en maart 2025",
]  # fmt: skip


@pytest.mark.parametrize(("text", "start", "end"), PARTS + WHOLE + JOINED + COUNTS_SOMETHING)
def test_a_timeline_is_read_as_its_window(text: str, start: str, end: str) -> None:
    assert read_timeline(text) == window(start, end)


@pytest.mark.parametrize("text", TOO_FAR)
def test_what_is_one_step_too_far_has_no_window(text: str) -> None:
    assert read_timeline(text) is None


@pytest.mark.parametrize(
    ("text", "year", "start", "end"),
    [
        ("1e en 2e kwartaal", 2025, "2025-01-01", "2025-06-30"),
        ("Q1 en 2", 2025, "2025-01-01", "2025-06-30"),
        ("Q2 en 1", 2025, "2025-01-01", "2025-06-30"),
        ("2e en 1e helft", 2025, "2025-01-01", "2025-12-31"),
        ("eerste half jaar", 2025, "2025-01-01", "2025-06-30"),
        ("29-2", 2024, "2024-02-29", "2024-02-29"),
        ("Q2", 1990, "1990-04-01", "1990-06-30"),
        ("Q2", 2100, "2100-04-01", "2100-06-30"),
    ],
)
def test_a_text_may_end_with_what_still_needs_the_reference_year(text: str, year: int, start: str, end: str) -> None:
    assert read_timeline(text, reference_year=year) == window(start, end)


@pytest.mark.parametrize("text", ["1-2-1950", "3-1950", "'99", "winter 1950-2025"])
def test_the_reference_year_is_not_put_in_the_place_of_a_year_that_was_typed(text: str) -> None:
    assert read_timeline(text, reference_year=2024) is None


def test_four_hundred_signs_are_read_and_one_more_is_a_story() -> None:
    just_fits = "Q2 2024 " + "x" * 392
    assert read_timeline(just_fits) == window("2024-04-01", "2024-06-30")
    assert read_timeline(just_fits + "x") is None


@pytest.mark.parametrize("text", ["eind 1-2-2024", "begin: 1-2-2024", "ultimo 1-2-2024", "1-2-50"])
def test_a_bound_or_half_a_date_is_no_date(text: str) -> None:
    assert read_date(text) is None
