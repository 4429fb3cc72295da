"""What the styles of a Word file say of words and paragraphs: their look, their level as a heading, their list."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from portal.domain.intake.docx.names import VAL, W, is_on, number, value

_HEADING = re.compile(r"(?:heading|kop)\s*([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|titel", re.IGNORECASE)
_BODY_TEXT = 9
_SWITCHES = {
    f"{W}b": "bold",
    f"{W}i": "italic",
    f"{W}vanish": "hidden",
    f"{W}dstrike": "struck",
    f"{W}strike": "struck",
}


@dataclass(frozen=True)
class Style:
    """What a style says after those that it is based on; None where none of them says anything."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    level: int | None = None
    list_id: str | None = None
    list_level: int | None = None


_NOTHING = Style()


@dataclass(frozen=True)
class WordLook:
    """How words look."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    struck: bool = False
    raised: bool = False


class WordStyles:
    """The styles of one file, by their id."""

    def __init__(self, root: Any | None) -> None:
        elements = [] if root is None else root.findall(f"{W}style")
        self._elements = {one.get(f"{W}styleId", ""): one for one in elements}
        self._known: dict[str, Style] = {}
        self.usual = next((name for name, one in self._elements.items() if _is_usual(one)), "")
        self._look_of_styles = lru_cache(maxsize=None)(self._both)

    def of(self, name: str | None, depth: int = 20) -> Style:
        """What the style of this id says; one that is not known says nothing."""
        if not name or name not in self._elements or not depth:
            return _NOTHING
        if name not in self._known:
            element = self._elements[name]
            below = self.of(value(element, "basedOn"), depth - 1)
            self._known[name] = _over(below, _own(element))
        return self._known[name]

    def name_of(self, name: str | None) -> str:
        """The name of a style in small letters: of Word's own styles the same in every language."""
        return (value(self._elements.get(name or ""), "name") or "").lower()

    def look(self, paragraph: str | None, properties: Any | None) -> WordLook:
        """How a run looks that has these properties (`w:rPr`), in a paragraph of this style."""
        if properties is None:
            return self._look_of_styles(paragraph, None)
        below = self._look_of_styles(paragraph, value(properties, "rStyle"))
        return _shown(below, _run(properties)) if len(properties) else below

    def _both(self, paragraph: str | None, run: str | None) -> WordLook:
        """Bold in a bold paragraph is not bold (17.7.3: such properties of styles turn each other around)."""
        one, other = self.of(paragraph or self.usual), self.of(run)
        return WordLook(
            bold=bool(one.bold) is not bool(other.bold),
            italic=bool(one.italic) is not bool(other.italic),
            hidden=bool(one.hidden or other.hidden),
            struck=bool(one.struck or other.struck),
            raised=bool(other.raised if other.raised is not None else one.raised),
        )


def _is_usual(element: Any) -> bool:
    return element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {"1", "true"}


def _over(below: Style, own: Style) -> Style:
    said = {name: found for name, found in vars(own).items() if found is not None}
    return replace(below, **said)


def _own(element: Any) -> Style:
    paragraph = element.find(f"{W}pPr")
    numbers = None if paragraph is None else paragraph.find(f"{W}numPr")
    level = value(numbers, "ilvl")
    return replace(
        _run(element.find(f"{W}rPr")),
        level=_level(value(element, "name") or "", value(paragraph, "outlineLvl")),
        list_id=value(numbers, "numId"),
        list_level=None if level is None else number(level),
    )


def _level(name: str, outline: str | None) -> int | None:
    if outline is not None:
        return level_of_outline(outline)
    found = _HEADING.fullmatch(name.strip())
    return int(found[1]) if found else 1 if _TITLE.fullmatch(name.strip()) else None


def level_of_outline(outline: str) -> int:
    """The level of a heading: 1 the highest, 0 for text."""
    found = number(outline, _BODY_TEXT)
    return found + 1 if 0 <= found < _BODY_TEXT else 0


def _run(properties: Any | None) -> Style:
    said = {} if properties is None else {one.tag: one for one in properties}
    on: dict[str, Any] = {name: is_on(said[tag]) for tag, name in _SWITCHES.items() if tag in said}
    raised = said.get(f"{W}vertAlign")
    if raised is not None:
        on["raised"] = raised.get(VAL) == "superscript"
    return Style(**on) if on else _NOTHING


def _shown(below: WordLook, own: Style) -> WordLook:
    said = {name: found for name, found in vars(own).items() if found is not None and hasattr(below, name)}
    return replace(below, **said) if said else below
