"""What may be unpacked of a zip that somebody uploads: bounds on a part, and on how much a part may swell."""

from __future__ import annotations

import zipfile
import zlib

# What zipfile raises for a file that is damaged, locked, or packed in a way it does not know.
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)

# What one part of a file may take when it is unpacked.
MOST_BYTES = 60_000_000
# Deflate packs at most 1:1032. Text of a document swells ten to fifty times; a bomb a thousand times.
_MOST_SWELLING = 400
# A small part may swell as it likes.
_SMALL = 2_000_000


def swells(part: zipfile.ZipInfo, most: int = MOST_BYTES) -> bool:
    """True for a part that says it is too large to unpack, or for XML that swells as no document does.

    A picture may: one that is all white swells a thousand times.
    """
    is_text = part.filename.lower().endswith((".xml", ".rels"))
    return part.file_size > most or (is_text and part.file_size > max(_SMALL, _MOST_SWELLING * part.compress_size))


def unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int = MOST_BYTES) -> bytes | None:
    """The bytes of a part, or None when there are more than the bounds allow, whatever the part says of itself.

    Raises what zipfile raises for a damaged one.
    """
    if swells(part, most):
        return None
    with archive.open(part) as member:
        content = member.read(most + 1)
    return content if len(content) <= most else None
