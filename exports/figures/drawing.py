"""Drawing a declared chart: SVG that a strict content security policy lets through, and PNG of the same."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from lxml import etree

from exports.figures.declared import Figuur
from exports.figures.native import in_words
from exports.figures.size import BREED, Afmeting
from exports.figures.vega import spec

_SVG = "http://www.w3.org/2000/svg"
_VERSION: Final = "6.1"
_LOCALE: Final = "nl-NL"
# A page has up to sixteen drawings of 10 to 60 kB.
_KEPT = 256
_PNG_SCALE = 2
# What Vega says in English of its own parts.
# Places need no more than a tenth of a point.
_PLACES = ("transform", "d", "x", "y", "x2", "y2")
_POINTS = "mark-symbol role-mark"
_FRACTION = re.compile(r"(\d\.\d)\d+")
_SPOKEN = ("role", "aria-roledescription", "aria-label", "aria-hidden")


@lru_cache(maxsize=_KEPT)
def svg(figuur: Figuur, afmeting: Afmeting, letters: Path) -> str:
    """The chart as an SVG element: no style, no script, its words for who can't see it, and a tip at each point.

    `letters`: the folder with font files, to measure words with. Equal charts give equal text; it is kept in memory.
    """
    return _cleaned(_drawn(figuur, afmeting, letters), in_words(figuur))


@lru_cache(maxsize=32)
def standalone_svg(figuur: Figuur, letters: Path) -> str:
    """The chart as a file of its own, with title, subject and source in it."""
    return _cleaned(_drawn(figuur, BREED, letters, met_kop=True), in_words(figuur))


def png(figuur: Figuur, letters: Path, *, afmeting: Afmeting = BREED) -> bytes:
    """The chart as a picture with title, subject and source in it."""
    made: Any = _drawer(letters).vegalite_to_png(
        spec(figuur, afmeting, met_kop=True),
        vl_version=_VERSION,
        scale=_PNG_SCALE,
        format_locale=_LOCALE,
        allowed_base_urls=[],
    )
    return bytes(made)


def forget() -> None:
    """Let go of all drawings: figures changed."""
    svg.cache_clear()
    standalone_svg.cache_clear()


def _drawn(figuur: Figuur, afmeting: Afmeting, letters: Path, *, met_kop: bool = False) -> str:
    made: Any = _drawer(letters).vegalite_to_svg(
        spec(figuur, afmeting, met_kop=met_kop), vl_version=_VERSION, format_locale=_LOCALE, allowed_base_urls=[]
    )
    return str(made)


@lru_cache(maxsize=4)
def _drawer(letters: Path) -> ModuleType:
    """Vega, which measures words with our own letters; without them it uses its own."""
    # Not at the top: who never draws should not have it in memory.
    import vl_convert

    if letters.is_dir():
        vl_convert.register_font_directory(str(letters))
    return vl_convert


def _cleaned(drawn: str, words: str) -> str:
    root = etree.fromstring(drawn.encode("utf-8"))
    for one in root.iter():
        for name in _PLACES:
            if (value := one.get(name)) is not None:
                one.set(name, _FRACTION.sub(r"\1", value))
        tip, around = one.get("aria-label"), one.getparent()
        for name in _SPOKEN:
            one.attrib.pop(name, None)
        if tip and around is not None and _POINTS in around.get("class", ""):
            etree.SubElement(one, _tag("title")).text = tip
    for name in ("width", "height", "class"):
        root.attrib.pop(name, None)
    root.set("role", "img")
    root.set("aria-label", words)
    return str(etree.tostring(root, encoding="unicode"))


def _tag(name: str) -> str:
    return f"{{{_SVG}}}{name}"
