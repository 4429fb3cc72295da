"""Find a region by any name people use for it: its own, an alias, one of its gemeenten, or something close to those."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz, process

# How people call two gemeenten whose formal names nobody says.
SPOKEN_NAMES = {"'s-Gravenhage": "Den Haag", "'s-Hertogenbosch": "Den Bosch"}
# Below this likeness (0-100) a name is another name, not a typing error.
CLOSE_ENOUGH = 75
SHORTEST_FOR_TYPING_ERRORS = 4

_APOSTROPHES = re.compile("['’‘`´]")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class RegioNamen:
    """All names of one region. `id` is whatever the asker knows the region by."""

    id: int
    naam: str
    aliassen: Sequence[str] = ()
    gemeenten: Sequence[str] = field(default=())


def search(query: str, regios: Sequence[RegioNamen]) -> list[int]:
    """The ids of the regions that answer best to what was typed, best first; empty when none does or nothing was typed.

    The first of these that finds something decides: the name, an alias, a gemeente, the beginnings of words in any of
    these, and last what is close to any of these.
    """
    wanted = plain(query)
    if not wanted:
        return []
    for find in (_by_name, _by_alias, _by_gemeente, _by_beginnings, _by_likeness):
        if found := find(wanted, regios):
            return found
    return []


# The same few hundred names are compared with every word that is typed.
@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A name without what people leave out when they type: capitals, accents, apostrophes, hyphens."""
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text.casefold()))
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _BETWEEN_WORDS.sub(" ", letters).strip()


def _by_name(wanted: str, regios: Sequence[RegioNamen]) -> list[int]:
    return _where(lambda regio: _equals(wanted, [regio.naam]), regios)


def _by_alias(wanted: str, regios: Sequence[RegioNamen]) -> list[int]:
    return _where(lambda regio: _equals(wanted, regio.aliassen), regios)


def _by_gemeente(wanted: str, regios: Sequence[RegioNamen]) -> list[int]:
    return _where(lambda regio: _equals(wanted, _gemeente_names(regio)), regios)


def _by_beginnings(wanted: str, regios: Sequence[RegioNamen]) -> list[int]:
    return _where(lambda regio: any(_begins(wanted, name) for name in _all_names(regio)), regios)


def _by_likeness(wanted: str, regios: Sequence[RegioNamen]) -> list[int]:
    if len(wanted) < SHORTEST_FOR_TYPING_ERRORS:
        return []
    owners = [(plain(name), regio.id) for regio in regios for name in _all_names(regio)]
    hits = process.extract(
        wanted, [name for name, _ in owners], scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH, limit=None
    )
    return list(dict.fromkeys(owners[index][1] for _, _, index in hits))


def _where(matches: Callable[[RegioNamen], bool], regios: Sequence[RegioNamen]) -> list[int]:
    return [regio.id for regio in regios if matches(regio)]


def _equals(wanted: str, names: Iterable[str]) -> bool:
    """True when one of the names is the same, apart from where words are split."""
    return any(plain(name).replace(" ", "") == wanted.replace(" ", "") for name in names)


def _begins(wanted: str, name: str) -> bool:
    """True when every typed word begins a word of the name."""
    words = plain(name).split()
    return all(any(word.startswith(part) for word in words) for part in wanted.split())


def _gemeente_names(regio: RegioNamen) -> list[str]:
    spoken = [SPOKEN_NAMES[name] for name in regio.gemeenten if name in SPOKEN_NAMES]
    return [*regio.gemeenten, *spoken]


def _all_names(regio: RegioNamen) -> list[str]:
    return [regio.naam, *regio.aliassen, *_gemeente_names(regio)]
