"""From tokens to atoms: a table of small readers, each of which knows one notation.

A reader looks at the tokens from one place on, and gives how many it used and what they mean, or None.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from forms.timeline import words
from forms.timeline.atoms import Atom, Number
from forms.timeline.period import Part, Period, Unit, full_year, is_year
from forms.timeline.tokens import tokenise
from forms.timeline.words import Role

Tokens = Sequence[str]
Found = tuple[int, list[Atom]] | None
Reader = Callable[[Tokens], Found]


def read_atoms(text: str) -> list[Atom]:
    """Read every token of `text`; what no reader knows becomes Role.UNKNOWN. Words without meaning are left out."""
    return [atom for _, found in read_pieces(text) for atom in found if atom is not Role.NOISE]


def read_pieces(text: str) -> Iterator[tuple[str, list[Atom]]]:
    """Each piece of `text` that one reader took, in its words, with what they mean."""
    tokens = tokenise(text)
    at = 0
    while at < len(tokens):
        used, found = _read_one(tokens[at : at + _HORIZON])
        yield " ".join(tokens[at : at + used]), found
        at += used


def _read_one(tokens: Tokens) -> tuple[int, list[Atom]]:
    for reader in _READERS:
        found = reader(tokens)
        if found:
            return found
    return 1, [Role.UNKNOWN]


# Dates in digits ----------------------------------------------------------------------------------------------------

_DIGITS: tuple[tuple[re.Pattern[str], Callable[..., Period | None]], ...] = (
    (re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})"), lambda d, _, m, y: _date(d, m, y)),
    (re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})"), lambda y, _, m, d: _date(d, m, y)),
    (re.compile(r"([0-9]{1,2})[-/]([0-9]{4})"), lambda m, y: _month(m, y)),
    (re.compile(r"([0-9]{4})[-/](0?[1-9]|1[0-2])"), lambda y, m: _month(m, y)),
    (re.compile(r"([0-9]{4})[-/]([0-9]{4}|[0-9]{2})"), lambda y, last: _years(y, last)),
    (re.compile(r"([0-9]{2})/([0-9]{2})"), lambda y, last: _years(y, last) if int(last) > 12 else None),
    (re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})"), lambda d, m: _day_without_year(d, m)),
)


def _cluster(tokens: Tokens) -> Found:
    """Read numbers that hang together ("1-1-2024"). What can't be a date is refused, never read in part."""
    if not re.fullmatch(r"[0-9]+(?:[-/.][0-9]+)+", tokens[0]):
        return None
    return 1, _two_dates(tokens[0]) or [_digits(tokens[0]) or Role.REFUSE]


def _digits(token: str) -> Period | None:
    for pattern, make in _DIGITS:
        match = pattern.fullmatch(token)
        period = make(*match.groups()) if match else None
        if period:
            return period
    return None


def _two_dates(token: str) -> list[Atom]:
    """Read "1-1-2024/31-3-2024": a date at either side of one of the marks."""
    if len(token) > len("01-01-2024-01-01-2024"):
        return []
    for mark in re.finditer(r"[-/]", token):
        first, last = _digits(token[: mark.start()]), _digits(token[mark.end() :])
        if first and last and first.unit is last.unit is Unit.DAY and first.year and last.year:
            return [first, Role.RANGE, last]
    return []


def _date(day: str, month: str, year: str) -> Period | None:
    period = Period(Unit.DAY, int(month), year=_year_number(year), day=int(day))
    return period if period.days() else None


def _month(month: str, year: str) -> Period | None:
    period = Period(Unit.MONTH, int(month), year=_year_number(year))
    return period if period.days() else None


def _years(first: str, last: str) -> Period | None:
    period = Period(Unit.YEARS, year=_year_number(first), last_year=_year_number(last))
    return period if period.days() else None


def _day_without_year(day: str, month: str) -> Period | None:
    leap = Period(Unit.DAY, int(month), year=2024, day=int(day), takes_year=False)
    return replace(leap, year=None) if leap.days() else None


def _year_number(digits: str) -> int | None:
    number = int(digits) if len(digits) == 4 else full_year(int(digits))
    return number if number and is_year(number) else None


# Periods in words ---------------------------------------------------------------------------------------------------


