"""How the tree of a report is spread over pages: one chapter on each, and a page of its own for every region."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exports.national.tree import EigenTekst, Hoofdstuk, NationaalRapport, Zin


@dataclass(frozen=True)
class Blad:
    """One page of the report: a chapter with its sections, or one part of an appendix of which each has a page.

    `delen` are drawn on this page, `bladen` are parts with a page of their own. `boven` is the chapter it belongs to.
    """

    hoofdstuk: Hoofdstuk
    boven: Hoofdstuk | None = None

    @property
    def sleutel(self) -> str:
        """How an address names this page."""
        return self.hoofdstuk.sleutel

    @property
    def delen(self) -> tuple[Hoofdstuk, ...]:
        """The sections on this page."""
        return () if self.hoofdstuk.deel_per_pagina else self.hoofdstuk.delen

    @property
    def bladen(self) -> tuple[Hoofdstuk, ...]:
        """The parts that have a page of their own."""
        return self.hoofdstuk.delen if self.hoofdstuk.deel_per_pagina else ()

    @property
    def zinnen(self) -> tuple[Zin, ...]:
        """Every sentence and heading on this page, in its order."""
        return tuple(_sentences(self._drawn()))

    @property
    def te_bekijken(self) -> tuple[Zin, ...]:
        """The sentences that a person must look at: a number under them changed, or no longer exists."""
        return tuple(zin for zin in self.zinnen if zin.vlaggen or zin.vervallen)

    @property
    def bewerkt(self) -> int:
        """How many sentences were edited."""
        return sum(zin.bewerkt or zin.weggelaten for zin in self.zinnen)

    def holds(self, sleutel: str) -> bool:
        """True when the chapter or section with this key is drawn on this page."""
        return any(one.sleutel == sleutel for one in self._drawn())

    def holds_text(self, sleutel: str) -> bool:
        """True when the sentence or the own text (`eigen:` and the key of its chapter) stands on this page."""
        if any(zin.sleutel == sleutel for zin in self.zinnen):
            return True
        return any(f"eigen:{eigen.hoofdstuk}" == sleutel for eigen in _own_texts(self._drawn()))

    def _drawn(self) -> tuple[Hoofdstuk, ...]:
        return (self.hoofdstuk, *(one for deel in self.delen for one in _with_parts(deel)))


def pages(tree: NationaalRapport) -> tuple[Blad, ...]:
    """All pages in the order of the report."""
    return tuple(page for hoofdstuk in tree.hoofdstukken for page in _pages_of(hoofdstuk, None))


def page_of(tree: NationaalRapport, sleutel: str) -> Blad | None:
    """The page on which the chapter or section with this key stands; None when the report has none."""
    return next((page for page in pages(tree) if page.holds(sleutel)), None)


def page_with_text(tree: NationaalRapport, sleutel: str) -> Blad | None:
    """The page on which a sentence or an own text stands; None when the report does not have it."""
    return next((page for page in pages(tree) if page.holds_text(sleutel)), None)


def find_sentence(tree: NationaalRapport, sleutel: str) -> Zin | None:
    """The sentence with this key, headings too; None when the report does not have it (any more)."""
    return next((zin for page in pages(tree) for zin in page.zinnen if zin.sleutel == sleutel), None)


def find_own_text(tree: NationaalRapport, hoofdstuk: str) -> EigenTekst | None:
    """The own text of a chapter; None when that chapter has no room for one."""
    return next((one for one in _own_texts(tree.alle()) if one.hoofdstuk == hoofdstuk), None)


def _pages_of(hoofdstuk: Hoofdstuk, boven: Hoofdstuk | None) -> Iterator[Blad]:
    yield Blad(hoofdstuk, boven)
    if hoofdstuk.deel_per_pagina:
        for deel in hoofdstuk.delen:
            yield from _pages_of(deel, hoofdstuk)


def _with_parts(hoofdstuk: Hoofdstuk) -> Iterator[Hoofdstuk]:
    yield hoofdstuk
    for deel in hoofdstuk.delen:
        yield from _with_parts(deel)


def _sentences(drawn: Iterable[Hoofdstuk]) -> Iterator[Zin]:
    for one in drawn:
        yield one.kop
        yield from (blok for blok in one.blokken if isinstance(blok, Zin))


def _own_texts(drawn: Iterable[Hoofdstuk]) -> Iterator[EigenTekst]:
    return (blok for one in drawn for blok in one.blokken if isinstance(blok, EigenTekst))
