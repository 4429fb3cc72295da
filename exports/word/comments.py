"""Remarks as the comments of Word: beside the label of a part or beside an action, with replies as replies.

Word keeps what is a reply to what in a part of its own (commentsExtended, MS-DOCX 2.5.3), by the number of a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

from exports.cells import xml_text
from exports.look.house import in_utc
from exports.remarks import PaperRemark, SaidWord
from exports.word.tables import KEY
from forms.richtext import to_plain

Element = Any  # an lxml element; python-docx and lxml have no types for it

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_NAME = PackURI("/word/commentsExtended.xml")
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
_RELATION = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
# Numbers of paragraphs are eight hexadecimal digits, below 80000000.
_FIRST_PARAGRAPH = 0x10000000
_LONGEST_NAME = 80
_STYLES = (
    ("CommentReference", "annotation reference", WD_STYLE_TYPE.CHARACTER, 8),
    ("CommentText", "annotation text", WD_STYLE_TYPE.PARAGRAPH, 10),
)


def add_remarks(word: WordDocument, remarks: Sequence[PaperRemark]) -> None:
    """Put the remarks beside what they are about; one whose place is not in the document stands beside its title.

    When all stands in its place: what is moved afterwards would lose them.
    """
    if not remarks:
        return
    _add_styles(word)
    places = _places(word)
    threads: list[tuple[str, str]] = []
    for remark in remarks:
        run = next((places[key] for key in remark.plekken if key in places), places[""])
        first = ""
        for said in (remark.begin, *remark.daarna):
            number = _add(word, run, said, len(threads))
            threads.append((number, first))
            first = first or number
    _say_what_is_a_reply(word, threads)


def _add_styles(word: WordDocument) -> None:
    """The two styles that python-docx gives to a comment, which our template does not have."""
    for style_id, name, kind, size in _STYLES:
        if style_id not in {one.style_id for one in word.styles}:
            style: Any = word.styles.add_style(name, kind, builtin=True)
            style.element.styleId = style_id
            style.font.size = Pt(size)


def _places(word: WordDocument) -> dict[str, Run]:
    """The first words of each row that has a key, and ("") of the document."""
    found: dict[str, Run] = {}
    for row in word.element.body.iter(qn("w:tr")):
        key = row.get(KEY)
        run = next(row.iter(qn("w:r")), None)
        if key and run is not None:
            found.setdefault(key, _as_run(word, run))
    first = next(word.element.body.iter(qn("w:r")))
    return {**found, "": _as_run(word, first)}


def _as_run(word: WordDocument, run: Element) -> Run:
    return Run(run, Paragraph(run.getparent(), word._body))


def _add(word: WordDocument, run: Run, said: SaidWord, place: int) -> str:
    """Add a comment; gives the number of its last paragraph."""
    initials = "".join(part[0] for part in said.wie.split()[:2]).upper()
    text = xml_text(to_plain(said.tekst))
    comment = word.add_comment(run, text, author=xml_text(said.wie)[:_LONGEST_NAME], initials=initials)
    comment._comment_elm.date = in_utc(said.op)
    number = f"{_FIRST_PARAGRAPH + place:08X}"
    comment.paragraphs[-1]._p.set(f"{{{_W14}}}paraId", number)
    return number


def _say_what_is_a_reply(word: WordDocument, threads: Sequence[tuple[str, str]]) -> None:
    root = etree.Element(f"{{{_W15}}}commentsEx", nsmap={"w15": _W15})
    for number, first in threads:
        one = etree.SubElement(root, f"{{{_W15}}}commentEx", {f"{{{_W15}}}paraId": number})
        if first:
            one.set(f"{{{_W15}}}paraIdParent", first)
        one.set(f"{{{_W15}}}done", "0")
    comments = word.part._comments_part
    comments.element.set(_IGNORABLE, "w14")
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(_NAME, _CONTENT, blob, word.part.package)
    word.part.relate_to(part, _RELATION)
