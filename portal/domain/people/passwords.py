"""The rule for passwords (BIO 5.17.03; NIST SP 800-63B: length over strange characters, no known or obvious ones)."""

from __future__ import annotations

import re
import unicodedata

MIN_LENGTH = 12
MAX_LENGTH = 500

# Long enough for the rule above, and still among the first that somebody tries.
_COMMON = """
    123456789012 1234567890123 12345678901234 123412341234 111111111111 000000000000 aaaaaaaaaaaa
    qwertyuiop12 qwertyuiop123 qwertyuiopasdf qwerty123456 qwerty12345678 asdfghjkl123 1q2w3e4r5t6y
    1qaz2wsx3edc zaq12wsxcde3 abcdefghijkl abcd12345678 abc123456789 passwordpassword password1234 password12345
    password123456 passw0rd1234 wachtwoord12 wachtwoord123 wachtwoord1234 wachtwoordwachtwoord wachtwoord01
    welkom123456 welkom012345 welkomwelkom welkom123welkom welcome12345 welcome123456 geheim123456 geheimgeheim
    administrator administrator1 beheerder123 beheerder1234 iloveyou1234 ikhouvanjou12 ikhouvanjou1 letmein12345
    zomer2023zomer lente2024lente winter2023winter nederland123 nederland1234 amsterdam123 amsterdam1234
    rotterdam123 feyenoord123 feyenoord1908 ajaxamsterdam changeme1234 regioportaal regioportaal1 regioportaal123
    zorgkantoor12 zorgkantoor123 gemeente1234 gemeente12345
"""
COMMON = frozenset(_COMMON.split())


def problem(password: str, *, email: str, naam: str) -> str | None:
    """What is wrong with a new password for this person, as a sentence that says what to do; None when it is good."""
    if len(password) < MIN_LENGTH:
        return f"Kies een wachtwoord van minstens {MIN_LENGTH} tekens. Dit wachtwoord heeft er {len(password)}."
    if len(password) > MAX_LENGTH:
        return f"Kies een wachtwoord van hoogstens {MAX_LENGTH} tekens."
    plain = _plain(password)
    if plain in COMMON or len(set(plain)) < 4:
        return "Dit wachtwoord is makkelijk te raden. Kies een zin van een paar woorden die alleen u kent."
    if _says(plain, email, naam):
        return "Kies een wachtwoord waarin niet uw naam of e-mailadres staat."
    return None


def _says(plain: str, email: str, naam: str) -> bool:
    """True when little is left of the password without the name or address of its owner."""
    known = [_plain(email), _plain(email.partition("@")[0]), *(_plain(part) for part in re.split(r"\W+", naam))]
    left = plain
    for word in sorted(known, key=len, reverse=True):
        if len(word) > 3:
            left = left.replace(word, "")
    return left != plain and len(left) < MIN_LENGTH // 2


def _plain(text: str) -> str:
    """Small letters without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
