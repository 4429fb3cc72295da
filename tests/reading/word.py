"""Reads a made Word file as Word would show it: numbers before headings, fields, bookmarks and parts."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def opened(content: bytes) -> WordDocument:
    """The file as python-docx reads it."""
    return Document(BytesIO(content))


def parts(content: bytes, start: str) -> dict[str, bytes]:
    """The parts of the file whose names begin like this."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.startswith(start)}


def styled(document: WordDocument, *names: str) -> list[Paragraph]:
    """The paragraphs of the body with one of these styles, in order."""
    return [one for one in document.paragraphs if one.style is not None and one.style.name in names]


def shown(element: Any) -> str:
    """The text of a paragraph as it is shown: results of fields, and not their instructions."""
    pieces = {
        qn("w:t"): lambda one: one.text or "",
        qn("w:tab"): lambda one: "\t",
        qn("w:noBreakHyphen"): lambda one: "-",
    }
    runs = (child for run in element.iter(qn("w:r")) for child in run)
    return "".join(pieces[child.tag](child) for child in runs if child.tag in pieces)


def numbered(document: WordDocument) -> Iterator[tuple[Paragraph, str]]:
    """Each paragraph with the number that Word counts for it from its style ("2.1", "Bijlage A –"), or ""."""
    levels = _levels(document)
    counts: dict[tuple[str, int], int] = {}
    for paragraph in document.paragraphs:
        level = levels.get(paragraph.style.style_id)
        yield paragraph, "" if level is None else _count(counts, *level)


def _levels(document: WordDocument) -> dict[str, tuple[str, int, Any]]:
    """For each style that is tied to a level of a definition: the definition, the level and its w:lvl."""
    root = document.part.numbering_part.element
    found = {}
    for definition in root.iterchildren(qn("w:abstractNum")):
        for level in definition.iterchildren(qn("w:lvl")):
            tied = level.find(qn("w:pStyle"))
            if tied is not None:
                name = definition.get(qn("w:abstractNumId"))
                found[tied.get(qn("w:val"))] = (name, int(level.get(qn("w:ilvl"))), level)
    return found


def _count(counts: dict[tuple[str, int], int], name: str, level: int, declared: Any) -> str:
    counts[name, level] = counts.get((name, level), 0) + 1
    for deeper in [key for key in counts if key[0] == name and key[1] > level]:
        del counts[deeper]
    text = str(declared.find(qn("w:lvlText")).get(qn("w:val")))
    kinds = {int(one.get(qn("w:ilvl"))): one.find(qn("w:numFmt")).get(qn("w:val")) for one in declared.getparent()
             if one.tag == qn("w:lvl")}  # fmt: skip
    for index in range(level + 1):
        number = counts.get((name, index), 0)
        sign = LETTERS[number - 1] if kinds[index] == "upperLetter" else str(number)
        text = text.replace(f"%{index + 1}", sign)
    return text


def bookmarks(document: WordDocument) -> dict[str, str]:
    """The text of the paragraph that each bookmark stands in, by its name."""
    body = document.element.body
    return {one.get(qn("w:name")): shown(one.getparent()) for one in body.iter(qn("w:bookmarkStart"))}


def links(element: Any) -> list[tuple[str, str]]:
    """The links inside the document: what they say, and their bookmark."""
    found = element.iter(qn("w:hyperlink"))
    return [(shown(one), one.get(qn("w:anchor"))) for one in found if one.get(qn("w:anchor"))]


def instructions(element: Any) -> list[str]:
    """The fields, by what they are told to do."""
    return [(one.text or "").strip() for one in element.iter(qn("w:instrText"))]
