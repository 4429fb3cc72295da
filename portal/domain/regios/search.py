"""Find a region by any name people use for it: its own, an alias, one of its gemeenten, or something close to those."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz, process

# How people call two gemeenten whose formal names nobody says.
SPOKEN_NAMES = {"'s-Gravenhage": "Den Haag", "'s-Hertogenbosch": "Den Bosch"}
# Below this likeness (0-100) a name is another name, not a typing error.
CLOSE_ENOUGH = 75
SHORTEST_FOR_TYPING_ERRORS = 4
# What was searched for is searched again with the next filter; more than these is somebody trying words.
MOST_REMEMBERED = 500

_APOSTROPHES = re.compile("['’‘`´]")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class RegioNamen:
    """All names of one region. `id` is whatever the asker knows the region by."""

    id: int
    naam: str
    aliassen: Sequence[str] = ()
    gemeenten: Sequence[str] = field(default=())


class NameIndex:
    """The names of regions, made ready once to be searched again and again."""

    def __init__(self, regios: Sequence[RegioNamen]) -> None:
        self._whole = [
            _by_name((regio.id, names(regio)) for regio in regios)
            for names in (lambda one: [one.naam], lambda one: one.aliassen, _gemeente_names)
        ]
        self._owners = [(plain(name), regio.id) for regio in regios for name in _all_names(regio)]
        self._names = [name for name, _ in self._owners]
        self._found: dict[str, list[int]] = {}

    def search(self, query: str) -> list[int]:
        """The ids of the regions that answer best, best first; empty when none does or nothing was typed.

        The first of these that finds something decides: the name, an alias, a gemeente, the beginnings of words in any
        of these, and last what is close to any of these.
        """
        wanted = plain(query)
        if not wanted:
            return []
        if len(self._found) > MOST_REMEMBERED:
            self._found.clear()
        if wanted not in self._found:
            self._found[wanted] = self._search(wanted)
        return list(self._found[wanted])

    def _search(self, wanted: str) -> list[int]:
        whole = (names.get(_joined(wanted)) for names in self._whole)
        return next(filter(None, whole), None) or self._by_beginnings(wanted) or self._by_likeness(wanted)

    def _by_beginnings(self, wanted: str) -> list[int]:
        """Every typed word begins a word of the name."""
        parts = [f" {part}" for part in wanted.split()]
        found = (regio_id for name, regio_id in self._owners if all(part in f" {name}" for part in parts))
        return list(dict.fromkeys(found))

    def _by_likeness(self, wanted: str) -> list[int]:
        if len(wanted) < SHORTEST_FOR_TYPING_ERRORS:
            return []
        hits = process.extract(wanted, self._names, scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH, limit=None)
        return list(dict.fromkeys(self._owners[index][1] for _, _, index in hits))


def search(query: str, regios: Sequence[RegioNamen]) -> list[int]:
    """As `NameIndex.search`, for names that are searched once."""
    return NameIndex(regios).search(query)


# The same few hundred names are compared with every word that is typed.
@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A name without what people leave out when they type: capitals, accents, apostrophes, hyphens."""
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text.casefold()))
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _BETWEEN_WORDS.sub(" ", letters).strip()


def _by_name(names_of: Iterable[tuple[int, Sequence[str]]]) -> dict[str, list[int]]:
    """The regions by a name as it is searched for, in their order."""
    found: dict[str, list[int]] = {}
    for regio_id, names in names_of:
        for name in dict.fromkeys(_joined(plain(one)) for one in names):
            found.setdefault(name, []).append(regio_id)
    return found


def _joined(name: str) -> str:
    """A name apart from where words are split."""
    return name.replace(" ", "")


def _gemeente_names(regio: RegioNamen) -> list[str]:
    spoken = [SPOKEN_NAMES[name] for name in regio.gemeenten if name in SPOKEN_NAMES]
    return [*regio.gemeenten, *spoken]


def _all_names(regio: RegioNamen) -> list[str]:
    return [regio.naam, *regio.aliassen, *_gemeente_names(regio)]
