"""Cleaning of typed text: the one place that decides which characters we keep.

People paste from Word, from PDF and from mail; browsers and scripts send anything. What can not be stored
(NUL in PostgreSQL), can not be written (control characters in XML) or means nothing (lone surrogates,
noncharacters) goes. So do the two signs that turn all letters around until the end of the line (UAX 9: LRO and RLO):
a name with one of them turns every sentence that it stands in. Everything a person can see or needs for reading
(accents, emoji with their joiners, right-to-left marks) stays.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TypeVar, cast

StrT = TypeVar("StrT", bound=str)

# A soft line end in Word (vertical tab), a page end and the two Unicode separators all end a line on screen.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NONCHARACTERS = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_DROPPED = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202d\u202e\ufdd0-\ufdef{_NONCHARACTERS}]")
_FOLDED = re.compile(r"[\n\t]+")
_TURNS = ("\u202d", "\u202e")

# Bullets of Word, of mail and of PDF, as portal/static/src/paste-bullets.js reads them too. The signs of symbol fonts
# mean nothing else in front of a line; a letter of such a font only with the tab that Word puts behind it.
_BULLETS = frozenset("·▪◦●■‣⁃➢➤")
_SIGN = "(?:[\uf0b7\uf0a7][ \t\u00a0]*|[\uf020-\uf0a6\uf0a8-\uf0b6\uf0b8-\uf0ff·▪◦●■‣⁃➢➤][ \t\u00a0]+)"
_SYMBOL_BULLET = re.compile(f"^([ \t\u00a0]*){_SIGN}(?=\\S)", re.MULTILINE)
_SYMBOL_BULLETS = re.compile("^[ \t\u00a0]*{}+(?=\\S)".format(_SIGN.replace("\u00a0]", "\u00a0\n]")), re.MULTILINE)
_TABBED_BULLET = re.compile("^([ \u00a0]*)[o§Øü•]\t+(?=[^\t\n]+$)", re.MULTILINE)


def _combining_marks() -> str:
    return "".join(chr(code) for code in range(0x300, 0x1E950) if unicodedata.combining(chr(code)))


# Unicode Stream-Safe Text Format (UAX 15, D4): no real text has more than 30 marks on one letter, and
# composing a longer run takes quadratic time. Such a run is left as it is.
_MARKS = re.compile(f"([{_combining_marks()}]{{31,}})")


def clean_text(value: str) -> str:
    r"""Return typed text as we keep it: line ends are ``\n``, composed (NFC), no control characters or overrides.

    Only ``\n`` and ``\t`` survive of the control characters; lone surrogates and noncharacters go too. A bullet of a
    symbol font in front of a line becomes ``- ``.
    Ordinary text comes back unchanged, and cleaning twice is cleaning once. Takes time linear in the length;
    raises nothing.
    """
    if _is_ordinary(value):
        return value
    return _with_bullets(as_kept(value))


def _is_ordinary(value: str) -> bool:
    """True for one line in which there is nothing to clean, looked at quickly: most texts are that."""
    if not value.isprintable():
        return False
    return value.isascii() or (value.lstrip()[:1] not in _BULLETS and unicodedata.is_normalized("NFC", value))


def as_kept(value: str) -> str:
    r"""Return the text without what we can't keep; a bullet of a symbol font stays the sign that it is.

    Line ends are ``\n``, letters composed (NFC); control characters, overrides and lone surrogates are gone.
    """
    text = _LINE_ENDS.sub("\n", _without_surrogates(value))
    return _composed(_DROPPED.sub("", text))


def _with_bullets(text: str) -> str:
    return _TABBED_BULLET.sub(r"\1- ", _SYMBOL_BULLET.sub(r"\1- ", text))


def clean_line(value: str) -> str:
    """Return ``clean_text(value)`` on one line: line ends and tabs become a space, the ends are stripped.

    In one line a bullet of a symbol font says nothing, and goes.
    """
    text = value if value.isascii() and value.isprintable() else as_kept(value)
    return _FOLDED.sub(" ", _SYMBOL_BULLETS.sub("", _TABBED_BULLET.sub("", text))).strip()


def without_turns(value: StrT) -> StrT:
    """Return the text (`Markup` stays that) without the two signs that turn letters around.

    What people type loses them in `clean_text`; what was stored before that did so, and what is frozen under a
    checksum, loses them where it is drawn.
    """
    for sign in _TURNS:
        if sign in value:
            value = cast(StrT, value.replace(sign, ""))
    return value


def has_words(value: str) -> bool:
    """True when there is something to see: not only white space, zero-width characters or direction marks."""
    return any(unicodedata.category(one)[0] not in "ZC" for one in value)


def _without_surrogates(value: str) -> str:
    """Join the halves of a pair into their character and drop halves that stand alone."""
    if not _SURROGATE.search(value):
        return value
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _composed(text: str) -> str:
    if unicodedata.is_normalized("NFC", text):
        return text
    parts = _MARKS.split(text)
    return "".join(part if odd % 2 else unicodedata.normalize("NFC", part) for odd, part in enumerate(parts))
