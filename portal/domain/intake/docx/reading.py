"""What the walks through one Word file share: its parts, styles, lists, notes and remarks, and what is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.domain.intake.counting import WRITERS, raised
from portal.domain.intake.docx.names import ID, W, value
from portal.domain.intake.docx.numbering import Numbering
from portal.domain.intake.docx.parts import WordParts
from portal.domain.intake.docx.styles import WordStyles
from portal.domain.intake.so_far import SoFar


class Notes:
    """The footnotes or endnotes of a file, numbered in the order in which the text points to them."""

    def __init__(self, parts: WordParts, kind: str, name: str, usual: str) -> None:
        root = parts.of_main(f"{kind}s")
        settings = parts.of_main("settings")
        said = value(None if settings is None else settings.find(f"{W}{kind}Pr"), "numFmt")
        self.part = parts.name_of(f"{kind}s")
        self._name = name
        self._writes = WRITERS.get(said or usual, str)
        self._elements = {} if root is None else {one.get(ID, ""): one for one in root.findall(f"{W}{kind}")}
        self._numbers: dict[str, int] = {}

    def element(self, note: str) -> Any | None:
        """The note with this id; None when there is none."""
        return self._elements.get(note)

    def is_read(self, note: str) -> bool:
        """True for one that the text pointed to before."""
        return note in self._numbers

    def mark(self, note: str) -> str:
        """Its number as it stands in the text, raised."""
        return raised(self._writes(self._number(note)))

    def place(self, note: str) -> str:
        """Where it stands, for people."""
        return f"{self._name} {self._writes(self._number(note))}"

    def _number(self, note: str) -> int:
        return self._numbers.setdefault(note, len(self._numbers) + 1)


class WordReading(SoFar):
    """One reading of one Word file."""

    def __init__(self, parts: WordParts) -> None:
        super().__init__()
        self.parts = parts
        self.styles = WordStyles(parts.of_main("styles"))
        self.numbering = Numbering(parts.of_main("numbering"))
        self.notes: Mapping[str, Notes] = {
            f"{W}footnoteReference": Notes(parts, "footnote", "voetnoot", "decimal"),
            f"{W}endnoteReference": Notes(parts, "endnote", "eindnoot", "lowerRoman"),
        }
