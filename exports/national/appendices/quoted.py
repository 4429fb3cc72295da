"""Which texts are quoted in the chapters, and with whose name: what stands there without a name gets none here either.

A region that did not want its name with a quote would be found by whoever looks the words up in the appendix, also the
words that were left of a passage.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from exports.national.counting.quoting import WEG, WOORDEN_EN_WIE, one_paragraph
from exports.national.printed import cell_text
from exports.national.tree import Blok, Hoofdstuk, Lijst, Tabel
from forms.richtext import to_words


@dataclass(frozen=True)
class Quoted:
    """What stands beside each quoted text (who said it); `cut` are those of which words were left out, in parts."""

    whole: Mapping[str, frozenset[str]]
    cut: tuple[tuple[tuple[str, ...], str], ...] = ()


def quoted_in(hoofdstukken: Iterable[Hoofdstuk]) -> Quoted:
    """Each text that stands in a list or table of these chapters, with what stands beside it (who said it)."""
    found: dict[str, set[str]] = defaultdict(set)
    for tekst, beside in _said(hoofdstukken):
        words = plain(tekst)
        if words:
            found[words].add(beside)
    cut = tuple((parts, one) for words, beside in found.items() if (parts := _parts(words)) for one in sorted(beside))
    return Quoted({words: frozenset(beside) for words, beside in found.items()}, cut)


def _parts(words: str) -> tuple[str, ...]:
    """The parts of a text of which words were left out; () of another."""
    parts = tuple(part for one in f" {words} ".split(f" {WEG} ") if (part := one.strip()))
    return parts if f" {WEG} " in f" {words} " else ()


def is_nameless(tekst: str, naam: str, quoted: Quoted) -> bool:
    """True when this text of the region called `naam` is quoted somewhere without that name, whole or in part."""
    if any(naam not in beside for beside in quoted.whole.get(plain(tekst), ())):
        return True
    words = " ".join(to_words(tekst)) if quoted.cut else ""
    return any(naam not in beside and all(part in words for part in parts) for parts, beside in quoted.cut)


def plain(tekst: str) -> str:
    """The words of a text, without the signs of a quotation around them."""
    return one_paragraph(tekst).strip("“”\"' ")


def _said(hoofdstukken: Iterable[Hoofdstuk]) -> Iterator[tuple[str, str]]:
    """What regions wrote, and what stands beside it."""
    for one in hoofdstukken:
        for blok in one.blokken:
            yield from _in_block(blok)
        yield from _said(one.delen)


def _in_block(blok: Blok) -> Iterator[tuple[str, str]]:
    if isinstance(blok, Lijst):
        yield from ((punt.tekst, f"{punt.kop} {punt.bron}") for punt in blok.punten)
    if isinstance(blok, Tabel) and blok.koppen[: len(WOORDEN_EN_WIE)] == WOORDEN_EN_WIE:
        yield from ((cell_text(rij[0]), cell_text(rij[1])) for rij in blok.rijen)
