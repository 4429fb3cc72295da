"""Invisible marks in a file that goes out: what stands where, and in which revision, to know it when it comes back.

A mark is the name of a bookmark, which Word and LibreOffice both keep (docs/decisions/heen-en-terug.md). It holds no
words of anybody: numbers of the portal only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from zlib import crc32

# Word takes letters, figures and low lines, and at most forty signs. A program that copies may put something behind.
_NAME = re.compile(r"rp_([a-z]\d+)_([a-z]+)([0-9a-z]+)_(\d+)_(\d+)(?=_|\b)")
LONGEST = 40


@dataclass(frozen=True)
class Mark:
    """What stands here: `owner` is the whole it is of ("p12"), `kind` letters that its room chooses, `name` which one.

    `name` begins with a figure. `revision` is how it was when the file was made, `place` its number in its list.
    """

    owner: str
    kind: str
    name: str
    revision: int = 0
    place: int = 0

    def bookmark(self, number: int = 0) -> str:
        """The name of a bookmark; one mark may stand in several cells, each with a number of its own."""
        return f"rp_{self.owner}_{self.kind}{self.name}_{self.revision}_{self.place}_{number}"


def key_name(key: str) -> str:
    """The name in a mark of something that has a key of words, such as a question."""
    return f"0{crc32(key.encode()):08x}"


def words_check(text: str) -> int:
    """A number that changes when the words do, for the place of a mark on words that nobody is to change."""
    return crc32(" ".join(text.split()).encode()) % 1_000_000_000


def mark_of(bookmark: str) -> Mark | None:
    """The mark in the name of a bookmark; None for a bookmark of somebody's own."""
    found = _NAME.match(bookmark)
    if found is None or len(bookmark) > LONGEST * 3:
        return None
    owner, kind, name, revision, place = found.groups()
    return Mark(owner, kind, name, int(revision[:9]), int(place[:9]))
