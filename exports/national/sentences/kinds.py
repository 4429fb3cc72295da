"""What a sentence of the portal is: a key, the chapter it stands in, and how it is made of the living values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exports.national.sentences.phrases import Numbers

# Returns the template, or None when there is nothing to say.
Make = Callable[[Numbers], str | None]


@dataclass(frozen=True)
class LivingSentence:
    """One sentence (or a few that belong together) that the portal writes and the coördinator can edit."""

    sleutel: str
    hoofdstuk: str
    make: Make
    is_kop: bool = False


def declare(hoofdstuk: str, **zinnen: Make) -> tuple[LivingSentence, ...]:
    """The sentences of a chapter by key, in the order of the page; "kop" is its heading."""
    return tuple(LivingSentence(f"{hoofdstuk}_{key}", hoofdstuk, make, key == "kop") for key, make in zinnen.items())


def fixed(tekst: str) -> Make:
    """A sentence that does not depend on numbers."""
    return lambda _: tekst
