"""The signs in front of the points of a list, counted as LibreOffice counts them (ODF 1.3 part 3, 19.798 and 16.32)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from portal.domain.intake.counting import WRITERS, ListCounts
from portal.domain.intake.drafts import BULLET, PLAIN_BULLETS
from portal.domain.intake.odt.names import LOEXT, STYLE, TEXT, XML, whole
from portal.domain.intake.odt.styles import OdtStyles

_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_PLACE = re.compile(r"%([0-9]{1,2})%")
_DEEPEST = 10
_LONGEST = 60


@dataclass(frozen=True)
class _OdtLevel:
    start: int = 1
    kind: str = "none"
    before: str = ""
    after: str = ""
    shows: int = 1
    pattern: str = ""
    bullet: str = ""


@dataclass
class OpenList:
    """A list that is being read: its style, how deep it is (from 1), and the counts that it shares.

    `continues` until it has a point of its own: LibreOffice says that the outermost list goes on, and means all in it.
    """

    style: str
    depth: int
    counts: ListCounts = field(default_factory=ListCounts)
    continues: bool = False


class OdtLists:
    """Counts the lists of one part of a file."""

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self._levels: dict[tuple[str, int], _OdtLevel] = {}
        self._named: dict[str | None, OpenList] = {}
        self._last: dict[str, OpenList] = {}
        self._headings = OpenList("", 1)

    def opened(self, element: Any, outer: OpenList | None, usual: str) -> OpenList:
        """Begin a `text:list`. `usual` is the style that its first paragraph would give it."""
        style = element.get(f"{TEXT}style-name") or (outer.style if outer else usual)
        continues = element.get(f"{TEXT}continue-numbering") == "true"
        before = self._named.get(element.get(f"{TEXT}continue-list") or "")
        if outer is not None:
            found = OpenList(style, outer.depth + 1, outer.counts, continues or outer.continues)
            if not found.continues:
                found.counts.now.pop(outer.depth, None)
        elif before is not None or (continues and style in self._last):
            found = OpenList(style, 1, (before or self._last[style]).counts, continues=True)
        else:
            found = OpenList(style, 1)
        self._named[element.get(f"{XML}id")] = found
        if outer is None:
            self._last[style] = found
        return found

    def sign(self, chosen: OpenList, start: str | None) -> str:
        """Count a point; `start` is the number that it says it has."""
        place = min(chosen.depth, _DEEPEST) - 1
        if start:
            chosen.counts.now[place] = whole(start, 1, 100_000) - 1
        chosen.continues = False
        chosen.counts.step(place, self._level(chosen.style, place).start)
        return self._written(chosen, place)

    def heading(self, level: int) -> str:
        """The number of a heading, "" where headings have none."""
        return self.sign(OpenList("", level, self._headings.counts), None)

    def _written(self, chosen: OpenList, place: int) -> str:
        how = self._level(chosen.style, place)
        if how.bullet:
            return how.bullet if how.bullet in PLAIN_BULLETS else BULLET
        if how.kind == "none":
            return f"{how.before}{how.after}".strip()
        if how.pattern:
            return _PLACE.sub(lambda one: self._number(chosen, int(one[1]) - 1), how.pattern).strip()
        first = max(0, place + 1 - how.shows)
        numbers = [self._number(chosen, at) for at in range(first, place + 1)]
        return f"{how.before}{'.'.join(filter(None, numbers))}{how.after}".strip()

    def _number(self, chosen: OpenList, place: int) -> str:
        how = self._level(chosen.style, place)
        return WRITERS.get(how.kind, str)(chosen.counts.now.get(place, how.start))

    def _level(self, style: str, place: int) -> _OdtLevel:
        key = (style, place)
        if key not in self._levels:
            holder = self._styles.lists.get(style)
            found = [] if holder is None else [one for one in holder if one.get(f"{TEXT}level") == str(place + 1)]
            self._levels[key] = _read(found[0]) if found else _OdtLevel()
        return self._levels[key]


def _read(element: Any) -> _OdtLevel:
    if element.tag not in {f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style"}:
        return _OdtLevel(bullet=element.get(f"{TEXT}bullet-char") or BULLET)
    return _OdtLevel(
        start=whole(element.get(f"{TEXT}start-value"), 1, 100_000),
        kind=_FORMATS.get(element.get(f"{STYLE}num-format", ""), "decimal"),
        before=element.get(f"{STYLE}num-prefix", "")[:_LONGEST],
        after=element.get(f"{STYLE}num-suffix", "")[:_LONGEST],
        shows=whole(element.get(f"{TEXT}display-levels"), 1, _DEEPEST),
        pattern=(element.get(f"{STYLE}num-list-format") or element.get(f"{LOEXT}num-list-format") or "")[:_LONGEST],
    )
