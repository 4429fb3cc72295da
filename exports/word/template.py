"""The empty document every Word file starts from: python-docx's own, without what does not belong in ours.

That template carries a part that only Word 2010 knew (stylesWithEffects), leftovers of the machine it was made
on, and a hundred table styles. All that goes; Dutch, a readable letter and roomy tables come instead.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from exports.look.colours import FOREIGN_BLUES, GRID, HEADING
from exports.look.house import FONT, LANGUAGE

TABLE_STYLE = "Table Grid"

_KEPT_TABLE_STYLES = frozenset({"Normal Table", TABLE_STYLE})
_UNWANTED_PARTS = ("/stylesWithEffects", "/customXml", "/thumbnail", "/extended-properties")
_COMPATIBILITY_MODE = "15"
_CELL_PADDING = {"top": "60", "left": "108", "bottom": "60", "right": "108"}


@cache
def clean_template() -> bytes:
    """The empty document as bytes of a .docx file; made once per process."""
    document = Document()
    _drop_parts(document)
    _drop_table_styles(document)
    _set_language(document)
    _set_fonts(document)
    _set_colours(document)
    _set_spacing(document)
    _set_compatibility(document)
    result = BytesIO()
    document.save(result)
    return result.getvalue()


def _drop_parts(document: WordDocument) -> None:
    for rels in (document.part.rels, document.part.package.rels if document.part.package else {}):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNWANTED_PARTS)]:
            del rels[key]


def _drop_table_styles(document: WordDocument) -> None:
    for style in list(document.styles):
        if style.type is WD_STYLE_TYPE.TABLE and style.name not in _KEPT_TABLE_STYLES:
            style.delete()


def _set_language(document: WordDocument) -> None:
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), LANGUAGE)
        lang.set(qn("w:eastAsia"), LANGUAGE)
    theme_lang = _setting(document, "w:themeFontLang")
    theme_lang.attrib.clear()
    theme_lang.set(qn("w:val"), LANGUAGE)
    _setting(document, "w:decimalSymbol").set(qn("w:val"), ",")
    _setting(document, "w:listSeparator").set(qn("w:val"), ";")


def _set_fonts(document: WordDocument) -> None:
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        if fonts.get(qn("w:asciiTheme")):
            fonts.attrib.clear()
            for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
                fonts.set(qn(script), FONT)
    document.styles["Normal"].font.size = Pt(10)
    document.styles["Title"].font.size = Pt(22)
    document.styles["Heading 1"].font.size = Pt(14)


def _set_colours(document: WordDocument) -> None:
    """Headings and the line below a title have our colour instead of the blues of an empty document."""
    for element in document.styles.element.iter(qn("w:color"), qn("w:bottom")):
        name = qn("w:val") if element.tag == qn("w:color") else qn("w:color")
        if element.get(name) in FOREIGN_BLUES:
            element.set(name, HEADING)
            for theme in ("w:themeColor", "w:themeShade", "w:themeTint"):
                element.attrib.pop(qn(theme), None)
    for border in document.styles[TABLE_STYLE].element.find(f".//{qn('w:tblBorders')}"):
        border.set(qn("w:color"), GRID)
    document.styles["Title"].font.bold = True


def _set_spacing(document: WordDocument) -> None:
    """Air between paragraphs, also inside cells, where the format's own file is cramped."""
    paragraphs = document.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:spacing')}")
    paragraphs.set(qn("w:after"), "120")
    document.styles["Heading 1"].paragraph_format.space_before = Pt(18)
    document.styles["Heading 1"].paragraph_format.space_after = Pt(6)
    grid = document.styles[TABLE_STYLE].element
    spacing = grid.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    spacing.set(qn("w:after"), "60")
    for side, width in _CELL_PADDING.items():
        grid.find(f".//{qn('w:tblCellMar')}/{qn(f'w:{side}')}").set(qn("w:w"), width)


def _set_compatibility(document: WordDocument) -> None:
    """Say which Word this is for, so that it does not open as a document of 2010."""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _COMPATIBILITY_MODE)
    _setting(document, "w:zoom").set(qn("w:percent"), "100")


def _setting(document: WordDocument, tag: str) -> Any:
    """The element with this tag in the settings; made at the end when it is missing."""
    settings = document.settings.element
    found = settings.find(qn(tag))
    if found is None:
        found = OxmlElement(tag)
        settings.append(found)
    return found
