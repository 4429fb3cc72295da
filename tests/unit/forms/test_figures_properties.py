"""What holds for every figure, whatever somebody types."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import combinations

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


# --- paths as people type them

# A number that may be a year has two meanings.
WHOLE = st.integers(0, 1_989)
STEP = st.sampled_from(["{period}: {number}", "{period} {number}", "{number} in {period}", "{number} ({period})"])
BETWEEN = st.sampled_from(["; ", ", ", " / ", "\n"])
PLAN_YEARS = st.none() | st.integers(1990, 2100)


@st.composite
def quarters(draw: st.DrawFn) -> tuple[str, list[tuple[str, int]]]:
    """A path by quarter in which a year is typed only where it begins, and what each step means."""
    first, number = draw(st.integers(2020 * 4, 2030 * 4)), draw(st.integers(2, 6))
    step, between = draw(STEP), draw(BETWEEN)
    typed, meant, year = [], [], None
    for quarter in range(first, first + number):
        name, amount = f"Q{quarter % 4 + 1}", draw(WHOLE)
        period = name if quarter // 4 == year else f"{name} {quarter // 4}"
        year = quarter // 4
        typed.append(step.format(period=period, number=amount))
        meant.append((f"{quarter % 4 + 1}e kwartaal {year}", amount))
    return between.join(typed), meant


@given(quarters(), PLAN_YEARS)
def test_a_quarter_is_of_the_year_before_it_whatever_the_year_of_the_plan(
    path: tuple[str, list[tuple[str, int]]], year: int | None
) -> None:
    typed, meant = path
    found = read_figures(typed, reference_year=year)
    assert [(one.period and one.period.name, one.amount.value) for one in found] == meant


@given(
    st.integers(2020, 2030), st.lists(WHOLE, min_size=3, max_size=5), st.sampled_from(["naar", "->", "→"]), PLAN_YEARS
)
def test_where_a_path_starts_is_no_step_of_it(year: int, numbers: list[int], word: str, plan: int | None) -> None:
    start, *steps = numbers
    years = range(year, year + len(steps))
    path = " en ".join(f"{number} in {when}" for number, when in zip(steps, years, strict=True))
    found = read_figures(f"van {start} {word} {path}", reference_year=plan)
    assert [(one.period and one.period.name, one.amount.value) for one in found] == [
        (str(when), number) for number, when in zip(steps, years, strict=True)
    ]


@given(ANY_TEXT | quarters().map(lambda path: path[0]), PLAN_YEARS)
def test_no_number_comes_from_nowhere(text: str, year: int | None) -> None:
    """What is read stands in the words; a path never has two amounts for one day."""
    found = read_figures(text, reference_year=year)
    digits = sum(sign.isdigit() for sign in text)
    assert len(found) <= digits
    spans = [(one.period.start, one.period.end) for one in found if one.period]
    assert len(spans) == len(found) or len(found) == 1
    assert all(one[1] < other[0] or other[1] < one[0] for one, other in combinations(spans, 2))


@given(quarters(), st.sampled_from(["ongeveer zo", "n.t.b.", "daarna minder", "Q1: 12", "12"]))
def test_half_a_path_is_no_path(path: tuple[str, list[tuple[str, int]]], rest: str) -> None:
    assert read_figures(f"{path[0]}; {rest}", reference_year=2024) == ()
