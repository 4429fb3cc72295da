"""Dates and moments as people say them, in Amsterdam."""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import Context
from datetime import UTC, date, datetime

import pytest

from forms.dutch import dates
from forms.dutch.dates import in_amsterdam
from portal.domain import clock


@pytest.fixture(autouse=True)
def nineteen_december() -> Iterator[None]:
    """It is 19 December 2023, half past nine in the morning in Amsterdam."""
    with clock.stopped_at(datetime(2023, 12, 19, 8, 30, tzinfo=UTC)):
        yield


def test_days_in_words():
    assert dates.day_in_words(date(2023, 12, 31)) == "zondag 31 december 2023"
    assert dates.day_short(date(2024, 3, 1)) == "1 maart 2024"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2023, 12, 31), "nog 12 dagen"),
        (date(2023, 12, 21), "nog 2 dagen"),
        (date(2023, 12, 20), "morgen"),
        (date(2023, 12, 19), "vandaag"),
        (date(2023, 12, 18), "1 dag geleden"),
        (date(2023, 12, 9), "10 dagen geleden"),
    ],
)
def test_how_far_off_a_day_is(day: date, words: str):
    assert dates.days_left(day, clock.today()) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 1, 7), "nog tot en met 7 januari 2024"),
        (date(2023, 12, 20), "nog tot en met 20 december"),
        (date(2023, 12, 19), "vandaag is de laatste dag"),
        (date(2023, 12, 18), "de deadline was 18 december 2023"),
    ],
)
def test_until_when_something_can_be_done(day: date, words: str):
    assert dates.still_until(day, clock.today()) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2023, 12, 19, 8, 3, tzinfo=UTC), "vandaag om 09:03"),
        (datetime(2023, 12, 18, 23, 30, tzinfo=UTC), "vandaag om 00:30"),
        (datetime(2023, 12, 18, 22, 59, tzinfo=UTC), "gisteren om 23:59"),
        (datetime(2023, 12, 17, 12, 0, tzinfo=UTC), "17 december 2023"),
        (datetime(2023, 12, 20, 12, 0, tzinfo=UTC), "20 december 2023"),
    ],
)
def test_a_moment_nearby_counts_days_in_amsterdam(moment: datetime, words: str):
    assert dates.moment_nearby(moment, clock.today()) == words


def test_a_moment_knows_summer_and_winter():
    assert dates.moment_in_words(datetime(2023, 12, 31, 13, 3, tzinfo=UTC)) == "31 december 2023 om 14:03"
    assert dates.moment_in_words(datetime(2024, 7, 1, 13, 3, tzinfo=UTC)) == "1 juli 2024 om 15:03"


def test_the_day_of_a_moment_is_that_in_amsterdam():
    night = datetime(2023, 12, 31, 23, 30, tzinfo=UTC)
    assert dates.day_short(night) == "1 januari 2024"
    assert dates.day_in_words(night) == "maandag 1 januari 2024"
    assert dates.day_brief(night) == "1 jan 2024"
    assert dates.day_in_figures(night) == "01-01-2024"


def test_today_is_the_day_in_amsterdam_not_in_london():
    with clock.stopped_at(datetime(2023, 12, 31, 23, 30, tzinfo=UTC)):
        assert clock.today() == date(2024, 1, 1)


def test_a_moment_without_a_zone_comes_from_sqlite_and_is_utc():
    stored = datetime(2023, 12, 19, 8, 3)  # noqa: DTZ001 - what SQLite gives back
    assert in_amsterdam(stored).isoformat() == "2023-12-19T09:03:00+01:00"


def test_the_demo_lives_on_another_day():
    clock.pretend_today_is(date(2030, 1, 2))
    try:
        assert clock.today() == date(2023, 12, 19), "a stopped clock stands still"
        assert Context().run(clock.today) == date(2030, 1, 2)
    finally:
        clock.pretend_today_is(None)
