"""Fields: an instruction that is not shown, and its result that is (17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from portal.domain.intake.docx.names import W, number, switch, value

_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_PAGES = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b", re.IGNORECASE)
# Nobody looks further than this into fields that stand in each other.
_NEAREST = 5


@dataclass
class _Open:
    instruction: str = ""
    shows: bool = False
    href: str | None = None


class Fields:
    """The fields that are open while a story is read. They may run over several paragraphs."""

    def __init__(self, story: Any) -> None:
        self._open: list[_Open] = []
        # How many of them are still at their instruction.
        self._unshown = 0
        # One that never ends is none: everything behind it would be gone.
        self._broken = _unended(story)

    @property
    def shows(self) -> bool:
        """True where text is seen: outside fields, or in the result of all that are open."""
        return not self._unshown

    @property
    def href(self) -> str | None:
        """The address of the innermost link."""
        return next((one.href for one in self._open[-1:-_NEAREST:-1] if one.href), None)

    @property
    def counts_pages(self) -> bool:
        """True in a number of a page."""
        return any(_PAGES.match(one.instruction) for one in self._open[-_NEAREST:])

    def take(self, element: Any) -> None:
        """Take a `w:fldChar`: a field begins, goes on with its result, or ends."""
        if element in self._broken:
            return
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._open.append(_Open())
            self._unshown += 1
        elif self._open and kind == "separate":
            self._unshown -= not self._open[-1].shows
            self._open[-1].shows = True
            self._open[-1].href = link_of(self._open[-1].instruction)
        elif self._open and kind == "end":
            self._unshown -= not self._open.pop().shows

    def instruct(self, text: str) -> None:
        """Take a piece of an instruction."""
        if self._open and not self._open[-1].shows:
            self._open[-1].instruction += text


def _unended(story: Any) -> set[Any]:
    begun: list[Any] = []
    for one in story.iter(f"{W}fldChar"):
        if one.get(f"{W}fldCharType") == "begin":
            begun.append(one)
        elif one.get(f"{W}fldCharType") == "end" and begun:
            begun.pop()
    return set(begun)


def link_of(instruction: str) -> str | None:
    """The address of a field that is a link."""
    found = _LINK.match(instruction)
    return found[1] if found else None


def is_page_number(instruction: str) -> bool:
    """True for a field that counts pages."""
    return bool(_PAGES.match(instruction))


def shown_by_form(data: Any | None) -> str:
    """What an old form field shows that has no result of its own."""
    box = None if data is None else data.find(f"{W}checkBox")
    if box is not None:
        ticked = switch(box, "checked")
        return "☒" if (switch(box, "default") if ticked is None else ticked) else "☐"
    choices = None if data is None else data.find(f"{W}ddList")
    if choices is None:
        return ""
    entries = [one.get(f"{W}val", "") for one in choices.findall(f"{W}listEntry")]
    chosen = number(value(choices, "result") or value(choices, "default"))
    return entries[chosen] if 0 <= chosen < len(entries) else ""
