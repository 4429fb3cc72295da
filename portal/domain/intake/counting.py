"""Numbers of lists as people read them: "5a.1.", "iv)", "B-2"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

# No list counts further in letters or in Roman.
_MOST = 3_000
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_RAISED = str.maketrans("0123456789abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")


def letters(number: int) -> str:
    """a … z, aa, bb …, as Word and Writer count."""
    if not 0 < number < _MOST:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """i, ii, iii, iv …"""
    if not 0 < number < _MOST:
        return str(number)
    found = ""
    for size, sign in _ROMAN:
        found += sign * (number // size)
        number %= size
    return found


def raised(text: str) -> str:
    """A number of a note as it stands in the text: "¹", "ⁱᵛ"."""
    return text.translate(_RAISED)


WRITERS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "ordinal": lambda number: f"{number}e",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "none": lambda number: "",
}


@dataclass
class ListCounts:
    """How far the levels of one list have come. Levels count from 0."""

    now: dict[int, int] = field(default_factory=dict)

    def step(self, level: int, start: int, keeps: Sequence[int] = ()) -> int:
        """Count one point on this level. Deeper levels begin again, except those it `keeps`."""
        self.now[level] = self.now.get(level, start - 1) + 1
        for deeper in [one for one in self.now if one > level and one not in keeps]:
            del self.now[deeper]
        return self.now[level]
