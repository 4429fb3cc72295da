"""Which texts are quoted in the chapters, and with whose name: what stands there without a name gets none here either.

A region that did not want its name with a quote would be found by whoever looks the words up in the appendix.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from exports.national.counting.quoting import one_paragraph
from exports.national.tree import Hoofdstuk, Lijst, Punt

Quoted = Mapping[str, frozenset[str]]


def quoted_in(hoofdstukken: Iterable[Hoofdstuk]) -> Quoted:
    """Each text that stands in a list of these chapters, with what stands beside it (who said it)."""
    found: dict[str, set[str]] = defaultdict(set)
    for punt in _points(hoofdstukken):
        words = plain(punt.tekst)
        if words:
            found[words].add(f"{punt.kop} {punt.bron}")
    return {words: frozenset(beside) for words, beside in found.items()}


def is_nameless(tekst: str, naam: str, quoted: Quoted) -> bool:
    """True when this text of the region called `naam` is quoted somewhere without that name."""
    return any(naam not in beside for beside in quoted.get(plain(tekst), ()))


def plain(tekst: str) -> str:
    """The words of a text, without the signs of a quotation around them."""
    return one_paragraph(tekst).strip("“”\"' ")


def _points(hoofdstukken: Iterable[Hoofdstuk]) -> Iterator[Punt]:
    for one in hoofdstukken:
        for blok in one.blokken:
            if isinstance(blok, Lijst):
                yield from blok.punten
        yield from _points(one.delen)
