"""Our own house style before its styles are added: the clean template on a standing page, in the portal's colours."""

from __future__ import annotations

import re
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Twips

from exports.look.colours import ACCENT, ACCENT_DARK, INK, INK_SOFT
from exports.look.house import FONT
from exports.word.house_style.names import (
    BOTTOM_MARGIN,
    FOOTER_DISTANCE,
    HEADER_DISTANCE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SIDE_MARGIN,
    TOP_MARGIN,
)
from exports.word.template import clean_template

_KEPT = frozenset({"Default Paragraph Font", "Normal Table", "No List"})
_COLOURS = {"dk2": INK, "accent1": ACCENT, "accent2": ACCENT_DARK, "accent3": INK_SOFT, "hlink": ACCENT,
            "folHlink": INK_SOFT}  # fmt: skip


def made_template() -> WordDocument:
    """The clean template with a standing A4 page and our colours, without styles or lists of python-docx."""
    document = Document(BytesIO(clean_template()))
    _drop_styles(document)
    _set_page(document)
    _set_theme(document)
    return document


def _drop_styles(document: WordDocument) -> None:
    for style in list(document.styles):
        if style.name not in _KEPT or style.type is WD_STYLE_TYPE.PARAGRAPH:
            style.delete()
    # Our styles say themselves how far paragraphs stand apart.
    spacing = document.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:spacing')}")
    spacing.attrib.clear()
    spacing.set(qn("w:after"), "0")
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Twips(PAGE_WIDTH), Twips(PAGE_HEIGHT)
    section.left_margin = section.right_margin = Twips(SIDE_MARGIN)
    section.top_margin, section.bottom_margin = Twips(TOP_MARGIN), Twips(BOTTOM_MARGIN)
    section.header_distance, section.footer_distance = Twips(HEADER_DISTANCE), Twips(FOOTER_DISTANCE)
    section.gutter = Twips(0)


def _set_theme(document: WordDocument) -> None:
    """What people add in Word, and charts, take their colours and letter from the theme."""
    theme = next(rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/theme"))
    xml = theme.blob.decode("utf-8")
    for name, colour in _COLOURS.items():
        xml = re.sub(rf"(<a:{name}>\s*<a:srgbClr val=)\"\w+\"", rf'\1"{colour}"', xml)
    theme._blob = re.sub(r'<a:latin typeface="[^"]*"', f'<a:latin typeface="{FONT}"', xml).encode("utf-8")
