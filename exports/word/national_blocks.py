"""The pieces a chapter is made of → Word: one function for each kind of block of the tree."""

from __future__ import annotations

from datetime import datetime

from docx.oxml.ns import qn

from exports.national.tree import Begrippen, Blok, EigenTekst, Grafiek, Kopje, Lijst, Punt, Tabel, Zin
from exports.word.captions import FIGUUR, TABEL, Captions
from exports.word.chart import add_chart_part, chart_height, drawing
from exports.word.chart_colours import look_of
from exports.word.house_style_names import (
    BODY,
    BULLET,
    BY_NAME,
    FIGURE,
    LIST_TEXT,
    NUMBER,
    SMALL_HEADING,
    SOURCE,
    STRONG,
)
from exports.word.national_paper import Paper
from exports.word.national_tables import write_table, write_terms
from exports.word.national_xml import Element, add, add_run, make
from forms.richtext import Block, ListBlock, parse

# The number of a point that is itself a list stands beside this.
_NO_BREAK = "\u00a0"


class Blocks:
    """Draws blocks on the paper, one after another."""

    def __init__(self, paper: Paper, moment: datetime) -> None:
        self._paper, self._moment = paper, moment
        self._captions = Captions(paper)
        self._look = look_of(paper.document)

    def write(self, blok: Blok) -> None:
        """Draw one block; one that has nothing to say leaves no trace."""
        match blok:
            case Zin():
                self._sentence(blok)
            case EigenTekst():
                self._own_text(blok)
            case Tabel():
                self._table(blok)
            case Grafiek():
                self._chart(blok)
            case Lijst():
                self._list(blok)
            case Begrippen():
                write_terms(self._paper, blok)
            case Kopje():
                self._paper.paragraph(SMALL_HEADING, blok.tekst)

    def _sentence(self, zin: Zin) -> None:
        if not zin.weggelaten and zin.tekst.strip():
            paragraph = self._paper.paragraph(BODY, shown=zin.tekst)
            self._paper.sentence(paragraph, zin.delen)

    def _own_text(self, eigen: EigenTekst) -> None:
        if eigen.tekst.strip():
            self._paper.rich_text(eigen.tekst)

    def _table(self, tabel: Tabel) -> None:
        if tabel.rijen:
            self._captions.write(TABEL, tabel.titel)
            write_table(self._paper, tabel)

    def _chart(self, grafiek: Grafiek) -> None:
        if not (grafiek.categorieen and grafiek.reeksen):
            return
        paper = self._paper
        name = self._captions.write(FIGUUR, grafiek.titel)
        rel_id = add_chart_part(paper.document, grafiek, self._look, self._moment)
        paragraph = paper.place(make("p"))
        paper.look(paragraph, FIGURE)
        picture = drawing(rel_id, grafiek, number=paper.drawing_id(), name=name, width=paper.width)
        add(paragraph, "r").append(picture)
        paper.pager.block(chart_height(grafiek) + 12)

    # --- lists

    def _list(self, lijst: Lijst) -> None:
        style = NUMBER if lijst.genummerd else BULLET
        number = self._paper.new_list(lijst.start) if lijst.genummerd and lijst.punten else 0
        for punt in lijst.punten:
            self._point(punt, style, number)

    def _point(self, punt: Punt, style: str, number: int) -> None:
        blocks = parse(punt.tekst)
        if not punt.kop and not number and _starts_with_list(blocks):
            self._paper.rich_text(punt.tekst)  # it brings its own signs
        else:
            self._write_point(punt, style, number, blocks=blocks)
        if punt.bron:
            source = self._paper.paragraph(SOURCE, shown=punt.bron)
            add(source.find(qn("w:pPr")), "ind", left=str(BY_NAME[style].left))
            add_run(source, punt.bron)

    def _write_point(self, punt: Punt, style: str, number: int, *, blocks: tuple[Block, ...]) -> None:
        paper = self._paper
        paragraph = paper.place(make("p"))
        look = paper.look(paragraph, style)
        if punt.bron:
            add(look, "keepNext")
        if number:
            numbering = add(look, "numPr")
            add(numbering, "ilvl", val="0")
            add(numbering, "numId", val=str(number))
        _write_head(paper, paragraph, punt, blocks=blocks)
        if blocks:
            paper.rich_text(punt.tekst, LIST_TEXT, paragraph=paragraph, level=1)
            # The first paragraph is the point itself, the next ones stand below it.
            paragraph.style = paper.style_id(style)
        else:
            paper.pager.paragraph(style, punt.kop)


def _write_head(paper: Paper, paragraph: Element, punt: Punt, *, blocks: tuple[Block, ...]) -> None:
    strong = paper.style_id(STRONG)
    if punt.kop:
        add_run(paragraph, punt.kop, style_id=strong)
        add_run(paragraph, " " if blocks else "")
    elif _starts_with_list(blocks):
        add_run(paragraph, _NO_BREAK)


def _starts_with_list(blocks: tuple[Block, ...]) -> bool:
    return bool(blocks) and isinstance(blocks[0], ListBlock)
