"""A whole figure: one amount, or a path of amounts with the period of each ("2025: 200; 2026: 150")."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    re.compile(r"[;\n|]|,(?=\s)| en (?:in )?| / | (?=->)"),
)
_JOINS = re.compile(r"^(?:[:=(]|- |->|in |is )+ ?|(?:[:=()]| -|->| in| is)+$")


def read_figures(text: str, *, reference_year: int | None = None) -> tuple[Figure, ...]:
    """Read what a person typed as figures; none when it says nothing clear. Never raises.

    A path has a period with each amount; `reference_year` is the year of a "Q1" without one.
    """
    found = plain(text)
    if not found:
        return ()
    if alone := _piece(found, reference_year):
        return (alone,)
    for cut in _CUTS:
        pieces = [piece.strip() for piece in cut.split(found) if piece.strip()]
        path = _path(pieces, reference_year)
        if path:
            return path
    return ()


def _path(pieces: Sequence[str], year: int | None) -> tuple[Figure, ...]:
    """The figures of these pieces, when each names a period of its own."""
    found = [_piece(piece, year) for piece in pieces]
    steps = [one for one in found if one and one.period]
    if len(steps) < 2 or len(steps) < len(pieces):
        return ()
    periods = [one.period for one in steps if one.period]
    return () if any(_overlap(*pair) for pair in combinations(periods, 2)) else tuple(steps)


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
    window = read_timeline(text, reference_year=year)
    if window is None or not window.start or not window.end:
        return None
    return None if Role.UNKNOWN in read_atoms(text) else window


def _bare(text: str) -> str:
    """Without the marks and small words that join an amount and its period."""
    return _JOINS.sub("", text.strip()).strip()
