"""What a timeline consists of once its words are understood."""

from dataclasses import dataclass

from forms.timeline.period import Part, Period
from forms.timeline.words import Role


@dataclass(frozen=True)
class Number:
    """A number that is not yet part of a period; `ordinal` when it was written as "2e" or "tweede"."""

    value: int
    ordinal: bool = False


Atom = Period | Part | Role | Number

JOINERS = frozenset({Role.AND, Role.SLASH, Role.COMMA, Role.RANGE, Role.TO, Role.UNTIL})
