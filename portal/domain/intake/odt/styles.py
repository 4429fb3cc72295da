"""What the styles of an OpenDocument file say of words and paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from portal.domain.intake.odt.names import FO, STYLE, TEXT, whole

_PARENT = f"{STYLE}parent-style-name"
# LibreOffice and the portal itself.
_TITLES = frozenset({"Title", "Titel"})
_BOLD = frozenset({"bold", "600", "700", "800", "900"})


@dataclass(frozen=True)
class OdtStyle:
    """What a style says after those that it is based on; None where none of them says anything."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    level: int | None = None
    list_style: str | None = None
    is_title: bool | None = None

    def over(self, below: OdtStyle) -> OdtStyle:
        """This style on top of another one."""
        return replace(below, **{name: found for name, found in vars(self).items() if found is not None})


NOTHING = OdtStyle()


class OdtStyles:
    """The styles that one part of a file uses: those everybody has, and its own automatic ones over them."""

    def __init__(self, holders: Iterable[Any | None]) -> None:
        self._elements: dict[tuple[str, str], Any] = {}
        self.lists: dict[str, Any] = {}
        for holder in holders:
            for one in () if holder is None else holder:
                if one.tag == f"{STYLE}style":
                    self._elements[one.get(f"{STYLE}family", ""), one.get(f"{STYLE}name", "")] = one
                elif one.tag == f"{TEXT}list-style":
                    self.lists[one.get(f"{STYLE}name", "")] = one
                elif one.tag == f"{TEXT}outline-style":
                    self.lists[""] = one
        self._known: dict[tuple[str, str], OdtStyle] = {}

    def of(self, family: str, name: str | None, depth: int = 20) -> OdtStyle:
        """What a style says; one that is not known says nothing."""
        key = (family, name or "")
        if key not in self._elements or not depth:
            return NOTHING
        if key not in self._known:
            element = self._elements[key]
            self._known[key] = _own(element, key[1]).over(self.of(family, element.get(_PARENT), depth - 1))
        return self._known[key]


def _own(element: Any, name: str) -> OdtStyle:
    text = element.find(f"{STYLE}text-properties")
    level = element.get(f"{STYLE}default-outline-level")
    style = NOTHING if text is None else _of_text(text)
    return replace(
        style,
        level=None if level is None else whole(level, 0, 10) if level else 0,
        list_style=element.get(f"{STYLE}list-style-name") or None,
        is_title=True if name in _TITLES else None,
    )


def _of_text(text: Any) -> OdtStyle:
    weight, slant = text.get(f"{FO}font-weight"), text.get(f"{FO}font-style")
    shown, line = text.get(f"{TEXT}display"), text.get(f"{STYLE}text-line-through-style")
    place = text.get(f"{STYLE}text-position")
    return OdtStyle(
        bold=None if weight is None else weight in _BOLD,
        italic=None if slant is None else slant in {"italic", "oblique"},
        hidden=None if shown is None else shown == "none",
        struck=None if line is None else line != "none",
        raised=None if place is None else not place.startswith(("sub", "-", "0")),
    )
