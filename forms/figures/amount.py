"""One amount: the words before the number, the number or range, and the words behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from forms.dutch.numbers import read_number
from forms.figures import words
from forms.figures.cleaning import without_euro_mark
from forms.figures.figure import Amount, Comparison
from forms.timeline import read_timeline
from forms.timeline.period import is_year

# What fits in a column of a spreadsheet, to the unit.
MAX_NUMBER = Decimal("999999999999")
_LONGEST_UNIT = 60

Meaning = TypeVar("Meaning")

_NUMBER = re.compile(r"[-+]?(?!0\d)(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d*)?(?![\d.,]*\d)|[-+]?,\d+(?![\d.,]*\d)")
_RANGE = re.compile(r" ?(?:%|procent|pct\.?|euro)? ?(?: - |-| t/m | tot en met | tot | à | a )(?:€ ?|euro )?(?=[\d,])")
_BETWEEN = re.compile(r" en (?=[\d,])")
_UNIT_SIGNS = frozenset(" '/().%-&")


def _table(meanings: Mapping[Meaning, Iterable[str]]) -> list[tuple[str, Meaning]]:
    """The longest word first: "ca." before "ca"."""
    pairs = [(word, meaning) for meaning, found in meanings.items() for word in found]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


_COMPARISONS = _table(words.COMPARISONS)
_ABOUT = _table({True: words.ABOUT})
_EURO = _table({True: words.EURO})
_HARMLESS = _table({True: words.HARMLESS})
_FROM = _table({True: ("van", "tussen de", "tussen")})
_PERCENT = _table({True: words.PERCENT})
# "Mln." before "mln".
_TIMES = sorted(words.TIMES.items(), key=lambda pair: -len(pair[0]))


@dataclass
class _Before:
    """What the words before a number say."""

    rest: str
    comparison: Comparison = Comparison.NONE
    approximate: bool = False
    euro: bool = False
    is_range: bool = False


def read_amount(text: str) -> Amount | None:
    """Read one plain line ("ca. 100 per maand") as an amount, or give None when it says nothing clear."""
    bare, whole_euros = without_euro_mark(text.strip().rstrip(". "))
    before = _words_before(bare.strip())
    number = _NUMBER.match(before.rest)
    if not number:
        return None
    lower = _value(number.group())
    rest = before.rest[number.end() :]
    upper, rest = _upper(rest, before)
    if lower is None or (upper is None and before.is_range):
        return None
    amount = _range(lower, upper, before) if upper is not None else _bound(lower, before)
    return amount and _with_rest(replace(amount, unit="€" if before.euro or whole_euros else ""), rest)


def _words_before(text: str) -> _Before:
    found = _Before(text)
    while True:
        rest = found.rest
        if (taken := _take(_COMPARISONS, rest)) and not found.comparison:
            found.rest, found.comparison = taken
        elif (about := _take(_ABOUT, rest)) and not found.approximate:
            found.rest, found.approximate = about
        elif (euro := _take(_EURO, rest)) and not found.euro:
            found.rest, found.euro = euro
        elif (span := _take(_FROM, rest)) and not found.is_range:
            found.rest, found.is_range = span
        elif harmless := _take(_HARMLESS, rest):
            found.rest = harmless[0]
        else:
            return found


def _take(table: list[tuple[str, Meaning]], text: str) -> tuple[str, Meaning] | None:
    """The rest of the text behind the word that it begins with, and what that means."""
    for word, meaning in table:
        if text.startswith(word):
            rest = text[len(word) :]
            if not (word[-1].isalpha() and rest[:1].isalnum()):
                return rest.lstrip(), meaning
    return None


def _value(text: str) -> Decimal | None:
    number = read_number(text)
    if number is None or not number.is_finite() or abs(number) > MAX_NUMBER:
        return None
    return round(number, 4).normalize() + 0


def _upper(rest: str, before: _Before) -> tuple[Decimal | None, str]:
    """The second number of a range, and what is left behind it."""
    joined = _RANGE.match(rest) or (_BETWEEN.match(rest) if before.is_range else None)
    number = _NUMBER.match(rest[joined.end() :]) if joined else None
    if not joined or not number:
        return None, rest
    sign = re.search(r"%|procent|pct|euro|€", joined.group())
    behind = rest[joined.end() + number.end() :]
    if sign and sign.group() in words.EURO:
        before.euro = True
    elif sign and not behind.lstrip().startswith(words.PERCENT):
        return None, rest
    return _value(number.group()), behind


def _range(lower: Decimal, upper: Decimal, before: _Before) -> Amount | None:
    if before.comparison or lower < 0 or lower >= upper or (is_year(int(lower)) and is_year(int(upper))):
        return None
    return Amount(lower, upper, approximate=before.approximate)


def _bound(number: Decimal, before: _Before) -> Amount:
    comparison = before.comparison
    lower = None if comparison.is_upper else number
    upper = number if comparison.is_upper or not comparison else None
    return Amount(lower, upper, comparison, before.approximate)


def _with_rest(amount: Amount, rest: str) -> Amount | None:
    """Take the words behind the number into account: times a million, or more, a unit."""
    if rest[:1].isalpha() and not rest.startswith(("x", "fte", "uur", "eur")):
        return None
    rest = rest.strip()
    if times := _take(_TIMES, rest):
        if amount.value is None and not amount.comparison:
            return None
        amount, rest = _multiplied(amount, times[1]), times[0]
    for word, comparison in words.BEHIND.items():
        if word in rest:
            return _compared_behind(amount, comparison, rest.replace(word, " ", 1))
    if rest.strip("()") in {*words.ABOUT, "schatting", "een schatting"}:
        return replace(amount, approximate=True)
    return _with_unit(amount, rest)


def _multiplied(amount: Amount, times: Decimal) -> Amount:
    lower, upper = ((one * times).normalize() + 0 if one is not None else None for one in (amount.lower, amount.upper))
    return replace(amount, lower=lower, upper=upper)


def _compared_behind(amount: Amount, comparison: Comparison, rest: str) -> Amount | None:
    number = amount.value
    if number is None:
        return None
    bound = _bound(number, _Before("", comparison, amount.approximate))
    return _with_unit(replace(bound, unit=amount.unit), " ".join(rest.split()))


def _with_unit(amount: Amount, rest: str) -> Amount | None:
    if percent := _take(_PERCENT, rest):
        return None if amount.unit else _named(amount, f"% {percent[0]}".strip(), percent[0].removeprefix("van "))
    if euro := _take(_EURO, rest):
        return _named(amount, f"€ {euro[0]}".strip(), euro[0])
    return _named(amount, f"{amount.unit} {rest}".strip(), rest)


def _named(amount: Amount, unit: str, words_: str) -> Amount | None:
    """The amount with its unit, when these words can be one: no digits, nothing that turns the number around."""
    if len(unit) > _LONGEST_UNIT or not all(sign.isalpha() or sign in _UNIT_SIGNS for sign in words_):
        return None
    if "%" in words_ or words.REFUSED.intersection(re.findall(r"t/m|[^\W\d_]+", words_)) or _is_a_time(words_):
        return None
    return replace(amount, unit=unit)


def _is_a_time(text: str) -> bool:
    """ "200 eind maart" is no amount of "eind maart"."""
    window = read_timeline(text, reference_year=2024)
    return window is not None and bool(window.start or window.end)
