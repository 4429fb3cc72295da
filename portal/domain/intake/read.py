"""The front of the readers: a file as it was uploaded → what stands in it."""

from __future__ import annotations

from portal.domain.intake.document import ReadDocument, UnreadableFile
from portal.domain.intake.docx.read import read_docx
from portal.domain.intake.kinds import kind_of
from portal.domain.intake.odt.read import read_odt
from portal.domain.intake.opening import TOO_DEEP, Package

_READERS = {"docx": read_docx, "odt": read_odt}


def read(name: str, data: bytes) -> ReadDocument:
    """Read a .docx or .odt. `name` is what the person calls it; what it is, its content tells.

    Raises UnreadableFile, whose text is a sentence for the person, for anything else and for what can't be read.
    """
    read_kind = _READERS[kind_of(name, data)]
    try:
        return read_kind(Package(data))
    except RecursionError as error:
        raise UnreadableFile(TOO_DEEP) from error
