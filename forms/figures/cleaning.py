"""A typed figure made plain: one kind of dash, space and quote."""

from __future__ import annotations

import re
import unicodedata

# A figure is a few words. What is longer is a story, and half a story may say the opposite of the whole.
LONGEST = 200
# Soft hyphens, zero-width spaces and joiners, direction marks, half characters.
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\0]")
_SAME = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’‛′´`ʼ＇", "'"))
# "16.000,-" and "16.000,=" are whole euros.
_WHOLE_EUROS = re.compile(r"(?<=\d),(?:-{1,2}|=)(?![\d,])")


def plain(text: str) -> str:
    """`text` in lower case on one line per line; "" when it is too long, or holds a digit of another script."""
    lines = (" ".join(line.split()) for line in _INVISIBLE.sub("", text).translate(_SAME).lower().splitlines())
    found = "\n".join(line for line in lines if line)
    return "" if len(found) > LONGEST or any(map(_is_strange_number, found)) else found


def without_euro_mark(text: str) -> tuple[str, bool]:
    """The text without ",-", and whether it stood there."""
    found, times = _WHOLE_EUROS.subn("", text)
    return found, bool(times)


def _is_strange_number(sign: str) -> bool:
    """ "½", "10²" and digits of other scripts: nothing here reads them, and reading past them would be wrong."""
    return not sign.isascii() and unicodedata.category(sign).startswith("N")
