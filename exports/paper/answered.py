"""How answers look on an answer sheet: boxes to tick, room to write, or that there is no answer."""

from __future__ import annotations

from collections.abc import Sequence

from exports.labels import NIET_BEANTWOORD
from exports.paper.tree import Cell, Room, Typed, line
from forms.spec import Choice

EMPTY_BOX, TICKED_BOX = "☐", "☒"
_NO_BREAK = "\u00a0"


def boxes(choices: Sequence[Choice], chosen: Sequence[str] = ()) -> list[str]:
    """Each choice with its box, kept on one line; `chosen` are labels."""
    return [
        f"{TICKED_BOX if choice.label in chosen else EMPTY_BOX} {choice.label}".replace(" ", _NO_BREAK)
        for choice in choices
    ]


def written(text: str, *, room: int) -> Cell:
    """A typed text; without one `room` empty lines to write on, or that it was not answered when there is none."""
    if text.strip():
        return (Typed(text),)
    return (Room(room),) if room else (line(NIET_BEANTWOORD, cursief=True),)


def small(text: str) -> Cell:
    """A line in a smaller letter; nothing when there is no text."""
    return (line(text, klein=True),) if text else ()
