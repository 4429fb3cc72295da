"""The pieces a chapter is made of → Word: one function for each kind of block of the tree."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import zip_longest
from typing import Any, assert_never

from exports.charts import chart_height
from exports.figures.declared import Figuur
from exports.figures.native import InPanelen, Paneel, as_chart, beside_each_other
from exports.national.printed import Diagram, is_silent
from exports.national.tree import (
    Begrippen,
    Blok,
    Boodschap,
    Cijfers,
    Deel,
    EigenTekst,
    Grafiek,
    Kaart,
    Kopje,
    Lijngrafiek,
    Lijst,
    Punt,
    Tabel,
    Zin,
)
from exports.word.chart import add_chart_part, drawing, look_of
from exports.word.house_style.names import (
    AFTER_TABLE,
    BODY,
    BULLET,
    BY_NAME,
    FIGURE,
    LIST_TEXT,
    MESSAGE,
    NUMBER,
    SMALL_BULLET,
    SMALL_HEADING,
    SOURCE,
    STRONG,
)
from exports.word.national.captions import FIGUUR, TABEL, Captions
from exports.word.national.glance import write_map, write_numbers
from exports.word.national.paper import WORDED, Paper
from exports.word.national.tables import write_table, write_terms
from exports.word.national.xml import Element, add, add_run, make
from forms.richtext import Block, Paragraph, parse

# The number of a point that is itself a list stands beside this.
_NO_BREAK = "\u00a0"
# A head that does not end a sentence gets a colon before the text.
_ENDS = (".", ":", "?", "!", "…")
# White between the texts of a message, in twentieths of a point.
_WITHIN = "60"
# What a sentence can lead to.
_SHOWN = (Tabel, Grafiek, Lijngrafiek, Figuur, Kaart, Lijst)

# White beside a small chart, in twentieths of a point.
_BETWEEN = 60


class Blocks:
    """Draws blocks on the paper, one after another."""

    def __init__(self, paper: Paper, moment: datetime) -> None:
        self._paper, self._moment = paper, moment
        self._captions = Captions(paper)
        self._look = look_of(paper.document)
        self._level, self._bullet = 1, BULLET

    def write_all(self, blokken: Sequence[Blok], level: int, *, as_messages: bool = False, small: bool = False) -> None:
        """Draw the blocks of a chapter of this level. `as_messages`: its sentences are messages of the summary.

        `small`: its points are those of an appendix.
        """
        self._level, self._bullet = level, SMALL_BULLET if small else BULLET
        said = [blok for blok in blokken if not is_silent(blok)]
        for blok, following in zip_longest(said, said[1:]):
            self._write(blok, following, MESSAGE if as_messages else BODY)

    def _write(self, blok: Blok, following: Blok | None, style: str) -> None:
        match blok:
            case Zin():
                self._sentence(blok, style, leads=isinstance(following, _SHOWN))
            case EigenTekst() | Kopje() | Boodschap():
                self._words(blok)
            case Tabel():
                self._table(blok)
            case Grafiek() | Lijngrafiek():
                self._chart(blok)
            case Figuur():
                self._figure(as_chart(blok))
            case Kaart():
                self._captions.write(FIGUUR, blok.titel)
                write_map(self._paper, blok)
            case Cijfers():
                write_numbers(self._paper, blok)
            case Lijst():
                self._list(blok)
            case Begrippen():
                write_terms(self._paper, blok)
            case _:
                assert_never(blok)

    def _words(self, blok: EigenTekst | Kopje | Boodschap) -> None:
        if isinstance(blok, Boodschap):
            self._message(blok)
        elif isinstance(blok, Kopje):
            self._small_heading(blok.tekst)
        else:
            self._paper.rich_text(blok.tekst)

    def _small_heading(self, text: str) -> None:
        """A heading inside a chapter stands one level below it in the outline."""
        heading = self._paper.paragraph(SMALL_HEADING, shown=text)
        add(heading[0], "outlineLvl", val=str(self._level))
        add_run(heading, text)

    def _sentence(self, zin: Zin, style: str, *, leads: bool) -> None:
        """A sentence that leads to a list, a table or a chart stays with it."""
        paragraph = self._paper.paragraph(style, shown=zin.tekst)
        if leads:
            add(paragraph[0], "keepNext")
        self._paper.sentence(paragraph, zin.delen)

    def _message(self, boodschap: Boodschap) -> None:
        """A message stays on one page; the bar beside it is broken between two of them."""
        style, delen = MESSAGE if boodschap.kader else BODY, boodschap.delen
        for number, (word, delen_) in enumerate(delen, start=1):
            paragraph = self._paper.paragraph(style, shown=f"{word} {''.join(one.tekst for one in delen_)}")
            if number < len(delen):
                add(paragraph[0], "keepNext")
                add(paragraph[0], "spacing", after=_WITHIN)
            self._write_message(paragraph, word, delen_, is_lead=number == 1 and boodschap.kader)
        if boodschap.kader:
            self._paper.paragraph(AFTER_TABLE)

    def _write_message(self, paragraph: Element, word: str, delen: tuple[Deel, ...], *, is_lead: bool) -> None:
        strong = self._paper.style_id(STRONG)
        if is_lead:
            add_run(paragraph, "".join(one.tekst for one in delen), style_id=strong)
            return
        if word:
            add_run(paragraph, f"{word}: ", style_id=strong)
        self._paper.sentence(paragraph, delen)

    def _table(self, tabel: Tabel) -> None:
        self._captions.write(TABEL, tabel.titel)
        write_table(self._paper, tabel)

    def _chart(self, grafiek: Diagram) -> None:
        paper = self._paper
        name = self._captions.write(FIGUUR, grafiek.titel)
        rel_id = add_chart_part(paper.document, grafiek, self._look, self._moment)
        paragraph = paper.place(make("p"))
        paper.look(paragraph, FIGURE)
        picture = drawing(rel_id, grafiek, number=paper.drawing_id(), name=name, width=paper.width)
        add(paragraph, "r").append(picture)
        paper.pager.block(chart_height(grafiek) + 12)
        if isinstance(grafiek, Lijngrafiek) and grafiek.bron:
            paper.paragraph(SOURCE, grafiek.bron)

    def _figure(self, grafiek: Lijngrafiek) -> None:
        """A chart of figures; of groups small charts in rows, under one caption."""
        if not isinstance(grafiek, InPanelen):
            self._chart(grafiek)
            return
        name = self._captions.write(FIGUUR, grafiek.titel)
        beside = beside_each_other(grafiek.panelen)
        for start in range(0, len(grafiek.panelen), beside):
            row = self._panels(grafiek.panelen[start : start + beside], name, self._paper.width // beside)
        # The last row stays with the source.
        row.get_or_add_pPr().get_or_add_keepNext()
        self._paper.paragraph(SOURCE, grafiek.bron)

    def _panels(self, panelen: Sequence[Paneel], name: str, width: int) -> Any:
        """Small charts on one line of text, which is returned."""
        paper = self._paper
        paragraph = paper.place(make("p"))
        paper.look(paragraph, FIGURE)
        for one in panelen:
            rel_id = add_chart_part(paper.document, one, self._look, self._moment)
            named = f"{name}: {one.titel}"
            picture = drawing(rel_id, one, number=paper.drawing_id(), name=named, width=width - _BETWEEN)
            add(paragraph, "r").append(picture)
        paper.pager.block(chart_height(panelen[0]) + 12)
        return paragraph

    # --- lists

    def _list(self, lijst: Lijst) -> None:
        style = NUMBER if lijst.genummerd else self._bullet
        number = self._paper.new_list(lijst.start, lijst.woord) if lijst.genummerd else 0
        left = WORDED if number and lijst.woord else BY_NAME[style].left
        for punt in lijst.punten:
            self._point(punt, style, number, left)

    def _point(self, punt: Punt, style: str, number: int, left: int) -> None:
        blocks = parse(punt.tekst)
        if not punt.kop and not number and _brings_its_own_look(blocks):
            self._paper.rich_text(punt.tekst, blocks=blocks)  # it brings its own signs
        else:
            self._write_point(punt, style, number, left, blocks=blocks)
        if punt.bron:
            source = self._paper.paragraph(SOURCE, shown=punt.bron)
            add(source[0], "ind", left=str(left))
            add_run(source, punt.bron)
            source.getprevious().get_or_add_pPr().get_or_add_keepNext()

    def _write_point(self, punt: Punt, style: str, number: int, left: int, *, blocks: tuple[Block, ...]) -> None:
        paper = self._paper
        paragraph = paper.place(make("p"))
        look = paper.look(paragraph, style)
        if punt.bron:
            add(look, "keepNext")
        if number:
            numbering = add(look, "numPr")
            add(numbering, "ilvl", val="0")
            add(numbering, "numId", val=str(number))
            if left != BY_NAME[style].left:
                add(look, "ind", left=str(left), hanging=str(left))
        _write_head(paper, paragraph, punt, blocks=blocks)
        if blocks:
            paper.rich_text(punt.tekst, LIST_TEXT, paragraph=paragraph, level=1, blocks=blocks)
            # The first paragraph is the point itself, the next ones stand below it.
            paragraph.style = paper.style_id(style)
        else:
            paper.pager.paragraph(style, punt.kop)


def _write_head(paper: Paper, paragraph: Element, punt: Punt, *, blocks: tuple[Block, ...]) -> None:
    strong = paper.style_id(STRONG)
    if punt.kop:
        ends = punt.kop.rstrip()[-1:] in _ENDS
        add_run(paragraph, punt.kop if ends or not blocks else f"{punt.kop}:", style_id=strong)
        add_run(paragraph, " " if blocks else "")
    elif _brings_its_own_look(blocks):
        add_run(paragraph, _NO_BREAK)


def _brings_its_own_look(blocks: tuple[Block, ...]) -> bool:
    """True for a list or a table: it can not stand behind a sign."""
    return bool(blocks) and not isinstance(blocks[0], Paragraph)
