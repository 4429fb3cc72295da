"""Files of Word, Excel and OpenDocument are zip archives: the same content, the same bytes, whatever the clock says."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

# The earliest moment that a zip archive can hold.
EARLIEST = (1980, 1, 1, 0, 0, 0)
# The part of an OpenDocument file that says what it is, to be read without unpacking (ODF 1.3 part 2, 3.3).
KIND = "mimetype"


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip archive of these files in this order, each dated 1 January 1980."""
    result = BytesIO()
    with ZipFile(result, "w") as target:
        for name, content in files.items():
            target.writestr(ZipInfo(name, EARLIEST), content, ZIP_STORED if name == KIND else ZIP_DEFLATED)
    return result.getvalue()


def with_fixed_times(archive: bytes) -> bytes:
    """The same zip archive with fixed dates, so that equal content is equal bytes."""
    with ZipFile(BytesIO(archive)) as source:
        return zipped({name: source.read(name) for name in source.namelist()})
