"""What somebody asks: words that must all be there, phrases between quotes, and words that may not be there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.domain.search.stems import stems

LONGEST = 200
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
# A quote that is never closed goes on to the end.
_TERM = re.compile(r'(-?)(?:"([^"]*)(?:"|$)|([^\s"]+))')


class SearchProblem(Exception):
    """There is nothing to search for. The message is for people."""


@dataclass(frozen=True)
class Asked:
    """The stems of each term: a word is one, a phrase several in a row."""

    wanted: tuple[tuple[str, ...], ...]
    unwanted: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Every stem that must be there, once."""
        return tuple(dict.fromkeys(stem for term in self.wanted for stem in term))

    @property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """The terms of which the words must stand in a row."""
        return tuple(term for term in self.wanted if len(term) > 1)


def read(query: str) -> Asked:
    """What these words ask. Signs mean nothing, but quotes and a "-" before a word. Raises SearchProblem."""
    if len(query) > LONGEST:
        raise SearchProblem(f"Uw zoekvraag is te lang. Gebruik ten hoogste {LONGEST} tekens.")
    terms = [(minus, tuple(stems(phrase or word))) for minus, phrase, word in _TERM.findall(query.translate(_QUOTES))]
    wanted = tuple(dict.fromkeys(term for minus, term in terms if term and not minus))
    unwanted = tuple(dict.fromkeys(term for minus, term in terms if term and minus))
    if not wanted and unwanted:
        raise SearchProblem("U noemt alleen woorden die er niet in mogen staan. Typ ook een woord dat er wel in staat.")
    if not wanted:
        raise SearchProblem("In uw zoekvraag staat geen woord of getal. Typ ten minste één woord.")
    return Asked(wanted, unwanted)
