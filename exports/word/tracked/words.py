"""The words of a paragraph with the look and the link of each, and two paragraphs made into one, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from exports.word.tracked.lists import written
from exports.word.tracked.marks import Element, Marks, Side, W
from forms.richtext.diff import Change, word_diff

_BREAKS = re.compile(r"([\n\t])")
_REL_ID = qn("r:id")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LETTERS = {W["br"]: "\n", W["tab"]: "\t"}


@dataclass(frozen=True)
class Bit:
    """Letters in one look: the XML of it, empty for none. `link` is the number of an address, empty for none."""

    text: str
    look: bytes = b""
    link: str = ""

    @property
    def dress(self) -> tuple[bytes, str]:
        """What is not its letters."""
        return self.look, self.link


def bits_of(paragraph: Element) -> list[Bit]:
    """What a paragraph says; a line end is a newline."""
    return list(_joined(_bits(paragraph)))


def text_of(paragraph: Element) -> str:
    """The same without its look."""
    return "".join(bit.text for bit in bits_of(paragraph))


def _bits(holder: Element, link: str = "") -> Iterator[Bit]:
    for child in holder:
        if child.tag == W["hyperlink"]:
            yield from _bits(child, child.get(_REL_ID, ""))
        elif child.tag == W["r"]:
            look = child.find(W["rPr"])
            yield Bit(_letters(child), b"" if look is None else written(look), link)


def _letters(run: Element) -> str:
    return "".join(_LETTERS.get(one.tag) or (one.text or "" if one.tag == W["t"] else "") for one in run)


def _joined(bits: Iterable[Bit]) -> Iterator[Bit]:
    last: Bit | None = None
    for bit in bits:
        if last is not None and last.dress == bit.dress:
            last = replace(last, text=last.text + bit.text)
            continue
        if last is not None and last.text:
            yield last
        last = bit
    if last is not None and last.text:
        yield last


class _BitReader:
    """Gives the next letters of a paragraph."""

    def __init__(self, bits: list[Bit]) -> None:
        self._bits = bits[::-1]

    def take(self, size: int) -> Iterator[Bit]:
        """So many letters, in as many bits as they have looks."""
        while size > 0:
            bit = self._bits.pop()
            if len(bit.text) > size:
                self._bits.append(replace(bit, text=bit.text[size:]))
                bit = replace(bit, text=bit.text[:size])
            size -= len(bit.text)
            yield bit

    def next_size(self) -> int:
        """How many letters have the look of the next one."""
        return len(self._bits[-1].text)


def write_merged(paragraph: Element, old: list[Bit], new: list[Bit], marks: Marks) -> None:
    """Write into an empty paragraph what both say. The same letters in another look are old ones and new ones."""
    pen, before, after = _TrackedPen(paragraph, marks), _BitReader(old), _BitReader(new)
    for piece in word_diff("".join(bit.text for bit in old), "".join(bit.text for bit in new)):
        size = len(piece.text)
        match piece.change:
            case Change.REMOVED:
                pen.write(before.take(size), Side.OLD)
            case Change.ADDED:
                pen.write(after.take(size), Side.NEW)
            case Change.SAME:
                _write_same(pen, before, after, size)


def write_replaced(paragraph: Element, old: list[Bit], new: list[Bit], marks: Marks) -> None:
    """Write into an empty paragraph all that the old one says, and behind it all that the new one does."""
    pen = _TrackedPen(paragraph, marks)
    pen.write(old, Side.OLD)
    pen.write(new, Side.NEW)


def _write_same(pen: _TrackedPen, before: _BitReader, after: _BitReader, size: int) -> None:
    while size > 0:
        part = min(size, before.next_size(), after.next_size())
        (was,), (is_) = before.take(part), list(after.take(part))
        if was.dress == is_[0].dress:
            pen.write(is_, None)
        else:
            pen.write([was], Side.OLD)
            pen.write(is_, Side.NEW)
        size -= part


class _TrackedPen:
    """Writes bits at the end of a paragraph; what follows in one link or one change stands in one element."""

    def __init__(self, paragraph: Element, marks: Marks) -> None:
        self._paragraph, self._marks = paragraph, marks
        self._link, self._holder = "", paragraph
        self._side: Side | None = None
        self._place = paragraph

    def write(self, bits: Iterable[Bit], side: Side | None) -> None:
        for bit in bits:
            self._move_to(bit.link, side)
            self._place.append(_run(bit, is_old=side is Side.OLD))

    def _move_to(self, link: str, side: Side | None) -> None:
        if link != self._link:
            self._link, self._holder = link, self._linked(link)
        elif side is self._side:
            return
        self._side = side
        self._place = self._holder if side is None else self._marked(side)

    def _linked(self, link: str) -> Element:
        return etree.SubElement(self._paragraph, W["hyperlink"], {_REL_ID: link}) if link else self._paragraph

    def _marked(self, side: Side) -> Element:
        mark = self._marks.new(side.value)
        self._holder.append(mark)
        return mark


def _run(bit: Bit, *, is_old: bool) -> Element:
    run = OxmlElement("w:r")
    if bit.look:
        run.append(parse_xml(bit.look))
    for piece in _BREAKS.split(bit.text):
        if piece == "\n":
            etree.SubElement(run, W["br"])
        elif piece == "\t":
            etree.SubElement(run, W["tab"])
        elif piece:
            etree.SubElement(run, W["delText" if is_old else "t"], {_SPACE: "preserve"}).text = piece
    return run
