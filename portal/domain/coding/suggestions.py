"""Which codes the words of a text suggest. A suggestion is never applied by itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

MOST = 3
# From this likeness (0-100) on, two texts say the same in nearly the same words.
NEARLY_EQUAL = 88
# A text is compared by its beginning: what comes after it says what it is about no better.
COMPARED = 400
SEARCHED = 20_000
# A word of a name must be as long as this to say something; a shorter word to look for must be the whole word.
SHORTEST_OF_NAME = 5
SHORTEST_BEGINNING = 4

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SIGNS = re.compile(r"[\W_]+")
# Words in the names of codes that stand in every other text.
_SAYS_NOTHING = frozenset({"regio", "regios", "zorg", "essentieel", "cruciaal", "onderwerp", "buiten", "anders"})


@dataclass(frozen=True)
class Candidate:
    """A code that can be given. `words` are beginnings of words that suggest it; `key` is that of a national code."""

    id: int
    naam: str
    words: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True)
class CodedBefore:
    """A text that was coded before, and its codes."""

    text: str
    code_ids: tuple[int, ...]


@dataclass(frozen=True)
class Hints:
    """What is known of a text besides its words.

    `themas` are the keys of the codes that the region itself thought of, `herkomst` the codes of the action it was
    copied from when a joint plan was split.
    """

    themas: tuple[str, ...] = ()
    herkomst: tuple[int, ...] = ()
    earlier: Sequence[CodedBefore] = field(default=())


@dataclass(frozen=True)
class Suggestion:
    """A code that fits perhaps, and why in a few words; `words` are those of the text that match, as written there."""

    code_id: int
    reason: str
    words: tuple[str, ...] = ()


def suggest(text: str, candidates: Sequence[Candidate], hints: Hints) -> tuple[Suggestion, ...]:
    """At most three codes that fit perhaps, the strongest reason first; none when nothing points to one.

    In this order: how it was coded before a split, how nearly the same text was coded, what the region thought of,
    and the codes most of whose words stand in the text.
    """
    by_words = _by_words(text, candidates)
    words = {one.code_id: one.words for one in by_words}
    offered = {one.id for one in candidates}
    found: dict[int, Suggestion] = {}
    for code_id, reason in [*_known(text, candidates, hints), *((one.code_id, one.reason) for one in by_words)]:
        if code_id in offered:
            found.setdefault(code_id, Suggestion(code_id, reason, words.get(code_id, ())))
    return tuple(found.values())[:MOST]


def _known(text: str, candidates: Sequence[Candidate], hints: Hints) -> list[tuple[int, str]]:
    found = [(code_id, "zo was de actie gecodeerd voor de splitsing") for code_id in hints.herkomst]
    found += [(code_id, "een gelijke tekst kreeg deze code") for code_id in _of_nearly_equal(text, hints.earlier)]
    keys = {one.key: one.id for one in candidates if one.key}
    return found + [(keys[key], "de regio koos dit thema") for key in hints.themas if key in keys]


def _of_nearly_equal(text: str, earlier: Sequence[CodedBefore]) -> tuple[int, ...]:
    """The codes of the text that was coded before and is most like this one, when there is one that says the same."""
    wanted = _plain(text[:COMPARED])
    if not wanted or not earlier:
        return ()
    best = process.extractOne(
        wanted, [_plain(one.text[:COMPARED]) for one in earlier], scorer=fuzz.ratio, score_cutoff=NEARLY_EQUAL
    )
    return earlier[best[2]].code_ids if best else ()


def _by_words(text: str, candidates: Sequence[Candidate]) -> list[Suggestion]:
    written = _words_of(text)
    matches = ((one, _matching(one, written)) for one in candidates)
    found = [(one, words) for one, words in matches if words]
    ranked = sorted(found, key=lambda pair: -len(pair[1]))
    return [Suggestion(one.id, "", words) for one, words in ranked]


def _words_of(text: str) -> Mapping[str, str]:
    """The words of a text: what they are compared by, and how they were written first."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text[:SEARCHED]):
        found.setdefault(_plain(word).replace(" ", ""), word)
    return found


def _matching(candidate: Candidate, written: Mapping[str, str]) -> tuple[str, ...]:
    beginnings = tuple(start for start in map(_plain, candidate.words) if len(start) >= SHORTEST_BEGINNING)
    beginnings += tuple(
        word for word in _plain(candidate.naam).split() if len(word) >= SHORTEST_OF_NAME and word not in _SAYS_NOTHING
    )
    whole = {start for start in map(_plain, candidate.words) if 0 < len(start) < SHORTEST_BEGINNING}
    return tuple(shown for plain, shown in written.items() if plain in whole or plain.startswith(beginnings))


def _plain(text: str) -> str:
    """The Latin letters of a text without capitals, accents and signs. A thousand texts are compared at once."""
    letters = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return _SIGNS.sub(" ", letters).strip()
