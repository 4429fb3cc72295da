"""Real Word lists: one definition for bullets and one for numbers per document, and a new count for every list.

Word counts per ``w:num``. A list that begins again is a new ``w:num`` on the same definition, with a start override on
its own level (ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.document import DocumentPart
from docx.parts.numbering import NumberingPart
from lxml import etree

LEVELS = 9
_BULLETS = "Regioportaal opsomming"
_NUMBERS = "Regioportaal nummering"
_BULLET_SIGNS = ("•", "–", "▪")
_INDENT = 357  # twentieths of a point: 0,63 cm a level, as Word's own lists in a Dutch template


def indent(level: int) -> int:
    """Return where the text of a point on this level (0 is the outermost) begins, in twentieths of a point."""
    return _INDENT * (level + 1)


class ListNumbering:
    """Gives list paragraphs of one document their number id."""

    def __init__(self, part: DocumentPart) -> None:
        self._root = numbering_root(part)
        taken = [int(num.get(qn("w:numId"))) for num in self._root.iterchildren(qn("w:num"))]
        self._last = max(taken, default=0)
        self._bullets = self._num_of(_BULLETS)

    def bullets(self) -> int:
        """Return the number id of bullets; one serves the whole document."""
        if self._bullets is None:
            self._bullets = self._add_num(self._definition(_BULLETS))
        return self._bullets

    def numbers(self, level: int, start: int, *, definition: str | None = None) -> int:
        """Return the number id of a new numbered list that counts from ``start`` on ``level`` (0 is the outermost).

        ``definition`` is the id of the w:abstractNum it looks like, if not ours.
        """
        num_id = self._add_num(definition or self._definition(_NUMBERS))
        override = etree.SubElement(self._root[-1], qn("w:lvlOverride"), {qn("w:ilvl"): str(level)})
        etree.SubElement(override, qn("w:startOverride"), {qn("w:val"): str(start)})
        return num_id

    def worded(self, word: str, start: int, *, left: int) -> int:
        """Return the number id of a new list whose points are called "Les 3", "Les 4": ``word`` and a number.

        ``left`` is where the text of a point begins, in twentieths of a point.
        """
        name = f"{_NUMBERS} {word}"
        found = self._find(name)
        if found is None:
            found = self._insert(lambda new_id: _worded_xml(name, new_id, word, left))
        num_id = self._add_num(found)
        override = etree.SubElement(self._root[-1], qn("w:lvlOverride"), {qn("w:ilvl"): "0"})
        etree.SubElement(override, qn("w:startOverride"), {qn("w:val"): str(start)})
        return num_id

    def _add_num(self, definition: str) -> int:
        self._last += 1
        num = etree.SubElement(self._root, qn("w:num"), {qn("w:numId"): str(self._last)})
        etree.SubElement(num, qn("w:abstractNumId"), {qn("w:val"): definition})
        return self._last

    def _num_of(self, name: str) -> int | None:
        definition = self._find(name)
        for num in self._root.iterchildren(qn("w:num")):
            if definition is not None and num.find(qn("w:abstractNumId")).get(qn("w:val")) == definition:
                return int(num.get(qn("w:numId")))
        return None

    def _find(self, name: str) -> str | None:
        for definition in self._root.iterchildren(qn("w:abstractNum")):
            named = definition.find(qn("w:name"))
            if named is not None and named.get(qn("w:val")) == name:
                return str(definition.get(qn("w:abstractNumId")))
        return None

    def _definition(self, name: str) -> str:
        return self._find(name) or self._insert(lambda new_id: _definition_xml(name, new_id))

    def _insert(self, write: Callable[[str], str]) -> str:
        """Put a new definition after the others: before every w:num, as the schema wants. Returns its id."""
        definitions = list(self._root.iterchildren(qn("w:abstractNum")))
        new_id = str(max((int(each.get(qn("w:abstractNumId"))) for each in definitions), default=-1) + 1)
        place = self._root.index(definitions[-1]) + 1 if definitions else _place_of_first(self._root)
        self._root.insert(place, parse_xml(write(new_id)))
        return new_id


def _place_of_first(root: etree._Element) -> int:
    """Only picture bullets may stand before the definitions."""
    return len(root.findall(qn("w:numPicBullet")))


def numbering_root(part: DocumentPart) -> etree._Element:
    """Return the w:numbering of a document; an empty one is added to a document without lists."""
    return _numbering_part(part).element


def _numbering_part(part: DocumentPart) -> NumberingPart:
    """python-docx opens a numbering part, but can not make one for a template that has no lists."""
    try:
        return cast(NumberingPart, part.part_related_by(RELATIONSHIP_TYPE.NUMBERING))
    except KeyError:
        root = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        name = PackURI("/word/numbering.xml")
        numbering = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, root, part.package)
        part.relate_to(numbering, RELATIONSHIP_TYPE.NUMBERING)
        return numbering


def _definition_xml(name: str, abstract_id: str) -> str:
    levels = "".join(_level_xml(level, is_bullet=name == _BULLETS) for level in range(LEVELS))
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract_id}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f'<w:name w:val="{name}"/>{levels}</w:abstractNum>'
    )


def _worded_xml(name: str, abstract_id: str, word: str, left: int) -> str:
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract_id}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:name w:val="{escape(name)}"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{escape(word)} %1"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{left}"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:lvl>'
        "</w:abstractNum>"
    )


def _level_xml(level: int, *, is_bullet: bool) -> str:
    format_, sign = ("bullet", _BULLET_SIGNS[level % 3]) if is_bullet else ("decimal", f"%{level + 1}.")
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/><w:lvlText w:val="{sign}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent(level)}" w:hanging="{_INDENT}"/></w:pPr></w:lvl>'
    )