def _day_and_month(tokens: Tokens) -> Found:
    """Read "1 januari", "1e jan." and "1 jan 24"."""
    used, number = _number(tokens)
    used += used and _at(tokens, used) == "."
    month = words.MONTHS.get(_at(tokens, used))
    if not used or month is None:
        return None
    used += 1 + (_at(tokens, used + 1) == ".")
    day = Period(Unit.DAY, month, day=number.value)
    if not replace(day, year=2024).days():
        return used, [Role.REFUSE]
    year = full_year(int(_at(tokens, used))) if re.fullmatch("[0-9]{2}", _at(tokens, used)) else None
    if year and _at(tokens, used + 1) not in words.MONTHS:
        return used + 1, [replace(day, year=year)]
    return used, [day]


def _days_and_month(tokens: Tokens) -> Found:
    """Read "1-3 maart": two days of one month."""
    days = re.fullmatch(r"([0-9]{1,2})[-/]([0-9]{1,2})", tokens[0])
    if not days or _at(tokens, 1) not in words.MONTHS:
        return None
    first, last = (_day_and_month([day, *tokens[1:]]) for day in days.groups())
    if not first or not last:
        return 2, [Role.REFUSE]
    return last[0], [*first[1], Role.RANGE, *last[1]]


def _month_name(tokens: Tokens) -> Found:
    number = words.MONTHS.get(tokens[0])
    if number is None:
        return None
    return 1 + (_at(tokens, 1) == "."), [Period(Unit.MONTH, number)]


def _season(tokens: Tokens) -> Found:
    number = words.SEASONS.get(tokens[0])
    return (1, [Period(Unit.SEASON, number)]) if number else None


def _unit_then_number(tokens: Tokens) -> Found:
    """Read "Q2", "kwartaal 2", "week 12" and the pair in "week 12-14"."""
    used, unit = _unit(tokens)
    if unit is None:
        return None
    pair = re.fullmatch(r"([0-9]{1,2})([-/])([0-9]{1,2})", _at(tokens, used))
    if pair:
        return used + 1, [_counted(unit, int(pair[1])), Role.RANGE, _counted(unit, int(pair[3]))]
    if not _is_number(_at(tokens, used)) or len(tokens[used]) > 2:
        return None
    period = _counted(unit, int(tokens[used]))
    used += 1
    short = _at(tokens, used) if unit is not Unit.WEEK else ""
    if isinstance(period, Period) and re.fullmatch("[0-9]{2}", short) and full_year(int(short)):
        return used + 1, [replace(period, year=full_year(int(short)))]
    return used, [period]


def _ordinal_then_unit(tokens: Tokens) -> Found:
    """Read "2e kwartaal", "tweede helft" and "laatste kwartaal"."""
    used, number = _number(tokens)
    last = tokens[0] == words.LAST_WORD
    if not last and not (used and number.ordinal):
        return None
    used = used or 1
    unit_used, unit = _unit(tokens[used:])
    if unit is None:
        return (used + 1, [Role.REFUSE]) if _at(tokens, used) in words.STRETCHES else None
    if last and unit is Unit.WEEK:
        return used + unit_used, [Role.REFUSE]
    return used + unit_used, [_counted(unit, words.HIGHEST[unit] if last else number.value)]


def _counted(unit: Unit, number: int) -> Period | Literal[Role.REFUSE]:
    return Period(unit, number) if 1 <= number <= words.HIGHEST[unit] else Role.REFUSE


def _year(tokens: Tokens) -> Found:
    if re.fullmatch("'[0-9]{2}", tokens[0]):
        year = full_year(int(tokens[0][1:]))
        return 1, [Period(Unit.YEAR, year=year) if year else Role.REFUSE]
    if len(tokens[0]) == 4 and _is_number(tokens[0]) and is_year(int(tokens[0])):
        return 1, [Period(Unit.YEAR, year=int(tokens[0]))]
    return None


# What only looks like a period --------------------------------------------------------------------------------------


def _labelled(tokens: Tokens) -> Found:
    """Read "actie 3" and "actie 20245" as the name of something."""
    label = tokens[0] in words.LABELS and _is_number(_at(tokens, 1)) and len(tokens[1]) != 4
    return (2, [Role.UNKNOWN]) if label else None


def _counted_things(tokens: Tokens) -> Found:
    """Read "2000 cliënten" and "€ 2000" as an amount."""
    if tokens[0] in words.MONEY and _is_number(_at(tokens, 1)[:1]):
        return 2, [Role.UNKNOWN]
    amount = _is_number(tokens[0]) and _at(tokens, 1) in words.COUNTED
    return (2, [Role.UNKNOWN]) if amount else None


