"""Is a secret key good enough to sign sessions and links with? Whoever guesses it is everybody."""

from __future__ import annotations

from portal.domain.people.guessable import words
from portal.domain.people.strength import strength

LEAST_LENGTH = 32
# As many guesses as a key of some 66 bits takes.
LEAST_GUESSES_LOG10 = 20.0
# Chance makes such words hardly ever (one key in ten thousand); who thinks of a key himself nearly always.
WORD_LENGTH = 6
_OF_KEYS = (
    "sleutel",
    "secret",
    "default",
    "example",
    "voorbeeld",
    "replace",
    "insecure",
    "django",
    "flask",
    "production",
)


def problem(key: str) -> str | None:
    """What is wrong with a key, as the end of a Dutch sentence that does not repeat it; None when it is good."""
    if len(key) < LEAST_LENGTH:
        return f"is te kort: {len(key)} tekens, en {LEAST_LENGTH} is het minste"
    bare = key.casefold()
    if any(word in bare for word in (*_OF_KEYS, *words()) if len(word) >= WORD_LENGTH):
        return "is te raden: er staat een gewoon woord in"
    if strength(key).guesses_log10 < LEAST_GUESSES_LOG10:
        return "is te raden: de tekens herhalen zich of staan in een bekende volgorde"
    if not any(sign.isdigit() for sign in bare):
        return "is te raden: er staat geen cijfer in, en door toeval staat er bijna altijd een"
    return None
