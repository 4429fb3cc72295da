"""The archive that openpyxl's writer fills with the parts of a streamed workbook."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from exports.archive import EARLIEST
from exports.look.conform import STRINGS_PATH, SharedStrings, edited

_COPIED_AT_ONCE = 1 << 20


class ConformingArchive:
    """The zip archive that openpyxl's writer fills: parts are put right on their way in and dated alike.

    `edits` tells per part what is put right; `strings` is written last.
    """

    def __init__(self, target: IO[bytes], edits: Mapping[str, Callable[[Any], None]], strings: SharedStrings) -> None:
        self._archive = ZipFile(target, "w")
        self._edits = edits
        self._strings = strings

    def writestr(self, name: str, content: bytes | str) -> None:
        """Take a part as it is made."""
        data = content.encode() if isinstance(content, str) else content
        edit = self._edits.get(name)
        self._archive.writestr(_dated(name), edited(data, edit) if edit else data, ZIP_DEFLATED)

    def write(self, source: IO[bytes], name: str) -> None:
        """Take a part from a file, piece by piece."""
        source.seek(0)
        with self._archive.open(_dated(name), "w") as target:
            shutil.copyfileobj(source, target, _COPIED_AT_ONCE)

    def namelist(self) -> list[str]:
        """The parts so far."""
        return self._archive.namelist()

    def close(self) -> None:
        """Add the shared strings and finish."""
        with self._archive.open(_dated(STRINGS_PATH), "w") as target:
            self._strings.write(target)
        self._archive.close()


def _dated(name: str) -> ZipInfo:
    info = ZipInfo(name, EARLIEST)
    info.compress_type = ZIP_DEFLATED
    return info
