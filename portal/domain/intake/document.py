"""What a reader found in a file: paragraphs and tables in reading order, each with its place; no meaning yet.

A reader leaves no visible word out. Of tracked changes it gives what stands there when all are accepted. What it
changed or could not carry over it tells (`ReadDocument.told`), in Dutch, ready for the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime


class UnreadableFile(Exception):
    """A file that can't be read; its text is a Dutch sentence for the person: what it is, where, and what to do."""


@dataclass(frozen=True)
class Comment:
    """A remark beside the text, as Word and Writer have them. `about` holds the words it is beside, maybe none."""

    author: str
    text: str
    about: str
    made_at: datetime | None = None


@dataclass(frozen=True)
class ReadParagraph:
    """A paragraph. `text` is what one reads; `markdown` the same in small Markdown. Both may hold line ends.

    `sign` is what the list puts in front ("•", "1.", "5a.1."), "" outside lists; `depth` how deep in lists, from 1.
    `markdown` carries it ("- " for any bullet), and the indent of its depth; `text` does not. A number that somebody
    typed stands in `text`. Points join with one line end, everything else with a blank line (`writing.joined`).
    `place` is where it stands, for people: "tabel 2, rij 4", "voetnoot 1", "tekstvak 1". `ids` are the invisible marks
    that a document of the portal carries here. `level` is that of a heading (1 the highest), 0 for none.
    """

    text: str
    markdown: str
    place: str
    level: int = 0
    sign: str = ""
    depth: int = 0
    ids: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True)
class ReadCell:
    """A cell, once: a merged one stands where it begins. Spans count the grid of the table."""

    blocks: tuple[ReadBlock, ...]
    column: int
    column_span: int = 1
    row_span: int = 1


@dataclass(frozen=True)
class ReadRow:
    """The cells that begin in this row, and the invisible marks of the row."""

    cells: tuple[ReadCell, ...]
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadTable:
    """A table. `heads` counts the rows the file itself marks as heads."""

    rows: tuple[ReadRow, ...]
    place: str
    heads: int = 0


ReadBlock = ReadParagraph | ReadTable


@dataclass(frozen=True)
class ReadDocument:
    """A file as it was read: its blocks in reading order; footnotes, headers with words and text boxes among them.

    `kind` is "docx" or "odt". `properties` are what the portal itself wrote in the file (which plan, which revision).
    """

    blocks: tuple[ReadBlock, ...]
    kind: str
    told: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()

    def paragraphs(self) -> Iterator[ReadParagraph]:
        """Every paragraph, those in tables included, in reading order."""
        return paragraphs_of(self.blocks)


def paragraphs_of(blocks: tuple[ReadBlock, ...]) -> Iterator[ReadParagraph]:
    """Every paragraph in these blocks, those in tables included, in reading order."""
    for block in blocks:
        if isinstance(block, ReadParagraph):
            yield block
            continue
        for row in block.rows:
            for cell in row.cells:
                yield from paragraphs_of(cell.blocks)
