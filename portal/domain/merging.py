"""Two people in one text: their changes to the text that both started from, put together paragraph by paragraph.

A paragraph is a line with something in it; the line ends behind it go along. A paragraph that only one of them touched
is merged. What both touched in different ways is an overlap: a person must look at it. Of what either of them added
nothing is ever left out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

_PARAGRAPH = re.compile(r"([^\n]+)(\n*)")
# Two paragraphs with this much in common may be the same one, written twice.
ALIKE = 0.4
# The largest table (paragraphs × paragraphs) that is compared; in a larger one all that differs is one change.
MOST_CELLS = 50_000_000
BETWEEN = "\n\n"
# Of more pairs of paragraphs than this nobody looks whether two are the same: they may be.
MOST_PAIRS = 2_500


@dataclass(frozen=True)
class Overlap:
    """What both of them changed, each in another way: how it was, and how it is in each text."""

    base: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class Merged:
    """Both texts in one. In an overlap their paragraphs come first, and mine below them."""

    text: str
    overlaps: tuple[Overlap, ...] = ()


@dataclass(frozen=True)
class _Paragraph:
    """`before` and `after` are the line ends around it."""

    text: str
    after: str
    before: str = ""


@dataclass(frozen=True)
class _Change:
    """The paragraphs [start, end) of the base became [new_start, new_end) of a text."""

    start: int
    end: int
    new_start: int
    new_end: int

    @property
    def grows(self) -> int:
        """How many paragraphs more there are."""
        return (self.new_end - self.new_start) - (self.end - self.start)


@dataclass
class _Side:
    """One of the two texts, read from the start to the end."""

    paragraphs: list[_Paragraph]
    changes: list[_Change]
    shift: int = 0

    def of(self, start: int, end: int, changes: Iterable[_Change] = ()) -> list[_Paragraph]:
        """What [start, end) of the base became, in which these changes fall."""
        begin = start + self.shift
        self.shift += sum(one.grows for one in changes)
        return self.paragraphs[begin : end + self.shift]

    def new(self, change: _Change) -> list[_Paragraph]:
        """What a change put there."""
        return self.paragraphs[change.new_start : change.new_end]


@dataclass
class _Cluster:
    """Changes of both that meet, or one change by itself: the paragraphs [start, end) of the base."""

    mine: list[_Change] = field(default_factory=list)
    theirs: list[_Change] = field(default_factory=list)

    start: int = sys.maxsize
    end: int = 0

    def take(self, change: _Change, number: int) -> None:
        """Add a change of mine (0) or of theirs (1)."""
        (self.theirs if number else self.mine).append(change)
        self.start, self.end = min(self.start, change.start), max(self.end, change.end)

    def go_on_with(self, following: _Cluster) -> None:
        """Add all of the cluster right below it."""
        self.mine += following.mine
        self.theirs += following.theirs
        self.end = following.end

    @property
    def is_shared(self) -> bool:
        """True when both changed something here."""
        return bool(self.mine and self.theirs)


def merge(base: str, mine: str, theirs: str) -> Merged:
    """Both texts in one, with what a person must look at."""
    if mine == theirs or base == mine:
        return Merged(theirs)
    if base == theirs:
        return Merged(mine)
    origin = _paragraphs(base)
    sides = [_side(origin, text) for text in (mine, theirs)]
    out, overlaps = _walk(origin, *sides)
    return Merged(_joined(out, like=mine), tuple(overlaps))


def _paragraphs(text: str) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    for words, after in _PARAGRAPH.findall(text):
        found.append(_Paragraph(words, after, found[-1].after if found else ""))
    return found


def _side(origin: list[_Paragraph], text: str) -> _Side:
    paragraphs = _paragraphs(text)
    return _Side(paragraphs, list(_changes(_words(origin), _words(paragraphs))))


def _words(paragraphs: Iterable[_Paragraph]) -> list[str]:
    return [one.text for one in paragraphs]


def _changes(old: list[str], new: list[str]) -> Iterator[_Change]:
    """What changed, as fine as it goes: as many paragraphs for as many are changed one by one, removed ones too."""
    for start, end, new_start, new_end in _blocks(old, new):
        if new_start == new_end:
            yield from (_Change(at, at + 1, new_start, new_start) for at in range(start, end))
        elif end - start == new_end - new_start:
            pairs = zip(range(start, end), range(new_start, new_end), strict=True)
            yield from (_Change(at, at + 1, to, to + 1) for at, to in pairs if old[at] != new[to])
        else:
            yield _Change(start, end, new_start, new_end)


def _blocks(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Where the two differ."""
    head = _same(old, new)
    tail = _same(old[head:][::-1], new[head:][::-1])
    middle = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(middle[0]) * len(middle[1]) > MOST_CELLS or not all(middle):
        if any(middle):
            yield head, len(old) - tail, head, len(new) - tail
        return
    at, to = 0, 0
    for block in Indel.opcodes(*middle).as_matching_blocks():
        if (at, to) != (block.a, block.b):
            yield head + at, head + block.a, head + to, head + block.b
        at, to = block.a + block.size, block.b + block.size


