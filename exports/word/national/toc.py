"""The table of contents, filled by us: Word opens it as it is and asks nothing, and can still make it again.

Its entries are links to the headings. The page of each is a field with our estimate in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from exports.national.printed import INHOUD, heading_of, in_front, is_lettered, number_of
from exports.national.tree import Hoofdstuk, NationaalRapport
from exports.word.house_style.names import PART_LINE, TOC_1, TOC_2, TOC_HEADING
from exports.word.national.paper import Paper
from exports.word.national.xml import Element, add, add_field, add_run, begin_field, end_field, make

# Headings of level 1 and 2, also those of our own styles by their level in the outline; links; no pages on the web.
_INSTRUCTION = 'TOC \\o "1-2" \\h \\z \\u'
_STYLES = {1: TOC_1, 2: TOC_2}
_WRAPPER = (
    f'<w:sdt {nsdecls("w")}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
    "</w:docPartObj></w:sdtPr><w:sdtContent/></w:sdt>"
)


@dataclass(frozen=True)
class Entry:
    """A chapter (level 1) or section (level 2) with the bookmark at its heading.

    `is_part`: it stands in the list of its chapter instead of in the table.
    """

    hoofdstuk: Hoofdstuk
    level: int
    is_part: bool
    bookmark: str

    @property
    def number(self) -> str:
        """The number as it stands before the heading."""
        return number_of(self.hoofdstuk, self.level)

    @property
    def line(self) -> str:
        """What stands in the table: the number and the heading itself."""
        gap = " – " if is_lettered(self.hoofdstuk, self.level) else "\t"
        text = heading_of(self.hoofdstuk)
        return f"{self.number}{gap}{text}" if self.number else text


def entries(rapport: NationaalRapport) -> list[Entry]:
    """All chapters and sections, with the parts that are regions: those would fill the table, and stand apart."""
    return [
        Entry(hoofdstuk, level, is_part, f"_Toc{400_000_001 + index}")
        for index, (hoofdstuk, level, is_part) in enumerate(_headings(rapport))
    ]


def _headings(rapport: NationaalRapport) -> Iterator[tuple[Hoofdstuk, int, bool]]:
    front, body = in_front(rapport)
    for hoofdstuk in (*front, *body):
        yield hoofdstuk, 1, False
        yield from ((deel, 2, hoofdstuk.delen_zijn_regios) for deel in hoofdstuk.delen)


class Toc:
    """Keeps a place for the table, and learns on which page headings come, also those before it."""

    def __init__(self, paper: Paper, rapport: NationaalRapport) -> None:
        self._paper = paper
        self._entries = {id(entry.hoofdstuk): entry for entry in entries(rapport)}
        self._pages: dict[str, Element] = {}
        self._before: dict[str, str] = {}

    def write(self) -> None:
        """Put the table at the end of the document, on a page of its own."""
        paper = self._paper
        paper.pager.new_page()
        content = paper.place(parse_xml(_WRAPPER)).find(qn("w:sdtContent"))
        content.append(self._heading())
        lines = [self._line(entry) for entry in self._entries.values() if not entry.is_part]
        content.extend(lines)
        if lines:
            _wrap_in_field(lines[0], lines[-1])

    def write_parts(self, hoofdstuk: Hoofdstuk) -> None:
        """Where the regions of a chapter are found; nothing for other chapters."""
        for deel in hoofdstuk.delen if hoofdstuk.delen_zijn_regios else ():
            self._paper.place(self._line(self._entries[id(deel)]))

    def mark(self, heading: Element, hoofdstuk: Hoofdstuk) -> None:
        """This heading was drawn: tell its page and give it its bookmark. Nothing for what no line points to."""
        entry = self._entries.get(id(hoofdstuk))
        if entry:
            self._paper.bookmark(heading, entry.bookmark)
            page = str(self._paper.pager.page)
            if entry.bookmark in self._pages:
                self._pages[entry.bookmark].text = page
            else:
                self._before[entry.bookmark] = page

    def _heading(self) -> Element:
        heading = make("p")
        add(self._paper.look(heading, TOC_HEADING), "pageBreakBefore")
        add_run(heading, INHOUD)
        self._paper.pager.paragraph(TOC_HEADING, INHOUD)
        return heading

    def _line(self, entry: Entry) -> Element:
        """A line with room for its page, which is known when its heading is drawn."""
        line, style = make("p"), PART_LINE if entry.is_part else _STYLES[entry.level]
        self._paper.look(line, style)
        link = add(line, "hyperlink", anchor=entry.bookmark, history="1")
        add_run(link, entry.line)
        # On the web a table of contents has no pages; the list of a chapter is text like any other.
        hidden = not entry.is_part
        add_run(link, "\t", hidden=hidden)
        add_field(link, f"PAGEREF {entry.bookmark} \\h", self._before.get(entry.bookmark, "1"), hidden=hidden)
        self._pages[entry.bookmark] = list(link.iter(qn("w:t")))[-1]
        self._paper.pager.paragraph(style, entry.line)
        return line


def _wrap_in_field(first: Element, last: Element) -> None:
    """All lines together are the result of one field: it begins before the first and ends behind the last."""
    begin = make("p")
    begin_field(begin, _INSTRUCTION)
    for place, run in enumerate(list(begin), start=1):
        first.insert(place, run)
    end_field(last)
