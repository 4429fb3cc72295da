"""Numbers that belong to styles: chapters and sections count together, appendices have letters, lists have signs.

A template that numbers its own headings keeps its own look; one that does not gets these definitions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from exports.word.house_style.names import (
    APPENDIX,
    APPENDIX_PART,
    BULLET,
    HEADING_1,
    HEADING_2,
    HEADING_3,
    HEADING_INDENT,
    NUMBER,
    SMALL_BULLET,
    TOC_HEADING,
)
from exports.word.numbering import numbering_root


@dataclass(frozen=True)
class _Level:
    style: str
    kind: str
    text: str
    left: int
    hanging: int
    suffix: str = "tab"


@dataclass(frozen=True)
class _Count:
    """A definition with the style that each of its levels belongs to."""

    name: str
    levels: tuple[_Level, ...]


_COUNTS = (
    _Count(
        "Regioportaal koppen",
        (
            _Level(HEADING_1, "decimal", "%1", HEADING_INDENT, HEADING_INDENT),
            _Level(HEADING_2, "decimal", "%1.%2", HEADING_INDENT, HEADING_INDENT),
            _Level(HEADING_3, "decimal", "%1.%2.%3", HEADING_INDENT, HEADING_INDENT),
        ),
    ),
    _Count(
        "Regioportaal bijlagen",
        (
            _Level(APPENDIX, "upperLetter", "Bijlage %1 –", 0, 0, "space"),
            _Level(APPENDIX_PART, "decimal", "%1.%2", HEADING_INDENT, HEADING_INDENT),
        ),
    ),
    _Count("Regioportaal punten", (_Level(BULLET, "bullet", "•", 397, 397),)),
    _Count("Regioportaal punten in bijlagen", (_Level(SMALL_BULLET, "bullet", "•", 284, 284),)),
    _Count("Regioportaal cijfers", (_Level(NUMBER, "decimal", "%1.", 510, 510),)),
)


def number_styles(document: WordDocument, elements: Mapping[str, Any]) -> None:
    """Give each style that has no number of its own the count it belongs to. `elements`: the w:style by our name."""
    for count in _COUNTS:
        # A template that numbers its chapters and sections may leave the third level without a number.
        if any(_own_number(elements[level.style]) is None for level in count.levels[:2]):
            _add(document, count, elements)
    _silence(elements[TOC_HEADING], elements[HEADING_1])


def _silence(style: Any, chapter: Any) -> None:
    """In Word's own templates "Inhoud" builds on the heading of a chapter: it would count as one."""
    base = style.find(qn("w:basedOn"))
    if base is not None and base.get(qn("w:val")) == chapter.get(qn("w:styleId")) and _own_number(style) is None:
        style.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0


def list_definition(document: WordDocument, style: Any) -> str | None:
    """The id of the definition that numbers this w:style, to begin a list of its own with; None without one."""
    number = _own_number(style)
    for num in numbering_root(document.part).iterchildren(qn("w:num")):
        if number is not None and num.get(qn("w:numId")) == number:
            return str(num.find(qn("w:abstractNumId")).get(qn("w:val")))
    return None


def _own_number(style: Any) -> str | None:
    found = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    return None if found is None else str(found.get(qn("w:val")))


def _add(document: WordDocument, count: _Count, elements: Mapping[str, Any]) -> None:
    root = numbering_root(document.part)
    definitions = list(root.iterchildren(qn("w:abstractNum")))
    new_id = 1 + max((int(each.get(qn("w:abstractNumId"))) for each in definitions), default=-1)
    number = 1 + max((int(each.get(qn("w:numId"))) for each in root.iterchildren(qn("w:num"))), default=0)
    place = root.index(definitions[-1]) + 1 if definitions else len(root.findall(qn("w:numPicBullet")))
    root.insert(place, parse_xml(_definition(count, new_id, elements)))
    last = max(index for index, each in enumerate(root) if each.tag in (qn("w:num"), qn("w:abstractNum")))
    tied = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{new_id}"/></w:num>'
    root.insert(last + 1, parse_xml(tied))
    for index, level in enumerate(count.levels):
        _tie(elements[level.style], number, index)


def _definition(count: _Count, new_id: int, elements: Mapping[str, Any]) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{level.kind}"/>'
        f'<w:pStyle w:val="{elements[level.style].get(qn("w:styleId"))}"/><w:suff w:val="{level.suffix}"/>'
        f'<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{level.left}" w:hanging="{level.hanging}"/></w:pPr></w:lvl>'
        for index, level in enumerate(count.levels)
    )
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{new_id}"><w:multiLevelType w:val="multilevel"/>'
        f'<w:name w:val="{count.name}"/>{levels}</w:abstractNum>'
    )


def _tie(style: Any, number: int, level: int) -> None:
    """Write the number into the style, where the schema wants it: after the flags that keep lines together."""
    properties = style.get_or_add_pPr()
    old = properties.find(qn("w:numPr"))
    if old is not None:
        properties.remove(old)
    numbering = properties.get_or_add_numPr()
    if level:
        numbering.get_or_add_ilvl().val = level
    numbering.get_or_add_numId().val = number
