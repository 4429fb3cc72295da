"""How often something comes back: "elk kwartaal", "4 x per jaar", as it was typed."""

from __future__ import annotations

from functools import lru_cache

from forms.timeline.readers import read_pieces
from forms.timeline.window import Window
from forms.timeline.words import Role

_RHYTHM = ([Role.RECURRING], [Role.YEARLY])


@lru_cache(maxsize=4096)
def read_rhythm(text: str) -> str:
    """The words of `text` that say how often; empty when it says so beside words that nobody knows, or not at all."""
    pieces = list(read_pieces(text))
    atoms = [atom for _, found in pieces for atom in found]
    if Role.UNKNOWN in atoms or Role.REFUSE in atoms:
        return ""
    said = [words for words, found in pieces if found in _RHYTHM]
    # "Elk najaar" comes back each year.
    return " ".join(said) or ("jaarlijks" if Role.EVERY in atoms else "")


def in_words(text: str, window: Window) -> str:
    """How a timeline was read: "doorlopend, elk kwartaal"."""
    rhythm = read_rhythm(text)
    return f"{window.describe()}, {rhythm}" if rhythm else window.describe()
