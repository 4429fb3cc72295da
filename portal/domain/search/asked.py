"""What somebody asks: words that must all be there, phrases between quotes, and words that may not be there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from portal.domain.search.stems import stems

LONGEST = 200
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
# A quote that is never closed goes on to the end.
_TERM = re.compile(r'(-?)(?:"([^"]*)(?:"|$)|([^\s"]+))')
# Behind the last word of a term: "casuïstiek*" is also "casuïstiekbespreking".
_OPEN = re.compile(r"[^\W_]\*\W*$")


@dataclass(frozen=True)
class Term:
    """The stems of a word, or of a phrase in which they stand in a row. `is_open`: the last is the begin of a word."""

    stems: tuple[str, ...]
    is_open: bool = False

    def begins(self, there: Sequence[str]) -> bool:
        """True when these stems of a text begin with this term."""
        *before, last = self.stems
        size = len(before)
        if len(there) <= size or list(there[:size]) != before:
            return False
        return there[size].startswith(last) if self.is_open else there[size] == last


class SearchProblem(Exception):
    """There is nothing to search for. The message is for people."""


@dataclass(frozen=True)
class Asked:
    """Terms that must all be there, and terms that may not."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...] = ()

    @property
    def words(self) -> tuple[Term, ...]:
        """Every single word that must be there, once."""
        apart = (
            Term((stem,), term.is_open and place == len(term.stems))
            for term in self.wanted
            for place, stem in enumerate(term.stems, start=1)
        )
        return tuple(dict.fromkeys(apart))

    @property
    def phrases(self) -> tuple[Term, ...]:
        """The terms of which the words must stand in a row."""
        return tuple(term for term in self.wanted if len(term.stems) > 1)


def read(query: str) -> Asked:
    """What these words ask. Signs mean nothing, but quotes, a "-" before a word and a "*" behind it.

    Raises SearchProblem.
    """
    if len(query) > LONGEST:
        raise SearchProblem(f"Uw zoekvraag is te lang. Gebruik ten hoogste {LONGEST} tekens.")
    terms = [(minus, _term(phrase or word)) for minus, phrase, word in _TERM.findall(query.translate(_QUOTES))]
    wanted = tuple(dict.fromkeys(term for minus, term in terms if term.stems and not minus))
    unwanted = tuple(dict.fromkeys(term for minus, term in terms if term.stems and minus))
    if not wanted and unwanted:
        raise SearchProblem("U noemt alleen woorden die er niet in mogen staan. Typ ook een woord dat er wel in staat.")
    if not wanted:
        raise SearchProblem("In uw zoekvraag staat geen woord of getal. Typ ten minste één woord.")
    return Asked(wanted, unwanted)


def _term(typed: str) -> Term:
    return Term(tuple(stems(typed)), is_open=bool(_OPEN.search(typed)))
