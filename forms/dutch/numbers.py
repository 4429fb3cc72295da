"""Numbers as the Dutch write and read them: a point for thousands, a comma for decimals."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from babel.numbers import NumberFormatError, format_decimal, format_percent, parse_decimal
from babel.units import format_unit

_LOCALE = "nl"
_KB = 1024
_MB = 1024 * 1024


def dutch_number(number: Decimal | int) -> str:
    """ "1.250" or "8,5": a comma for decimals (at most four are kept), no zeros at the end."""
    if isinstance(number, int):
        # A report prints thousands of these, and Babel takes forty times as long.
        return f"{number:,}".replace(",", ".")
    return str(format_decimal(number, format="#,##0.####", locale=_LOCALE))


def in_hundredths(number: float) -> str:
    """A number with two decimals, also when they are noughts: "0,80"."""
    return str(format_decimal(number, format="0.00", locale=_LOCALE))


def percentage(part: float) -> str:
    """A part of a whole (0 to 1) as a percentage with one decimal, where it has one: "8,6%", "27%"."""
    return str(format_percent(part, format="0.#%", locale=_LOCALE))


def bare_number(number: Decimal | float) -> str:
    """A number without points, as it is typed: "2026", "8,5"."""
    return str(format_decimal(number, format="0.##########", locale=_LOCALE))


def dutch_money(number: Decimal) -> str:
    """An amount of euros: "1.250" or "1.250,50"."""
    pattern = "#,##0" if number == number.to_integral_value() else "#,##0.00##"
    return str(format_decimal(number, format=pattern, locale=_LOCALE))


def read_number(text: str) -> Decimal | None:
    """What a Dutch reader reads in "12", "12,5" or "1.234,5"; None when it is no number."""
    try:
        return Decimal(parse_decimal(text, locale=_LOCALE, strict=True))
    except (NumberFormatError, InvalidOperation):
        return None


def file_size(size: int) -> str:
    """The size of a file in bytes: "12 kB" or "1,4 MB"."""
    if size < _MB:
        return str(format_unit(max(1, round(size / _KB)), "kilobyte", "short", format="0", locale=_LOCALE))
    return str(format_unit(size / _MB, "megabyte", "short", format="#,##0.0", locale=_LOCALE))
