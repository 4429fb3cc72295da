"""Word and Excel files are zip archives. The same content must give the same bytes, whatever the clock says."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)


def with_fixed_times(archive: bytes) -> bytes:
    """The same zip archive with every file in it dated 1 January 1980, so that equal content is equal bytes."""
    result = BytesIO()
    with ZipFile(BytesIO(archive)) as source, ZipFile(result, "w") as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, _EARLIEST), source.read(name), ZIP_DEFLATED)
    return result.getvalue()
