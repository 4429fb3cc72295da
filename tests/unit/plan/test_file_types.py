"""What kind of document a file is, by its content."""

from __future__ import annotations

import tracemalloc
import zipfile
from io import BytesIO

import pytest
from docx import Document
from openpyxl import Workbook
from pptx import Presentation

from portal.domain.plan.file_types import DOC, DOCX, ODP, ODS, ODT, OLE, PDF, PPTX, XLSX, FileType, file_type, refusal


def zipped(**files: bytes) -> bytes:
    """A zip with these files; a double underscore in a name stands for a slash, a single one for a point."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return buffer.getvalue()


def docx() -> bytes:
    """A document that python-docx made."""
    buffer = BytesIO()
    Document().save(buffer)
    return buffer.getvalue()


def docx_with(extra: str) -> bytes:
    """The same with one more file in it."""
    buffer = BytesIO(docx())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(extra, b"x")
    return buffer.getvalue()


def xlsx() -> bytes:
    """A workbook that openpyxl made."""
    buffer = BytesIO()
    Workbook().save(buffer)
    return buffer.getvalue()


def pptx() -> bytes:
    """Slides that python-pptx made."""
    buffer = BytesIO()
    Presentation().save(buffer)
    return buffer.getvalue()


def odt(mimetype: bytes) -> bytes:
    return zipped(mimetype=mimetype, content_xml=b"<x/>")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n...", PDF),
        (docx(), DOCX),
        (OLE + b"\x00" * 600 + "WordDocument".encode("utf-16-le"), DOC),
        (odt(b"application/vnd.oasis.opendocument.text"), ODT),
        (odt(b"application/vnd.oasis.opendocument.text\n"), ODT),
        (xlsx(), XLSX),
        (pptx(), PPTX),
        (odt(b"application/vnd.oasis.opendocument.spreadsheet"), ODS),
        (odt(b"application/vnd.oasis.opendocument.presentation"), ODP),
    ],
    ids=["pdf", "docx", "doc", "odt", "odt with a line end", "xlsx", "pptx", "ods", "odp"],
)
def test_documents_that_may_be_attached(content: bytes, kind: FileType):
    assert file_type(content) == kind


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"gewone tekst",
        b" %PDF-1.7",
        b"<html><script>alert(1)</script></html>",
        b"MZ\x90\x00",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04",
        b"PK\x03\x04" + b"\x00" * 100,
        OLE + "Workbook".encode("utf-16-le"),
        zipped(iets_txt=b"x"),
        zipped(word__document_xml=b"<x/>"),
        odt(b"application/vnd.oasis.opendocument.graphics"),
        odt(b"application/vnd.oasis.opendocument.text" + b" " * 400 + b"x" * 100)[:-30],
        docx_with("word/vbaProject.bin"),
        docx_with("word/VBAPROJECT.BIN"),
        docx()[:-50],
    ],
    ids=[
        "nothing",
        "plain text",
        "not at the start",
        "a page",
        "a program",
        "a picture",
        "the start of a zip",
        "a zip of nothing",
        "an old workbook",
        "a zip",
        "half a Word file",
        "an ODF drawing",
        "a broken ODF file",
        "a Word file with macros",
        "a Word file with macros in capitals",
        "a Word file cut off",
    ],
)
def test_files_that_may_not(content: bytes):
    assert file_type(content) is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            OLE + "Workbook".encode("utf-16-le"),
            "Dit bestand is een oud Excel-bestand (.xls). Sla het op als .xlsx en kies het opnieuw.",
        ),
        (
            OLE + "PowerPoint Document".encode("utf-16-le"),
            "Dit bestand is een oud PowerPoint-bestand (.ppt). Sla het op als .pptx en kies het opnieuw.",
        ),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "Dit bestand is beveiligd met een wachtwoord. Sla het op zonder wachtwoord en kies het opnieuw.",
        ),
        (
            docx_with("word/vbaProject.bin"),
            "In dit Word-bestand zitten macro’s. Sla het op als .docx, zonder macro’s, en kies het opnieuw.",
        ),
        (
            b"gewone tekst",
            "Dit bestand is geen PDF, Word, Excel, PowerPoint of OpenDocument. Sla het op als PDF en kies het opnieuw.",
        ),
    ],
    ids=["xls", "ppt", "a password", "macros", "something else"],
)
def test_a_refusal_says_what_the_file_is_and_what_to_do(content: bytes, words: str):
    assert file_type(content) is None
    assert refusal(content) == words


def test_a_bomb_in_a_mimetype_is_not_unpacked():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", b"application/vnd.oasis.opendocument.text" + b" " * 50_000_000)
    content = buffer.getvalue()
    assert len(content) < 100_000
    tracemalloc.start()
    try:
        assert file_type(content) == ODT
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 1_000_000


def test_the_two_parts_that_make_a_word_file_are_enough() -> None:
    parts = {"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert file_type(buffer.getvalue()) is DOCX


def test_a_mimetype_that_is_damaged_says_nothing() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", b"application/vnd.oasis.opendocument.text" * 9)
    content = bytearray(buffer.getvalue())
    content[38:48] = b"\xff" * 10
    assert file_type(bytes(content)) is None
