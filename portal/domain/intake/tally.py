"""What a reader changed or could not carry over, counted while it reads and told in Dutch at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from forms.dutch.words import listed

_MOST_PLACES = 4
_MOST_WORDS = 4
_LONGEST = 80


class Left(Enum):
    """A kind of thing that is told: its name for one and for more, and what was done."""

    INSERTED = ("toevoeging", "toevoegingen", "is overgenomen", "zijn overgenomen")
    REMOVED = ("verwijderd stuk tekst", "verwijderde stukken tekst", "is weggelaten", "zijn weggelaten")
    MOVED = ("verplaatst stuk tekst", "verplaatste stukken tekst", "staat op de nieuwe plek", "staan op de nieuwe plek")
    ROWS = ("verwijderde rij", "verwijderde rijen", "is weggelaten", "zijn weggelaten")
    HIDDEN = ("stuk verborgen tekst", "stukken verborgen tekst", "is niet meegekomen", "zijn niet meegekomen")
    STRUCK = ("doorgestreept stuk tekst", "doorgestreepte stukken tekst", "is niet meegekomen", "zijn niet meegekomen")
    EMPTY = ("leeg invulveld", "lege invulvelden", "is niet meegekomen", "zijn niet meegekomen")
    IMAGE = ("afbeelding", "afbeeldingen", "is niet meegekomen", "zijn niet meegekomen")
    CHART = ("grafiek", "grafieken", "is niet meegekomen", "zijn niet meegekomen")
    OBJECT = ("ingevoegd bestand", "ingevoegde bestanden", "is niet meegekomen", "zijn niet meegekomen")
    SIGN = ("onbekend teken", "onbekende tekens", "is niet meegekomen", "zijn niet meegekomen")
    COMMENT = ("opmerking zonder plaats", "opmerkingen zonder plaats", "is niet meegekomen", "zijn niet meegekomen")


_TRACKED = (Left.INSERTED, Left.REMOVED, Left.MOVED, Left.ROWS)
_ACCEPTED = "De bijgehouden wijzigingen zijn verwerkt alsof u ze allemaal accepteert"


@dataclass
class _Counted:
    count: int = 0
    places: dict[str, None] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)


class ReadingTally:
    """Counts things by kind, with where they stood and the words that were in them."""

    def __init__(self) -> None:
        self._kinds: dict[Left, _Counted] = {}

    def add(self, kind: Left, place: str = "", words: str = "", *, goes_on: bool = False) -> None:
        """Count one thing. One that goes on where the last one ended is counted with it."""
        found = self._kinds.setdefault(kind, _Counted())
        if goes_on and found.words:
            found.words[-1] += words
            return
        found.count += 1
        found.words.append(words)
        if place:
            found.places.setdefault(place)

    def told(self) -> tuple[str, ...]:
        """A sentence for the tracked changes together, and one for each other kind."""
        tracked = [(kind, self._kinds[kind]) for kind in _TRACKED if kind in self._kinds]
        others = [(kind, self._kinds[kind]) for kind in Left if kind in self._kinds and kind not in _TRACKED]
        first = (f"{_ACCEPTED}: {listed(_counted(*one) for one in tracked)}.",) if tracked else ()
        return first + tuple(_sentence(kind, found) for kind, found in others)


def _counted(kind: Left, found: _Counted) -> str:
    one, more, is_done, are_done = kind.value
    name, done = (one, is_done) if found.count == 1 else (more, are_done)
    words = "" if kind in (Left.INSERTED, Left.MOVED) else _quoted(found.words)
    return f"{found.count} {name}{words} {done}"


def _sentence(kind: Left, found: _Counted) -> str:
    one, more, is_done, are_done = kind.value
    name, done = (one, is_done) if found.count == 1 else (more, are_done)
    places = _few(found.places, _MOST_PLACES)
    where = f" Plaats: {places}." if places else ""
    return f"{found.count} {name}{_quoted(found.words)} {done}.{where}"


def _quoted(words: Iterable[str]) -> str:
    shown = [f"“{shortened(one)}”" for one in dict.fromkeys(" ".join(one.split()) for one in words) if one]
    return f" ({_few(shown, _MOST_WORDS)})" if shown else ""


def _few(names: Iterable[str], most: int) -> str:
    """The first names, and how many there are more."""
    all_names = list(names)
    rest = len(all_names) - most
    return listed([*all_names[:most], f"{rest} andere"] if rest > 1 else all_names)


def shortened(words: str) -> str:
    """The words, or the first of them and dots."""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
