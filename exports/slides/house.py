"""The look of the slides: our own template, made in code, or a presentation of the organisation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as PresentationType
from pptx.slide import SlideLayout
from pptx.util import Emu, Inches

from exports.archive import zipped
from exports.cells import xml_text
from exports.look.charts import Look
from exports.look.colours import ACCENT, ACCENT_DARK, INK, INK_SOFT, LINE
from exports.look.house import AUTHOR, FONT, LANGUAGE, in_utc

NO_SLIDES = "De huisstijl is geen PowerPoint-bestand. Kies een bestand dat eindigt op .pptx of .potx."
NO_LAYOUT = "In de huisstijl ontbreekt een indeling met een titel. Voeg een indeling “Alleen titel” toe."
MACROS = "In de huisstijl staan macro’s. Sla het bestand zonder macro’s op als .pptx of .potx."

# 16:9, in EMU.
WIDTH, HEIGHT = 12_192_000, 6_858_000
_SIDE, _TOP, _TITLE_HEIGHT, _BAND = Inches(2 / 3), Inches(0.37), Inches(1.1), Inches(0.12)
_MAIN = b"presentationml.presentation.main+xml"
_TEMPLATE = b"presentationml.template.main+xml"
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_ACCENT = re.compile(rb"<a:accent1>\s*<a:srgbClr val=\"(\w{6})\"")
_LETTER = re.compile(rb"<a:minorFont>\s*<a:latin typeface=\"([^\"+]+)\"")


class SlideStyleError(ValueError):
    """The template can not be used; the message is a Dutch sentence fit to show."""


@dataclass(frozen=True)
class SlideHouse:
    """An empty presentation with the layouts for the first slide and for all others, and how its charts look."""

    presentation: PresentationType
    titel: SlideLayout
    inhoud: SlideLayout
    look: Look

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of a slide, in EMU."""
        return int(self.presentation.slide_width or WIDTH), int(self.presentation.slide_height or HEIGHT)

    def set_properties(self, title: str, moment: datetime) -> None:
        """Say what it is, who made it and in which language."""
        properties = self.presentation.core_properties
        properties.title, properties.language = xml_text(title)[:255], LANGUAGE
        properties.author = properties.last_modified_by = AUTHOR
        properties.created = properties.modified = in_utc(moment)
        properties.revision, properties.comments, properties.keywords, properties.subject = 1, "", "", ""


def open_house(template: bytes | None) -> SlideHouse:
    """An empty presentation in our look, or in that of `template`.

    Raises SlideStyleError with a Dutch sentence when the template can not be used.
    """
    presentation = Presentation(BytesIO(house_template())) if template is None else _opened(template)
    layouts = list(presentation.slide_layouts)
    titled = [one for one in layouts if _kinds(one) & set(_TITLES)]
    if not titled:
        raise SlideStyleError(NO_LAYOUT)
    bare = [one for one in titled if not _kinds(one) - {*_TITLES, *_FURNITURE}]
    first = [one for one in titled if PP_PLACEHOLDER.SUBTITLE in _kinds(one)]
    return SlideHouse(presentation, (first or titled)[0], (bare or titled)[0], _look(presentation))


def check(template: bytes) -> None:
    """Raises SlideStyleError with a Dutch sentence when a template can not be used."""
    open_house(template)


def _kinds(layout: SlideLayout) -> set[Any]:
    placeholders: Any = layout.placeholders
    return {one.placeholder_format.type for one in placeholders}


def _opened(template: bytes) -> PresentationType:
    """The template without its slides; a .potx differs from a .pptx in one word only."""
    try:
        with ZipFile(BytesIO(template)) as source:
            files = {name: source.read(name) for name in source.namelist()}
    except (BadZipFile, OSError) as error:
        raise SlideStyleError(NO_SLIDES) from error
    types = files.get("[Content_Types].xml", b"")
    if b"macroEnabled" in types:
        raise SlideStyleError(MACROS)
    if _MAIN not in types and _TEMPLATE not in types:
        raise SlideStyleError(NO_SLIDES)
    presentation = Presentation(BytesIO(zipped(files | {"[Content_Types].xml": types.replace(_TEMPLATE, _MAIN)})))
    _drop_slides(presentation)
    return presentation


def _drop_slides(presentation: PresentationType) -> None:
    slides = presentation.slides._sldIdLst
    for one in list(slides):
        presentation.part.drop_rel(one.rId)
        slides.remove(one)


