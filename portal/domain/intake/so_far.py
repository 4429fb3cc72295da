"""What the readings of any kind of file keep while they go on: what is told, remarks, and names of places."""

from __future__ import annotations

from datetime import datetime

from forms.dutch.dates import AMSTERDAM
from portal.domain.intake.document import UnreadableFile
from portal.domain.intake.opening import TOO_LARGE
from portal.domain.intake.tally import ReadingTally

# Five hundred pages hold half of each. A bomb of small things would take far more memory than its bytes.
_MOST_PARAGRAPHS, _MOST_CELLS, _MOST_PIECES = 30_000, 60_000, 300_000
# Of remarks that are open at once the first are followed, and of the words they are beside the first are kept.
_MOST_OPEN, _MOST_ABOUT = 100, 500


class SoFar:
    """One reading of one file. Raises UnreadableFile when there is more of something than a plan has."""

    def __init__(self) -> None:
        self.tally = ReadingTally()
        # The words that each remark is beside; of the remarks that are open now the name in the file and our key.
        self.about: dict[str, str] = {}
        self._open: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._paragraphs = self._cells = self._pieces = 0

    def paragraph(self) -> None:
        """A paragraph begins."""
        self._paragraphs += 1
        _require(self._paragraphs <= _MOST_PARAGRAPHS)
        self.said("\n")

    def cell(self) -> None:
        """A cell begins."""
        self._cells += 1
        _require(self._cells <= _MOST_CELLS)

    def said(self, text: str) -> None:
        """Words were read: the open remarks are about them."""
        self._pieces += 1
        _require(self._pieces <= _MOST_PIECES)
        for key in self._open.values():
            if len(self.about[key]) < _MOST_ABOUT:
                self.about[key] += text[:_MOST_ABOUT]

    def begin_remark(self, name: str, key: str) -> None:
        """From here on words are what this remark is about."""
        self.about[key] = ""
        if name and len(self._open) < _MOST_OPEN:
            self._open[name] = key

    def end_remark(self, name: str) -> None:
        """The words that this remark is about end here."""
        self._open.pop(name, None)

    def next(self, name: str) -> str:
        """The name of the next of these: "tabel 3"."""
        self._counts[name] = self._counts.get(name, 0) + 1
        return f"{name} {self._counts[name]}"


def _require(fits: bool) -> None:
    if not fits:
        raise UnreadableFile(TOO_LARGE)


def moment_of(text: str) -> datetime | None:
    """The moment of a remark. Programs write the clock of the writer; the Z that Word puts behind it is not true."""
    try:
        return datetime.fromisoformat(text[:19]).replace(tzinfo=AMSTERDAM)
    except ValueError:
        return None
