"""What a paragraph begins with: labels and other words of the format, one behind the other, and then somebody's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import fuzz

from portal.domain.intake.recognise.own_words import Begins, OwnText, Says, beginning
from portal.domain.intake.recognise.words import PlainWord, words_of

# No text of the format is longer than this.
_MOST_WORDS = 150
_FIRST = 3
# What ends so is a sentence, not the name of a part.
_SENTENCE = (".", "!", ";")
_NUMBER = re.compile(r"\d{1,2}[a-z]?|[a-z]")
# A label with words more or less: so many words at most, and so alike.
_LOOSE_WORDS, _LOOSE = 8, 90.0
_TELLING = 5
# A word of so many letters that stands in one label only tells the part, also when only its beginning is there.
_UNIQUE, _BY_A_WORD = 6, 60.0


class Position(IntEnum):
    """Where a paragraph stands: how much of a label it can be."""

    TEXT = 0
    BOLD = 1
    HEADING = 2
    LABEL = 3


@dataclass(frozen=True)
class Peeled:
    """What a paragraph begins with, and where in its text somebody's own words begin."""

    found: tuple[Begins, ...]
    end: int
    # A label is certain when guidance follows it, or when it is all there is where a label stands.
    is_whole: bool

    @property
    def has_guidance(self) -> bool:
        """True when it holds a text that is too long to stand there by chance."""
        return any(one.own.is_long and one.own.says is not Says.LABEL for one in self.found)


class Peeler:
    """Takes the words of one edition off paragraphs."""

    def __init__(self, texts: Sequence[OwnText]) -> None:
        self._texts = [(one, " ".join(one.plain.split()[:_FIRST])) for one in texts]
        self._labels = [one for one in texts if one.says is Says.LABEL]

    def peel(self, text: str, position: Position) -> Peeled:
        """What this paragraph begins with."""
        words = words_of(text, _MOST_WORDS)
        at, found = 0, list[Begins]()
        if position >= Position.BOLD and len(words) > 1 and _NUMBER.fullmatch(words[0].plain):
            at = 1
        begun = at
        while at < len(words) and (one := self._next(text, words[at:], position if at == begun else Position.TEXT)):
            found.append(one)
            at += one.count
        is_name = position >= Position.BOLD and text.rstrip()[-1:] not in _SENTENCE
        if not found and is_name and (loose := self._loose(words[begun:])):
            return Peeled((loose,), len(text), is_whole=True)
        if not found and begun:
            return self.peel(text, Position.TEXT)
        return Peeled(tuple(found), words[at - 1].end if found else 0, is_whole=at == len(words))

    def _next(self, text: str, words: Sequence[PlainWord], position: Position) -> Begins | None:
        start = " ".join(word.plain for word in words[:_FIRST])
        best: Begins | None = None
        for own, first in self._texts:
            if fuzz.ratio(first, start, score_cutoff=50) and (one := beginning(own, words)):
                better = best is None or (one.own.length, one.score) > (best.own.length, best.score)
                if better and self._is_all(text, words, one):
                    best = one
        return best

    def _is_all(self, text: str, words: Sequence[PlainWord], one: Begins) -> bool:
        """A short text of the format only counts when nothing but more of the format, or a colon, stands behind it."""
        if one.own.is_long and one.own.says is not Says.LABEL:
            return True
        behind = words[one.count :]
        end = words[one.count - 1].end
        if not behind or re.match(r"[)\]*]*\s*[:\n\t]", text[end:]):
            return True
        return any(own.is_long and beginning(own, behind) for own, _ in self._texts if own.says is Says.GUIDANCE)

    def _loose(self, words: Sequence[PlainWord]) -> Begins | None:
        """A label with words more or less than the format has."""
        if not 0 < len(words) <= _LOOSE_WORDS:
            return None
        plain = " ".join(word.plain for word in words)
        found = [
            (fuzz.ratio(own.plain, plain), own)
            for own in self._labels
            if fuzz.token_set_ratio(own.plain, plain) >= _LOOSE and _share_a_telling_word(own.plain, plain)
        ]
        if not found:
            return self._by_a_word(words)
        score, own = max(found, key=lambda one: one[0])
        return Begins(own, len(words), score)

    def _by_a_word(self, words: Sequence[PlainWord]) -> Begins | None:
        """The one label that has a word of this heading: "Onze ervaringen"."""
        found = [
            own for own in self._labels if any(_alike(one, word.plain) for one in self._telling(own) for word in words)
        ]
        return Begins(found[0], len(words), _BY_A_WORD) if len(found) == 1 else None

    def _telling(self, own: OwnText) -> list[str]:
        others = [one.plain.split() for one in self._labels if one is not own]
        return [one for one in own.plain.split() if len(one) >= _UNIQUE and not any(one in other for other in others)]


def _alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _UNIQUE and (one.startswith(other) or other.startswith(one))


def _share_a_telling_word(one: str, other: str) -> bool:
    return any(len(word) >= _TELLING for word in set(one.split()) & set(other.split()))
