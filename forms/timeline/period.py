"""A named piece of the calendar ("eind Q1 2024") and the days it covers."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

FIRST_YEAR, LAST_YEAR = 1990, 2100

Days = tuple[date, date]
"""First and last day, both included."""


class Unit(Enum):
    """What is counted; `number` in a Period is the how-manieth of it in the year."""

    YEAR = "jaar"
    YEARS = "jaren"
    HALF = "helft"
    QUARTER = "kwartaal"
    SEASON = "seizoen"
    MONTH = "maand"
    WEEK = "week"
    DAY = "dag"


class Part(Enum):
    """A part of a period."""

    BEGIN = "begin"
    MIDDLE = "medio"
    END = "eind"
    FIRST_DAY = "primo"
    LAST_DAY = "ultimo"
    FIRST_HALF = "eerste helft"
    SECOND_HALF = "tweede helft"


@dataclass(frozen=True)
class Period:
    """One piece of the calendar; without `year` it still has to find one.

    `day` is the day in month `number` when the unit is DAY. `last_year` is the second year of YEARS or of a winter.
    """

    unit: Unit
    number: int = 1
    year: int | None = None
    day: int = 1
    part: Part | None = None
    last_year: int | None = None
    # A bare "1-3" may be first of March, but "1-3 2024" may be anything: it doesn't take the year beside it.
    takes_year: bool = True

    def days(self) -> Days | None:
        """Give the first and last day, or None when there is no year or no such day, week or part."""
        if self.year is None:
            return None
        try:
            whole = _WHOLE[self.unit](self, self.year)
        except ValueError:
            return None
        return whole and _part_of(whole, self.unit, self.part)


def is_year(number: int) -> bool:
    """True for the years a plan can be about."""
    return FIRST_YEAR <= number <= LAST_YEAR


def full_year(two_digits: int) -> int | None:
    """Give the year meant by two digits: '24 is 2024. From '50 on it could be either century: None."""
    return 2000 + two_digits if 0 <= two_digits < 50 else None


def _months(year: int, first: int, count: int) -> Days:
    """Give `count` whole months from month `first` of `year`; months past December go on in the next year."""
    last_index = year * 12 + first - 1 + count - 1
    last_year, last_month = last_index // 12, last_index % 12 + 1
    return date(year, first, 1), date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])


def _years(period: Period, year: int) -> Days | None:
    last = period.last_year
    return (date(year, 1, 1), date(last, 12, 31)) if last is not None and last > year else None


def _season(period: Period, year: int) -> Days | None:
    """Give a meteorological season; "winter 2024" may be either of two winters, so it needs both years."""
    first_month = 3 * period.number
    if first_month == 12 and period.last_year != year + 1:
        return None
    return _months(year, first_month, 3)


def _week(period: Period, year: int) -> Days:
    monday = date.fromisocalendar(year, period.number, 1)
    return monday, monday + timedelta(days=6)


def _day(period: Period, year: int) -> Days:
    day = date(year, period.number, period.day)
    return day, day


_WHOLE: dict[Unit, Callable[[Period, int], Days | None]] = {
    Unit.YEAR: lambda period, year: _months(year, 1, 12),
    Unit.YEARS: _years,
    Unit.HALF: lambda period, year: _months(year, 6 * period.number - 5, 6),
    Unit.QUARTER: lambda period, year: _months(year, 3 * period.number - 2, 3),
    Unit.SEASON: _season,
    Unit.MONTH: lambda period, year: _months(year, period.number, 1),
    Unit.WEEK: _week,
    Unit.DAY: _day,
}

# Which months (first, how many) of the period a part covers. Source: docs/decisions/vage-tijdslijnen.md.
_MONTHS_OF_PART = {
    (Unit.YEAR, Part.BEGIN): (0, 3),
    (Unit.YEAR, Part.MIDDLE): (4, 4),
    (Unit.YEAR, Part.END): (9, 3),
    (Unit.HALF, Part.BEGIN): (0, 2),
    (Unit.HALF, Part.MIDDLE): (2, 2),
    (Unit.HALF, Part.END): (4, 2),
    (Unit.QUARTER, Part.BEGIN): (0, 1),
    (Unit.QUARTER, Part.MIDDLE): (1, 1),
    (Unit.QUARTER, Part.END): (2, 1),
    (Unit.SEASON, Part.BEGIN): (0, 1),
    (Unit.SEASON, Part.MIDDLE): (1, 1),
    (Unit.SEASON, Part.END): (2, 1),
}

# Which days of the month a part covers; 31 stands for the last day.
_DAYS_OF_PART = {
    Part.BEGIN: (1, 10),
    Part.MIDDLE: (11, 20),
    Part.END: (21, 31),
    Part.FIRST_HALF: (1, 15),
    Part.SECOND_HALF: (16, 31),
}


def _part_of(whole: Days, unit: Unit, part: Part | None) -> Days | None:
    first, last = whole
    if part is None or unit is Unit.WEEK:
        return whole
    if part is Part.FIRST_DAY:
        return first, first
    if part is Part.LAST_DAY:
        return last, last
    if unit is Unit.MONTH:
        begin, end = _DAYS_OF_PART[part]
        return first.replace(day=begin), first.replace(day=min(end, last.day))
    months = _MONTHS_OF_PART.get((unit, part))
    if months is None:
        return None
    index = first.month - 1 + months[0]
    return _months(first.year + index // 12, index % 12 + 1, months[1])
