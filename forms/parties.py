"""How the parties in one field are read: "Gemeenten, zorgaanbieders" are two. The words are kept as they are typed."""

from __future__ import annotations

import re

from forms.cleaning import clean_line
from forms.pasted import pasted_lines

# A comma within brackets belongs to the name before it: "gemeenten (Hier, Daar)".
_COMMA = re.compile(r",(?![^()]*\))")


def read_parties(text: str) -> list[str]:
    """The parties in a text, in its order: apart by semicolons, or else by commas."""
    pieces = text.split(";") if ";" in text else _COMMA.split(text)
    return [piece.strip(" ,") for piece in pieces if piece.strip(" ,.")]


def joined_parties(text: str) -> str:
    """Lines with a party each, on one line; what is apart in a line stays within it."""
    lines = [clean_line(line).rstrip(",; ") for line in pasted_lines(text)]
    return ("; " if any(_COMMA.search(line) for line in lines) else ", ").join(lines)


def parties_hint(text: str) -> str:
    """How a text is read, for the line below its field; nothing when it is one party."""
    found = read_parties(text)
    return f"Gelezen als {len(found)} partijen: {' · '.join(found)}" if len(found) > 1 else ""
