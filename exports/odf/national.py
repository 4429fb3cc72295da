"""The national voortgangsrapportage as OpenDocument text: the tree of the report, in the house style."""

from __future__ import annotations

from exports.labels import DEMO
from exports.national.links import links
from exports.national.printed import COLOFON, INHOUD, heading_of, in_front, number_of, version_line
from exports.national.tree import Deel, Hoofdstuk, NationaalRapport
from exports.odf.blocks import ReportBlocks
from exports.odf.package import OdfFile, PageOf
from exports.odf.styles import BOLD, CONTENTS, EYEBROW, NEW_PAGE, STATUS, SUBTITLE, TITLE, VALUE
from exports.odf.xml import add, add_text, heading, link, paragraph, span
from forms.dutch.dates import day_short, moment_on_paper

_BESIDE = 2.2


def national_odt(rapport: NationaalRapport) -> bytes:
    """The report as an .odt file. The same report gives the same bytes."""
    stand = version_line(rapport)
    title = " · ".join(filter(None, (rapport.titel, rapport.ronde)))
    above = (f"{title} · {stand}", DEMO if rapport.demo else "")
    page = PageOf(_BESIDE, above, below=f"Stand van {day_short(rapport.peilmoment)}")
    file = OdfFile("text", f"{rapport.titel} – {rapport.ondertitel}", rapport.peilmoment)
    _Report(file, rapport, page.width).draw(stand)
    return file.to_bytes(page)


class _Report:
    def __init__(self, file: OdfFile, rapport: NationaalRapport, width: float) -> None:
        self._body, self._rapport = file.body, rapport
        self._blocks = ReportBlocks(file, rapport, links(rapport), width)
        self._places: dict[int, str] = {}

    def draw(self, stand: str) -> None:
        self._title_page(stand)
        front, body = in_front(self._rapport)
        shown = [one for one in body if one.has_content]
        for hoofdstuk in (*front, *shown):
            self._name(hoofdstuk, 1)
        for hoofdstuk in front:
            self._chapter(hoofdstuk, 1, new_page=True)
        self._contents((*front, *shown))
        for hoofdstuk in shown:
            self._chapter(hoofdstuk, 1, new_page=hoofdstuk.is_bijlage or hoofdstuk.nummer == "1")
        self._colofon()

    def _title_page(self, stand: str) -> None:
        rapport = self._rapport
        paragraph(self._body, TITLE, rapport.titel)
        paragraph(self._body, SUBTITLE, rapport.ondertitel)
        span(paragraph(self._body, STATUS), stand, BOLD)
        paragraph(self._body, STATUS, f"Stand van {moment_on_paper(rapport.peilmoment)}")
        if rapport.demo:
            span(paragraph(self._body, STATUS), DEMO, BOLD)

    def _name(self, hoofdstuk: Hoofdstuk, level: int) -> None:
        """Give a chapter and its sections a place that the contents lead to."""
        self._places[id(hoofdstuk)] = f"kop_{len(self._places) + 1}"
        for deel in hoofdstuk.delen:
            self._name(deel, level + 1)

    def _contents(self, chapters: tuple[Hoofdstuk, ...]) -> None:
        paragraph(self._body, NEW_PAGE)
        add_text(heading(self._body, 2), INHOUD)
        for hoofdstuk in chapters:
            self._entry(hoofdstuk, 1)
            for deel in () if hoofdstuk.delen_zijn_regios else hoofdstuk.delen:
                if deel.has_content:
                    self._entry(deel, 2)

    def _entry(self, hoofdstuk: Hoofdstuk, level: int) -> None:
        name = self._places[id(hoofdstuk)]
        number = number_of(hoofdstuk, level)
        words = f"{number}  {heading_of(hoofdstuk)}" if number else heading_of(hoofdstuk)
        line = paragraph(self._body, CONTENTS, "    " if level > 1 else "")
        link(line, f"#{name}", words, BOLD if level == 1 else VALUE)
        add_text(line, ", pagina ")
        add(line, "text:bookmark-ref", {"text:reference-format": "page", "text:ref-name": name}).text = "–"

    def _chapter(self, hoofdstuk: Hoofdstuk, level: int, *, new_page: bool) -> None:
        if new_page:
            paragraph(self._body, NEW_PAGE)
        self._write_heading(hoofdstuk, level)
        self._blocks.draw(hoofdstuk.blokken, level)
        for index, deel in enumerate(one for one in hoofdstuk.delen if one.has_content):
            begins = hoofdstuk.deel_per_pagina and (index > 0 or bool(hoofdstuk.blokken))
            self._chapter(deel, level + 1, new_page=begins)

    def _write_heading(self, hoofdstuk: Hoofdstuk, level: int) -> None:
        text = heading_of(hoofdstuk)
        if hoofdstuk.naam and hoofdstuk.naam != text and level < 3:
            paragraph(self._body, EYEBROW, hoofdstuk.naam)
        drawn = heading(self._body, level)
        name = {"text:name": self._places[id(hoofdstuk)]}
        add(drawn, "text:bookmark-start", name)
        number = number_of(hoofdstuk, level)
        add_text(drawn, f"{number}  " if number else "")
        said = () if hoofdstuk.kop.weggelaten else hoofdstuk.kop.delen
        self._blocks.sentence(drawn, said or (Deel(text),))
        add(drawn, "text:bookmark-end", name)

    def _colofon(self) -> None:
        if self._rapport.colofon.rijen:
            add_text(heading(self._body, 1), COLOFON)
            self._blocks.terms(self._rapport.colofon)
