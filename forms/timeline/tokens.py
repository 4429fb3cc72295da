"""Clean a typed timeline and cut it into tokens."""

import re
import unicodedata

from forms.timeline.words import MONTHS, ORDINAL_ENDINGS, UNITS

# A timeline is a few words. What is longer is a story, and half a story may say the opposite of the whole.
LONGEST = 400

_SAME = str.maketrans(
    dict.fromkeys("‘’‛′´`ʼ＇", "'")
    | dict.fromkeys("“”„″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("→➔⇒", "-")
    | {"⁄": "/", "•": "*", "·": "*"}
)
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_TIGHT = (
    # "1 - 1 - 2024" is one date, "2024 - 2025" one pair of years.
    (re.compile(r"(?<![0-9a-z])([0-9]{1,2}) ?([-/.]) ?([0-9]{1,2}) ?\2 ?([0-9]{4})(?![0-9a-z])"), r"\1\2\3\2\4"),
    (re.compile(r"(?<![0-9a-z./-])([0-9]{4}) ?([-/]) ?([0-9]{4})(?![0-9a-z/-])"), r"\1\2\3"),
    # How spreadsheets write dates: "1-jan-24" and "jan-24".
    (re.compile(rf"(?<![0-9a-z])([0-9]{{1,2}})-({_MONTH})-([0-9]{{4}})(?![0-9a-z])"), r"\1 \2 \3"),
    (re.compile(rf"(?<![0-9a-z])([0-9]{{1,2}})-({_MONTH})-([0-9]{{2}})(?![0-9a-z])"), r"\1 \2 '\3"),
    (re.compile(rf"(?<![0-9a-z])({_MONTH})-([0-9]{{2}})(?![0-9a-z/-])(?! ?(?:{_MONTH}))"), r"\1 '\2"),
    # A time of day says nothing about the day.
    (re.compile(r"(?<![0-9a-z./-])[0-9]{1,2}(?::[0-9]{2}(?::[0-9]{2})?(?: uur)?|[.][0-9]{2} uur)(?![0-9a-z])"), " "),
)
_TOKEN = re.compile(
    r"'[0-9]{2}(?![0-9a-z])"  # '24
    r"|[0-9]{1,2}[a-z]\.[0-9][0-9a-z.]*"  # 5a.1, a paragraph
    r"|(?<![0-9a-z])(?<![0-9a-z][-/.])[0-9]+(?:[-/.][0-9]+)+(?![0-9a-z])"  # 1-1-2024
    r"|[^\W_]+(?:'[a-z]+)?"  # a word or a number
    r"|->"
    r"|[^\s]"
)
# Soft hyphens, zero-width spaces and joiners, direction marks, half characters.
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_PIECE = re.compile(r"[0-9]+|[^0-9]+")
_GLUED = frozenset({*MONTHS, *UNITS, *ORDINAL_ENDINGS})


def tokenise(text: str) -> list[str]:
    """Cut `text` into lower-case words, numbers, dates in digits and marks. Too long a text gives nothing."""
    visible = " ".join(_INVISIBLE.sub("", text).replace("\0", " ").split())
    if len(visible) > LONGEST:
        return []
    return [piece for token in _TOKEN.findall(_tighten(visible)) for piece in _split(token)]


def _tighten(text: str) -> str:
    # Before NFKC: it would turn a loose acute accent, often typed as an apostrophe, into a space.
    text = unicodedata.normalize("NFKC", text.translate(_SAME)).lower().translate(_SAME)
    for pattern, replacement in _TIGHT:
        text = pattern.sub(replacement, text)
    return text


def _split(token: str) -> list[str]:
    """Cut "q2", "2e" and "1jan" in their parts; a code such as "a2024" stays whole."""
    pieces = _PIECE.findall(token) if token.isalnum() else [token]
    known = all((piece.isascii() and piece.isdigit()) or piece in _GLUED for piece in pieces)
    return pieces if len(pieces) > 1 and known else [token]
