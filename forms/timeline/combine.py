"""From claims to one window."""

from collections.abc import Sequence
from datetime import date, timedelta

from forms.timeline.claims import CLOSING, OPENING, Claim, Reading
from forms.timeline.period import Part, Unit
from forms.timeline.window import Window
from forms.timeline.words import Role

_LIST = frozenset({Role.AND, Role.SLASH, Role.COMMA, Role.RANGE})
_APART = frozenset({Role.UNKNOWN, Role.BREAK, Role.OPEN})
_DAY = timedelta(days=1)
# "Vóór de zomer" is before the summer recess, which begins in July: until the last day of June.
_SUMMER = 6

Said = tuple[Claim, Window]
"""A claim with the window it would be on its own."""


def combine(reading: Reading, claims: Sequence[Claim]) -> Window | None:
    """Give the one window that `claims` say together, or None when they don't agree."""
    said = [(claim, window) for claim in claims if (window := claim_window(claim))]
    if len(said) < len(claims):
        return None
    groups = _groups(said)
    windows = [_join(group) for group in groups]
    if None not in windows and len(set(windows)) == 1:
        window = windows[0]
    else:
        window = _from_start_to_end(said) if len(said) == len(groups) else None
    return window and _going_on(reading, claims, window)


def claim_window(claim: Claim) -> Window | None:
    """Give the window of one claim on its own; None when its words contradict each other or it isn't in time."""
    days = claim.period.days()
    opening, closing = set(_bounds(claim, OPENING)), set(_bounds(claim, CLOSING))
    if days is None or (opening and closing):
        return None
    if opening:
        return _opening_window(claim, opening, days[0], days[1])
    if closing:
        return _closing_window(claim, closing, days[0], days[1])
    return Window(*days)


def _bounds(claim: Claim, roles: frozenset[Role]) -> list[Role]:
    """Give the roles of one side. "Gereed per" and "uiterlijk per" name a day, not a beginning."""
    weak = {Role.PER} if {Role.DONE, *CLOSING}.intersection(claim.roles) else set()
    return [role for role in claim.roles if role in roles and role not in weak]


def _opening_window(claim: Claim, roles: set[Role], first: date, last: date) -> Window | None:
    at_end = claim.period.part in {Part.END, Part.LAST_DAY}
    if roles == {Role.PER} and at_end:
        return None  # "per eind 2024" is as often "by the end of" as "from the end of"
    return Window(last + _DAY if Role.AFTER in roles else first, None)


def _closing_window(claim: Claim, roles: set[Role], first: date, last: date) -> Window | None:
    if Role.BEFORE_OR_FOR in roles and claim.after_word and claim.period.unit is not Unit.DAY:
        return None  # "plan voor 2024" is a plan for that year
    included = Role.UNTIL in roles or (roles <= {Role.DEADLINE, Role.TO} and Role.DEADLINE in roles)
    if Unit.SEASON is claim.period.unit and not included and first.month == _SUMMER and not claim.period.part:
        return Window(None, first.replace(day=30))
    if included or claim.period.part in {Part.END, Part.LAST_DAY}:
        return Window(None, last)
    return Window(None, first - _DAY)


def _groups(said: Sequence[Said]) -> list[list[Said]]:
    """Put claims together that are joined by "en", a comma, a dash or a bound such as "t/m"."""
    groups: list[list[Said]] = []
    for claim, window in said:
        joined = _LIST & claim.between or _bounds(claim, CLOSING)
        if groups and joined and not _APART & claim.between:
            groups[-1].append((claim, window))
        else:
            groups.append([(claim, window)])
    return groups


def _join(group: Sequence[Said]) -> Window | None:
    """Give the window of joined claims: from the first to the last of a list, or from start to end."""
    if len({window for _, window in group}) == 1:
        return group[0][1]
    if any(_bounds(claim, OPENING | CLOSING) for claim, _ in group):
        return _from_start_to_end(group)
    starts = [window.start for _, window in group if window.start]
    ends = [window.end for _, window in group if window.end]
    disordered = any(
        Role.RANGE in claim.between and starts[at] < starts[at - 1] for at, (claim, _) in enumerate(group) if at
    )
    return None if disordered else Window(min(starts), max(ends))


def _from_start_to_end(said: Sequence[Said]) -> Window | None:
    """Give the window of two claims of which the second is said to be the end."""
    if len(said) != 2:
        return None
    (first, begin), (last, end) = said
    opens = bool(_bounds(first, OPENING))
    closes = bool(_bounds(last, CLOSING))
    if _bounds(first, CLOSING) or _bounds(last, OPENING):
        return None
    named_end = closes or Role.DONE in last.roles
    joined_end = (closes or (opens and Role.RANGE in last.between)) and not _APART & last.between
    if not ((opens and named_end) or joined_end) or not begin.start or not end.end:
        return None
    return Window(begin.start, end.end) if begin.start <= end.end else None


def _going_on(reading: Reading, claims: Sequence[Claim], window: Window) -> Window | None:
    """Take "en verder" and "doorlopend" into account; an end that is said wins from "doorlopend"."""
    has_end = any(_bounds(claim, CLOSING) or Role.RANGE in claim.between for claim in claims)
    if reading.onward:
        return None if has_end or window.start is None else Window(window.start, None)
    if not reading.ongoing or has_end or window.end is None:
        return window
    if reading.ongoing_first:
        return window if _ongoing_within(reading, claims[0]) else None
    # "2024, doorlopend" may be all through 2024 or from 2024 on.
    whole_year = claims[-1].period.unit in {Unit.YEAR, Unit.YEARS} and claims[-1].period.part is None
    return None if whole_year or Role.UNKNOWN in reading.tail else Window(window.start, None)


def _ongoing_within(reading: Reading, claim: Claim) -> bool:
    """True for "doorlopend in 2024" and "lopend, gereed Q2 2024", not for "doorlopend, Q2 2024 evaluatie"."""
    if claim.between <= {Role.ONGOING}:
        return True
    return claim.between <= {Role.ONGOING, Role.COMMA, Role.OPEN} and Role.UNKNOWN not in reading.tail
