"""The national voortgangsrapportage as slides for the bestuurlijk overleg: a message a slide, from the same tree."""

from __future__ import annotations

from io import BytesIO

from exports.archive import with_fixed_times
from exports.national.tree import NationaalRapport
from exports.slides.deck import slides_of
from exports.slides.draw import Painter
from exports.slides.house import SlideStyleError, check, open_house
from exports.word.national.frame import version_line

__all__ = ["SlideStyleError", "check", "national_pptx"]


def national_pptx(rapport: NationaalRapport, *, template: bytes | None = None) -> bytes:
    """The slides as a .pptx file. The same report gives the same bytes.

    `template` is a presentation whose master and layouts are used instead of our own. Raises SlideStyleError with a
    Dutch sentence when it can not be used.
    """
    house = open_house(template)
    house.set_properties(f"{rapport.titel} – {rapport.ondertitel}", rapport.peilmoment)
    painter = Painter(house, rapport, version_line(rapport))
    for dia in slides_of(rapport):
        painter.draw(dia)
    result = BytesIO()
    house.presentation.save(result)
    return with_fixed_times(result.getvalue())
