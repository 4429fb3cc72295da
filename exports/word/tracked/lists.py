"""The lists of a document that holds two texts: which list of the older text goes on as which list of the newer.

Every numbered list that is drawn has a number of its own, also when the same list is drawn twice. What is kept of an
old list must count on in the new one, whichever changes are accepted.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from exports.word.numbering import numbering_root
from exports.word.tracked.marks import Element, W

_NUMBER = re.compile(rb'(<w:numId w:val=")(\d+)"')


class Lists:
    """What the numbers of lists in this document stand for, and which ones are the same list."""

    def __init__(self, word: WordDocument) -> None:
        numbers = numbering_root(word.part).iterchildren(qn("w:num"))
        self._meaning = {one.get(qn("w:numId"), "").encode(): _meaning(one) for one in numbers}
        self._goes_on: dict[str, str] = {}
        self._taken: set[str] = set()

    def key(self, element: Element) -> bytes:
        """The XML of an element; lists that count alike are called alike."""
        return _NUMBER.sub(lambda found: found[1] + self._meaning.get(found[2], found[2]) + b'"', written(element))

    def look(self, paragraph: Element) -> bytes:
        """How a paragraph looks: its style and its place in a list; empty for an ordinary one."""
        properties = properties_of(paragraph)
        return b"" if properties is None else self.key(properties)

    def is_same_look(self, old: Element, new: Element) -> bool:
        """True when both look alike, in what is or can be one list."""
        if self.look(old) != self.look(new):
            return False
        before, after = _number(old), _number(new)
        if before is None or after is None:
            return before == after
        if before not in self._goes_on and after not in self._taken:
            self._goes_on[before] = after
            self._taken.add(after)
        return self._goes_on.get(before) == after

    def join(self, body: Element) -> None:
        """Let what is left of each old list count in the new one that it goes on as."""
        for number in body.iter(W["numId"]):
            number.set(W["val"], self._goes_on.get(number.get(W["val"]), number.get(W["val"])))


def written(element: Element) -> bytes:
    """The XML of an element, the same whatever names are known around it."""
    canonical: bytes = etree.tostring(element, method="c14n", exclusive=True)
    return canonical


def properties_of(paragraph: Element) -> Element | None:
    """A copy of the properties of a paragraph, without the marks of a change; None when it has none."""
    properties = paragraph.find(W["pPr"])
    if properties is None:
        return None
    copy = deepcopy(properties)
    for name in ("rPr", "pPrChange"):
        for one in copy.findall(W[name]):
            copy.remove(one)
    return copy if len(copy) else None


def _number(paragraph: Element) -> str | None:
    found = paragraph.find(f"{W['pPr']}/{W['numPr']}/{W['numId']}")
    return None if found is None else str(found.get(W["val"]))


def _meaning(number: Any) -> bytes:
    definition = number.find(qn("w:abstractNumId")).get(qn("w:val"))
    starts = [one.get(qn("w:val"), "") for one in number.iter(qn("w:startOverride"))]
    levels = [one.get(qn("w:ilvl"), "") for one in number.iter(qn("w:lvlOverride"))]
    return "-".join(["list", definition, *levels, *starts]).encode()
