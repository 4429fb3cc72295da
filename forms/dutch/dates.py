"""Dates and moments in Dutch words. Moments are shown in Amsterdam time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

_LOCALE = "nl"


def in_amsterdam(moment: datetime) -> datetime:
    """A stored moment as Amsterdam time. A moment without a zone is UTC (SQLite keeps none)."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(AMSTERDAM)


def day_in_words(day: date) -> str:
    """A date in full: "zondag 31 december 2023"; of a moment: its day in Amsterdam."""
    return _written(_day(day), "EEEE d MMMM y")


def day_short(day: date) -> str:
    """A date without its weekday: "31 december 2023"; of a moment: its day in Amsterdam."""
    return _written(_day(day), "d MMMM y")


def day_and_month(day: date) -> str:
    """A date in a year that the words around it name: "31 december"."""
    return _written(_day(day), "d MMMM")


def month_and_year(day: date) -> str:
    """The month of a date: "december 2023"."""
    return _written(_day(day), "MMMM y")


def month_brief(day: date) -> str:
    """The month of a date where there is little room: "dec 2023"."""
    return _written(_day(day), "MMM y").replace(".", "")


def day_brief(day: date) -> str:
    """A date where there is little room: "31 dec 2023"; of a moment: its day in Amsterdam."""
    return _written(_day(day), "d MMM y").replace(".", "")


def day_in_figures(day: date) -> str:
    """As a cell of a sheet shows it: "31-12-2023"."""
    return f"{_day(day):%d-%m-%Y}"


def time_of_day(moment: datetime) -> str:
    """The time of a moment: "14:03"."""
    return f"{in_amsterdam(moment):%H:%M}"


def moment_in_words(moment: datetime) -> str:
    """A moment on a page: "31 december 2023 om 14:03"."""
    return f"{day_short(moment)} om {time_of_day(moment)}"


def moment_on_paper(moment: datetime) -> str:
    """A moment in a document: "3 januari 2024 om 14:03 uur"."""
    return f"{moment_in_words(moment)} uur"


def moment_nearby(moment: datetime, today: date) -> str:
    """A moment as people say it: "vandaag om 14:03", "gisteren om 09:15", else the date."""
    days = (today - _day(moment)).days
    near = {0: "vandaag", 1: "gisteren"}.get(days)
    return f"{near} om {time_of_day(moment)}" if near else day_short(moment)


def still_until(day: date, today: date) -> str:
    """Until when something can be done: "nog tot en met 7 december", with its year when that is another one."""
    if day <= today:
        return "vandaag is de laatste dag" if day == today else f"de deadline was {day_short(day)}"
    return f"nog tot en met {day_and_month(day) if day.year == today.year else day_short(day)}"


def days_left(day: date, today: date) -> str:
    """How far off a date is: "nog 12 dagen", "morgen", "vandaag", "3 dagen geleden"."""
    return _in_days((day - today).days, "geleden")


def days_to_go(days: int) -> str:
    """How much time is left: "nog 12 dagen", "morgen", "vandaag", "3 dagen te laat"."""
    return _in_days(days, "te laat")


@lru_cache(maxsize=8192)
def _written(day: date, pattern: str) -> str:
    """A page and a report name the same few days over and over, and Babel takes its time for each."""
    return str(format_date(day, pattern, locale=_LOCALE))


def _day(day: date) -> date:
    return in_amsterdam(day).date() if isinstance(day, datetime) else day


def _in_days(days: int, gone: str) -> str:
    if days < 0:
        return f"1 dag {gone}" if days == -1 else f"{-days} dagen {gone}"
    return {0: "vandaag", 1: "morgen"}.get(days, f"nog {days} dagen")
