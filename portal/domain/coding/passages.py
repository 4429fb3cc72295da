"""Passages: the words of a text that a code is about, and finding them back when the text changed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from forms.richtext import Span

# Signs that a word processor or a keyboard writes otherwise. One for one: a place in the text stays the same.
_SAME_SIGN = str.maketrans("‘’‚“”„–—‑\u00ad", "'''\"\"\"----")


@dataclass(frozen=True)
class Passage:
    """Words of a text with a code, as they stand in it; `vanaf` is how many words come before them."""

    code_id: int
    tekst: str
    vanaf: int = 0


@dataclass(frozen=True)
class Pointed:
    """Words that somebody pointed at or typed; `place` is about how many words come before them, None: anywhere."""

    tekst: str
    place: int | None = None


def find(words: Sequence[str], wanted: str, place: int | None = None, taken: Iterable[Span] = ()) -> Span | None:
    """Where these words stand in a text, as whole words; None when they don't.

    Capitals, white space and the kind of quotation marks make no difference. Of several places the one nearest to
    `place`, else the first that is not among `taken`, else the first.
    """
    found = _places(words, wanted)
    if not found:
        return None
    if place is not None:
        return min(found, key=lambda span: abs(span[0] - place))
    used = set(taken)
    return next((span for span in found if span not in used), found[0])


def _places(words: Sequence[str], wanted: str) -> list[Span]:
    """Compared without white space: a selection on a page may lose the space between two blocks.

    Words that stand there as they are come before words of which they are a part: "de" is not "onder".
    """
    text, looked_for = _plain("".join(words)), _plain("".join(wanted.split()))
    ends = list(accumulate(map(len, words)))
    whole: list[Span] = []
    part: list[Span] = []
    at = text.find(looked_for) if looked_for else -1
    while at >= 0:
        begin, last = bisect_right(ends, at), bisect_left(ends, at + len(looked_for))
        is_whole = at == (ends[begin - 1] if begin else 0) and ends[last] == at + len(looked_for)
        (whole if is_whole else part).append((begin, last + 1))
        at = text.find(looked_for, at + 1)
    return whole or part


def _plain(text: str) -> str:
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text.translate(_SAME_SIGN))


def spelled(words: Sequence[str], span: Span) -> str:
    """The words of a span as they stand in the text."""
    return " ".join(words[span[0] : span[1]])


def placed(words: Sequence[str], one: Passage) -> Span | None:
    """Where a passage stands in a text as it is now; None when it does not stand there any more."""
    return find(words, one.tekst, one.vanaf)
