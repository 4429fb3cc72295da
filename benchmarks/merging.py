"""What it takes to merge two versions of a text of 200 kB with the one that both started from: processor time."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from benchmarks.texts import SENTENCES
from portal.domain.merging import Merged, merge

SIZE = 200_000
ROUNDS = 5
TARGET_MS = 300
EDITS = 100

Paragraphs = list[str]


@dataclass(frozen=True)
class MergeTimes:
    """One merge: of how many paragraphs, how long it took, and how many overlaps were left to a person."""

    name: str
    paragraphs: int
    ms: tuple[float, ...]
    overlaps: int

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.ms)


def measure() -> list[MergeTimes]:
    """Every length of paragraph with every way to change a text. Raises ValueError when a merge loses a line."""
    return [
        _measure(f"{words}, {name}", _paragraphs(size), change)
        for words, size in LENGTHS.items()
        for name, change in CHANGES.items()
    ]


def _measure(name: str, base: Paragraphs, change: Callable[[Paragraphs, Random], Paragraphs]) -> MergeTimes:
    texts = ["\n".join(one) for one in (base, change(base, Random(1)), change(base, Random(2)))]
    ms: list[float] = []
    for _ in range(ROUNDS):
        start = time.process_time()
        merged = merge(*texts)
        ms.append((time.process_time() - start) * 1000)
    _require_whole(merged, *texts)
    return MergeTimes(name, len(base), tuple(ms), len(merged.overlaps))


def _require_whole(merged: Merged, base: str, *both: str) -> None:
    now = Counter(merged.text.split("\n"))
    for text in both:
        if any(now[line] < much for line, much in (Counter(text.split("\n")) - Counter(base.split("\n"))).items()):
            raise ValueError("a merge lost what somebody added")


def _paragraphs(words: int) -> Paragraphs:
    rng = Random(0)
    return list(_sized(lambda: " ".join(rng.choice(WORDS) for _ in range(words))))


def _sized(make: Callable[[], str]) -> Iterator[str]:
    size = 0
    while size < SIZE:
        paragraph = make()
        size += len(paragraph) + 1
        yield paragraph


def _here_and_there(base: Paragraphs, rng: Random) -> Paragraphs:
    changed = list(base)
    for number in range(EDITS):
        at, what = rng.randrange(len(changed)), rng.random()
        if what < 0.5:
            changed[at] += f" {rng.choice(WORDS)}{number}"
        elif what < 0.75:
            changed.insert(at, rng.choice(SENTENCES) + str(number))
        else:
            del changed[at]
    return changed


def _all_anew(base: Paragraphs, rng: Random) -> Paragraphs:
    return [" ".join(rng.sample(paragraph.split(), len(paragraph.split()))) + str(rng.random()) for paragraph in base]


def _much_at_the_end(base: Paragraphs, rng: Random) -> Paragraphs:
    return base + [f"{rng.choice(SENTENCES)} {rng.random()}" for _ in range(len(base) // 2)]


WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()})
LENGTHS = {"lines of two words": 2, "lines of a list": 12, "long paragraphs": 80}
CHANGES: dict[str, Callable[[Paragraphs, Random], Paragraphs]] = {
    f"{EDITS} changes by each": _here_and_there,
    "written anew by both": _all_anew,
    "half of it added by both": _much_at_the_end,
}
