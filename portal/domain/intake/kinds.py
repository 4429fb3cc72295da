"""What kind of file somebody chose, told by its content; and what to do with a kind that can't be read."""

from __future__ import annotations

import zipfile
from io import BytesIO

from portal.domain.intake.document import UnreadableFile
from portal.domain.intake.opening import UNREADABLE
from portal.domain.plan.file_types import DOC, DOCX, ODT, OLE, PDF, FileType, file_type, has_macros
from portal.domain.unpacking import DAMAGED

_CHOOSE = "en kies het opnieuw."
# A bomb of empty parts would fill the memory with their names.
_MOST_PARTS = 10_000
_PART = b"PK\x01\x02"
_BLANK = b"\x00 \r\n\t"

EMPTY = "Dit bestand is leeg: er staat niets in. Kies een ander bestand."
OLD = f"Dit is een oud Word-bestand (.doc). Open het in Word, kies Opslaan als, kies .docx {_CHOOSE}"
LOCKED = f"Dit bestand is beveiligd met een wachtwoord. Sla het op zonder wachtwoord {_CHOOSE}"
MACROS = f"In dit Word-bestand zitten macro’s. Sla het op als .docx, zonder macro’s, {_CHOOSE}"
OF_PDF = (
    "Dit is een PDF{}. Daar zijn de onderdelen van het plan niet goed uit te halen. Kies het Word-bestand (.docx) of "
    "het OpenDocument-bestand (.odt) waar de PDF van gemaakt is."
)
_AS_WORD = f"Sla het op als Word-bestand (.docx) {_CHOOSE}"
OTHER = "Dit is geen Word-bestand (.docx) of OpenDocument-bestand (.odt). Sla het plan op als .docx en kies dat."
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PAGES = frozenset({"Index/Document.iwa", "Index.zip", "index.xml", "buildVersionHistory.plist"})


def kind_of(name: str, data: bytes) -> str:
    """ "docx" or "odt". Raises UnreadableFile, with what to do, for anything else."""
    if not data[:1_000].strip(_BLANK) and not data.strip(_BLANK):
        raise UnreadableFile(EMPTY)
    if not data.startswith(b"PK\x03\x04"):
        raise UnreadableFile(_told_of_plain(name, data))
    if data.count(_PART) > _MOST_PARTS:
        raise UnreadableFile(OTHER)
    names, is_locked = _looked_into(data)
    if is_locked:
        raise UnreadableFile(LOCKED)
    kind = file_type(data)
    if kind is DOCX:
        return "docx"
    if kind is ODT:
        return "odt"
    raise UnreadableFile(_told_of_zip(names, kind))


def _looked_into(data: bytes) -> tuple[set[str], bool]:
    """The names in a zip, and whether it asks for a password."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            manifest = next((one for one in infos if one.filename == "META-INF/manifest.xml"), None)
            listed = b"" if manifest is None or manifest.file_size > 1_000_000 else archive.read(manifest)
    except DAMAGED as error:
        raise UnreadableFile(UNREADABLE) from error
    is_locked = any(one.flag_bits & 1 for one in infos) or b"encryption-data" in listed
    return {one.filename for one in infos}, is_locked


def _told_of_plain(name: str, data: bytes) -> str:
    kind = file_type(data)
    if kind is PDF:
        return OF_PDF.format(f", al heet het bestand “{name}”" if name.lower().endswith((".docx", ".odt")) else "")
    if data.startswith(OLE):
        return LOCKED if _ENCRYPTED in data else OLD if kind is DOC else OTHER
    start = data[:2_000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith(b"{\\rtf"):
        return f"Dit is een RTF-bestand. Open het in Word of LibreOffice. {_AS_WORD}"
    if start.startswith((b"<!doctype html", b"<html")):
        return f"Dit is een webpagina. Open het bestand in Word of LibreOffice. {_AS_WORD}"
    return OTHER


def _told_of_zip(names: set[str], kind: FileType | None) -> str:
    if "word/document.xml" in names and has_macros(names):
        return MACROS
    if names.intersection(_PAGES):
        return f"Dit is een Pages-bestand. Kies in Pages Archief, Exporteer naar, Word {_CHOOSE}"
    if kind:
        return f"Dit is een {kind.label}-bestand. Zet het plan in een Word-bestand (.docx) en kies dat."
    return OTHER
