"""How the tree of a report is spread over pages: each chapter, section and part of an appendix has one of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exports.national.tree import EigenTekst, Hoofdstuk, NationaalRapport, Zin


@dataclass(frozen=True)
class ReportPage:
    """One page of the report. `boven`: the chapter that it is a section of."""

    hoofdstuk: Hoofdstuk
    boven: Hoofdstuk | None = None

    @property
    def sleutel(self) -> str:
        """How an address names this page."""
        return self.hoofdstuk.sleutel

    @property
    def zinnen(self) -> tuple[Zin, ...]:
        """The heading and every sentence on this page, in its order."""
        return (self.hoofdstuk.kop, *(blok for blok in self.hoofdstuk.blokken if isinstance(blok, Zin)))

    @property
    def has_own_heading(self) -> bool:
        """False for a page that is called by the name of its region: no text of ours to edit."""
        return not (self.boven and self.boven.delen_zijn_regios)

    @property
    def te_bekijken(self) -> tuple[Zin, ...]:
        """The sentences that a person must look at: a number under them changed, or no longer exists."""
        return tuple(zin for zin in self.zinnen if (zin.vlaggen or zin.vervallen) and not zin.weggelaten)

    @property
    def bewerkt(self) -> int:
        """How many sentences were edited."""
        return sum(zin.bewerkt or zin.weggelaten for zin in self.zinnen)

    def has_own_text(self, hoofdstuk: str) -> bool:
        """True when the own text of this chapter stands here."""
        return any(eigen.hoofdstuk == hoofdstuk for eigen in own_texts((self.hoofdstuk,)))


def pages(tree: NationaalRapport) -> tuple[ReportPage, ...]:
    """All pages in the order of the report."""
    return tuple(page for hoofdstuk in tree.hoofdstukken for page in _pages_of(hoofdstuk, None))


def page_of(bladen: Iterable[ReportPage], sleutel: str) -> ReportPage | None:
    """The page of the chapter or section with this key; None when there is none."""
    return next((page for page in bladen if page.sleutel == sleutel), None)


def page_with_sentence(bladen: Iterable[ReportPage], sleutel: str) -> ReportPage | None:
    """The page on which a sentence or heading stands; None when the report does not have it (any more)."""
    return next((page for page in bladen if any(zin.sleutel == sleutel for zin in page.zinnen)), None)


def page_with_own_text(bladen: Iterable[ReportPage], hoofdstuk: str) -> ReportPage | None:
    """The page on which the own text of a chapter stands; None when that chapter has no room for one."""
    return next((page for page in bladen if page.has_own_text(hoofdstuk)), None)


def own_texts(hoofdstukken: Iterable[Hoofdstuk]) -> Iterator[EigenTekst]:
    """The own texts of chapters, empty ones too."""
    return (blok for one in hoofdstukken for blok in one.blokken if isinstance(blok, EigenTekst))


def _pages_of(hoofdstuk: Hoofdstuk, boven: Hoofdstuk | None) -> Iterator[ReportPage]:
    yield ReportPage(hoofdstuk, boven)
    for deel in hoofdstuk.delen:
        yield from _pages_of(deel, hoofdstuk)
