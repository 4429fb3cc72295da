"""How wide a text is on paper: the widths of the letters of Arial, in thousandths of the size of the letter.

They are the published metrics of Helvetica, which Arial and Liberation Sans share. Sorted by width, because many
letters have the same one. A letter that nobody knows is taken to be as wide as an ordinary one; signs as wide as tall.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from unicodedata import normalize

_PLAIN: Mapping[int, str] = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft\u00a0·ìíîï",
    333: "()`-r“”\u2011¹²³{}",
    355: '"',
    389: "*",
    500: "Jckksvxyz",
    556: "#$0123456789?L_abdeghnopqu€–",
    584: "+<=>~±",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "@—…",
}
_BOLD: Mapping[int, str] = {
    238: "'",
    278: " ,./I\\ijl\u00a0·‘’|ìíîï",
    333: "!()-:;[]`ft\u2011¹²³",
    389: "*r{}",
    474: '"',
    500: "z“”",
    556: "#$0123456789J_aceksvxy€–",
    584: "+<=>~±",
    611: "?FLTZbdghnopqu",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
    1000: "@—…",
}
_ORDINARY, _SIGN, _FIRST_SIGN = 620, 1000, 0x2190


def _by_letter(groups: Mapping[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in groups.items() for letter in letters}


_WIDTHS = {False: _by_letter(_PLAIN), True: _by_letter(_BOLD)}


def width_of(text: str, *, bold: bool = False) -> int:
    """How wide this text is on one line, in thousandths of the size of its letter."""
    return sum(_width(letter, bold) for letter in text)


@cache
def _width(letter: str, bold: bool) -> int:
    """An accent adds no width."""
    known = _WIDTHS[bold]
    if letter in known:
        return known[letter]
    return known.get(normalize("NFD", letter)[0], _SIGN if ord(letter) >= _FIRST_SIGN else _ORDINARY)
