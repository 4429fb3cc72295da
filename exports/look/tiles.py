"""How the name of a region stands on its tile of the map: on a few short lines, never cut off."""

from __future__ import annotations

import re

# What fits on one line of a tile, and the most lines that fit below each other.
WIDEST = 12
_PARTS = re.compile(r"[^\s/-]+[/-]?\s?|[/-]\s?")


def tile_lines(naam: str) -> list[str]:
    """The name on lines of at most twelve signs, broken at spaces, dashes and slashes; a longer word stays whole.

    A line keeps the space at its end: read one after another the lines are the name.
    """
    lines: list[str] = []
    for part in _PARTS.findall(naam):
        if lines and len(lines[-1]) + len(part.rstrip()) <= WIDEST:
            lines[-1] += part
        else:
            lines.append(part)
    return lines
