"""Words in a row, and a word that follows a number."""

from __future__ import annotations

from collections.abc import Iterable

from babel.lists import format_list

from forms.dutch.numbers import dutch_number

_LOCALE = "nl"


def listed(words: Iterable[str]) -> str:
    """Words or names as read aloud: "MIND, VNG en VWS"; empty without any."""
    return str(format_list([*words], locale=_LOCALE))


def either(words: Iterable[str]) -> str:
    """Words or names of which one will do: "MIND, VNG of VWS"; empty without any."""
    return str(format_list([*words], style="or", locale=_LOCALE))


def together(names: Iterable[str]) -> str:
    """Names that are one name: "Haaglanden en Zeeland", also of three ("A en B en C")."""
    return " en ".join(names)


def one_or_many(number: int, one: str, many: str) -> str:
    """The word that goes with a number: "regio" with 1, else "regio’s". (In Dutch nought is many, as Babel has it.)"""
    return one if number == 1 else many


def counted(number: int, one: str, many: str) -> str:
    """A number with its word: "1 regio", "1.250 regio’s"."""
    return f"{dutch_number(number)} {one_or_many(number, one, many)}"
