"""What changed between two texts: lines first, then sentences inside changed lines, then words inside those.

The comparison of long texts word by word takes a table of words × words. Going down in steps keeps that table small,
and keeps a text that was written anew readable: it is one removal and one addition, not a confetti of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

_LINES = re.compile(r"[^\n]*\n+|[^\n]+")
_SENTENCES = re.compile(r"[^.!?]*[.!?]+\s*|[^.!?]+")
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_LEVELS = (_LINES, _SENTENCES, _WORDS)

# The largest table (old × new units) that is compared; a larger one is one removal and one addition. One bit per cell.
MOST_CELLS = 50_000_000
# Two sentences with fewer words in common than this are two sentences, not one that was changed.
ALIKE = 0.4
FEW_WORDS = 3


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
    """The pieces of both texts in order: all but the removed ones make `new`, all but the added ones make `old`.

    Where a text was replaced the removed piece comes first.
    """
    return list(_gathered(_compared(old, new, _LEVELS)))


def _compared(old: str, new: str, levels: Sequence[re.Pattern[str]]) -> Iterator[Piece]:
    if old == new or not old or not new:
        yield from _replaced(old, new)
        return
    level, *finer = levels
    old_units, new_units = level.findall(old), level.findall(new)
    if not finer and not _alike(old_units, new_units):
        yield from _replaced(old, new)
        return
    start, end = _same_ends(old_units, new_units)
    yield from _kept(old_units[:start])
    middle = (old_units[start : len(old_units) - end], new_units[start : len(new_units) - end])
    yield from _middle(*middle, finer)
    yield from _kept(old_units[len(old_units) - end :])


def _middle(old: list[str], new: list[str], finer: Sequence[re.Pattern[str]]) -> Iterator[Piece]:
    """What is between the ends that are the same, at one level."""
    if len(old) * len(new) > MOST_CELLS:
        yield from _replaced("".join(old), "".join(new))
        return
    for before, after in aligned(old, new):
        if before == after:
            yield from _kept(before)
        elif not finer:
            yield from _replaced("".join(before), "".join(after))
        elif len(before) == len(after):
            for one, other in zip(before, after, strict=True):
                yield from _compared(one, other, finer)
        else:
            yield from _compared("".join(before), "".join(after), finer)


def aligned(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Runs that are the same in both, with between them what stands in their place in each."""
    at_old = at_new = 0
    for block in Indel.opcodes(old, new).as_matching_blocks() if old and new else ():
        if at_old < block.a or at_new < block.b:
            yield old[at_old : block.a], new[at_new : block.b]
        if block.size:
            yield old[block.a : block.a + block.size], new[block.b : block.b + block.size]
        at_old, at_new = block.a + block.size, block.b + block.size
    if at_old < len(old) or at_new < len(new):
        yield old[at_old:], new[at_new:]


def _alike(old: list[str], new: list[str]) -> bool:
    words = [[word for word in units if not word.isspace()] for units in (old, new)]
    # Of a few words each one counts.
    return min(map(len, words)) <= FEW_WORDS or Indel.normalized_similarity(*words) >= ALIKE


def _same_ends(old: list[str], new: list[str]) -> tuple[int, int]:
    """How many units are the same at the start and at the end; the two do not overlap."""
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    end = next((at for at in range(most - start) if old[-1 - at] != new[-1 - at]), most - start)
    return start, end


def _replaced(old: str, new: str) -> Iterator[Piece]:
    if old == new:
        yield Piece(Change.SAME, new)
    else:
        yield Piece(Change.REMOVED, old)
        yield Piece(Change.ADDED, new)


def _kept(units: list[str]) -> Iterator[Piece]:
    yield Piece(Change.SAME, "".join(units))


def _gathered(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces as long as they can be, and of what was replaced the removed text before the added."""
    waiting: dict[Change, list[str]] = {Change.REMOVED: [], Change.ADDED: []}
    same: list[str] = []
    for piece in pieces:
        if not piece.text:
            continue
        if piece.change is Change.SAME:
            yield from _drained(waiting)
            same.append(piece.text)
        else:
            if same:
                yield Piece(Change.SAME, "".join(same))
                same.clear()
            waiting[piece.change].append(piece.text)
    yield from _drained(waiting)
    if same:
        yield Piece(Change.SAME, "".join(same))


def _drained(waiting: dict[Change, list[str]]) -> Iterator[Piece]:
    for change, texts in waiting.items():
        if texts:
            yield Piece(change, "".join(texts))
            texts.clear()
