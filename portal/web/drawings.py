"""A declared chart as a piece of a page."""

from __future__ import annotations

from markupsafe import Markup

from exports.figures import drawing
from exports.figures.declared import Figuur
from exports.figures.size import BREED, HALF, SMAL
from portal import letters


def drawing_of(figuur: Figuur, *, smal: bool = False, half: bool = False) -> Markup:
    """The SVG of a chart: for a wide page, a narrow one, or half of a wide one."""
    size = SMAL if smal else HALF if half else BREED
    # Made by us from a declaration, and read as XML on the way.
    return Markup(drawing.svg(figuur, size, letters.folder()))  # noqa: S704