def _rhythm(tokens: Tokens) -> Found:
    """Read "4 x per jaar", "minimaal 2 keer per maand", "eens per 6 weken" and "elke zes weken"."""
    skipped = 1 if tokens[0] in words.AT_LEAST else 0
    used = _times(tokens[skipped:])
    if used and _at(tokens, skipped + used) == "per":
        used += skipped + 1
        used += _is_count(_at(tokens, used))
        return (used + 1, [Role.RECURRING]) if _at(tokens, used) in words.STRETCHES else None
    if _at(tokens, skipped) in words.EVERY and _is_count(_at(tokens, skipped + 1)):
        return (skipped + 3, [Role.RECURRING]) if _at(tokens, skipped + 2) in words.STRETCHES else None
    return None


def _times(tokens: Tokens) -> int:
    """How many tokens "4 x", "4x", "twee keer" or "eens" take."""
    if re.fullmatch("[0-9]{1,3}x", _at(tokens, 0)) or _at(tokens, 0) in words.TIMES - {"x", "keer", "maal"}:
        return 1
    return 2 if _is_count(_at(tokens, 0)) and _at(tokens, 1) in words.TIMES else 0


def _is_count(token: str) -> bool:
    return (_is_number(token) and len(token) < 4) or token in words.COUNT_WORDS


def _stretch(tokens: Tokens) -> Found:
    """Refuse "drie maanden" and "2 jaar": nothing here counts on from a date."""
    return (2, [Role.REFUSE]) if _is_count(tokens[0]) and _at(tokens, 1) in words.STRETCHES else None


def _code_before_year(tokens: Tokens) -> Found:
    """Refuse "T1 2024" and "P6 2024": a part of the year that isn't ours to divide."""
    code = re.fullmatch("[a-z][0-9]{1,2}", tokens[0]) and _year(tokens[1:2] or [""])
    return (2, [Role.REFUSE]) if code else None


# Words and numbers --------------------------------------------------------------------------------------------------


def _phrase(tokens: Tokens) -> Found:
    for length in range(min(_LONGEST_PHRASE, len(tokens)), 0, -1):
        atom = _PHRASES.get(tuple(tokens[:length]))
        if atom is not None:
            # "Z.s.m." ends what stands before it, as any full stop does.
            ends = atom is Role.NOW and "." in tokens[:length]
            return length, [atom, Role.BREAK] if ends else [atom]
    return None


def _loose_number(tokens: Tokens) -> Found:
    used, number = _number(tokens)
    return (used, [number]) if used else None


def _number(tokens: Tokens) -> tuple[int, Number]:
    """Read "2", "2e" or "tweede"; nothing used when it is no number."""
    if tokens[0] in words.ORDINALS:
        return 1, Number(words.ORDINALS[tokens[0]], ordinal=True)
    if not _is_number(tokens[0]):
        return 0, Number(0)
    ordinal = _at(tokens, 1) in words.ORDINAL_ENDINGS and len(tokens[0]) <= 2
    return 1 + ordinal, Number(int(tokens[0][:6]), ordinal)


def _unit(tokens: Tokens) -> tuple[int, Unit | None]:
    two = " ".join(tokens[:2])
    if len(tokens) > 1 and two in words.UNITS:
        return 2, words.UNITS[two]
    unit = words.UNITS.get(_at(tokens, 0))
    if unit is None:
        return 0, None
    return 1 + (_at(tokens, 0) in {"wk", "kw"} and _at(tokens, 1) == "."), unit


def _is_number(token: str) -> bool:
    return token.isascii() and token.isdigit()


def _at(tokens: Tokens, index: int) -> str:
    return tokens[index] if index < len(tokens) else ""


def _index_phrases() -> dict[tuple[str, ...], Atom]:
    tables: tuple[Mapping[Role, tuple[str, ...]] | Mapping[Part, tuple[str, ...]], ...] = (words.PARTS, words.ROLES)
    return {tuple(tokenise(phrase)): atom for table in tables for atom, phrases in table.items() for phrase in phrases}


_PHRASES = _index_phrases()
_LONGEST_PHRASE = max(map(len, _PHRASES))
_HORIZON = _LONGEST_PHRASE + 2

# First come first served: what must be refused or read whole stands before what could read a part of it.
_READERS: tuple[Reader, ...] = (
    _labelled,
    _rhythm,
    _counted_things,
    _days_and_month,
    _cluster,
    _day_and_month,
    _unit_then_number,
    _ordinal_then_unit,
    _stretch,
    _code_before_year,
    _month_name,
    _season,
    _year,
    _phrase,
    _loose_number,
)
