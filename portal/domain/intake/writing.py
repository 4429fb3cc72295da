"""Paragraphs that were read, as one text of small Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from portal.domain.intake.document import ReadParagraph


def joined(paragraphs: Iterable[ReadParagraph]) -> str:
    """The Markdown of these paragraphs as one text; empty ones are left out.

    Points of a list stand together, anything else has a blank line before it.
    """
    text, above = "", 0
    for one in paragraphs:
        if not one.markdown.strip():
            continue
        gap = "" if not text else "\n" if one.depth and above else "\n\n"
        text, above = text + gap + one.markdown, one.depth
    return text
