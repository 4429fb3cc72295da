"""The rule for passwords (BIO 5.17.03; NIST SP 800-63B: length over strange characters, no known or obvious ones)."""

from __future__ import annotations

import re

from portal.domain.people.guessable import plain, without_accents
from portal.domain.people.strength import strength

MIN_LENGTH = 12
MAX_LENGTH = 500
# The strongest of the five steps of zxcvbn: a slow hash holds this many guesses off, also when the database was stolen.
LEAST_GUESSES_LOG10 = 10.0
INSTEAD = "Kies een zin van een paar woorden die alleen u kent."


def problem(password: str, *, email: str, naam: str) -> str | None:
    """What is wrong with a new password for this person, as a sentence that says what to do; None when it is good."""
    if len(password) < MIN_LENGTH:
        return f"Kies een wachtwoord van minstens {MIN_LENGTH} tekens. Dit wachtwoord heeft er {len(password)}."
    if len(password) > MAX_LENGTH:
        return f"Kies een wachtwoord van hoogstens {MAX_LENGTH} tekens."
    if _says(plain(password), email, naam):
        return "Kies een wachtwoord waarin niet uw naam of e-mailadres staat."
    found = strength(without_accents(password))
    if found.guesses_log10 < LEAST_GUESSES_LOG10:
        return (
            f"Dit wachtwoord is makkelijk te raden: {found.why}. Kies een zin van een paar woorden die alleen u kent."
        )
    return None


def _says(password: str, email: str, naam: str) -> bool:
    """True when little is left of the password without the name or address of its owner."""
    known = [plain(email), plain(email.partition("@")[0]), *(plain(part) for part in re.split(r"\W+", naam))]
    left = password
    for word in sorted(known, key=len, reverse=True):
        if len(word) > 3:
            left = left.replace(word, "")
    return left != password and len(left) < MIN_LENGTH // 2
