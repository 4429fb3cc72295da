"""The pieces a chapter is made of → OpenDocument: one function for each kind of block of the tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from exports.figures.declared import Figuur
from exports.figures.native import InPanelen, as_chart, beside_each_other
from exports.look.colours import WHITE
from exports.look.status import look_of
from exports.national.printed import Diagram, cell_text, is_numeric, is_silent, is_wide
from exports.national.tree import (
    Begrippen,
    Blok,
    Boodschap,
    Cel,
    Cijfers,
    Deel,
    EigenTekst,
    Grafiek,
    Kaart,
    Kopje,
    Lijngrafiek,
    Lijst,
    NationaalRapport,
    Punt,
    Tabel,
    Tegel,
    Zin,
)
from exports.odf.charts import add_chart, chart_frame
from exports.odf.package import OdfFile
from exports.odf.rich import add_rich
from exports.odf.styles import (
    BIG,
    BODY,
    BOLD,
    BULLETS,
    CAPTION,
    CELL,
    CELL_HEAD,
    CELL_NUMBER,
    MESSAGE,
    NUMBER_HEAD,
    NUMBERS,
    PLAIN_CELL,
    SMALL,
    SOURCE,
    TABLE_CELL,
    TABLE_HEAD,
    TERM_CELL,
    TILE,
    VALUE,
)
from exports.odf.tables import SHORT, OdfTable, cell
from exports.odf.xml import Element, add, add_text, heading, link, paragraph, span

FIGUUR, TABEL = "Figuur", "Tabel"
# A head that does not end a sentence gets a colon before the text.
_ENDS = (".", ":", "?", "!", "…")
# White beside a small chart, in centimetres.
_BETWEEN = 0.15


class ReportBlocks:
    """Draws blocks at the end of a body. `links` gives the bookmark of each living value that the appendix explains."""

    def __init__(self, file: OdfFile, rapport: NationaalRapport, links: Mapping[str, str], width: float) -> None:
        self._file, self._body, self._links, self._width = file, file.body, links, width
        self._numbers = {key for key, value in rapport.waarden.items() if value.aantal is not None}
        self._captions = {FIGUUR: 0, TABEL: 0}
        self._explained: set[str] = set()

    def draw(self, blokken: Sequence[Blok], level: int) -> None:
        """The blocks of a chapter of this level."""
        for blok in blokken:
            if not is_silent(blok):
                self._draw(blok, level)

    def sentence(self, line: Element, delen: Sequence[Deel]) -> None:
        """A living sentence: its numbers lead to where they are explained."""
        for deel in delen:
            anchor = self._links.get(deel.sleutel) if deel.sleutel in self._numbers else None
            if anchor:
                link(line, f"#{anchor}", deel.tekst, VALUE)
            else:
                add_text(line, deel.tekst)

    def terms(self, begrippen: Begrippen) -> None:
        """Terms with their meaning beside them."""
        table = OdfTable(self._file, self._body, (3, 7), self._width)
        for one in begrippen.rijen:
            row = table.row(whole=len(one.tekst) <= SHORT)
            span(paragraph(cell(row, TERM_CELL), CELL), one.naam, BOLD)
            paragraph(cell(row, TERM_CELL), CELL, one.tekst)

    def _draw(self, blok: Blok, level: int) -> None:
        match blok:
            case Zin() | EigenTekst() | Kopje() | Boodschap():
                self._words(blok, level)
            case Grafiek() | Lijngrafiek():
                self._chart(blok)
            case Figuur():
                self._figure(as_chart(blok))
            case Tabel():
                self._table(blok)
            case Begrippen():
                self.terms(blok)
            case Kaart():
                self._map(blok)
            case Cijfers():
                self._figures(blok)
            case Lijst():
                self._list(blok)
            case _:
                assert_never(blok)

    def _words(self, blok: Zin | EigenTekst | Kopje | Boodschap, level: int) -> None:
        match blok:
            case Zin():
                self.sentence(paragraph(self._body, BODY), blok.delen)
            case EigenTekst():
                add_rich(self._body, blok.tekst)
            case Kopje():
                add_text(heading(self._body, level + 1), blok.tekst)
            case Boodschap():
                self._message(blok)

    def _message(self, boodschap: Boodschap) -> None:
        for number, (word, delen) in enumerate(boodschap.delen):
            line = paragraph(self._body, MESSAGE if boodschap.kader else BODY)
            if boodschap.kader and not number:
                span(line, "".join(one.tekst for one in delen), BOLD)
                continue
            if word:
                span(line, f"{word}: ", BOLD)
            self.sentence(line, delen)
        paragraph(self._body, SMALL)

    def _caption(self, kind: str, title: str) -> str:
        self._captions[kind] += 1
        name = f"{kind} {self._captions[kind]}"
        paragraph(self._body, CAPTION, f"{name}. {title}")
        return name

    def _chart(self, diagram: Diagram) -> None:
        name = self._caption(FIGUUR, diagram.titel)
        add_chart(self._file, self._body, diagram, self._width, name)
        if isinstance(diagram, Lijngrafiek) and diagram.bron:
            paragraph(self._body, SOURCE, diagram.bron)

    def _figure(self, grafiek: Lijngrafiek) -> None:
        """A chart of figures; of groups small charts in rows, under one caption."""
        if not isinstance(grafiek, InPanelen):
            self._chart(grafiek)
            return
        name, beside = self._caption(FIGUUR, grafiek.titel), beside_each_other(grafiek.panelen)
        for start in range(0, len(grafiek.panelen), beside):
            row = paragraph(self._body, CAPTION)
            for one in grafiek.panelen[start : start + beside]:
                wide = self._width / beside - _BETWEEN
                chart_frame(self._file, row, one, wide, f"{name}: {one.titel}", anchor="as-char")
        paragraph(self._body, SOURCE, grafiek.bron)

    # --- tables

    def _table(self, tabel: Tabel) -> None:
        self._caption(TABEL, tabel.titel)
        table = OdfTable(self._file, self._body, tabel.breedtes, self._width, title=tabel.titel)
        numeric = [is_numeric(tabel.rijen, column) for column in range(len(tabel.koppen))]
        small = is_wide(tabel)
        head = table.head()
        for kop, is_number in zip(tabel.koppen, numeric, strict=True):
            paragraph(cell(head, TABLE_HEAD), SMALL if small else NUMBER_HEAD if is_number else CELL_HEAD, kop)
        for number, rij in enumerate(tabel.rijen):
            texts = [cell_text(cel) for cel in rij]
            row = table.row(whole=max(map(len, texts)) <= SHORT)
            bold = tabel.totaalrij and number == len(tabel.rijen) - 1
            for cel, text, is_number in zip(rij, texts, numeric, strict=True):
                line = paragraph(cell(row, TABLE_CELL), SMALL if small else CELL_NUMBER if is_number else CELL)
                name = self._explains(cel) if tabel.is_verantwoording else ""
                _marked(line, text, name, BOLD if bold else "")

    def _explains(self, cel: Cel) -> str:
        """The bookmark of what this cell explains, when it is the first that does."""
        if cel.sleutel not in self._links or cel.sleutel in self._explained:
            return ""
        self._explained.add(cel.sleutel)
        return self._links[cel.sleutel]

    # --- in one glance

    def _figures(self, cijfers: Cijfers) -> None:
        table = OdfTable(self._file, self._body, [1] * len(cijfers.rijen), self._width, title="In cijfers")
        row = table.row()
        for one in cijfers.rijen:
            place = cell(row, PLAIN_CELL)
            self.sentence(paragraph(place, BIG), (Deel(cell_text(one.cel), one.cel.sleutel),))
            paragraph(place, SMALL, one.van)
            span(paragraph(place, SMALL), one.label, BOLD)
            if one.verandering:
                paragraph(place, SMALL, one.verandering)
        if cijfers.voet:
            paragraph(self._body, SOURCE, cijfers.voet)

    def _map(self, kaart: Kaart) -> None:
        self._caption(FIGUUR, kaart.titel)
        columns = max(one.kolom for one in kaart.tegels) + 1
        placed = {(one.kolom, one.rij): one for one in kaart.tegels}
        table = OdfTable(self._file, self._body, [1] * columns, self._width, title=kaart.titel, words=kaart.alt)
        for number in range(max(one.rij for one in kaart.tegels) + 1):
            row = table.row()
            for column in range(columns):
                self._tile(row, placed.get((column, number)))
        line = paragraph(self._body, SMALL)
        for legenda in kaart.legenda:
            look = look_of(legenda.status)
            span(line, f" {look.teken or ' '} ", self._file.made.letters(look.letter, look.kleur))
            add_text(line, f" {legenda.woord}: {legenda.aantal}      ")
        if kaart.bron:
            paragraph(self._body, SOURCE, kaart.bron)

    def _tile(self, row: Element, tegel: Tegel | None) -> None:
        if tegel is None:
            paragraph(cell(row, PLAIN_CELL), TILE)
            return
        look, made = look_of(tegel.status), self._file.made
        edge = WHITE if look.rand == look.kleur else look.rand
        place = cell(row, made.cell(look.kleur, edge))
        span(paragraph(place, TILE), tegel.naam, made.letters(look.letter, bold=True))
        span(paragraph(place, TILE), f"{look.teken} {tegel.woord}".strip(), made.letters(look.letter))

    # --- lists

    def _list(self, lijst: Lijst) -> None:
        style = (self._file.made.list(lijst.woord) if lijst.woord else NUMBERS) if lijst.genummerd else BULLETS
        drawn = add(self._body, "text:list", {"text:style-name": style})
        for number, punt in enumerate(lijst.punten):
            starts = {"text:start-value": str(lijst.start)} if lijst.genummerd and not number else {}
            _add_point(add(drawn, "text:list-item", starts), punt)


def _marked(line: Element, text: str, name: str, look: str) -> None:
    if name:
        add(line, "text:bookmark-start", {"text:name": name})
    span(line, text, look)
    if name:
        add(line, "text:bookmark-end", {"text:name": name})


def _add_point(place: Element, punt: Punt) -> None:
    first = paragraph(place, BODY)
    if punt.kop:
        ends = punt.kop.rstrip()[-1:] in _ENDS or not punt.tekst.strip()
        span(first, punt.kop if ends else f"{punt.kop}:", BOLD)
        add_text(first, " ")
    add_rich(place, punt.tekst, first=first)
    if punt.bron:
        paragraph(place, SOURCE, punt.bron)
