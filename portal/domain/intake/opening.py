"""Opening a file of somebody else within bounds: which parts are unpacked, and how XML is read.

Nothing outside the file is looked at: no entities, no DTD, no network. Pictures and embedded files are never unpacked.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

from portal.domain.intake.document import UnreadableFile
from portal.domain.unpacking import DAMAGED, unpacked

# What a part with words may take when it is unpacked, and all of them together. Five hundred pages are 10 MB.
_MOST_OF_PART = 30_000_000
_MOST_OF_FILE = 45_000_000
# Empty elements and attributes take far more memory as a tree than as bytes. This counts signs "<", and of "=" each as
# two; five hundred pages have less than a million.
_MOST_OF_TREE = 1_200_000
_OF_ATTRIBUTE = 2
# Of a large part of Word half is about letters, colours and who typed when. Nobody reads that: out before the tree.
_LARGE = 500_000
_NOISE = re.compile(
    rb"<w:(?:lang|proofErr|noProof|lastRenderedPageBreak|rFonts|szCs|sz|color|spacing|ind|jc|bCs|iCs|kern|tcW)\b[^<>]*/>"
    rb'| w:rsid\w*="\w*"| w14:\w+="\w*"'
)
_HEAD = 8_000
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")

UNREADABLE = (
    "Dit bestand is beschadigd: het is niet helemaal te lezen. Open het in Word of LibreOffice, sla het opnieuw op "
    "en kies het nog een keer."
)
_ANEW = "Kopieer het plan naar een nieuw, leeg document, sla dat op en kies dat."
TOO_LARGE = f"De tekst in dit bestand is te groot om te lezen. {_ANEW}"
TOO_DEEP = f"In dit bestand zitten te veel tabellen of kaders in elkaar. {_ANEW}"
OUTSIDE = f"Dit bestand wil iets lezen dat niet in het bestand zelf staat. Daarom is het niet geopend. {_ANEW}"


class Package:
    """The parts of a zip, unpacked when asked for. Raises UnreadableFile for what can't be read within bounds."""

    def __init__(self, content: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        except DAMAGED as error:
            raise UnreadableFile(UNREADABLE) from error
        self._parts = {one.filename: one for one in self._archive.infolist()}
        self._left, self._left_of_tree = _MOST_OF_FILE, _MOST_OF_TREE

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def xml(self, name: str) -> Any | None:
        """The root element of a part, or None when there is no such part."""
        if name not in self._parts:
            return None
        return parsed(_usual(self._content(name)))

    def _content(self, name: str) -> bytes:
        try:
            content = unpacked(self._archive, self._parts[name], min(_MOST_OF_PART, self._left))
        except DAMAGED as error:
            raise UnreadableFile(UNREADABLE) from error
        if content is None:
            raise UnreadableFile(TOO_LARGE)
        self._left -= len(content)
        if len(content) > _LARGE:
            content = _NOISE.sub(b"", content)
        self._left_of_tree -= content.count(b"<") + _OF_ATTRIBUTE * content.count(b"=")
        if self._left_of_tree < 0:
            raise UnreadableFile(TOO_LARGE)
        return content


def _told_of(error: str) -> str:
    """libxml2 has bounds of its own: on depth, and on one stretch of text."""
    return TOO_DEEP if "depth" in error else TOO_LARGE if "too long" in error or "huge" in error else UNREADABLE


def _usual(content: bytes) -> bytes:
    """A part of Word's strict variant (ISO/IEC 29500) with the namespaces that every other file has."""
    if b"purl.oclc.org/ooxml" not in content[:_HEAD]:
        return content
    usual = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", content)
    return usual.replace(b"/2006/customProperties", b"/2006/custom-properties")


def parsed(content: bytes) -> Any:
    """XML as a tree, without comments. Raises UnreadableFile for what is no XML, or declares a document type."""
    if b"<!DOCTYPE" in content[:_HEAD]:
        raise UnreadableFile(OUTSIDE)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(_told_of(str(error))) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableFile(OUTSIDE)
    return root
