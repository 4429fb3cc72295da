"""What the coördinator says of each theme, with the quotes that were chosen for it."""

from __future__ import annotations

from collections.abc import Iterator

from exports.national.tree import Blok, Kopje
from exports.national.writer import ReportWriter


def themes_told(s: ReportWriter, soort: str) -> Iterator[Blok]:
    """The themes of which something is said or quoted, under their names, in the order of the code book."""
    for label, token, code in s.themes(soort):
        if code and has_been_told(s, token):
            yield Kopje(label)
            yield from s.said_of(token)
            yield from s.quoted(soort, token)


def has_been_told(s: ReportWriter, token: str) -> bool:
    """True when a person said or quoted something of this theme."""
    return bool(s.said_of(token)) or any(one.sleutel == token for one in s.quotes)
