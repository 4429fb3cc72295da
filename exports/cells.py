"""The one place where text of a person enters a Word paragraph or an Excel cell."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.cleaning import clean_text
from forms.dutch.dates import AMSTERDAM

if TYPE_CHECKING:
    from openpyxl.cell import Cell

CellValue = str | int | float | Decimal | date | datetime | bool | None

LONGEST_CELL = 32_767  # characters as Excel counts them: UTF-16 code units
SHORTENED = "… (ingekort: zie het portaal)"
DATE_FORMAT = "dd-mm-yyyy"
DATETIME_FORMAT = "dd-mm-yyyy hh:mm"
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED_UNDERSCORE = "_x005F_"


def xml_text(value: str) -> str:
    r"""Return the text with only characters that XML 1.0 allows; line ends are ``\n``."""
    return clean_text(value)


def excel_text(value: str) -> str:
    """Return the text as it goes into a cell: legal in XML, at most 32,767 characters, shown as it was typed.

    Excel reads ``_x0041_`` as the letter A (ECMA-376 part 1, 22.4.2.4), so the underscore of such a text is escaped.
    A longer text is cut and says so. Write it with `set_cell`, which keeps "=1+1" from being a formula.
    """
    escaped = _LOOKS_ESCAPED.sub(_ESCAPED_UNDERSCORE, xml_text(value))
    if _units(escaped) <= LONGEST_CELL:
        return escaped
    return _cut(escaped, LONGEST_CELL - _units(SHORTENED)) + SHORTENED


def set_cell(cell: Cell, value: CellValue) -> None:
    """Write a value into an openpyxl cell with its own type: text is never a formula, a date is a date.

    A datetime with a time zone is written as the clock in the Netherlands says. Raises TypeError for another type.
    """
    if isinstance(value, str):
        _set_text(cell, value)
    elif isinstance(value, datetime):
        cell.value = _dutch_clock(value)
        cell.number_format = DATETIME_FORMAT
    elif isinstance(value, date):
        cell.value = value
        cell.number_format = DATE_FORMAT
    elif value is None or isinstance(value, int | float | Decimal):
        cell.value = value
    else:
        raise TypeError(f"No cell can hold a {type(value).__name__}")


def _set_text(cell: Cell, value: str) -> None:
    cell.value = excel_text(value) or None
    if cell.value is not None:
        # openpyxl takes "=1+1" for a formula and "#N/A" for an error.
        cell.data_type = "s"


def _dutch_clock(value: datetime) -> datetime:
    return value.astimezone(AMSTERDAM).replace(tzinfo=None) if value.tzinfo else value


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, units: int) -> str:
    """Cut at a whole character, and never inside an escape of ours."""
    cut = text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore")
    escape = cut.rfind("_x", max(0, len(cut) - len(_ESCAPED_UNDERSCORE) + 1))
    return cut[:escape] if escape >= 0 and text[escape:].startswith(_ESCAPED_UNDERSCORE) else cut
