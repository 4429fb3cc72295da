"""What stands in a cell: a whole number, a range, or one of the signs of the CBS. Nothing is guessed."""

from __future__ import annotations

import re
from datetime import date, time
from functools import lru_cache
from typing import Any

from portal.domain.instroom.figures import TEKENS_CBS, Teken, Waarneming

# More than there are people in the country.
MOST = 20_000_000
_LONGEST = 9
_THOUSANDS = re.compile(r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+", re.ASCII)
_WHOLE = re.compile(r"(\d+)(?:[.,]0+)?", re.ASCII)
_FRACTION = re.compile(r"[\d.]+,\d+|\d[\d,]*\.\d+|\d{1,3}(?:,\d{3})+", re.ASCII)
_NEGATIVE = re.compile(r"[-\u2212\u2013]\s*[\d.,]+", re.ASCII)
_RANGE = re.compile(r"(\d[\d.]*)\s*(?:-|\u2013|tot|t/m)\s*(\d[\d.]*)", re.ASCII)
_BELOW = re.compile(r"<\s*(\d{1,3})", re.ASCII)
# What people write for what can't be there, beside the blank of the CBS.
_CANNOT = {"n.v.t.", "nvt", "n.v.t"}
_QUOTED = 30


class GeenCijfer(ValueError):
    """A cell that can't be a figure; the message is a Dutch sentence."""


def read_value(cell: Any) -> Waarneming:
    """The figure of a cell; a blank one is "there can be no figure here", as the CBS has it. Raises GeenCijfer."""
    if isinstance(cell, str):
        # By far the most cells are plain digits.
        if cell.isdigit() and cell.isascii() and len(cell) < _LONGEST and int(cell) <= MOST:
            return _plain(int(cell))
        return _of_text(cell.strip("\u00a0\u202f \t\r\n"))
    if cell is None:
        return Waarneming(None, Teken.KAN_NIET)
    return Waarneming(_of_number(cell))


@lru_cache(maxsize=10_000)
def _plain(value: int) -> Waarneming:
    """Small numbers come by the thousand: each is kept in memory once."""
    return Waarneming(value)


def _of_number(cell: Any) -> int:
    if isinstance(cell, date | time):
        raise GeenCijfer("Hier staat een datum. Typ een heel getal.")
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        raise GeenCijfer("Hier staat geen getal. Typ een heel getal.")
    if cell < 0:
        raise GeenCijfer(f"“{cell:g}” is negatief. Een aantal is 0 of meer.")
    # Also what is no number at all: a float that is infinite has no whole part.
    if isinstance(cell, float) and not cell.is_integer():
        raise GeenCijfer(f"“{cell:g}” is geen heel getal. Een aantal is een heel getal.".replace(".", ",", 1))
    return _bounded(int(cell))


def _of_text(text: str) -> Waarneming:
    is_provisional = text.endswith("*") or text.startswith("*")
    bare = text.strip("*").strip()
    sign = Teken.KAN_NIET if bare.casefold() in _CANNOT else TEKENS_CBS.get(bare.lower())
    if sign is not None:
        return Waarneming(None, sign, voorlopig=is_provisional)
    if found := _BELOW.fullmatch(bare):
        return _range(0, int(found[1]) - 1, is_provisional)
    if found := _RANGE.fullmatch(bare):
        return _range(_of_words(found[1]), _of_words(found[2]), is_provisional)
    return Waarneming(_of_words(bare), voorlopig=is_provisional)


def _range(low: int, high: int, is_provisional: bool) -> Waarneming:
    if low > high:
        raise GeenCijfer(f"“{low}-{high}” loopt terug. Zet het laagste getal voorop.")
    return Waarneming(low, waarde_tot=high if high > low else None, voorlopig=is_provisional)


def _of_words(text: str) -> int:
    if _THOUSANDS.fullmatch(text):
        return _bounded(int(re.sub(r"\D", "", text)))
    whole = _WHOLE.fullmatch(text)
    if whole and len(whole[1]) <= _LONGEST:
        return _bounded(int(whole[1]))
    raise GeenCijfer(_why_not(text))


def _why_not(text: str) -> str:
    said = f"“{text[:_QUOTED]}{'…' if len(text) > _QUOTED else ''}”"
    if text.startswith(("=", "+", "@")):
        return f"{said} is een formule. Plak het getal zelf (Plakken speciaal, Waarden)."
    if text.startswith("#"):
        return f"{said} is een foutmelding van Excel. Typ een heel getal."
    if _NEGATIVE.fullmatch(text):
        return f"{said} is negatief. Een aantal is 0 of meer."
    if _FRACTION.fullmatch(text):
        return f"{said} is geen heel getal. Een komma staat voor decimalen; een aantal heeft die niet."
    if _WHOLE.fullmatch(text):
        return f"{said} is meer dan er inwoners in Nederland zijn. Kijk of er cijfers te veel staan."
    return f"{said} is geen getal. Typ een heel getal, of een teken: . (ontbreekt), x (geheim), - (nihil)."


def _bounded(value: int) -> int:
    if value > MOST:
        raise GeenCijfer(f"“{value}” is meer dan er inwoners in Nederland zijn. Kijk of er cijfers te veel staan.")
    return value
