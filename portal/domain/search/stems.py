"""Words of a Dutch text and their stems: made here, once, so that both databases only compare.

The Porter stemmer for Dutch, with four small rules around it; why that one, and what it does with which words:
`docs/decisions/zoeken.md`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from snowballstemmer import stemmer

# Letters and digits; an apostrophe inside belongs to the word ("regio’s").
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’ʼ]s$")
_APOSTROPHE = re.compile(r"['’ʼ]")
_STEMMER = stemmer("dutch_porter")
# Nobody types words so long, and an index has its limits.
LONGEST = 60


@dataclass(frozen=True)
class Word:
    """A word in a text: where it stands, and its stem."""

    begin: int
    end: int
    stem: str


def words(text: str) -> Iterator[Word]:
    """The words of a text, in order."""
    for found in _WORD.finditer(text):
        yield Word(found.start(), found.end(), stem_of(found.group()))


def stems(text: str) -> list[str]:
    """Their stems, in order."""
    return [stem_of(found) for found in _WORD.findall(text)]


# A country writes the same few thousand words again and again.
@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """The stem of one word: without accents, capitals and endings."""
    bare = _APOSTROPHE.sub("", _POSSESSIVE.sub("", folded(word)))
    return _one_spelling(str(_STEMMER.stemWord(_singular(bare))))[:LONGEST]


def _singular(word: str) -> str:
    """Of plurals that the stemmer leaves: "indicaties", "visies", "regios", "ideeën", "strategieën"."""
    if word.endswith(("ties", "sies", "cies", "ios")):
        return word[:-1]
    return word[:-2] if word.endswith(("eeen", "ieen")) else word


def folded(text: str) -> str:
    """Without capitals and accents: "CLIËNT" is "client"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _one_spelling(stem: str) -> str:
    """How the end is written does not count: "huiz" is "huis", "briev" is "brief", "less" is "les"."""
    if len(stem) < 3:
        return stem
    if stem[-1] == stem[-2] and stem[-1] not in "aeiou0123456789":
        stem = stem[:-1]
    return stem[:-1] + {"z": "s", "v": "f"}.get(stem[-1], stem[-1])
