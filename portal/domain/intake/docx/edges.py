"""The headers and footers of a Word file that some page has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from portal.domain.intake.docx.names import R, W, switch
from portal.domain.intake.docx.reading import WordReading
from portal.domain.intake.docx.story import WordStory
from portal.domain.intake.edges import EdgeBlocks

_NAMES = {"header": "koptekst", "footer": "voettekst"}


def edges_of(reading: WordReading, body: Any) -> EdgeBlocks:
    """All headers and footers that are shown."""
    edges = EdgeBlocks()
    for kind, part in _shown(reading, body):
        story = WordStory(reading, reading.parts.root(part), part=part, place=_NAMES[kind])
        story.leaves_pages = True
        edges.add(story.read(), is_head=kind == "header")
    return edges


def _shown(reading: WordReading, body: Any) -> Iterator[tuple[str, str]]:
    """The kind and the part of each header and footer that some page has."""
    relations = reading.parts.relations(reading.parts.main)
    settings = reading.parts.of_main("settings")
    even = bool(switch(settings, "evenAndOddHeaders"))
    done = set()
    for section in body.iter(f"{W}sectPr"):
        first = bool(switch(section, "titlePg"))
        for one in section.iterchildren(f"{W}headerReference", f"{W}footerReference"):
            page = one.get(f"{W}type", "default")
            relation = relations.get(one.get(f"{R}id", ""))
            if relation is None or (page == "first" and not first) or (page == "even" and not even):
                continue
            if relation.kind in _NAMES and relation.target not in done and reading.parts.has(relation.target):
                done.add(relation.target)
                yield relation.kind, relation.target
