"""A whole figure: one amount, or a path of amounts with the period of each ("2025: 200; 2026: 150")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from forms.figures.amount import read_amount
from forms.figures.cleaning import plain
from forms.figures.figure import Figure
from forms.timeline import Window, read_timeline
from forms.timeline.readers import read_atoms
from forms.timeline.words import Role

# A comma with a digit behind it belongs to a number; the first way of cutting that reads all pieces counts.
_CUTS = (
    re.compile(r"[;\n|]"),
    re.compile(r"[;\n|]|,(?=\s)"),
    re.compile(r"[;\n|]|,(?=\s)| en (?:in )?| / | (?=->)|→"),
    re.compile(r"[;\n|]|,(?=\s)| en (?:in )?| / |->|→| naar "),
)
# A period is one: "10 per maand, 2026: 8 per maand" is not.
_NO_PERIOD = frozenset({Role.UNKNOWN, Role.COLON, Role.COMMA})
_JOINS = re.compile(r"^(?:[:=(]|- |->|in |is |naar )+ ?|(?:[:=(),]| -|->| in| is)+$")
# "2026: Q1 60, Q2 55".
_YEAR_AHEAD = re.compile(r"^(\d{4}):(?= ?(?:[a-z]|\d ?e ))")
# "van 240 naar 200 in 2025 en 150 in 2026", "240 -> 200 (2025) -> 150 (2026)": where it starts is no step of the path.
_START = re.compile(r"^(?P<van>van )?(?P<start>[^;\n|]*?)(?: naar | ?-> ?| ?→ ?)")


def read_figures(text: str, *, reference_year: int | None = None) -> tuple[Figure, ...]:
    """Read what a person typed as figures; none when it says nothing clear. Never raises.

    A path has a period with each amount; `reference_year` is the year of a "Q1" without one, when no year stands in
    the text at all. Else such a period is of the year before it: "Q1 2026: 60, Q2: 55".
    """
    found = plain(text)
    if not found:
        return ()
    if alone := _piece(found, reference_year):
        return (alone,)
    for cut in _CUTS:
        path = _path(_pieces(cut, found.removeprefix("van ")), reference_year)
        if path:
            return path
    return _path_behind_its_start(found, reference_year)


def _pieces(cut: re.Pattern[str], text: str) -> list[str]:
    return [piece.strip() for piece in cut.split(text) if piece.strip()]


def _path_behind_its_start(text: str, year: int | None) -> tuple[Figure, ...]:
    """The steps behind an amount that is only where the path starts."""
    begin = _START.match(text)
    if not begin or not read_amount(begin["start"]):
        return ()
    return next((path for cut in _CUTS if (path := _path(_pieces(cut, text[begin.end() :]), year))), ())


def _path(pieces: Sequence[str], year: int | None) -> tuple[Figure, ...]:
    """The figures of these pieces, when each names a period of its own and they come one after the other."""
    steps = [one for one in _steps(pieces, year) if one and one.period]
    if len(steps) < 2 or len(steps) < len(pieces):
        return ()
    periods = [one.period for one in steps if one.period]
    return () if any(_overlap(*pair) for pair in combinations(periods, 2)) else tuple(steps)


def _steps(pieces: Sequence[str], year: int | None) -> list[Figure | None]:
    """Each piece, in its own year or in that of the piece before it. Nothing when that goes back in time.

    A first step without a year, before one that has a year, can be of any year.
    """
    own = [_piece(piece, None) for piece in pieces]
    if not any(one and one.period for one in own):
        return [_piece(piece, year) for piece in pieces]
    steps: list[Figure | None] = []
    last: date | None = None
    for piece, said in zip(pieces, own, strict=True):
        step = said if said and said.period else _piece(piece, last.year) if last else None
        if step is None or step.period is None or (step is not said and last and _begin(step) <= last):
            return []
        steps, last = [*steps, step], step.period.end
    return steps


def _begin(step: Figure) -> date:
    return step.period.start if step.period and step.period.start else date.min


def _overlap(one: Window, other: Window) -> bool:
    if not (one.start and one.end and other.start and other.end):
        return True
    return one.start <= other.end and other.start <= one.end


def _piece(text: str, year: int | None) -> Figure | None:
    """One amount, with or without its period. None when it can be cut in two ways."""
    if _CUTS[0].search(text):
        return None
    if amount := read_amount(text):
        return Figure(amount)
    words = text.split(" ")
    cuts = [
        (len(amount), figure)
        for at in range(1, len(words))
        for when, amount in ((words[:at], words[at:]), (words[at:], words[:at]))
        if (figure := _figure(" ".join(when), " ".join(amount), year))
    ]
    # "2025: ca. 200": the words around a number belong to the number, as far as they can.
    longest = max((length for length, _ in cuts), default=0)
    found = {figure for length, figure in cuts if length == longest}
    return found.pop() if len(found) == 1 else None


def _figure(when: str, amount: str, year: int | None) -> Figure | None:
    """An amount with its period, when both can be read."""
    read = read_amount(_bare(amount))
    window = _only_a_period(_bare(when), year) if read else None
    return Figure(read, window) if read and window else None


def _only_a_period(text: str, year: int | None) -> Window | None:
    """The period that a text says, when it says nothing else: a timeline passes over words that it doesn't know."""
    text = _YEAR_AHEAD.sub(r"\1", text)
    window = read_timeline(text, reference_year=year)
    if window is None or not window.start or not window.end:
        return None
    return None if _NO_PERIOD.intersection(read_atoms(text)) else window


def _bare(text: str) -> str:
    """Without the marks and small words that join an amount and its period."""
    return _JOINS.sub("", text.strip()).strip()
