"""The words that the format itself says: labels, guidance, heads, footnotes. They are known, and nobody's answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz

from forms.spec import Format, Kind, Question, Section
from portal.domain.intake.recognise.words import PlainWord, plain_words

# From so many words on a text can't be somebody's own by chance.
_LONG = 4
_ALIKE_LONG, _ALIKE_SHORT = 86.0, 86.0
_CLOSED = frozenset({Kind.CHOICE, Kind.CHOICES})


class Says(StrEnum):
    """What words of the format are."""

    LABEL = "label"
    GUIDANCE = "toelichting"
    FACT = "feit"
    QUESTION = "vraag"
    NATIONAL = "landelijk"
    OTHERS = "aanvullend"
    BLOCK = "blok"
    OTHER = "overig"


@dataclass(frozen=True)
class OwnText:
    """A text of the format, as it is compared; `section` and `question` are what it is about."""

    says: Says
    plain: str
    section: Section | None = None
    question: Question | None = None

    @property
    def length(self) -> int:
        """In words."""
        return self.plain.count(" ") + 1

    @property
    def is_long(self) -> bool:
        """True when a paragraph that begins with it can only be that."""
        return self.length >= _LONG


@dataclass(frozen=True)
class Begins:
    """A paragraph begins with words of the format: which, how many of its words, and how alike (0–100)."""

    own: OwnText
    count: int
    score: float


@lru_cache(maxsize=20)
def own_texts(format_: Format) -> tuple[OwnText, ...]:
    """Every text of an edition, the longest first."""
    found = [OwnText(says, plain_words(text), section, question) for says, text, section, question in _texts(format_)]
    return tuple(sorted({one for one in found if one.plain}, key=lambda one: (-len(one.plain), one.says)))


_Told = tuple[Says, str, Section | None, Question | None]


def _texts(format_: Format) -> Iterator[_Told]:
    for text in (format_.title, *format_.intro):
        yield Says.OTHER, text, None, None
    for block in format_.blocks:
        yield Says.BLOCK, block.title, None, None
        yield from ((Says.OTHER, text, None, None) for text in (block.intro, *(block.heads or ())))
    for section in format_.sections:
        yield from _of_section(section)


def _of_section(section: Section) -> Iterator[_Told]:
    yield Says.LABEL, section.label, section, None
    yield Says.GUIDANCE, section.guidance, section, None
    if section.footnote:
        yield Says.OTHER, section.footnote.text, None, None
        yield Says.OTHER, f"{section.footnote.number}. {section.footnote.text}", None, None
    for question in section.questions:
        if question.label != section.label:
            says = Says.FACT if question.kind in _CLOSED else Says.QUESTION
            yield says, question.label, section, question
        yield Says.GUIDANCE, question.guidance, section, None
        if question.goal:
            yield Says.NATIONAL, question.goal.above, section, question
            yield Says.OTHERS, question.goal.others, section, question


def beginning(own: OwnText, words: Sequence[PlainWord]) -> Begins | None:
    """How a paragraph begins with this text, for all of it; None when it doesn't."""
    cutoff = _ALIKE_LONG if own.is_long else _ALIKE_SHORT
    best: Begins | None = None
    for count in range(max(1, own.length - 2), min(own.length + 2, len(words)) + 1):
        score = fuzz.ratio(own.plain, " ".join(word.plain for word in words[:count]), score_cutoff=cutoff)
        if score and (best is None or score > best.score):
            best = Begins(own, count, score)
    return best
