"""Words of a text, as they are compared: small letters without accents, signs and marks of footnotes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_RAISED = re.compile("[¹²³⁰-₉]")


@dataclass(frozen=True)
class PlainWord:
    """A word as it is compared, and where it stands in its text."""

    plain: str
    start: int
    end: int


def words_of(text: str, most: int | None = None) -> list[PlainWord]:
    """The words of a text (the first so many); a mark of a footnote is none."""
    found: list[PlainWord] = []
    for match in _WORD.finditer(text):
        if plain := _plain(match[0]):
            found.append(PlainWord(plain, *match.span()))
        if most is not None and len(found) >= most:
            break
    return found


def plain_words(text: str) -> str:
    """The words of a text with one space between them."""
    return " ".join(word.plain for word in words_of(text))


def how_many(text: str) -> int:
    """How many words a text has, as Word counts them."""
    return len(text.split())


def _plain(word: str) -> str:
    bare = unicodedata.normalize("NFKD", _RAISED.sub("", word).casefold())
    return "".join(one for one in bare if not unicodedata.combining(one))
