"""Two papers drawn as one Word document with tracked changes."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from exports.paper.tree import PapierenStuk
from exports.word.document import TEXT_WIDTH, new_document, write_header
from exports.word.paper import draw
from exports.word.tracked.blocks import Merger
from exports.word.tracked.lists import Lists
from exports.word.tracked.marks import ChangedBy, Element, Marks


def tracked(old: PapierenStuk, new: PapierenStuk, changer: ChangedBy, *, title: str) -> WordDocument:
    """The newer paper, in which all that is different from the older one is a change of `changer`."""
    word = new_document(title, moment=new.moment)
    heads, bodies = [], []
    for paper in (old, new):
        write_header(word, paper.regels)
        draw(word, paper.blokken, width=TEXT_WIDTH)
        heads.append(_taken_out(word.sections[0].header._element, starts_anew=True))
        bodies.append(_taken_out(word.element.body))
    lists = Lists(word)
    marks = Marks(changer)
    header = word.sections[0].header._element
    _put_in(header, Merger(marks, lists, by_word=False).merged(*heads))
    _put_in(word.element.body, Merger(marks, lists).merged(*bodies))
    lists.join(word.element.body)
    return word


def _taken_out(holder: Element, *, starts_anew: bool = False) -> list[Element]:
    """The blocks in it, which now has none, or one without words to begin in."""
    found = [one for one in holder if one.tag != qn("w:sectPr")]
    for one in found:
        holder.remove(one)
    if starts_anew:
        paragraph = OxmlElement("w:p")
        paragraph.style = "Header"
        holder.append(paragraph)
    return found


def _put_in(holder: Element, blocks: list[Element]) -> None:
    for one in [one for one in holder if one.tag != qn("w:sectPr")]:
        holder.remove(one)
    for place, block in enumerate(blocks):
        holder.insert(place, block)
