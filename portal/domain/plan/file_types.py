"""What kind of document a file is, told by its content and never by its name (norm BIO-10)."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO

from portal.domain.unpacking import DAMAGED

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"

# What may be attached, as a person calls it.
KINDS_IN_WORDS = "PDF, Word, Excel, PowerPoint of OpenDocument"


@dataclass(frozen=True)
class FileType:
    """A kind of document that may be attached."""

    label: str
    mimetype: str
    extension: str


PDF = FileType("PDF", "application/pdf", ".pdf")
DOCX = FileType("Word", f"{_OOXML}.wordprocessingml.document", ".docx")
XLSX = FileType("Excel", f"{_OOXML}.spreadsheetml.sheet", ".xlsx")
PPTX = FileType("PowerPoint", f"{_OOXML}.presentationml.presentation", ".pptx")
DOC = FileType("Word", "application/msword", ".doc")
ODT = FileType("OpenDocument", f"{_ODF}.text", ".odt")
ODS = FileType("OpenDocument", f"{_ODF}.spreadsheet", ".ods")
ODP = FileType("OpenDocument", f"{_ODF}.presentation", ".odp")

_OF_PART = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "ppt/presentation.xml": PPTX}
_COUNTED = re.compile(r"\d+(?=\.xml$)")
_OF_MIMETYPE = {one.mimetype: one for one in (ODT, ODS, ODP)}
# Streams of the old office files, and what to do with them. Of the old kinds only Word may be attached.
_OLD_WORD = "WordDocument".encode("utf-16-le")
_OLD = {
    "Workbook": "een oud Excel-bestand (.xls). Sla het op als .xlsx",
    "PowerPoint Document": "een oud PowerPoint-bestand (.ppt). Sla het op als .pptx",
    "EncryptedPackage": "beveiligd met een wachtwoord. Sla het op zonder wachtwoord",
}


def file_type(content: bytes) -> FileType | None:
    """The kind of document, or None when it may not be attached (also an office file that carries macros)."""
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(OLE):
        return DOC if _OLD_WORD in content else None
    names = _names(content)
    if "mimetype" in names:
        return _OF_MIMETYPE.get(_mimetype(content))
    return None if has_macros(names) else _office_type(names)


def refusal(content: bytes) -> str:
    """Why a file of this content may not be attached and what to do, in words."""
    if content.startswith(OLE):
        for stream, told in _OLD.items():
            if stream.encode("utf-16-le") in content:
                return f"Dit bestand is {told} en kies het opnieuw."
    names = _names(content)
    kind = _office_type(names)
    if kind and has_macros(names):
        told = f"In dit {kind.label}-bestand zitten macro’s. Sla het op als {kind.extension}, zonder macro’s,"
        return f"{told} en kies het opnieuw."
    return f"Dit bestand is geen {KINDS_IN_WORDS}. Sla het op als PDF en kies het opnieuw."


def _names(content: bytes) -> set[str]:
    """The names in a zip; nothing of a file that is none, or that can't be read."""
    if not content.startswith(b"PK\x03\x04"):
        return set()
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return set(archive.namelist())
    except DAMAGED:
        return set()


def _mimetype(content: bytes) -> str:
    """What an OpenDocument says that it is. Only the first bytes: a bomb must not unpack here."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive, archive.open("mimetype") as member:
            return member.read(200).strip().decode("ascii", "replace")
    except DAMAGED:
        return ""


def _office_type(names: set[str]) -> FileType | None:
    if "[Content_Types].xml" not in names:
        return None
    # SharePoint numbers the main part: word/document2.xml.
    plain = {_COUNTED.sub("", name) for name in names}
    return next((kind for part, kind in _OF_PART.items() if part in plain), None)


def has_macros(names: set[str]) -> bool:
    """True for an office file with these names in it that carries macros."""
    return any(name.lower().endswith("vbaproject.bin") for name in names)
