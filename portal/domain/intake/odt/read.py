"""An OpenDocument text → what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from forms.cleaning import clean_line
from portal.domain.intake.document import Comment, ReadDocument, UnreadableFile
from portal.domain.intake.drafts import frozen
from portal.domain.intake.edges import EdgeBlocks
from portal.domain.intake.odt.lists import OdtLists
from portal.domain.intake.odt.names import META, OFFICE, STYLE, TEXT, words_of_element
from portal.domain.intake.odt.reading import OdtReading
from portal.domain.intake.odt.story import OdtStory
from portal.domain.intake.odt.styles import OdtStyles
from portal.domain.intake.opening import UNREADABLE, Package
from portal.domain.intake.tally import Left

_MOST_PROPERTIES, _LONGEST = 100, 1_000


def read_odt(package: Package) -> ReadDocument:
    """Read all of it. Raises UnreadableFile."""
    content, common = package.xml("content.xml"), package.xml("styles.xml")
    body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableFile(UNREADABLE)
    reading = OdtReading()
    edges = _edges(reading, common)
    blocks = _story(reading, common, content).read(body)
    _tell_changes(reading, body)
    comments = {key: (_about(reading, key, one),) for key, one in reading.remarks.items()}
    everything = [*edges.heads, *blocks, *edges.feet]
    return ReadDocument(frozen(everything, comments), "odt", reading.tally.told(), _properties(package))


def _story(reading: OdtReading, common: Any | None, own: Any, place: str = "") -> OdtStory:
    """A story with the styles of everybody and those of its own part."""
    holders = [
        None if common is None else common.find(f"{OFFICE}styles"),
        None if own is None else own.find(f"{OFFICE}automatic-styles"),
    ]
    styles = OdtStyles(holders)
    return OdtStory(reading, styles, OdtLists(styles), place=place)


def _edges(reading: OdtReading, common: Any | None) -> EdgeBlocks:
    edges = EdgeBlocks()
    for element in () if common is None else common.iter(*_HEADS, *_FEET):
        if element.get(f"{STYLE}display") == "false":
            continue
        is_head = element.tag in _HEADS
        story = _story(reading, common, common, "koptekst" if is_head else "voettekst")
        story.leaves_pages = True
        edges.add(story.read(element), is_head=is_head)
    return edges


def _tell_changes(reading: OdtReading, body: Any) -> None:
    """What was removed stands apart from the text already; what was added is text."""
    for one in body.iter(f"{TEXT}changed-region"):
        for change in one:
            if change.tag == f"{TEXT}deletion":
                reading.tally.add(Left.REMOVED, words=_words_of(change))
            elif change.tag == f"{TEXT}insertion":
                reading.tally.add(Left.INSERTED)


def _words_of(change: Any) -> str:
    return " ".join(words_of_element(one) for one in change.iter(f"{TEXT}p", f"{TEXT}h"))


def _about(reading: OdtReading, key: str, remark: Comment) -> Comment:
    return replace(remark, about=clean_line(reading.about[key]))


def _properties(package: Package) -> tuple[tuple[str, str], ...]:
    root = package.xml("meta.xml")
    return tuple(_named(root))[:_MOST_PROPERTIES] if root is not None else ()


def _named(root: Any) -> Iterator[tuple[str, str]]:
    for one in root.iter(f"{META}user-defined"):
        yield one.get(f"{META}name", ""), words_of_element(one)[:_LONGEST]


_HEADS = tuple(f"{STYLE}{name}" for name in ("header", "header-first", "header-left"))
_FEET = tuple(f"{STYLE}{name}" for name in ("footer", "footer-first", "footer-left"))
