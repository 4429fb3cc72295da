"""The national voortgangsrapportage as a Word file: the tree of the report, drawn in the house style."""

from __future__ import annotations

from exports.national.links import links
from exports.national.printed import heading_of, in_front
from exports.national.tree import Hoofdstuk, NationaalRapport
from exports.word.document import set_properties, to_bytes
from exports.word.house_style import open_house
from exports.word.house_style.names import (
    APPENDIX,
    APPENDIX_PART,
    EYEBROW,
    HEADING_1,
    HEADING_2,
    HEADING_3,
    PART_HEADING,
    PLAIN_HEADING,
    PLAIN_PART,
    SMALL_HEADING,
)
from exports.word.national.blocks import Blocks
from exports.word.national.frame import write_colofon, write_frame, write_title_page
from exports.word.national.paper import Paper
from exports.word.national.toc import Toc
from exports.word.national.xml import Element, add, add_run

# Of a page; a chapter that ends on no more of one is followed by the next chapter below it.
_HALF_EMPTY = 0.62
# White above a chapter in the middle of a page that has no name in small letters, in twentieths of a point.
_ABOVE = "480"


def national_docx(rapport: NationaalRapport, *, template: bytes | None = None) -> bytes:
    """The report as a .docx file. The same report gives the same bytes.

    `template` is a Word file whose styles, page, header and footer are used instead of our own; styles that it lacks
    are added. Raises HouseStyleError with a Dutch sentence when it can not be used.
    """
    house = open_house(template)
    set_properties(house.document, f"{rapport.titel} – {rapport.ondertitel}", rapport.peilmoment)
    paper = Paper(house, rapport, links(rapport))
    write_title_page(paper, rapport)
    toc = Toc(paper, rapport)
    chapters = _Chapters(paper, toc, Blocks(paper, rapport.peilmoment))
    front, body = in_front(rapport)
    for hoofdstuk in front:
        chapters.write(hoofdstuk, 1, new_page=True)
    toc.write()
    for hoofdstuk in body:
        chapters.write(hoofdstuk, 1, new_page=hoofdstuk.is_bijlage or not _goes_on(paper, hoofdstuk))
    write_colofon(paper, rapport)
    write_frame(house, rapport)
    return to_bytes(house.document)


def _goes_on(paper: Paper, hoofdstuk: Hoofdstuk) -> bool:
    """A chapter begins on a new page, unless that would leave a large hole behind."""
    return bool(hoofdstuk.nummer) and hoofdstuk.nummer != "1" and paper.pager.filled < _HALF_EMPTY


class _Chapters:
    """Draws chapters with their sections."""

    def __init__(self, paper: Paper, toc: Toc, blocks: Blocks) -> None:
        self._paper, self._toc, self._blocks = paper, toc, blocks

    def write(self, hoofdstuk: Hoofdstuk, level: int, *, new_page: bool, is_region: bool = False) -> None:
        """Draw a chapter and what is in it. `is_region`: it is a part that is called by a name alone."""
        if new_page:
            self._paper.pager.new_page()
        style = PART_HEADING if is_region else _style(hoofdstuk, level)
        self._write_heading(hoofdstuk, style, new_page)
        self._blocks.write_all(hoofdstuk.blokken, level, as_messages=style == PLAIN_HEADING, small=is_region)
        self._toc.write_parts(hoofdstuk)
        for index, deel in enumerate(hoofdstuk.delen):
            new_page = hoofdstuk.deel_per_pagina and (index > 0 or bool(hoofdstuk.blokken))
            self.write(deel, level + 1, new_page=new_page, is_region=hoofdstuk.delen_zijn_regios)

    def _write_heading(self, hoofdstuk: Hoofdstuk, style: str, new_page: bool) -> None:
        """The short name in small letters, then the sentence; the first of the two begins the page."""
        text, stands_alone = heading_of(hoofdstuk), True
        if hoofdstuk.naam and hoofdstuk.naam != text and style not in (PART_HEADING, SMALL_HEADING):
            _begin_page(self._paper.paragraph(EYEBROW, hoofdstuk.naam), new_page)
            new_page = stands_alone = False
        heading = self._paper.paragraph(style, shown=text)
        if stands_alone and not new_page and style in (HEADING_1, PLAIN_HEADING):
            add(heading[0], "spacing", before=_ABOVE)
        _begin_page(heading, new_page)
        if hoofdstuk.kop.weggelaten:
            add_run(heading, text)
        else:
            self._paper.sentence(heading, hoofdstuk.kop.delen)
        self._toc.mark(heading, hoofdstuk)


def _begin_page(paragraph: Element, new_page: bool) -> None:
    """The look of the paragraph holds nothing but its style so far."""
    if new_page:
        add(paragraph[0], "pageBreakBefore")


def _style(hoofdstuk: Hoofdstuk, level: int) -> str:
    if level == 1:
        return (APPENDIX if hoofdstuk.is_bijlage else HEADING_1) if hoofdstuk.nummer else PLAIN_HEADING
    if level == 2:
        return (APPENDIX_PART if hoofdstuk.is_bijlage else HEADING_2) if hoofdstuk.nummer else PLAIN_PART
    return HEADING_3 if hoofdstuk.nummer else SMALL_HEADING