def _look(presentation: PresentationType) -> Look:
    theme = _theme(presentation).blob
    accent, letter = _ACCENT.search(theme), _LETTER.search(theme)
    return Look(accent[1].decode().upper() if accent else ACCENT, letter[1].decode() if letter else FONT)


def _theme(presentation: PresentationType) -> Any:
    return presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)


# --- our own


@cache
def house_template() -> bytes:
    """Our own presentation without slides, as bytes of a .pptx file; made once per process."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(WIDTH), Emu(HEIGHT)
    kept = {"Title Slide", "Title Only"}
    for layout in [one for one in presentation.slide_layouts if one.name not in kept]:
        presentation.slide_layouts.remove(layout)
    theme = _theme(presentation)
    theme._blob = _themed(theme.blob)
    _place_master(presentation)
    for layout in presentation.slide_layouts:
        _place_layout(layout)
    result = BytesIO()
    presentation.save(result)
    return result.getvalue()


def _themed(theme: bytes) -> bytes:
    root = etree.fromstring(theme)
    for name, colour in (("dk1", INK), ("dk2", ACCENT_DARK), ("lt2", LINE), ("accent1", ACCENT), ("accent2", INK_SOFT)):
        (slot,) = root.iter(qn(f"a:{name}"))
        slot.clear()
        etree.SubElement(slot, qn("a:srgbClr"), val=colour)
    for name in ("majorFont", "minorFont"):
        (font,) = root.iter(qn(f"a:{name}"))
        font.find(qn("a:latin")).set("typeface", FONT)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _place_master(presentation: PresentationType) -> None:
    master = presentation.slide_master
    for one in master.placeholders:
        if one.placeholder_format.type in _TITLES:
            _place(one, _SIDE, _TOP, WIDTH - 2 * _SIDE, _TITLE_HEIGHT)
            body = one._element.find(f".//{qn('a:bodyPr')}")
            body.set("anchor", "b")
            body.set("lIns", "0")
        elif one.placeholder_format.type == PP_PLACEHOLDER.BODY:
            _place(one, _SIDE, _TOP + _TITLE_HEIGHT, WIDTH - 2 * _SIDE, HEIGHT - _TITLE_HEIGHT - 3 * _TOP)
    level = master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    level.set("algn", "l")
    letters = level.find(qn("a:defRPr"))
    letters.set("sz", "2600")
    letters.set("b", "1")
    letters.find(f".//{qn('a:schemeClr')}").set("val", "tx2")
    _drop_furniture(master)
    _add_band(master)


def _add_band(master: Any) -> None:
    """A band of our colour along the top of every slide."""
    shape = parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="90" name="Band" descr=""/><p:cNvSpPr/>'
        '<p:nvPr userDrawn="1"/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{WIDTH}" cy="{_BAND}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
    master.shapes._spTree.insert(2, shape)


def _place_layout(layout: SlideLayout) -> None:
    for one in list(layout.placeholders):
        kind = one.placeholder_format.type
        if kind == PP_PLACEHOLDER.CENTER_TITLE:
            _place(one, _SIDE, HEIGHT // 4, WIDTH - 2 * _SIDE, Inches(1.75))
            _letters_of(one, 3600)
        elif kind == PP_PLACEHOLDER.SUBTITLE:
            _place(one, _SIDE, HEIGHT // 4 + Inches(1.85), WIDTH - 2 * _SIDE, Inches(0.9))
            _letters_of(one, 2000)
    _drop_furniture(layout)


def _letters_of(placeholder: Any, size: int) -> None:
    """The size of its first level, in hundredths of a point; from the left, without an inset."""
    placeholder._element.find(f".//{qn('a:bodyPr')}").set("lIns", "0")
    styles = placeholder._element.find(f".//{qn('a:lstStyle')}")
    level = styles.find(qn("a:lvl1pPr"))
    if level is None:
        level = etree.SubElement(styles, qn("a:lvl1pPr"))
    level.set("algn", "l")
    letters = level.find(qn("a:defRPr"))
    if letters is None:
        letters = etree.SubElement(level, qn("a:defRPr"))
    letters.set("sz", str(size))


def _drop_furniture(place: Any) -> None:
    """Date, footer and number: each slide has one line of ours instead."""
    for one in list(place.placeholders):
        if one.placeholder_format.type in _FURNITURE:
            one._element.getparent().remove(one._element)


def _place(shape: Any, left: int, top: int, width: int, height: int) -> None:
    shape.left, shape.top, shape.width, shape.height = Emu(left), Emu(top), Emu(width), Emu(height)
