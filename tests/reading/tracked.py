"""Accepts or rejects all tracked changes of a Word file, as Word does: written from the standard, not from our maker.

ECMA-376 part 1, 17.13.5: a paragraph whose end goes becomes one with the next, and looks as that one does.
"""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

# What goes, and what only loses its mark.
_ACCEPT = ("w:del", "w:ins")
_REJECT = ("w:ins", "w:del")


def accepted(content: bytes, part: str = "word/document.xml") -> Any:
    """The part as it is when everything is accepted."""
    return _settled(content, part, *_ACCEPT, keeps_old_look=False)


def rejected(content: bytes, part: str = "word/document.xml") -> Any:
    """The part as it is when everything is rejected."""
    return _settled(content, part, *_REJECT, keeps_old_look=True)


def plain(content: bytes, part: str = "word/document.xml") -> Any:
    """The part as it is."""
    return etree.fromstring(ZipFile(BytesIO(content)).read(part))


def _settled(content: bytes, part: str, goes: str, stays: str, *, keeps_old_look: bool) -> Any:
    root = plain(content, part)
    for change in list(root.iter(qn("w:pPrChange"))):
        properties = change.getparent()
        properties.remove(change)
        if keeps_old_look:
            _look_as_before(properties, change)
    _settle_rows(root, goes, stays)
    for run_mark in [one for one in root.iter(qn(goes)) if one.getparent().tag not in (qn("w:rPr"), qn("w:trPr"))]:
        run_mark.getparent().remove(run_mark)
    for run_mark in [one for one in root.iter(qn(stays)) if one.getparent().tag not in (qn("w:rPr"), qn("w:trPr"))]:
        for run in list(run_mark):
            run_mark.addprevious(run)
        run_mark.getparent().remove(run_mark)
    for text in root.iter(qn("w:delText")):
        text.tag = qn("w:t")
    _settle_ends(root, goes, stays)
    return root


def _look_as_before(properties: Any, change: Any) -> None:
    kept = [one for one in properties if one.tag == qn("w:rPr")]
    for one in list(properties):
        properties.remove(one)
    properties.extend([*deepcopy(change[0]), *kept])


def _settle_rows(root: Any, goes: str, stays: str) -> None:
    for row in list(root.iter(qn("w:tr"))):
        properties = row.find(qn("w:trPr"))
        if properties is None:
            continue
        if properties.find(qn(goes)) is not None:
            row.getparent().remove(row)
        elif (mark := properties.find(qn(stays))) is not None:
            properties.remove(mark)
    for table in [one for one in root.iter(qn("w:tbl")) if one.find(qn("w:tr")) is None]:
        table.getparent().remove(table)


def _settle_ends(root: Any, goes: str, stays: str) -> None:
    for paragraph in list(root.iter(qn("w:p"))):
        look = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
        if look is None:
            continue
        gone = look.find(qn(goes)) is not None
        for mark in [one for one in look if one.tag in (qn(goes), qn(stays))]:
            look.remove(mark)
        if gone:
            _become_one_with_next(paragraph)


def _become_one_with_next(paragraph: Any) -> None:
    words = [one for one in paragraph if one.tag != qn("w:pPr")]
    following = paragraph.getnext()
    if following is not None and following.tag == qn("w:p"):
        place = int(following.find(qn("w:pPr")) is not None)
        following[place:place] = words
    elif any(one.text for one in paragraph.iter(qn("w:t"))):
        return
    paragraph.getparent().remove(paragraph)


def outline(holder: Any) -> list[Any]:
    """Paragraphs with their level, words and looks; tables as rows of cells."""
    found: list[Any] = []
    for one in holder:
        if one.tag == qn("w:p"):
            found.append(_paragraph(one))
        elif one.tag == qn("w:tbl"):
            rows = one.iterchildren(qn("w:tr"))
            found.append([[outline(cell) for cell in row.iterchildren(qn("w:tc"))] for row in rows])
    return found


def _paragraph(paragraph: Any) -> tuple[str, ...]:
    words: list[tuple[str, str]] = []
    for run in paragraph.iter(qn("w:r")):
        look = run.find(qn("w:rPr"))
        dress = "" if look is None else " ".join(etree.QName(one).localname for one in look if one.tag != qn("w:sz"))
        link = run.getparent() if run.getparent().tag == qn("w:hyperlink") else None
        dress += "" if link is None else str(link.get(qn("r:id")) is not None)
        text = "".join({"br": "\n", "tab": "\t"}.get(etree.QName(one).localname, one.text or "") for one in run)
        if words and words[-1][0] == dress:
            words[-1] = dress, words[-1][1] + text
        elif text:
            words.append((dress, text))
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    level = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:ilvl')}")
    return (
        "" if style is None else style.get(qn("w:val")),
        "" if level is None else f"level {level.get(qn('w:val'))}",
        *(f"{dress}|{text}" for dress, text in words if text),
    )
