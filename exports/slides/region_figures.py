"""Which slides a regiobeeld gives for the regiotafel: the figures, the target, and a slide to talk about each view.

The same declaration as its page, Word and PDF, in the same words. What a number needs to be understood stands in the
notes.
"""

from __future__ import annotations

from collections.abc import Iterator

from exports.figures.declared import Figuur
from exports.figures.native import GAT, as_lines, as_panels
from exports.figures.native import in_words as words_of
from exports.labels import AANDEEL_ONBEKEND, CONCEPT
from exports.paper.region_figures import (
    DEEL_VAN_DOEL,
    HERKENNEN,
    KERNCIJFERS,
    REGIOBEELD,
    SYNTHETISCH,
    WAAROM_TUSSEN,
)
from exports.region_figures import RegiobeeldDocument, Weergave
from exports.slides.slide import Dia, Diatabel, Kader
from forms.richtext import to_plain

# So much of what a region wrote can be read beside a chart; the notes have all of it.
_MOST_WORDS = 60
_NIETS_GESCHREVEN = "De regio schreef hier nog niets over."


def title_of(document: RegiobeeldDocument) -> str:
    """What the presentation is called."""
    return f"{REGIOBEELD} {document.regio}"


def frame_of(document: RegiobeeldDocument) -> Kader:
    """What every slide says: whether it is a concept, and that its figures were made up."""
    kind = SYNTHETISCH if document.is_synthetisch else ""
    state = " · ".join(filter(None, (str(document.jaar), CONCEPT if document.is_concept else "")))
    return Kader(f"{title_of(document)} {state}", kind, document.moment, document.demo)


def region_slides(document: RegiobeeldDocument) -> Iterator[Dia]:
    """The slides in their order."""
    sources = f"Bronnen: {'; '.join(document.bronnen)}."
    yield Dia(title_of(document), punten=(f"Cijfers over {document.jaar}. {HERKENNEN}",), is_titel=True)
    told = tuple(f"{one.naam}: {one.uitleg}" for one in document.kerncijfers if one.uitleg)
    yield Dia(KERNCIJFERS, tabel=_figures(document), onder=AANDEEL_ONBEKEND, noten=(*told, sources))
    if document.doelen:
        yield Dia(DEEL_VAN_DOEL, tabel=_targets(document), onder=_about(document), noten=(sources,))
    for weergave in document.weergaven:
        yield _view(document, weergave, sources)


def _figures(document: RegiobeeldDocument) -> Diatabel:
    rows = tuple((one.naam, one.regio, one.nederland) for one in document.kerncijfers)
    alt = f"Tabel: de kerncijfers van {document.regio} naast die van Nederland."
    return Diatabel(("Cijfer", document.regio, "Nederland"), rows, (56, 22, 22), KERNCIJFERS, alt, getallen=True)


def _targets(document: RegiobeeldDocument) -> Diatabel:
    rows = tuple((one.landelijk, one.hier, one.toeval) for one in document.doelen)
    alt = f"Tabel: wat de landelijke doelstelling voor {document.regio} betekent."
    return Diatabel(
        ("Landelijk", "Hier per jaar", "Door toeval tussen"), rows, (56, 22, 22), DEEL_VAN_DOEL, alt, getallen=True
    )


def _about(document: RegiobeeldDocument) -> str:
    return f"Volgens {document.verdeling}. {WAAROM_TUSSEN}"


def _view(document: RegiobeeldDocument, weergave: Weergave, sources: str) -> Dia:
    """The chart with what to talk about beside it; without anything to draw its figures."""
    asked = tuple((("" if number else HERKENNEN), one) for number, one in enumerate(weergave.vragen))
    wrote = to_plain(weergave.duiding).strip()
    alineas = (*asked, ("Onze duiding" if document.is_concept else "De regio", _shortened(wrote))) if wrote else asked
    noten = (*([wrote] if wrote else [_NIETS_GESCHREVEN]), sources)
    figuur = weergave.figuur
    if figuur is None or not _can_be_drawn(figuur):
        return Dia(weergave.naam, tabel=_rows(document, weergave), noten=(*weergave.vragen, *noten))
    panelen = as_panels(figuur)
    return Dia(
        figuur.titel,
        alineas=alineas or (("", _NIETS_GESCHREVEN),),
        beeld=None if panelen else as_lines(figuur),
        panelen=panelen,
        onder=f"{figuur.onderschrift} {GAT if figuur.verborgen else ''}".strip(),
        noten=(words_of(figuur), *noten),
    )


def _can_be_drawn(figuur: Figuur) -> bool:
    """One point is no line."""
    return any(sum(value is not None for value in one.waarden) > 1 for one in figuur.reeksen)


def _rows(document: RegiobeeldDocument, weergave: Weergave) -> Diatabel:
    rows = tuple((one.naam, one.regio, one.nederland) for one in weergave.rijen)
    alt = f"Tabel: {weergave.naam.lower()} van {document.regio} en van Nederland."
    return Diatabel((weergave.kop, document.regio, "Nederland"), rows, (56, 22, 22), weergave.naam, alt, getallen=True)


def _shortened(text: str) -> str:
    words = text.split()
    return text if len(words) <= _MOST_WORDS else f"{' '.join(words[:_MOST_WORDS])} …"
