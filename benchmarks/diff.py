"""How long comparing two plans of a hundred pages takes, and what memory that asks: as the review page does it."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.editions import PLAN
from benchmarks.long_plans import Content, every_pair
from benchmarks.timing import Times, side_by_side
from forms.richtext.diff import Change
from portal.domain.review.compare import TextDiff, compare
from portal.web.marking import marked

ROUNDS = 5
TARGET_MS = 1000


@dataclass(frozen=True)
class DiffTimes:
    """One comparison. `kept` is the part of the new text that was found again in the old."""

    name: str
    size: int
    times: Times
    peak_mb: float
    kept: float


def measure() -> list[DiffTimes]:
    """Every way to change a plan, spread over its ten open questions and as one single text."""
    return [_measure(name, *plans) for name, plans in every_pair()]


def _measure(name: str, old: Content, new: Content) -> DiffTimes:
    texts = compared(old, new)
    times = side_by_side({"diff": lambda: shown(old, new)}, rounds=ROUNDS)["diff"]
    size = sum(len(text) for text in new["answers"].values())
    return DiffTimes(name, size, times, _peak_mb(lambda: shown(old, new)), _kept(texts))


def compared(old: Content, new: Content) -> list[TextDiff]:
    """All texts and cells of two plans with their pieces worked out. Raises ValueError when pieces miss something."""
    found = _texts(old, new)
    for text in found:
        _require_whole(text)
    return found


def shown(old: Content, new: Content) -> int:
    """As the page does it: everything that changed, compared and marked. Returns how many characters of HTML."""
    return sum(len(marked(text.pieces)) for text in _texts(old, new) if text.changed)


def _texts(old: Content, new: Content) -> list[TextDiff]:
    found: list[TextDiff] = []
    for part in compare(PLAN, old, new):
        found += part.texts.values()
        found += [cell for listed in part.lists.values() for row in listed.rows for cell in row.cells]
    return found


def _require_whole(text: TextDiff) -> None:
    """These texts have no marks: the pieces must make exactly what was compared."""
    for side, left_out in ((text.before, Change.ADDED), (text.after, Change.REMOVED)):
        if "".join(piece.text for piece in text.pieces if piece.change is not left_out) != side:
            raise ValueError("the pieces of a comparison do not make the text")


def _kept(texts: list[TextDiff]) -> float:
    pieces = [piece for text in texts for piece in text.pieces if piece.change is not Change.REMOVED]
    kept = sum(len(piece.text) for piece in pieces if piece.change is Change.SAME)
    return kept / max(1, sum(len(piece.text) for piece in pieces))


def _peak_mb(work: Callable[[], object]) -> float:
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1024**2
