"""Sentences of a typed text, and how some are taken over into another text: what stands there stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from forms.richtext import to_plain

# A sentence ends at its sign when a capital, a number or a quotation begins behind it.
_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Ý0-9“‘\"'(])")
_MARK = re.compile(r"^(?:[-–•*]|\d{1,3}[.)])\s+")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a typed text in order, each once and without markup; a point of a list is one by itself."""
    lines = (_MARK.sub("", " ".join(line.split())) for line in to_plain(text).split("\n"))
    return tuple(dict.fromkeys(part for line in lines for part in _END.split(line) if part.strip()))


def with_words(found: Sequence[str], wanted: Iterable[str]) -> tuple[str, ...]:
    """The sentences in which these words stand, or that stand in them; all sentences when none does."""
    looked_for = [_plain(one) for one in wanted]
    chosen = tuple(
        one for one in found if any(words in _plain(one) or _plain(one) in words for words in looked_for if words)
    )
    return chosen or tuple(found)


def taken_over(text: str, chosen: Sequence[str], title: str = "") -> str:
    """The text with these sentences behind it, as points under their title when there is one.

    What stands in the text already is not added again; without anything to add the text stays as it was.
    """
    new = [one for one in chosen if _plain(one) not in _plain(to_plain(text))]
    if not new:
        return text
    points = "\n".join(f"- {one}" for one in new) if title else " ".join(new)
    return "\n\n".join(filter(None, (text.rstrip(), f"**{title}**" if title else "", points)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
