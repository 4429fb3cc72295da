"""The table of contents, filled by us: Word opens it as it is and asks nothing, and can still make it again.

Its entries are links to the headings. The page of each is a field with our estimate in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from exports.national.tree import Hoofdstuk, NationaalRapport
from exports.word.house_style_names import TOC_1, TOC_2, TOC_HEADING
from exports.word.national_paper import Paper
from exports.word.national_xml import Element, add, add_field, add_run, begin_field, end_field, make

INHOUD = "Inhoud"
BIJLAGE = "Bijlage"
# Headings of level 1 and 2, also those of our own styles by their level in the outline; links; no pages on the web.
_INSTRUCTION = 'TOC \\o "1-2" \\h \\z \\u'
_STYLES = {1: TOC_1, 2: TOC_2}
_WRAPPER = (
    f'<w:sdt {nsdecls("w")}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
    "</w:docPartObj></w:sdtPr><w:sdtContent/></w:sdt>"
)


@dataclass(frozen=True)
class Entry:
    """One line of the table: a chapter (level 1) or a section (level 2) with the bookmark at its heading."""

    hoofdstuk: Hoofdstuk
    level: int
    bookmark: str

    @property
    def number(self) -> str:
        """The number as it stands before the heading: "3.1" or "Bijlage A"; "" without one."""
        hoofdstuk = self.hoofdstuk
        if hoofdstuk.is_bijlage and hoofdstuk.nummer and self.level == 1:
            return f"{BIJLAGE} {hoofdstuk.nummer}"
        return hoofdstuk.nummer

    @property
    def text(self) -> str:
        """The heading itself."""
        return heading_of(self.hoofdstuk)


def heading_of(hoofdstuk: Hoofdstuk) -> str:
    """The sentence that is printed as heading; the short name when the sentence was left out."""
    return hoofdstuk.naam if hoofdstuk.kop.weggelaten else hoofdstuk.kop.tekst.strip() or hoofdstuk.naam


def entries(rapport: NationaalRapport) -> list[Entry]:
    """What stands in the table. Regions that have a page each do not: they would fill it."""
    return [
        Entry(hoofdstuk, level, f"_Toc{400_000_001 + index}")
        for index, (hoofdstuk, level) in enumerate(_headings(rapport))
    ]


def _headings(rapport: NationaalRapport) -> Iterator[tuple[Hoofdstuk, int]]:
    for hoofdstuk in rapport.hoofdstukken:
        yield hoofdstuk, 1
        if not hoofdstuk.deel_per_pagina:
            yield from ((deel, 2) for deel in hoofdstuk.delen)


class Toc:
    """Keeps a place for the table, learns on which page headings come, and fills the place at the end."""

    def __init__(self, paper: Paper, rapport: NationaalRapport) -> None:
        """Put the empty table at the end of the document, on a page of its own."""
        self._paper = paper
        self._entries = entries(rapport)
        self._bookmarks = {id(entry.hoofdstuk): entry.bookmark for entry in self._entries}
        self._pages: dict[str, int] = {}
        paper.pager.new_page()
        self._content = paper.place(parse_xml(_WRAPPER)).find(qn("w:sdtContent"))
        self._write_heading()
        for entry in self._entries:
            paper.pager.paragraph(_STYLES[entry.level], f"{entry.number} {entry.text}")

    def mark(self, heading: Element, hoofdstuk: Hoofdstuk) -> None:
        """This heading was drawn: note its page and give it its bookmark. Nothing for what is not in the table."""
        bookmark = self._bookmarks.get(id(hoofdstuk))
        if bookmark:
            self._pages[bookmark] = self._paper.pager.page
            self._paper.bookmark(heading, bookmark)

    def fill(self) -> None:
        """Write the lines."""
        for index, entry in enumerate(self._entries):
            line = self._line(entry)
            if not index:
                begin_field(line, _INSTRUCTION)
            self._write_entry(line, entry)
        if self._entries:
            end_field(self._content[-1])

    def _write_heading(self) -> None:
        heading = make("p")
        add(self._paper.look(heading, TOC_HEADING), "pageBreakBefore")
        add_run(heading, INHOUD)
        self._content.append(heading)
        self._paper.pager.paragraph(TOC_HEADING, INHOUD)

    def _line(self, entry: Entry) -> Element:
        line = make("p")
        self._paper.look(line, _STYLES[entry.level])
        self._content.append(line)
        return line

    def _write_entry(self, line: Element, entry: Entry) -> None:
        link = add(line, "hyperlink", anchor=entry.bookmark, history="1")
        gap = " " if entry.number.startswith(BIJLAGE) else "\t"
        add_run(link, f"{entry.number}{gap}{entry.text}" if entry.number else entry.text)
        add_run(link, "\t", hidden=True)
        add_field(link, f"PAGEREF {entry.bookmark} \\h", str(self._pages.get(entry.bookmark, 1)), hidden=True)
