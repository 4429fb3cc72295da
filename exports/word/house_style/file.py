"""A Word file of an organisation as house style: opened, emptied, or refused with a sentence that says why."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from exports.archive import zipped
from exports.look.house import LANGUAGE

NO_WORD = "De huisstijl is geen Word-bestand. Kies een bestand dat eindigt op .docx of .dotx."
DAMAGED = "Het Word-bestand met de huisstijl is beschadigd. Open het in Word, sla het opnieuw op en probeer het weer."
LOCKED = (
    "De huisstijl heeft een wachtwoord of is een oud Word-bestand (.doc). "
    "Sla het bestand zonder wachtwoord op als .docx of .dotx."
)
MACROS = "In de huisstijl staan macro’s. Sla het bestand zonder macro’s op als .docx of .dotx."

# How a file begins that is locked with a password, or that Word of before 2007 made.
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_TYPES = "[Content_Types].xml"
_WORD = b"wordprocessingml.document.main+xml"
_TEMPLATE = b"wordprocessingml.template.main+xml"
# What belonged to the text that goes, and a copy of the styles for a Word of 2007.
_LEFTOVERS = ("/stylesWithEffects", "/image", "/hyperlink", "/chart", "/oleObject", "/package", "/comments",
              "/commentsExtended", "/commentsIds", "/commentsExtensible", "/people", "/glossaryDocument")  # fmt: skip
# Settings of the template that would lock the report, ask something when it opens, or name a file elsewhere.
_NOT_OURS = ("w:documentProtection", "w:writeProtection", "w:updateFields", "w:mailMerge", "w:attachedTemplate")


class HouseStyleError(ValueError):
    """The template can not be used; the message is a Dutch sentence fit to show."""


def opened(template: bytes) -> WordDocument:
    """The template as a document without text, in Dutch, with its own styles, page size, header and footer.

    Raises HouseStyleError when it is no Word file, is damaged or locked, or holds macros.
    """
    if template.startswith(_OLD_OR_LOCKED):
        raise HouseStyleError(LOCKED)
    document = _parsed(_as_document(template))
    _empty(document)
    _drop_leftovers(document)
    _free(document)
    _speak_dutch(document)
    return document


def text_room(document: WordDocument) -> tuple[int, int]:
    """Width and height of the text on a page of the last section, in twentieths of a point."""
    section = document.element.body.find(qn("w:sectPr"))
    page, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    width, height = int(page.get(qn("w:w"))), int(page.get(qn("w:h")))
    sides = sum(int(margins.get(qn(f"w:{side}"), "0")) for side in ("left", "right", "gutter"))
    ends = sum(abs(int(margins.get(qn(f"w:{end}"), "0"))) for end in ("top", "bottom"))
    return max(width - sides, width // 3), max(height - ends, height // 3)


def lacks_page_number(document: WordDocument) -> bool:
    """Whether the document has a header or footer, and none of them shows the page number."""
    section = document.sections[-1]
    places = (section.header, section.footer, section.even_page_header, section.even_page_footer)
    own = [place._element for place in places if not place.is_linked_to_previous]
    return bool(own) and not any(_counts_pages(element) for element in own)


def _counts_pages(element: Any) -> bool:
    instructions = [field.get(qn("w:instr"), "") for field in element.iter(qn("w:fldSimple"))]
    instructions.append("".join(text.text or "" for text in element.iter(qn("w:instrText"))))
    return any("PAGE" in one.split() for one in instructions) or any(element.iter(qn("w:pgNum")))


def _as_document(template: bytes) -> bytes:
    """The archive as a document: a .dotx differs from it in one word only."""
    try:
        with ZipFile(BytesIO(template)) as source:
            files = {name: source.read(name) for name in source.namelist()}
    except BadZipFile as error:
        raise HouseStyleError(DAMAGED if template.startswith(b"PK") else NO_WORD) from error
    except Exception as error:  # a damaged stream, a method or a password that zipfile does not know
        raise HouseStyleError(DAMAGED) from error
    types = files.get(_TYPES, b"")
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in files):
        raise HouseStyleError(MACROS)
    if _WORD not in types and _TEMPLATE not in types:
        raise HouseStyleError(NO_WORD)
    return zipped(files | {_TYPES: types.replace(_TEMPLATE, _WORD)})


def _parsed(archive: bytes) -> WordDocument:
    try:
        document = Document(BytesIO(archive))
        # What is only read when it is asked for.
        _ = document.styles.element, document.settings.element, document.sections[-1].footer, text_room(document)
    except (OpcError, etree.XMLSyntaxError, KeyError, ValueError, AttributeError, IndexError, TypeError) as error:
        raise HouseStyleError(DAMAGED) from error
    return document


def _empty(document: WordDocument) -> None:
    """Only the last section stays, on one column: it holds the page size, the header and the footer."""
    body = document.element.body
    section = body.find(qn("w:sectPr"))
    if section is None:
        raise HouseStyleError(DAMAGED)
    for child in list(body):
        if child is not section:
            body.remove(child)
    for name in ("w:cols", "w:type", "w:footnotePr", "w:endnotePr", "w:pgNumType"):
        for found in section.findall(qn(name)):
            section.remove(found)


def _drop_leftovers(document: WordDocument) -> None:
    used = set(document.element.body.xpath(".//@r:id"))
    rels = document.part.rels
    for key in [key for key, rel in rels.items() if key not in used and rel.reltype.endswith(_LEFTOVERS)]:
        del rels[key]


def _free(document: WordDocument) -> None:
    """No lock, no question when it opens, and no look at the machine that the template came from."""
    settings = document.settings.element
    rels = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels
    for name in _NOT_OURS:
        for found in settings.findall(qn(name)):
            rel_id = found.get(qn("r:id"))
            if rel_id in rels:
                del rels[rel_id]
            settings.remove(found)


def _speak_dutch(document: WordDocument) -> None:
    styles = document.styles.element
    for lang in styles.iter(qn("w:lang")):
        lang.set(qn("w:val"), LANGUAGE)
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None and defaults.find(qn("w:lang")) is None:
        lang = OxmlElement("w:lang")
        lang.set(qn("w:val"), LANGUAGE)
        defaults.append(lang)
