"""Dates, moments and numbers as a Dutch reader expects them on paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_decimal

_LOCALE = "nl_NL"
_AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def in_amsterdam(moment: datetime) -> datetime:
    """A moment as Amsterdam time. A moment without a zone is UTC, as the database keeps it."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(_AMSTERDAM)


def datum(day: date) -> str:
    """ "31 december 2024"; of a moment: its day in Amsterdam."""
    day = in_amsterdam(day).date() if isinstance(day, datetime) else day
    return str(format_date(day, "d MMMM y", locale=_LOCALE))


def datum_kort(day: date) -> str:
    """ "31 dec 2024", where there is little room; of a moment: its day in Amsterdam."""
    day = in_amsterdam(day).date() if isinstance(day, datetime) else day
    return str(format_date(day, "d MMM y", locale=_LOCALE)).replace(".", "")


def tijdstip(moment: datetime) -> str:
    """ "3 januari 2024 om 14:03 uur", in Amsterdam."""
    local = in_amsterdam(moment)
    return f"{datum(local)} om {format_time(local, 'HH:mm', locale=_LOCALE)} uur"


def getal(number: Decimal | int) -> str:
    """ "1.250" or "8,5": a comma for decimals (at most four are kept), no zeros at the end."""
    if isinstance(number, int):
        # A report prints thousands of these, and Babel takes forty times as long.
        return f"{number:,}".replace(",", ".")
    return str(format_decimal(number, format="#,##0.####", locale=_LOCALE))


def opsomming(woorden: Iterable[str]) -> str:
    """Words or names as read aloud: "MIND, VNG en VWS"; empty without any."""
    *before, last = [*woorden] or [""]
    return f"{', '.join(before)} en {last}" if before else last
