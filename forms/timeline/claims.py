"""From atoms to claims: each period with the words that say what it is ("vanaf", "uiterlijk", "gereed")."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from forms.timeline.assemble import assemble
from forms.timeline.atoms import Atom
from forms.timeline.period import Period
from forms.timeline.readers import read_atoms
from forms.timeline.words import PASSED, Role

OPENING = frozenset({Role.FROM, Role.START, Role.PER, Role.AFTER})
CLOSING = frozenset({Role.UNTIL, Role.DEADLINE, Role.TO, Role.BEFORE, Role.BEFORE_OR_FOR})

# Must stand right before a period. Without one the first group is only a word ("per gemeente", "voor cliënten");
# the second says that there is a bound nobody can read ("vanaf de vaststelling").
_LOOSE = frozenset({Role.PER, Role.AFTER, Role.BEFORE_OR_FOR})
_STRICT = frozenset({Role.FROM, Role.UNTIL, Role.TO, Role.BEFORE})
# Belong to the period after them in the same clause, else to the one before: "januari 2024 start".
_STICKY = frozenset({Role.START, Role.DEADLINE, Role.DONE})
_ENDS_CLAUSE = frozenset({Role.COMMA, Role.BREAK, Role.OPEN, Role.AND, Role.SLASH})


@dataclass(frozen=True)
class Claim:
    """A period, what is said of it, and what stands between it and the period before."""

    period: Period
    roles: tuple[Role, ...] = ()
    between: frozenset[Role] = frozenset()
    # "Plan voor 2024": a word right before "voor".
    after_word: bool = False


@dataclass
class Reading:
    """Everything a timeline says: its claims, and the words that say it goes on."""

    claims: list[Claim] = field(default_factory=list)
    ongoing: bool = False
    ongoing_first: bool = False
    onward: bool = False
    refused: bool = False
    yearly: bool = False
    tail: frozenset[Role] = frozenset()
    clauses: list[list[Atom]] = field(default_factory=list)


def read_claims(text: str) -> Reading:
    """Read the claims of `text`, in the order they were typed."""
    return _Scan(assemble(read_atoms(text))).reading


class _Scan:
    """One walk over the atoms."""

    def __init__(self, atoms: Sequence[Atom]) -> None:
        self.reading = Reading(clauses=[[]])
        self._adjacent: list[Role] = []
        self._sticky: list[Role] = []
        self._between: set[Role] = set()
        self._claim_in_clause = False
        self._after_word = False
        plain = [Role.UNKNOWN if atom in PASSED else atom for atom in atoms]
        for at, atom in enumerate(atoms):
            self.reading.clauses[-1].append(atom)
            self._note_rhythm(atom, atoms[at - 1] if at else None)
            self._take(plain[at], plain[at - 1] if at else None, plain[at + 1] if at + 1 < len(plain) else None)
        self._end_clause()
        self.reading.tail = frozenset(self._between)

    def _note_rhythm(self, atom: Atom, before: Atom | None) -> None:
        """Note "jaarlijks"; "daarna elk kwartaal" goes on without an end."""
        if atom in {Role.YEARLY, Role.EVERY}:
            self.reading.yearly = True
        if atom in {Role.YEARLY, Role.RECURRING} and before is Role.THEN and self.reading.claims:
            self.reading.onward = True

    def _take(self, atom: Atom, before: Atom | None, after: Atom | None) -> None:
        if isinstance(atom, Period):
            self._take_period(atom)
        elif atom in _LOOSE | _STRICT:
            self._adjacent.append(atom)
            self._after_word = before is Role.UNKNOWN
        elif atom in _STICKY:
            self._sticky.append(atom)
        elif atom is not Role.COLON:
            self._take_other(atom, before, after)  # type: ignore[arg-type]

    def _take_period(self, period: Period) -> None:
        roles = (*self._sticky, *self._adjacent)
        claim = Claim(period, roles, frozenset(self._between), self._after_word)
        self.reading.claims.append(claim)
        self._adjacent, self._sticky, self._between = [], [], set()
        self._after_word = False
        self._claim_in_clause = True

    def _take_other(self, role: Role, before: Atom | None, after: Atom | None) -> None:
        if role is Role.ONGOING:
            self._take_ongoing(before)
        else:
            self._drop_adjacent()
        self._between.add(role)
        if role is Role.REFUSE:
            self.reading.refused = True
        if role is Role.ONWARD or role is Role.THEN:
            self._take_onward(role, after)
        if role in _ENDS_CLAUSE:
            self._end_clause()

    def _take_ongoing(self, before: Atom | None) -> None:
        """Note "doorlopend"; right after "-", "tot" or "daarna" it is the end that the period before it lacks."""
        self.reading.ongoing = True
        if not self.reading.claims:
            self.reading.ongoing_first = True
        elif before in {Role.RANGE, Role.TO, Role.UNTIL, Role.THEN}:
            self.reading.onward = True
            self._adjacent.clear()
        self._drop_adjacent()

    def _take_onward(self, role: Role, after: Atom | None) -> None:
        """ "En verder" counts after a period, but not in "en verder uitwerken"; "daarna" only at the very end."""
        ends = after is None or (role is Role.ONWARD and after is not Role.UNKNOWN)
        if ends and self.reading.claims:
            self.reading.onward = True

    def _drop_adjacent(self) -> None:
        """A bound without a period: see _LOOSE and _STRICT."""
        if _STRICT.intersection(self._adjacent):
            self.reading.refused = True
        self._adjacent.clear()

    def _end_clause(self) -> None:
        self._drop_adjacent()
        if self._sticky and self._claim_in_clause:
            last = self.reading.claims[-1]
            self.reading.claims[-1] = replace(last, roles=(*last.roles, *self._sticky))
        self._sticky.clear()
        self._claim_in_clause = False
        self.reading.clauses.append([])
