"""A regiobeeld on paper: two pages to take to the regiotafel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from exports.labels import AANDEEL_ONBEKEND, CONCEPT, DEMO, ONBEKEND
from exports.paper.tree import (
    Air,
    Block,
    Cell,
    Grid,
    Heading,
    Line,
    PapierenStuk,
    TabelRij,
    Title,
    Typed,
    Zinsdeel,
    heads,
    line,
)
from exports.region_figures import CijferRij, RegiobeeldDocument, Weergave

REGIOBEELD = "Regiobeeld"
KERNCIJFERS = "Kerncijfers"
DEEL_VAN_DOEL = "Deel van de landelijke doelstelling"
HERKENNEN = "Herkennen jullie dit?"
SYNTHETISCH = "Synthetische cijfers"
WAAROM_TUSSEN = (
    "Kleine aantallen schommelen vanzelf. In 19 van de 20 jaren ligt het aantal tussen deze twee als er niets anders "
    "verandert."
)
_OF_FIGURES, _OF_TARGETS, _OF_VIEW = (34, 14, 14, 38), (60, 20, 20), (52, 24, 24)


def regiobeeld_paper(document: RegiobeeldDocument) -> PapierenStuk:
    """The regiobeeld as it goes on paper; the region's words that were not shared make it a concept."""
    state = " · ".join(filter(None, (document.regio, str(document.jaar), CONCEPT if document.is_concept else "")))
    above = (state, SYNTHETISCH if document.is_synthetisch else "", DEMO if document.demo else "")
    return PapierenStuk(
        f"{REGIOBEELD} {document.regio}",
        tuple(filter(None, above)),
        document.moment,
        tuple(_blocks(document)),
    )


def _blocks(document: RegiobeeldDocument) -> Iterator[Block]:
    yield Title(f"{REGIOBEELD} {document.regio}")
    yield Heading(KERNCIJFERS, 1)
    yield _figures(document)
    yield Air(weinig=True)
    yield line(AANDEEL_ONBEKEND, klein=True)
    if document.doelen:
        yield Heading(DEEL_VAN_DOEL, 1)
        yield line(f"Volgens {document.verdeling}:")
        yield _targets(document)
        yield Air(weinig=True)
        yield line(WAAROM_TUSSEN, klein=True)
    yield Heading(HERKENNEN, 1)
    for weergave in document.weergaven:
        yield from _view(document, weergave)
    yield line(f"Bronnen: {'; '.join(document.bronnen)}.", klein=True)


def _figures(document: RegiobeeldDocument) -> Grid:
    rows = [(one.naam, one.regio, one.nederland, one.uitleg or ONBEKEND) for one in document.kerncijfers]
    return _grid(_OF_FIGURES, ("Cijfer", document.regio, "Nederland", "Toelichting"), rows)


def _targets(document: RegiobeeldDocument) -> Grid:
    rows = [(one.landelijk, one.hier, one.toeval) for one in document.doelen]
    return _grid(_OF_TARGETS, ("Landelijk", "Hier per jaar", "Door toeval tussen"), rows)


def _view(document: RegiobeeldDocument, weergave: Weergave) -> Iterator[Block]:
    yield Heading(weergave.naam, 2)
    if weergave.rijen:
        yield _grid(_OF_VIEW, (weergave.kop, document.regio, "Nederland"), [_short(one) for one in weergave.rijen])
        yield Air(weinig=True)
    for vraag in weergave.vragen:
        yield Line((Zinsdeel(vraag, cursief=True),), blijft=True)
    yield Typed(weergave.duiding) if weergave.duiding else line("De regio schreef hier nog niets over.", klein=True)


def _short(rij: CijferRij) -> tuple[str, ...]:
    return rij.naam, rij.regio, rij.nederland


def _grid(delen: tuple[int, ...], koppen: Sequence[str], rijen: Iterable[Sequence[str]]) -> Grid:
    return Grid(delen, heads(koppen), tuple(TabelRij(tuple(_cell(one) for one in rij)) for rij in rijen))


def _cell(tekst: str) -> Cell:
    return (line(tekst),)
