"""Presentations: the national voortgangsrapportage for the bestuurlijk overleg, and a regiobeeld for the regiotafel."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from exports.archive import with_fixed_times
from exports.national.printed import version_line
from exports.national.tree import NationaalRapport
from exports.region_figures import RegiobeeldDocument
from exports.slides.deck import slides_of
from exports.slides.draw import Painter
from exports.slides.house import SlideHouse, SlideStyleError, check, open_house
from exports.slides.region_figures import frame_of, region_slides, title_of
from exports.slides.slide import Dia, Kader

__all__ = ["SlideStyleError", "check", "national_pptx", "regiobeeld_pptx"]


def national_pptx(rapport: NationaalRapport, *, template: bytes | None = None) -> bytes:
    """The slides as a .pptx file. The same report gives the same bytes.

    `template` is a presentation whose master and layouts are used instead of our own. Raises SlideStyleError with a
    Dutch sentence when it can not be used.
    """
    house = open_house(template)
    house.set_properties(f"{rapport.titel} – {rapport.ondertitel}", rapport.peilmoment)
    kader = Kader(version_line(rapport), rapport.ronde, rapport.peilmoment, rapport.demo)
    return _drawn(house, kader, slides_of(rapport))


def regiobeeld_pptx(document: RegiobeeldDocument) -> bytes:
    """The regiobeeld as a .pptx file, in our own look. The same document gives the same bytes."""
    house = open_house(None)
    house.set_properties(title_of(document), document.moment)
    return _drawn(house, frame_of(document), region_slides(document))


def _drawn(house: SlideHouse, kader: Kader, slides: Iterable[Dia]) -> bytes:
    painter = Painter(house, kader)
    for dia in slides:
        painter.draw(dia)
    result = BytesIO()
    house.presentation.save(result)
    return with_fixed_times(result.getvalue())
