"""What holds for every figure, whatever somebody types."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from forms.dutch.numbers import dutch_number
from forms.figures import Amount, Comparison, Figure, describe, figure_hint, one_value, read_figures
from forms.figures import words as figure_words
from forms.figures.amount import MAX_NUMBER
from forms.figures.figure import says_more
from forms.timeline import Window

NUMBERS = st.decimals(0, MAX_NUMBER - 1, places=4).map(lambda one: one.normalize() + 0)
UNITS = st.sampled_from(["", "%", "€", "cliënten", "per maand", "cliënten per maand", "fte", "€ per maand"])
YEARS = st.integers(1990, 2100).map(lambda year: Window(date(year, 1, 1), date(year, 12, 31)))
WORDS = st.sampled_from(
    [
        *(word for words in figure_words.COMPARISONS.values() for word in words), *figure_words.ABOUT,
        *figure_words.BEHIND, *figure_words.TIMES, *figure_words.EURO, *figure_words.PERCENT,
        *sorted(figure_words.REFUSED), "12", "1.250,50", "0,2", "2025", "2026:", "Q1", "-", ",-", ";", ",", "per maand",
        "eind", "maart", "t/m", "1-1-2024",
    ]
)  # fmt: skip
SENTENCES = st.lists(WORDS, max_size=8).map(" ".join) | st.lists(WORDS, max_size=6).map("".join)
ANY_TEXT = st.text(st.characters(), max_size=120) | st.text("0123456789.,-<>≤≥€%ca: ;/\n", max_size=40) | SENTENCES


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    """A number, a bound or a range."""
    number, unit, about = draw(NUMBERS), draw(UNITS), draw(st.booleans())
    comparison = draw(st.sampled_from(Comparison))
    if comparison:
        upper = number if comparison.is_upper else None
        return Amount(None if comparison.is_upper else number, upper, comparison, about, unit)
    further = draw(st.none() | st.decimals(number + 1, MAX_NUMBER, places=2).map(lambda one: one.normalize() + 0))
    looks_like_years = further and all(1990 <= one < 2101 for one in (number, further))
    return Amount(number, number if further is None or looks_like_years else further, comparison, about, unit)


@given(ANY_TEXT, st.none() | st.integers())
def test_reading_never_raises_and_is_never_impossible(text: str, year: int | None) -> None:
    found = read_figures(text, reference_year=year)
    assert figure_hint(text, found) == "" or text.strip()
    for one in found:
        lower, upper = one.amount.lower, one.amount.upper
        assert (lower is None) == one.amount.comparison.is_upper
        assert lower is None or upper is None or lower <= upper
    assert len(found) < 2 or all(one.period for one in found)


@given(ANY_TEXT)
def test_what_is_said_back_is_read_as_the_same(text: str) -> None:
    found = read_figures(text, reference_year=2026)
    assert read_figures(describe(found)) == found


@given(amounts(), st.none() | YEARS)
def test_every_figure_is_read_from_its_own_words(amount: Amount, period: Window | None) -> None:
    figure = Figure(amount, period)
    assert read_figures(describe([figure])) == (figure,)


@given(st.lists(st.tuples(YEARS, amounts()), min_size=2, max_size=5, unique_by=lambda step: step[0]))
def test_a_path_is_read_from_its_own_words(steps: list[tuple[Window, Amount]]) -> None:
    path = tuple(Figure(amount, period) for period, amount in steps)
    said = describe(path)
    if len(said) <= 200:
        assert read_figures(said) == path


@given(st.decimals(-MAX_NUMBER, MAX_NUMBER, places=4))
def test_what_was_a_number_before_is_that_number_and_says_nothing_more(number: Decimal) -> None:
    typed = dutch_number(number)
    found = read_figures(typed)
    assert one_value(found) == number
    assert not says_more(typed, describe(found))


@given(SENTENCES)
def test_case_and_spaces_around_do_not_matter(text: str) -> None:
    assert read_figures(f"\t {text.upper()}  ") == read_figures(text)
