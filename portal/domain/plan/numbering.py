"""The number that the next action most likely has: "5a.1" → "5a.2", "4.1a" → "4.1b". A person can change it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from portal.domain.plan.states import ActieVorm

_LAST_NUMBER = re.compile(r"^(.*?)(\d{1,6})([.)]?)$")
# One letter by itself: "5d", not the "iv" of Roman numbers.
_LAST_LETTER = re.compile(r"^(.*(?<![a-zA-Z]))([a-yA-Y])([.)]?)$")
# What stands before a number that is no part of it.
_SIGN = re.compile(r"^[^\w]+")
FIRST_BELOW = ".1"


@dataclass(frozen=True)
class Numbered:
    """A row of the list of actions: what it is, and its number."""

    vorm: ActieVorm
    paragraaf: str


def next_below(rows: Sequence[Numbered], place: int) -> Numbered:
    """What a row behind the first `place` rows most likely is, and its number; "" when that says nothing."""
    if not place:
        return Numbered(ActieVorm.ACTIE, "")
    before = rows[place - 1]
    if before.vorm is ActieVorm.KOP:
        return Numbered(ActieVorm.ACTIE, _free(_first_below(rows, before.paragraaf), rows))
    return Numbered(before.vorm, _free(following(before.paragraaf), rows))


def following(number: str) -> str:
    """The number after this one; "" when it does not end in a number or one letter."""
    if found := _LAST_NUMBER.match(number):
        start, last, end = found.groups()
        return f"{start}{int(last) + 1}{end}"
    if found := _LAST_LETTER.match(number):
        start, last, end = found.groups()
        return f"{start}{chr(ord(last) + 1)}{end}"
    return ""


def _first_below(rows: Sequence[Numbered], heading: str) -> str:
    """The first number under a heading, as other headings of this list have it."""
    bare = _SIGN.sub("", heading)
    if not bare:
        return ""
    return bare + next((way for one, below in pairwise(rows) if (way := _way(one, below))), FIRST_BELOW)


def _way(heading: Numbered, below: Numbered) -> str:
    """What an action has behind the number of its heading: ".1", "a", "-1"."""
    bare = _SIGN.sub("", heading.paragraaf)
    is_pair = heading.vorm is ActieVorm.KOP and below.vorm is ActieVorm.ACTIE
    return below.paragraaf[len(bare) :] if is_pair and bare and below.paragraaf.startswith(bare) else ""


def _free(number: str, rows: Sequence[Numbered]) -> str:
    """This number, unless a row has it."""
    return "" if number in {one.paragraaf for one in rows} else number
