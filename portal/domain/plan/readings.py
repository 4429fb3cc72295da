"""What the portal reads in the figures and dates of a goal, beside the words as typed, and as JSON keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from forms.dutch.dates import day_short
from forms.dutch.numbers import dutch_number
from forms.figures import Amount, Comparison, Figure, describe, one_value, read_figures, says_more
from forms.timeline import Window, read_date, read_timeline

# Which fields of a goal hold a figure and which a date or a period; the words of each are kept as typed.
FIGURES = ("nulwaarde", "streefwaarde")
DATES = ("peildatum", "einddatum")
# Of where an indicator stands in a round: the figure; its date is a `peildatum` too.
ACTUAL = "waarde"

Reading = dict[str, Any]


def nothing_read() -> Reading:
    """The reading of a goal without figures."""
    return {**{name: [] for name in FIGURES}, **dict.fromkeys(DATES)}


def read_goal(words: Mapping[str, str], *, year: int | None, begin: date | None = None) -> Reading:
    """What is read in the words of these fields. `year` is that of a "Q4" without one, `begin` that of "per direct"."""
    figures = {name: read_figures(words[name], reference_year=year) for name in FIGURES if name in words}
    dates = {name: read_timeline(words[name], reference_year=year, begin=begin) for name in DATES if name in words}
    return {
        **{name: [_figure_stored(one) for one in found] for name, found in figures.items()},
        **{name: _window_stored(found) for name, found in dates.items()},
    }


def read_actual(words: Mapping[str, str], *, until: date) -> Reading:
    """What is read in where an indicator stands, in a round of a period until that day.

    Without a date it is of that day; a "Q1" without a year is of its year.
    """
    measured = words["peildatum"].strip()
    window = read_timeline(measured, reference_year=until.year) if measured else Window(until, until)
    figures = read_figures(words[ACTUAL], reference_year=until.year)
    return {ACTUAL: [_figure_stored(one) for one in figures], "peildatum": _window_stored(window)}


def figures_of(reading: Reading, name: str) -> tuple[Figure, ...]:
    """The figures that were read in a field."""
    return tuple(_figure(one) for one in reading[name])


def value_of(reading: Reading, name: str) -> Decimal | None:
    """The number of a field, when exactly one was read."""
    return one_value(figures_of(reading, name))


def window_of(reading: Reading, name: str) -> Window | None:
    """The period that was read in a field."""
    found = reading[name]
    return _window(found) if found else None


def reading_in_words(reading: Reading, name: str) -> str:
    """What was read in a field, in Dutch; empty when nothing was."""
    if name in (*FIGURES, ACTUAL):
        return describe(figures_of(reading, name))
    window = window_of(reading, name)
    return window.describe() if window else ""


def reading_beside(words: str, reading: Reading, name: str) -> str:
    """What was read in a field, where that tells more than the words themselves."""
    found = reading_in_words(reading, name)
    return found if says_more(words, found) else ""


def reading_on_paper(words: str, reading: Reading, name: str) -> str:
    """As `reading_beside`, but for a whole date in another notation: "1-1-2026" needs no "1 januari 2026" behind it."""
    is_date = name in DATES and read_date(words) is not None
    return "" if is_date else reading_beside(words, reading, name)


def has_own_unit(reading: Reading, name: str) -> bool:
    """True when a unit does not belong behind the words: they have their own ("10 per maand"), or hold no number."""
    found = figures_of(reading, name)
    return not found or any(one.amount.unit for one in found)


def of_number(value: str | None) -> tuple[str, list[Any]]:
    """The words and the reading of a goal that was stored as one plain number."""
    if value is None:
        return "", []
    number = Decimal(value).normalize() + 0
    return dutch_number(number), [_figure_stored(Figure(Amount(number, number)))]


def of_day(value: str | None) -> tuple[str, Any]:
    """The words and the reading of a date that was stored as one day."""
    if value is None:
        return "", None
    return day_short(date.fromisoformat(value)), {"van": value, "tot": value}


def _figure_stored(figure: Figure) -> dict[str, Any]:
    amount = figure.amount
    return {
        "van": _number_stored(amount.lower),
        "tot": _number_stored(amount.upper),
        "vergelijking": amount.comparison.value,
        "ongeveer": amount.approximate,
        "eenheid": amount.unit,
        "periode": _window_stored(figure.period),
    }


def _figure(stored: Mapping[str, Any]) -> Figure:
    lower, upper = (Decimal(one) if one is not None else None for one in (stored["van"], stored["tot"]))
    period = _window(stored["periode"]) if stored["periode"] else None
    comparison = Comparison(stored["vergelijking"])
    return Figure(Amount(lower, upper, comparison, stored["ongeveer"], stored["eenheid"]), period)


def _number_stored(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _window_stored(window: Window | None) -> dict[str, str | None] | None:
    return {"van": _day_stored(window.start), "tot": _day_stored(window.end)} if window else None


def _day_stored(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _window(stored: Mapping[str, str | None]) -> Window:
    return Window(*(date.fromisoformat(day) if day else None for day in (stored["van"], stored["tot"])))
