"""What kind of document a file is, told by its content and never by its name (norm BIO-10)."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_STREAM = "WordDocument".encode("utf-16-le")


@dataclass(frozen=True)
class FileType:
    """A kind of document that may be attached."""

    label: str
    mimetype: str
    extension: str


PDF = FileType("PDF", "application/pdf", ".pdf")
DOCX = FileType("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx")
DOC = FileType("Word", "application/msword", ".doc")
ODT = FileType("ODF", "application/vnd.oasis.opendocument.text", ".odt")


def file_type(content: bytes) -> FileType | None:
    """The kind of document, or None when it may not be attached (also a Word file that carries macros)."""
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(OLE):
        return DOC if _WORD_STREAM in content else None
    if content.startswith(b"PK\x03\x04"):
        return _zip_type(content)
    return None


def _zip_type(content: bytes) -> FileType | None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names:
                # Only the first bytes: a mimetype is short, and a bomb must not unpack here.
                with archive.open("mimetype") as member:
                    return ODT if member.read(200).strip() == ODT.mimetype.encode() else None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
        return None
    has_macros = any(name.lower().endswith("vbaproject.bin") for name in names)
    return DOCX if {"[Content_Types].xml", "word/document.xml"} <= names and not has_macros else None
