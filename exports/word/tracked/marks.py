"""The marks of a tracked change: who changed it and when, on words, on the end of a paragraph, and on a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from itertools import count
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from exports.cells import xml_text
from exports.look.house import in_utc

Element = Any  # an lxml element; python-docx and lxml have no types for it

# Away from the numbers that other marks in a document have.
_FIRST_ID = 9_000
_LONGEST_NAME = 80
W = {
    name: qn(f"w:{name}")
    for name in (
        *("p", "pPr", "rPr", "r", "t", "delText", "br", "tab", "hyperlink", "ins", "del", "pPrChange"),
        *("tbl", "tr", "tc", "trPr", "tcPr", "tblPr", "tblGrid", "gridSpan", "numPr", "numId", "ilvl", "val"),
    )
}


class Side(Enum):
    """In which of both documents something stands that is not in the other; the value is the tag of its mark."""

    OLD = "del"
    NEW = "ins"


@dataclass(frozen=True)
class ChangedBy:
    """Whose changes they are, as Word names them, and of when."""

    name: str
    moment: datetime


class Marks:
    """Makes the marks of one document, each with a number of its own."""

    def __init__(self, changer: ChangedBy) -> None:
        self._ids = count(_FIRST_ID)
        self._by = {
            qn("w:author"): xml_text(changer.name)[:_LONGEST_NAME],
            qn("w:date"): f"{in_utc(changer.moment).isoformat()}Z",
        }

    def new(self, tag: str) -> Element:
        """An empty mark."""
        mark = OxmlElement(f"w:{tag}")
        mark.set(qn("w:id"), str(next(self._ids)))
        for name, value in self._by.items():
            mark.set(name, value)
        return mark

    def paragraph(self, paragraph: Element, side: Side) -> None:
        """Mark all words of a paragraph."""
        for holder in (paragraph, *paragraph.iterchildren(W["hyperlink"])):
            for run in list(holder.iterchildren(W["r"])):
                self._wrap(run, side)

    def _wrap(self, run: Element, side: Side) -> None:
        mark = self.new(side.value)
        run.addprevious(mark)
        mark.append(run)
        if side is Side.OLD:
            for text in run.iterchildren(W["t"]):
                text.tag = W["delText"]

    def end(self, paragraph: Element, side: Side) -> None:
        """Mark the end of a paragraph: without it, its words belong to the next one."""
        properties = paragraph.get_or_add_pPr()
        look = properties.find(W["rPr"])
        if look is None:
            look = OxmlElement("w:rPr")
            change = properties.find(W["pPrChange"])
            properties.append(look) if change is None else change.addprevious(look)
        look.insert(0, self.new(side.value))

    def row(self, row: Element, side: Side) -> None:
        """Mark a whole row, with all that stands in it."""
        self._row(row, side)
        for paragraph in row.iter(W["p"]):
            self.paragraph(paragraph, side)
            self.end(paragraph, side)
        for inner in list(row.iter(W["tr"])):
            if inner is not row:
                self._row(inner, side)

    def _row(self, row: Element, side: Side) -> None:
        """The schema wants a property before the mark: one that says nothing."""
        properties = row.get_or_add_trPr()
        if not len(properties):
            etree.SubElement(properties, qn("w:cantSplit")).set(W["val"], "off")
        properties.append(self.new(side.value))

    def table(self, table: Element, side: Side) -> None:
        """Mark a whole table."""
        for row in table.iterchildren(W["tr"]):
            self.row(row, side)

    def properties(self, paragraph: Element, before: Element | None) -> None:
        """Say how a paragraph looked before."""
        change = self.new("pPrChange")
        kept = etree.SubElement(change, W["pPr"])
        kept.extend(list(before) if before is not None else [])
        paragraph.get_or_add_pPr().append(change)
