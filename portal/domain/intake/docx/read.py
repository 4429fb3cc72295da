"""A Word file → what stands in it."""

from __future__ import annotations

from portal.domain.intake.document import ReadDocument, UnreadableFile
from portal.domain.intake.docx.comments import comments_of
from portal.domain.intake.docx.edges import edges_of
from portal.domain.intake.docx.names import W
from portal.domain.intake.docx.parts import WordParts
from portal.domain.intake.docx.properties import properties_of
from portal.domain.intake.docx.reading import WordReading
from portal.domain.intake.docx.story import WordStory
from portal.domain.intake.drafts import frozen
from portal.domain.intake.opening import UNREADABLE, Package


def read_docx(package: Package) -> ReadDocument:
    """Read all of it. Raises UnreadableFile."""
    parts = WordParts(package)
    root = parts.root(parts.main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise UnreadableFile(UNREADABLE)
    reading = WordReading(parts)
    edges = edges_of(reading, body)
    blocks = [*edges.heads, *WordStory(reading, body, part=parts.main).read(), *edges.feet]
    comments = comments_of(reading)
    return ReadDocument(frozen(blocks, comments), "docx", reading.tally.told(), properties_of(parts))
