"""Put atoms together: "begin" finds its period, "1e" in "1e en 2e kwartaal" its unit, "Q2" its year.

Each step goes over the whole list once and gives a new list.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeGuard

from forms.timeline.atoms import JOINERS, Atom, Number
from forms.timeline.period import Part, Period, Unit
from forms.timeline.words import HIGHEST, PASSED, Role

# What may stand between "Q2" and "2024", in this order or the other.
_BESIDE_YEAR = frozenset({Role.COMMA, Role.SLASH, Role.RANGE, Role.OPEN, Role.COLON})

# A day has no parts: "begin: 1-1-2024" is where it starts, "eind: 31-12-2024" where it ends.
_BOUND_OF_DAY = {Part.BEGIN: Role.START, Part.END: Role.DEADLINE}


def assemble(atoms: Sequence[Atom]) -> list[Atom]:
    """Give the atoms with whole periods; loose parts and numbers that say nothing clear become Role.REFUSE."""
    joined = _years_after(_parts(_numbers_after(_numbers_before(_halves_of_months(list(atoms))))))
    return _nothing_loose(_years_before(joined))


def _halves_of_months(atoms: list[Atom]) -> list[Atom]:
    """ "Eerste helft maart" is one period."""
    result: list[Atom] = []
    for atom in atoms:
        half = result[-1] if result else None
        if _is(atom, Unit.MONTH) and _is(half, Unit.HALF) and half.year is None:
            part = Part.FIRST_HALF if half.number == 1 else Part.SECOND_HALF
            result[-1] = replace(atom, part=part)
        else:
            result.append(atom)
    return result


def _numbers_before(atoms: list[Atom]) -> list[Atom]:
    """In "1 t/m 3 maart" and "1e en 2e kwartaal" the first number is of the same kind as the period after it."""
    for at in range(len(atoms) - 3, -1, -1):
        number, joiner, period = atoms[at : at + 3]
        if isinstance(number, Number) and joiner in JOINERS and isinstance(period, Period):
            atoms[at] = _same_kind(number, period) or number
    return atoms


def _same_kind(number: Number, period: Period) -> Period | None:
    if period.unit is Unit.DAY:
        return replace(period, day=number.value)
    counted = number.ordinal and 1 <= number.value <= HIGHEST.get(period.unit, 0)
    return replace(period, number=number.value, year=None) if counted else None


def _numbers_after(atoms: list[Atom]) -> list[Atom]:
    """In "Q1 en 2" and "week 12 t/m 14" the second number is of the same kind as the period before it."""
    for at in range(len(atoms) - 2):
        period, joiner, number = atoms[at : at + 3]
        if isinstance(number, Number) and joiner in JOINERS and isinstance(period, Period):
            after = atoms[at + 3] if at + 3 < len(atoms) else None
            counted = period.year is None and 1 <= number.value <= HIGHEST.get(period.unit, 0)
            if counted and not number.ordinal and after not in PASSED:
                atoms[at + 2] = replace(period, number=number.value)
    return atoms


def _parts(atoms: list[Atom]) -> list[Atom]:
    """Give "begin" to the period after it; in "begin/medio 2024" both parts are of the same period."""
    result: list[Atom] = []
    for atom in reversed(atoms):
        if isinstance(atom, Part):
            result = _with_part(atom, result)
        else:
            result.insert(0, atom)
    return result


def _with_part(part: Part, after: list[Atom]) -> list[Atom]:
    match after:
        case [Period(unit=Unit.DAY), *_]:
            return [_BOUND_OF_DAY.get(part, Role.REFUSE), *after]
        case [Role.COLON, Period(unit=Unit.DAY), *_]:
            return [_BOUND_OF_DAY.get(part, Role.REFUSE), *after[1:]]
        case [Period(part=None) as period, *rest]:
            return [replace(period, part=part), *rest]
        case [Role() as joiner, Period(part=Part()) as period, *_] if joiner in JOINERS:
            return [replace(period, part=part), *after]
    return [Role.REFUSE, *after]


def _years_after(atoms: list[Atom]) -> list[Atom]:
    """Join "Q2 2024", "Q2/2024", "maart, 2024" and "winter 2024-2025"."""
    result: list[Atom] = []
    for atom in atoms:
        mark = 1 if result and result[-1] in _BESIDE_YEAR else 0
        before = result[-1 - mark] if len(result) > mark else None
        joined = _with_year(before, atom)
        if joined:
            result[-1 - mark :] = [joined]
        else:
            result.append(atom)
    return result


def _years_before(atoms: list[Atom]) -> list[Atom]:
    """Join "2024-Q2", "2024: maart" and "2024 (Q2)"."""
    result: list[Atom] = []
    for atom in atoms:
        mark = 1 if result and result[-1] in _BESIDE_YEAR else 0
        before = result[-1 - mark] if len(result) > mark else None
        joined = _with_year(atom, before) if _is(before, Unit.YEAR) else None
        if joined:
            result[-1 - mark :] = [joined]
        else:
            result.append(atom)
    return result


def _with_year(period: Atom | None, year: Atom | None) -> Period | None:
    if not isinstance(period, Period) or not isinstance(year, Period) or year.part:
        return None
    if period.year is not None or not period.takes_year:
        return None
    if year.unit is Unit.YEAR or (year.unit is Unit.YEARS and period.unit is Unit.SEASON and period.number == 4):
        return replace(period, year=year.year, last_year=year.last_year)
    return None


def _nothing_loose(atoms: list[Atom]) -> list[Atom]:
    """A number before a word counts something ("3 pilots"); any other number may belong to the period."""
    return [_settled(atom, after) for atom, after in pairwise([*atoms, None]) if atom is not None]


def _settled(atom: Atom, after: Atom | None) -> Atom:
    if not isinstance(atom, Number):
        return atom
    return Role.UNKNOWN if after in PASSED else Role.REFUSE


def _is(atom: Atom | None, unit: Unit) -> TypeGuard[Period]:
    return isinstance(atom, Period) and atom.unit is unit
