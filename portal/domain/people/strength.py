"""How many guesses a password or key takes (zxcvbn), for who knows Dutch and this programme, and why so few."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

from portal.domain.people.guessable import words

# What comes behind so many signs can only make a password stronger. Much more, made on purpose, takes zxcvbn seconds.
LOOKED_AT = 36

_BY_PATTERN = {
    "dictionary": "het is vooral een bekend woord, met of zonder cijfers en tekens erbij",
    "repeat": "het herhaalt steeds dezelfde tekens",
    "sequence": "de tekens staan in een bekende volgorde",
    "spatial": "de tekens staan naast elkaar op het toetsenbord",
    "date": "het is vooral een datum of een jaartal",
    "regex": "het is vooral een datum of een jaartal",
}
_SWAPPED = "het is een bekend woord, en een teken in plaats van een letter (zoals @ voor a) raadt men ook"
_OTHERWISE = "het heeft te weinig verschillende tekens of woorden"

# The library keeps its lists of words in one place for the whole process.
_one_at_a_time = Lock()


@dataclass(frozen=True)
class Strength:
    """The power of ten of the number of guesses, and why there are no more, as part of a Dutch sentence."""

    guesses_log10: float
    why: str


def strength(secret: str) -> Strength:
    """How strong this is. Takes a few thousandths of a second; half of one when made for it."""
    measure = _zxcvbn()
    with _one_at_a_time:
        found = measure(secret[:LOOKED_AT])
    return Strength(float(found["guesses_log10"]), _why(found["sequence"]))


@cache
def _zxcvbn() -> Any:
    # Imported late: its lists take a while to load, and most who start the portal choose no password.
    from zxcvbn import zxcvbn
    from zxcvbn.matching import add_frequency_lists

    add_frequency_lists({"portaal": words()})
    return zxcvbn


def _why(parts: list[dict[str, Any]]) -> str:
    """What the longest part is that somebody would guess."""
    known = [part for part in parts if part["pattern"] in _BY_PATTERN]
    if not known:
        return _OTHERWISE
    longest = max(known, key=lambda part: len(part["token"]))
    return _SWAPPED if longest.get("l33t") else _BY_PATTERN[longest["pattern"]]
