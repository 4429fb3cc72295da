"""What `read_timeline` and `read_date` give."""

from datetime import date

from forms.timeline.assemble import assemble
from forms.timeline.atoms import Atom
from forms.timeline.claims import Reading, read_claims
from forms.timeline.combine import combine
from forms.timeline.period import Period, Unit, is_year
from forms.timeline.readers import read_atoms
from forms.timeline.window import Window
from forms.timeline.words import Role
from forms.timeline.years import find_years

_ONGOING, _NOW = frozenset({Role.ONGOING}), frozenset({Role.NOW})
_GOES_ON = _ONGOING | _NOW | {Role.RECURRING, Role.YEARLY}
_BESIDE_ONGOING = _GOES_ON | {
    Role.AND,
    Role.COLON,
    Role.RANGE,
    Role.SLASH,
    Role.COMMA,
    Role.BREAK,
    Role.OPEN,
    Role.THEN,
}
_END = frozenset({Role.BREAK, Role.COMMA})


def read_timeline(text: str, *, reference_year: int | None = None, begin: date | None = None) -> Window | None:
    """Read a Dutch timeline as a window, or give None when it says nothing clear.

    A wrong window is worse than none: contradictions, impossible dates and counted stretches of time give None.
    `text` is what a person typed, anything at all. `reference_year` (1990-2100) is the year of a "Q2" or "maart"
    without one, `begin` the day of "per direct"; when they are not given those can't be read. Never raises.
    """
    reading = read_claims(text)
    if reading.refused:
        return None
    if not reading.claims:
        return _without_period(reading, begin)
    if _each_year(reading):
        return Window(None, None)
    year = reference_year if reference_year and is_year(reference_year) else None
    return combine(reading, find_years(reading.claims, year))


def read_date(text: str) -> date | None:
    """Read one whole date in a Dutch notation ("1-1-2024", "ma 1 jan. '24", "2024-01-01"), or give None."""
    atoms = [atom for atom in assemble(read_atoms(text)) if atom not in _END]
    if len(atoms) != 1 or not isinstance(atoms[0], Period) or atoms[0].unit is not Unit.DAY:
        return None
    days = atoms[0].days()
    return days[0] if days else None


def _without_period(reading: Reading, begin: date | None) -> Window | None:
    """ "Doorlopend" and "maandelijks" are ongoing; "per direct" begins on that day, when it is known."""
    ongoing = _saying(reading, _ONGOING)
    clauses = ongoing or _saying(reading, _GOES_ON)
    if not clauses or not all(map(_says_only_when, clauses)):
        return None
    begins = any(_says_only_when(clause) for clause in _saying(reading, _NOW))
    if begins and begin:
        return Window(begin, None)
    return Window(None, None) if ongoing or not begins else None


def _saying(reading: Reading, roles: frozenset[Role]) -> list[list[Atom]]:
    """The clauses that hold one of these roles."""
    return [clause for clause in reading.clauses if roles.intersection(clause)]


def _says_only_when(clause: list[Atom]) -> bool:
    """True for "Continu, zie bijlage" but not for "structureel overleg inrichten": that says what, not when."""
    return (_BESIDE_ONGOING | {Role.START} if _NOW.intersection(clause) else _BESIDE_ONGOING).issuperset(clause)


def _each_year(reading: Reading) -> bool:
    """True for "jaarlijks in Q1": a period of no year in particular, that comes back each year."""
    undated = all(claim.period.year is None and not claim.roles for claim in reading.claims)
    return reading.yearly and undated and not reading.onward
