"""Draws slides: words in text frames, native charts, and the map as shapes that are read out as one picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from exports.cells import xml_text
from exports.charts import chart_kind, chart_workbook, dress
from exports.labels import DEMO
from exports.look.colours import ACCENT, ACCENT_DARK, ACCENT_WASH, INK, INK_SOFT, WHITE
from exports.look.house import LANGUAGE
from exports.look.status import Patroon, look_of
from exports.national.printed import Diagram, cell_text, names_of, series_of
from exports.national.tree import Cijfers, Kaart, NationaalRapport, Tegel
from exports.slides.deck import Dia, Verzoek
from exports.slides.house import SlideHouse
from forms.dutch.dates import day_short

_INCH = int(Inches(1))
# Points: what is read from the back of a room, and the smallest letter on a slide.
_TEXT, _SMALL, _TILE, _CHART_LETTERS = 18, 11, 9, 1200
_LONG_TITLE = 90
# PowerPoint knows a field by a number of its own; all page numbers may share one.
_FIELD = "{6F1B3B0E-0001-4A5B-9C1D-000000000001}"
_CAPTION = 13


class Painter:
    """Draws the slides of one presentation, one after another. `versie`: the line that every slide has."""

    def __init__(self, house: SlideHouse, rapport: NationaalRapport, versie: str) -> None:
        self._house, self._rapport, self._versie = house, rapport, versie
        self._width, self._height = house.size
        self._side = self._width // 20
        self._number = 0

    def draw(self, dia: Dia) -> None:
        """Add one slide."""
        self._number += 1
        layout = self._house.titel if dia.is_titel else self._house.inhoud
        slide = self._house.presentation.slides.add_slide(layout)
        self._write_title(slide, dia)
        if dia.is_titel:
            self._write_cover(slide, dia)
        else:
            self._write_body(slide, dia)
        self._write_foot(slide)
        if dia.noten:
            slide.notes_slide.notes_text_frame.text = xml_text("\n".join(filter(None, dia.noten)))

    # --- parts of a slide

    def _write_title(self, slide: Slide, dia: Dia) -> None:
        for one in list(slide.placeholders):
            if one != slide.shapes.title and not (dia.is_titel and one.placeholder_format.idx == 1):
                one._element.getparent().remove(one._element)
        title = _title_of(slide)
        title.text_frame.text = xml_text(dia.kop)
        title.text_frame.word_wrap = True
        if len(dia.kop) > _LONG_TITLE and not dia.is_titel:
            _each_run(title.text_frame, size=22)

    def _write_cover(self, slide: Slide, dia: Dia) -> None:
        rest = [one for one in slide.placeholders if one != slide.shapes.title]
        for one in rest:
            one.text_frame.text = xml_text(dia.punten[0])
        frame = self._frame(slide, self._side, int(self._height * 0.66), self._width - 2 * self._side, _INCH)
        _write(frame, self._versie, size=20, bold=True, colour=ACCENT_DARK)
        _write(frame, f"Stand van {day_short(self._rapport.peilmoment)}", size=16, colour=INK_SOFT)
        if self._rapport.demo:
            _write(frame, DEMO, size=16, bold=True)

    def _write_body(self, slide: Slide, dia: Dia) -> None:
        left, top, width, height = self._room(slide)
        if dia.cijfers:
            part = width * 3 // 10 if dia.kaart else width
            self._write_numbers(slide, dia.cijfers, (left, top, part, height))
        if dia.kaart:
            beside = width * 32 // 100 if dia.cijfers else 0
            self._write_map(slide, dia.kaart, (left + beside, top, width - beside, height))
        if dia.punten:
            self._write_points(slide, dia.punten, (left, top, width, height))
        if dia.alineas:
            part = width * 42 // 100 if dia.beeld else width
            self._write_texts(slide, dia.alineas, (left, top, part, height))
        if dia.beeld:
            beside = width * 45 // 100 if dia.alineas else 0
            self._write_chart(slide, dia.beeld, (left + beside, top, width - beside, height))
        if dia.verzoeken:
            self._write_requests(slide, dia.verzoeken, (left, top, width))

    def _room(self, slide: Slide) -> tuple[int, int, int, int]:
        """Left, top, width and height of what is free below the title."""
        title = _title_of(slide)
        top = int(title.top + title.height) + _INCH // 4
        return int(title.left), top, int(title.width), self._height - top - _INCH * 6 // 10

    def _write_foot(self, slide: Slide) -> None:
        """On every slide: what it is, which version, and its number."""
        top, height = self._height - _INCH * 45 // 100, _INCH * 3 // 10
        frame = self._frame(slide, self._side, top, self._width - 2 * self._side - _INCH, height)
        paragraph = _write(frame, f"{self._versie}   ", size=_SMALL, bold=True)
        told = [self._rapport.ronde, DEMO if self._rapport.demo else ""]
        _run(paragraph, " · ".join(filter(None, told)), size=_SMALL, colour=INK_SOFT)
        number = self._frame(slide, self._width - self._side - _INCH, top, _INCH, height)
        paragraph = _write(number, "", size=_SMALL)
        paragraph.alignment = PP_ALIGN.RIGHT
        field = etree.SubElement(paragraph._p, qn("a:fld"), id=_FIELD, type="slidenum")
        etree.SubElement(field, qn("a:rPr"), lang=LANGUAGE, sz=str(_SMALL * 100))
        etree.SubElement(field, qn("a:t")).text = str(self._number)

    def _write_points(self, slide: Slide, punten: Sequence[str], room: tuple[int, int, int, int]) -> None:
        frame = self._frame(slide, *room)
        long = sum(map(len, punten)) > 900
        for one in punten:
            paragraph = _write(frame, one, size=16 if long else 20)
            paragraph.space_after = Pt(8 if long else 12)
            _bullet(paragraph)

    def _write_texts(self, slide: Slide, texts: Sequence[tuple[str, str]], room: tuple[int, int, int, int]) -> None:
        frame = self._frame(slide, *room)
        size = _TEXT if room[2] < self._width // 2 else _TEXT + 4
        for word, text in texts:
            paragraph = _write(frame, f"{word}: " if word else "", size=size, bold=True, colour=ACCENT_DARK)
            _run(paragraph, text, size=size)
            paragraph.space_after = Pt(14)

    def _write_numbers(self, slide: Slide, cijfers: Cijfers, room: tuple[int, int, int, int]) -> None:
        left, top, width, height = room
        step = height // max(len(cijfers.rijen), 1)
        for place, one in enumerate(cijfers.rijen):
            frame = self._frame(slide, left, top + place * step, width, step)
            paragraph = _write(frame, f"{cell_text(one.cel)} ", size=28, bold=True, colour=ACCENT_DARK)
            _run(paragraph, f"{one.van} ", size=13, colour=INK_SOFT)
            _run(paragraph, one.label, size=14, bold=True)
            if one.verandering:
                _write(frame, one.verandering, size=12, colour=INK_SOFT)

    def _write_chart(self, slide: Slide, diagram: Diagram, room: tuple[int, int, int, int]) -> None:
        left, top, width, height = room
        if diagram.titel != _title_of(slide).text_frame.text:
            caption = _INCH * 4 // 10
            _write(self._frame(slide, left, top, width, caption), diagram.titel, size=_CAPTION, bold=True)
            top, height = top + caption, height - caption
        data: Any = CategoryChartData(number_format="0")
        data.categories = [xml_text(one) for one in names_of(diagram)]
        for naam, waarden, _ in series_of(diagram):
            data.add_series(xml_text(naam), waarden)
        frame: Any = slide.shapes.add_chart(chart_kind(diagram), Emu(left), Emu(top), Emu(width), Emu(height), data)
        part = frame.chart.part
        part.chart_workbook.update_from_xlsx_blob(chart_workbook(diagram, self._rapport.peilmoment))
        dress(part._element, diagram, self._house.look, letters=_CHART_LETTERS)
        _describe(frame, diagram.titel, diagram.alt)

    def _write_map(self, slide: Slide, kaart: Kaart, room: tuple[int, int, int, int]) -> None:
        left, top, width, height = room
        legend = _INCH * 4 // 10
        columns = max(one.kolom for one in kaart.tegels) + 1
        rows = max(one.rij for one in kaart.tegels) + 1
        wide, high = width // columns, (height - legend) // rows
        group = slide.shapes.add_group_shape()
        for one in kaart.tegels:
            self._tile(group, one, (left + one.kolom * wide, top + one.rij * high, wide - 30_000, high - 30_000))
        _describe(group, kaart.titel, kaart.alt)
        frame = self._frame(slide, left, top + height - legend, width, legend)
        told = (f"{look_of(one.status).teken} {one.woord}: {one.aantal}" for one in kaart.legenda)
        _write(frame, "     ".join(told), size=13, bold=True)

    def _tile(self, group: Any, tegel: Tegel, room: tuple[int, int, int, int]) -> None:
        look = look_of(tegel.status)
        shape = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Emu, room))
        shape.shadow.inherit = False
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(look.kleur)
        shape.line.color.rgb = RGBColor.from_string(look.rand if look.patroon is Patroon.RAND else look.kleur)
        frame = shape.text_frame
        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(20_000)
        for number, (text, bold) in enumerate(((tegel.naam, True), (f"{look.teken} {tegel.woord}", False))):
            paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.CENTER
            _run(paragraph, text, size=_TILE, bold=bold, colour=look.letter)

    def _write_requests(self, slide: Slide, verzoeken: Sequence[Verzoek], room: tuple[int, int, int]) -> None:
        left, top, width = room
        frame = slide.shapes.add_table(
            len(verzoeken) + 1, 2, Emu(left), Emu(top), Emu(width), Emu(_INCH // 2 * (len(verzoeken) + 1))
        )
        table = frame.table
        table.columns[0].width, table.columns[1].width = Emu(width * 62 // 100), Emu(width - width * 62 // 100)
        for row, cells in enumerate((("Verzoek", "Aan wie, en wanneer"), *((one.tekst, one.aan) for one in verzoeken))):
            for column, text in enumerate(cells):
                cell = table.cell(row, column)
                cell.fill.solid()
                cell.fill.fore_color.rgb = RGBColor.from_string(ACCENT_WASH if not row else WHITE)
                colour = INK if row else ACCENT_DARK
                _run(cell.text_frame.paragraphs[0], text or "–", size=14, bold=not row, colour=colour)
        _describe(frame, "Verzoeken", "Tabel: wat wordt gevraagd, en van wie.")

    def _frame(self, slide: Slide, left: int, top: int, width: int, height: int) -> Any:
        box = slide.shapes.add_textbox(Emu(left), Emu(top), Emu(width), Emu(height))
        frame = box.text_frame
        frame.word_wrap = True
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = Emu(0)
        return frame


def _title_of(slide: Slide) -> Any:
    """The shape of the title: every layout that we take has one."""
    return slide.shapes.title


def _write(frame: Any, text: str, *, size: int, bold: bool = False, colour: str = INK) -> Any:
    """Add a paragraph (the first one is there already) with these words."""
    first = frame.paragraphs[0]
    paragraph = first if len(frame.paragraphs) == 1 and not first.runs else frame.add_paragraph()
    _run(paragraph, text, size=size, bold=bold, colour=colour)
    return paragraph


def _run(paragraph: Any, text: str, *, size: int, bold: bool = False, colour: str = INK) -> None:
    if not text:
        return
    run = paragraph.add_run()
    run.text = xml_text(text)
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = RGBColor.from_string(colour)
    run._r.get_or_add_rPr().set("lang", LANGUAGE)


def _each_run(frame: Any, *, size: int) -> None:
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(size)


def _bullet(paragraph: Any) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(_INCH * 3 // 10))
    properties.set("indent", str(-(_INCH * 3 // 10)))
    colour = etree.SubElement(properties, qn("a:buClr"))
    etree.SubElement(colour, qn("a:srgbClr"), val=ACCENT)
    etree.SubElement(properties, qn("a:buFont"), typeface="Arial")
    etree.SubElement(properties, qn("a:buChar"), char="•")


def _describe(shape: Any, title: str, words: str) -> None:
    """What a picture is called and what it shows, for who can't see it."""
    properties = next(one for one in shape._element.iter() if etree.QName(one).localname == "cNvPr")
    properties.set("descr", xml_text(words))
    properties.set("title", xml_text(title))
