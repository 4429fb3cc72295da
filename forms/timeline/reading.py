"""What `read_timeline` and `read_date` give."""

from datetime import date

from forms.timeline.assemble import assemble
from forms.timeline.claims import Reading, read_claims
from forms.timeline.combine import combine
from forms.timeline.period import Period, Unit, is_year
from forms.timeline.readers import read_atoms
from forms.timeline.window import Window
from forms.timeline.words import Role
from forms.timeline.years import find_years

_BESIDE_ONGOING = frozenset(
    {Role.ONGOING, Role.AND, Role.COLON, Role.RANGE, Role.SLASH, Role.COMMA, Role.BREAK, Role.OPEN}
)
_END = frozenset({Role.BREAK, Role.COMMA})


def read_timeline(text: str, *, reference_year: int | None = None) -> Window | None:
    """Read a Dutch timeline as a window, or give None when it says nothing clear.

    A wrong window is worse than none: contradictions, impossible dates and counted stretches of time give None.
    `text` is what a person typed, anything at all. `reference_year` (1990-2100) is the year of a "Q2" or "maart"
    without one; when it is not given those can't be read. Never raises.
    """
    reading = read_claims(text)
    if reading.refused:
        return None
    if not reading.claims:
        return Window(None, None) if _only_ongoing(reading) else None
    year = reference_year if reference_year and is_year(reference_year) else None
    return combine(reading, find_years(reading.claims, year))


def read_date(text: str) -> date | None:
    """Read one whole date in a Dutch notation ("1-1-2024", "ma 1 jan. '24", "2024-01-01"), or give None."""
    atoms = [atom for atom in assemble(read_atoms(text)) if atom not in _END]
    if len(atoms) != 1 or not isinstance(atoms[0], Period) or atoms[0].unit is not Unit.DAY:
        return None
    days = atoms[0].days()
    return days[0] if days else None


def _only_ongoing(reading: Reading) -> bool:
    """True for "Continu, zie bijlage" but not for "structureel overleg inrichten": that says what, not when."""
    clauses = [clause for clause in reading.clauses if Role.ONGOING in clause]
    return bool(clauses) and all(_BESIDE_ONGOING.issuperset(clause) for clause in clauses)
