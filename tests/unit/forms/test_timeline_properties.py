"""What holds for every timeline, whatever somebody types."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from forms.timeline import Window, read_date, read_timeline, sort_key, timeline_hint
from forms.timeline.words import MONTHS, ROLES, SEASONS, UNITS

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))
YEARS = st.integers(1990, 2100)
OPTIONAL_DAYS = st.none() | DAYS
WINDOWS = st.none() | st.builds(Window, OPTIONAL_DAYS, OPTIONAL_DAYS)
ANY_TEXT = st.text(st.characters(), max_size=120)
MONTH_WORDS = [
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
]  # fmt: skip

# Sentences made of the words the reader knows reach far deeper than any random text.
WORDS = st.sampled_from(
    [
        *MONTHS, *SEASONS, *UNITS, *(word for words in ROLES.values() for word in words),
        "begin", "medio", "eind", "ultimo", "eerste", "2e", "laatste", "Q1", "Q4", "H2", "'24", "2024", "2025",
        "1", "31", "1-1-2024", "30-6-2025", "2024-2025", "12-2024", "1-3", "pilot", "cliënten", "99",
    ]
)  # fmt: skip
SENTENCES = st.lists(WORDS, max_size=9).map(" ".join)


@given(ANY_TEXT | SENTENCES, st.none() | st.integers())
def test_reading_never_raises_and_a_window_never_ends_before_it_starts(text: str, year: int | None) -> None:
    window = read_timeline(text, reference_year=year)
    read_date(text)
    assert timeline_hint(text, reference_year=year) == "" or text.strip()
    if window and window.start and window.end:
        assert window.start <= window.end


@given(SENTENCES)
def test_case_and_spaces_do_not_matter(text: str) -> None:
    plain = read_timeline(text)
    assert read_timeline(text.upper()) == plain
    assert read_timeline("\t" + text.replace(" ", " \u00a0\n ") + " ") == plain


@given(DAYS)
def test_every_notation_of_a_day_is_that_day(day: date) -> None:
    month = MONTH_WORDS[day.month - 1]
    for text in (
        f"{day.day}-{day.month}-{day.year}",
        f"{day.day:02}/{day.month:02}/{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{day.day} {month[:3]}. {day.year}" if month != "maart" else f"{day.day} mrt {day.year}",
    ):
        assert read_date(text) == day
        assert read_timeline(text) == Window(day, day)


@given(DAYS.filter(lambda day: 2000 <= day.year < 2050))
def test_two_digits_are_a_year_of_this_half_century(day: date) -> None:
    assert read_date(f"{day.day}-{day.month}-{day.year % 100:02}") == day
    assert read_date(f"{day.day} {MONTH_WORDS[day.month - 1]} '{day.year % 100:02}") == day


@given(YEARS, st.integers(1, 4))
def test_every_notation_of_a_quarter_is_that_quarter(year: int, quarter: int) -> None:
    first = date(year, 3 * quarter - 2, 1)
    last = (date(year + quarter // 4, 3 * quarter % 12 + 1, 1)) - timedelta(days=1)
    ordinal = ("eerste", "tweede", "derde", "vierde")[quarter - 1]
    for text in (
        f"Q{quarter} {year}",
        f"{year}-Q{quarter}",
        f"{quarter}e kwartaal {year}",
        f"{ordinal} kwartaal van {year}",
    ):
        assert read_timeline(text) == Window(first, last)


@given(YEARS, st.integers(1, 12))
def test_every_notation_of_a_month_is_that_month(year: int, month: int) -> None:
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    for text in (f"{MONTH_WORDS[month - 1]} {year}", f"{month}-{year}", f"{month:02}/{year}"):
        assert read_timeline(text) == Window(date(year, month, 1), last)


@given(OPTIONAL_DAYS, OPTIONAL_DAYS)
def test_what_a_window_says_of_itself_is_read_as_that_window(one: date | None, other: date | None) -> None:
    start, end = sorted((one, other)) if one and other else (one, other)
    window = Window(start, end)
    assert read_timeline(window.describe()) == window


@given(st.lists(WINDOWS))
def test_the_order_does_not_depend_on_the_order_before(windows: list[Window | None]) -> None:
    in_order, backwards = sorted(windows, key=sort_key), list(reversed(windows))
    assert in_order == sorted(backwards, key=sort_key)
    if None in windows:
        assert in_order[-1] is None


@given(WINDOWS, WINDOWS)
def test_only_the_same_window_has_the_same_place(one: Window | None, other: Window | None) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)
