"""What a sentence of the portal is: a key, the chapter it stands in, and how it is made of the living values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exports.national.phrases import Woorden

# Returns the template, or None when there is nothing to say.
Maak = Callable[[Woorden], str | None]


@dataclass(frozen=True)
class LevendeZin:
    """One sentence (or a few that belong together) that the portal writes and the coördinator can edit."""

    sleutel: str
    hoofdstuk: str
    maak: Maak
    is_kop: bool = False


def declare(hoofdstuk: str, **zinnen: Maak) -> tuple[LevendeZin, ...]:
    """The sentences of a chapter by key, in the order of the page; "kop" is its heading."""
    return tuple(LevendeZin(f"{hoofdstuk}_{key}", hoofdstuk, maak, key == "kop") for key, maak in zinnen.items())


def vast(tekst: str) -> Maak:
    """A sentence that does not depend on numbers."""
    return lambda _: tekst
