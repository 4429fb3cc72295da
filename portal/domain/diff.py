"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class Change(StrEnum):
    """What happened to a piece of text."""

    SAME = "equal"
    ADDED = "insert"
    REMOVED = "delete"


@dataclass(frozen=True)
class Piece:
    """A run of text that is the same, added or removed."""

    change: Change
    text: str


def word_diff(old: str, new: str) -> list[Piece]:
    """The pieces of both texts in order: all but the removed ones make `new`, all but the added ones make `old`."""
    return list(_merged(_pieces(_WORDS.findall(old), _WORDS.findall(new))))


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    for opcode in Indel.opcodes(old, new):
        change = Change(opcode.tag)
        words = (
            new[opcode.dest_start : opcode.dest_end]
            if change is Change.ADDED
            else old[opcode.src_start : opcode.src_end]
        )
        yield Piece(change, "".join(words))


def _merged(pieces: Iterator[Piece]) -> Iterator[Piece]:
    present: Piece | None = None
    for piece in pieces:
        if present is not None and piece.change is present.change:
            present = Piece(present.change, present.text + piece.text)
        else:
            if present is not None:
                yield present
            present = piece
    if present is not None:
        yield present
