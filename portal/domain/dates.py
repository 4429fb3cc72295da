"""Dates and moments in Dutch words. Moments are shown in Amsterdam time."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date

from portal.domain import clock

LOCALE = "nl"


def day_in_words(day: date) -> str:
    """A date in full: "zondag 31 december 2023"."""
    return format_date(day, "EEEE d MMMM y", locale=LOCALE)


def day_short(day: date) -> str:
    """A date without its weekday: "31 december 2023"."""
    return format_date(day, "d MMMM y", locale=LOCALE)


def day_brief(day: date) -> str:
    """A date where there is little room: "31 dec 2023"."""
    return format_date(day, "d MMM y", locale=LOCALE).replace(".", "")


def moment_in_words(moment: datetime) -> str:
    """A moment: "31 december 2023 om 14:03"."""
    local = clock.on_screen(moment)
    return f"{day_short(local.date())} om {local:%H:%M}"


def moment_nearby(moment: datetime) -> str:
    """A moment as people say it: "vandaag om 14:03", "gisteren om 9:15", else the date."""
    local = clock.on_screen(moment)
    days = (clock.today() - local.date()).days
    if days == 0:
        return f"vandaag om {local:%H:%M}"
    if days == 1:
        return f"gisteren om {local:%H:%M}"
    return day_short(local.date())


def days_left(day: date) -> str:
    """How far off a date is: "nog 12 dagen", "morgen", "vandaag", "3 dagen geleden"."""
    days = (day - clock.today()).days
    if days == 0:
        return "vandaag"
    if days == 1:
        return "morgen"
    if days > 1:
        return f"nog {days} dagen"
    return "1 dag geleden" if days == -1 else f"{-days} dagen geleden"


def days_to_go(days: int) -> str:
    """How much time is left: "nog 12 dagen", "morgen", "vandaag", "3 dagen te laat"."""
    if days < 0:
        return "1 dag te laat" if days == -1 else f"{-days} dagen te laat"
    return {0: "vandaag", 1: "morgen"}.get(days, f"nog {days} dagen")
