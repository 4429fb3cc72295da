"""Texts that say the same: what the small Markdown says in two ways, a file that comes back says in one."""

from __future__ import annotations

import re
from collections.abc import Callable

# A text as a file gives it back that nobody touched: who has the writer and the reader of files makes it.
ComeBack = Callable[[str], str]

_CELL = re.compile(r"\s*(?<!\\)\|\s*")
_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_BULLET = re.compile(r"^[•–*+]\s+")
# What shows nothing: readers leave it out.
_UNSEEN = re.compile("[\u00ad\ufeff]")


def bare(text: str) -> list[str]:
    """The lines of a text as they are compared: white space, the look of a bullet and of a table do not count."""
    return [_bare_line(one) for one in text.split("\n") if _UNSEEN.sub("", one).strip()]


def _bare_line(line_: str) -> str:
    words = " ".join(_UNSEEN.sub("", line_).split())
    if _RULE.fullmatch(words):
        return "|---|"
    return _CELL.sub("|", words) if words.startswith("|") else _BULLET.sub("- ", words)


def are_alike(one: str, other: str) -> bool:
    """True for texts that say the same in the same way."""
    return bare(one) == bare(other)


def same_words(one: str, other: str) -> bool:
    """True for plain words that differ in white space only."""
    return _UNSEEN.sub("", one).split() == _UNSEEN.sub("", other).split()
