"""Which words of a text are meant, and the sentence around the first of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.domain.search.asked import Asked, Term
from portal.domain.search.stems import Word, words

# So much of a text is shown, with so much before the first word that is meant.
SHOWN = 320
BEFORE = 120
# Paragraphs follow each other closely here.
_LINES = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"[.!?]\s+|\n+")


@dataclass(frozen=True)
class Stretch:
    """A part of a text, meant or not."""

    text: str
    is_meant: bool


def pieces(text: str, asked: Asked) -> list[Stretch]:
    """The sentences around the first words that are meant, cut in pieces; "…" where there was more."""
    found = spans(text, asked)
    begin, end = _window(text, found[0][0] if found else 0)
    shown = [Stretch("… ", False)] if begin else []
    at = begin
    for start, stop in (one for one in found if one[0] >= begin and one[1] <= end):
        shown += [Stretch(text[at:start], False), Stretch(text[start:stop], True)]
        at = stop
    shown += [Stretch(text[at:end].rstrip(), False), *([Stretch(" …", False)] if end < len(text.rstrip()) else [])]
    return [Stretch(_LINES.sub("\n", piece.text), piece.is_meant) for piece in shown if piece.text]


def spans(text: str, asked: Asked) -> list[tuple[int, int]]:
    """Where words that are meant stand, in order and apart; a phrase is one."""
    there = list(words(text))
    found = sorted(span for term in asked.wanted for span in _runs(there, term))
    apart: list[tuple[int, int]] = []
    for begin, end in found:
        if apart and begin < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((begin, end))
    return apart


def _runs(there: list[Word], term: Term) -> Iterator[tuple[int, int]]:
    found, size = [one.stem for one in there], len(term.stems)
    for start, first in enumerate(there):
        if term.begins(found[start : start + size]):
            yield first.begin, there[start + size - 1].end


def _window(text: str, first: int) -> tuple[int, int]:
    """From the begin of the sentence, unless that is far away, to the end of a word."""
    begin = max((one.end() for one in _SENTENCE_END.finditer(text, 0, first)), default=0)
    if first - begin > BEFORE:
        begin = text.find(" ", first - BEFORE, first) + 1 or first
    end = begin + SHOWN
    return begin, len(text) if end >= len(text) else max(text.rfind(" ", first, end), first + 1, end - 40)