def _same(one: Sequence[object], other: Sequence[object]) -> int:
    """With how many of the same they begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (this, that) in pairs if this != that), min(len(one), len(other)))


def _walk(origin: list[_Paragraph], mine: _Side, theirs: _Side) -> tuple[list[_Paragraph], list[Overlap]]:
    """From the start of the base to its end: what stayed, what one of them changed, what both changed."""
    out: list[_Paragraph] = []
    overlaps: list[Overlap] = []
    at = 0
    for cluster in _neighbours_together(_clusters(mine, theirs)):
        start, end = cluster.start, cluster.end
        out += _kept(origin[at:start], mine.of(at, start), theirs.of(at, start))
        sides = mine.of(start, end, cluster.mine), theirs.of(start, end, cluster.theirs)
        if cluster.is_shared:
            agreed, overlap = _settled(origin[start:end], *sides, is_new=not origin)
            out += agreed
            overlaps += overlap
        else:
            out += sides[0] if cluster.mine else sides[1]
        at = end
    out += _kept(origin[at:], mine.of(at, len(origin)), theirs.of(at, len(origin)))
    return out, overlaps


def _clusters(mine: _Side, theirs: _Side) -> Iterator[_Cluster]:
    """The changes in order, those that meet together."""
    waiting = [list(reversed(mine.changes)), list(reversed(theirs.changes))]
    while any(waiting):
        cluster = _Cluster()
        heads = [(side[-1].start, side[-1].end, number) for number, side in enumerate(waiting) if side]
        first = min(heads)[2]
        cluster.take(waiting[first].pop(), first)
        while (number := _meeting(cluster, waiting, (mine, theirs))) is not None:
            cluster.take(waiting[number].pop(), number)
        yield cluster


def _neighbours_together(clusters: Iterable[_Cluster]) -> Iterator[_Cluster]:
    """Paragraphs right below each other that both changed are one thing to look at."""
    last: _Cluster | None = None
    for cluster in clusters:
        if last and last.is_shared and cluster.is_shared and last.end == cluster.start:
            last.go_on_with(cluster)
            continue
        if last:
            yield last
        last = cluster
    if last:
        yield last


def _meeting(cluster: _Cluster, waiting: list[list[_Change]], sides: tuple[_Side, _Side]) -> int | None:
    """Of which text the next change meets what the cluster holds of the other; None when neither does."""
    for number, others in enumerate((cluster.theirs, cluster.mine)):
        if waiting[number] and any(_meet(waiting[number][-1], sides[number], one, sides[1 - number]) for one in others):
            return number
    return None


def _meet(one: _Change, its: _Side, other: _Change, others: _Side) -> bool:
    """True when both touch the same paragraph or put something in the same place, or may have written one twice."""
    if one.start < other.end and other.start < one.end:
        return True
    if one.start == one.end == other.start == other.end:
        return True
    touch = one.end == other.start or other.end == one.start
    return touch and (one.grows > 0 or other.grows > 0) and _resemble(its.new(one), others.new(other))


def _resemble(some: list[_Paragraph], others: list[_Paragraph]) -> bool:
    """True when one of these may be one of the others, such as a sentence that was still being typed."""
    if len(some) * len(others) > MOST_PAIRS:
        return True
    return any(_alike(one.text.strip(), other.text.strip()) for one in some for other in others)


def _alike(one: str, other: str) -> bool:
    if one.startswith(other) or other.startswith(one):
        return True
    # The bars of a table are no words: all its rows have them.
    words = [text.replace("|", " ").split() for text in (one, other)]
    return Indel.normalized_similarity(*words) >= ALIKE


def _kept(origin: list[_Paragraph], mine: list[_Paragraph], theirs: list[_Paragraph]) -> Iterator[_Paragraph]:
    """Paragraphs that neither changed; only the white space behind them may have."""
    for was, my, their in zip(origin, mine, theirs, strict=True):
        changed = [one for one in (my, their) if one.after != was.after]
        yield max(changed or [my], key=lambda one: len(one.after))


def _settled(
    was: list[_Paragraph], mine: list[_Paragraph], theirs: list[_Paragraph], *, is_new: bool
) -> tuple[list[_Paragraph], list[Overlap]]:
    """What both changed: the same, each something else in the same place, or an overlap.

    Two texts where there was none (`is_new`) answer one question twice: a person must look.
    """
    head = _same(_words(mine), _words(theirs))
    tail = _same(_words(mine[head:])[::-1], _words(theirs[head:])[::-1])
    my, their = mine[head : len(mine) - tail], theirs[head : len(theirs) - tail]
    both = [*mine[:head], *their, *my, *mine[len(mine) - tail :]]
    beside = not was and not is_new and not _resemble(my, their)
    if beside or not (my or their):
        return both, []
    return both, [Overlap(_joined(was), _joined(my), _joined(their))]


def _joined(paragraphs: list[_Paragraph], *, like: str = "") -> str:
    """The text of paragraphs from several texts; it begins and ends with the white space of `like`."""
    if not paragraphs:
        return like
    parts: list[str] = []
    for one, following in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        parts += [one.text, (one.after or following.before or BETWEEN) if following else ""]
    text = "".join(parts)
    return like[: len(like) - len(like.lstrip("\n"))] + text + like[len(like.rstrip("\n")) :]
