"""What stands in a document with tracked changes once all of them are accepted: by that it is measured and broken."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from exports.word.tracked.marks import Side, W

Element = Any  # an lxml element; python-docx and lxml have no types for it

_ID = qn("w:id")
# So that a mark which is made of another one has a number of its own.
_AWAY = 70_000


def side_of(row: Element) -> Side | None:
    """In which document only this row stands; None for both, and in a document without changes."""
    properties = row.find(W["trPr"])
    if properties is None:
        return None
    return next((side for side in Side if properties.find(W[side.value]) is not None), None)


def staying(rows: Iterable[Element]) -> list[Element]:
    """The rows that stay."""
    return [row for row in rows if side_of(row) is not Side.OLD]


def staying_paragraphs(paragraphs: Iterable[Element]) -> list[Element]:
    """The paragraphs that stay: what loses its end becomes one with the next."""
    found, goes_on = [], False
    for one in paragraphs:
        has_words, has_end = _has_words(one), one.find(f"{W['pPr']}/{W['rPr']}/{W['del']}") is None
        if has_words or (has_end and not goes_on):
            found.append(one)
        goes_on = not has_end and (has_words or goes_on)
    return found


def _has_words(paragraph: Element) -> bool:
    return next(paragraph.iter(W["t"]), None) is not None


def has_any_words(paragraph: Element) -> bool:
    """True when something stands in it, in one document or the other."""
    return any((text.text or "").strip() for text in paragraph.iter(W["t"], W["delText"]))


def mark_with_its_words(row: Element) -> None:
    """A row that only holds what came or what went came or went with it."""
    texts = [one for one in row.iter(W["t"], W["delText"]) if (one.text or "").strip()]
    marks = [next(one.iterancestors(W["ins"], W["del"]), None) for one in texts]
    kinds = {None if mark is None else mark.tag for mark in marks}
    if len(kinds) == 1 and (first := marks[0]) is not None:
        mark = deepcopy(first)
        for child in list(mark):
            mark.remove(child)
        mark.set(_ID, str(int(mark.get(_ID)) + _AWAY))
        properties = row.get_or_add_trPr()
        if not len(properties):
            etree.SubElement(properties, qn("w:cantSplit")).set(W["val"], "off")
        properties.append(mark)
