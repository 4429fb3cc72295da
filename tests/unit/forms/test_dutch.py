"""Numbers, names in a row and one or many, as the Dutch write them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from forms.dutch.dates import day_and_month, days_to_go, moment_on_paper, time_of_day
from forms.dutch.numbers import dutch_number, file_size, in_hundredths, read_number
from forms.dutch.words import counted, listed, one_or_many, together


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0"),
        (999, "999"),
        (1250, "1.250"),
        (-1234567, "-1.234.567"),
        (Decimal("8.50"), "8,5"),
        (Decimal("1250.0000"), "1.250"),
        (Decimal("0.12345"), "0,1234"),
    ],
)
def test_a_number_has_points_and_a_comma(number: Decimal | int, words: str) -> None:
    assert dutch_number(number) == words


@pytest.mark.parametrize("text", ["1.234,5", "12", "-3", "0,1234"])
def test_a_number_is_read_as_it_is_written(text: str) -> None:
    number = read_number(text)
    assert number is not None
    assert dutch_number(number) == text


@pytest.mark.parametrize("text", ["", "drie", "1.23", "1,2,3"])
def test_what_is_no_dutch_number_is_not_read(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "1 kB"),
        (1536, "2 kB"),
        (1024 * 1024 - 1, "1024 kB"),
        (1024 * 1024, "1,0 MB"),
        (1_468_006, "1,4 MB"),
        (26_214_400, "25,0 MB"),
    ],
)
def test_the_size_of_a_file(size: int, words: str) -> None:
    assert file_size(size) == words


def test_hundredths_are_told_also_when_they_are_noughts() -> None:
    assert [in_hundredths(one) for one in (0.8, 0.798, 1, -0.05, 0)] == ["0,80", "0,80", "1,00", "-0,05", "0,00"]


@pytest.mark.parametrize(
    ("names", "words"),
    [("", ""), ("a", "a"), ("ab", "a en b"), ("abc", "a, b en c"), ("abcd", "a, b, c en d")],
)
def test_names_are_read_aloud(names: str, words: str) -> None:
    assert listed(names) == words
    assert listed(iter(names)) == words


def test_names_with_braces_stay_as_they_are() -> None:
    assert listed(["{0}", "{regios}", "c%s"]) == "{0}, {regios} en c%s"


def test_names_that_are_one_name_keep_every_and() -> None:
    assert together(["Haaglanden", "Zeeland", "Rotterdam"]) == "Haaglanden en Zeeland en Rotterdam"
    assert together([]) == ""


@pytest.mark.parametrize(("number", "words"), [(0, "0 zinnen"), (1, "1 zin"), (2, "2 zinnen"), (1250, "1.250 zinnen")])
def test_one_and_many(number: int, words: str) -> None:
    assert counted(number, "zin", "zinnen") == words
    assert one_or_many(number, "is", "zijn") == ("is" if number == 1 else "zijn")


def test_a_moment_on_paper_says_that_it_is_an_hour() -> None:
    moment = datetime(2024, 7, 1, 13, 3, tzinfo=UTC)
    assert moment_on_paper(moment) == "1 juli 2024 om 15:03 uur"
    assert time_of_day(moment) == "15:03"


def test_a_day_without_its_year() -> None:
    assert day_and_month(date(2024, 3, 1)) == "1 maart"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (12, "nog 12 dagen"),
        (1, "morgen"),
        (0, "vandaag"),
        (-1, "1 dag te laat"),
        (-3, "3 dagen te laat"),
    ],
)
def test_how_much_time_is_left(days: int, words: str) -> None:
    assert days_to_go(days) == words
