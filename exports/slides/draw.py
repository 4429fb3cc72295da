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
from exports.figures.native import beside_each_other
from exports.labels import DEMO
from exports.look.colours import ACCENT_DARK, ACCENT_WASH, INK, INK_SOFT, WHITE
from exports.look.house import LANGUAGE
from exports.look.status import Patroon, look_of
from exports.national.printed import Diagram, cell_text, names_of, series_of
from exports.national.tree import Cijfers, Kaart, Tegel
from exports.slides.house import SlideHouse
from exports.slides.slide import Dia, Diatabel, Kader
from exports.slides.words import add_run, before, bullet, describe, resize, write
from forms.dutch.dates import day_short

_INCH = int(Inches(1))
# Points: what is read from the back of a room, and the smallest letter on a slide.
_TEXT, _SMALL, _TILE, _CHART_LETTERS, _PANEL_LETTERS = 18, 11, 9, 1200, 1000
_ROW, _BETWEEN, _FOOT = _INCH // 2, _INCH // 8, _INCH * 6 // 10
# More letters than these beside a picture are written smaller.
_MANY_LETTERS = 260
_LONG_TITLE = 90
# PowerPoint knows a field by a number of its own; all page numbers may share one.
_FIELD = "{6F1B3B0E-0001-4A5B-9C1D-000000000001}"
_CAPTION = 13


class Painter:
    """Draws the slides of one presentation, one after another. `kader`: what every slide has."""

    def __init__(self, house: SlideHouse, kader: Kader) -> None:
        self._house, self._kader = house, kader
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
            resize(title.text_frame, size=22)

    def _write_cover(self, slide: Slide, dia: Dia) -> None:
        rest = [one for one in slide.placeholders if one != slide.shapes.title]
        for one in rest:
            one.text_frame.text = xml_text(dia.punten[0])
        frame = self._frame(slide, self._side, int(self._height * 0.66), self._width - 2 * self._side, _INCH)
        write(frame, self._kader.versie, size=20, bold=True, colour=ACCENT_DARK)
        write(frame, f"Stand van {day_short(self._kader.moment)}", size=16, colour=INK_SOFT)
        if self._kader.demo:
            write(frame, DEMO, size=16, bold=True)

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
            part = width * 42 // 100 if dia.beeld else width * 29 // 100 if dia.panelen else width
            self._write_texts(slide, dia.alineas, (left, top, part, height))
        if dia.beeld:
            beside = width * 45 // 100 if dia.alineas else 0
            foot = _FOOT if dia.onder else 0
            self._write_chart(slide, dia.beeld, (left + beside, top, width - beside, height - foot))
            self._write_below(slide, dia.onder, (left + beside, top + height - foot, width - beside, foot))
        if dia.panelen:
            beside = width * 32 // 100 if dia.alineas else 0
            self._write_panels(slide, dia, (left + beside, top, width - beside, height))
        if dia.tabel:
            self._write_table(slide, dia.tabel, (left, top, width))
            rows = len(dia.tabel.rijen) + 1
            below = top + rows * _ROW + _INCH // 10
            if dia.onder:
                self._write_below(slide, dia.onder, (left, below, width, self._height - below - _INCH * 6 // 10))

    def _room(self, slide: Slide) -> tuple[int, int, int, int]:
        """Left, top, width and height of what is free below the title."""
        title = _title_of(slide)
        top = int(title.top + title.height) + _INCH // 4
        return int(title.left), top, int(title.width), self._height - top - _INCH * 6 // 10

    def _write_foot(self, slide: Slide) -> None:
        """On every slide: what it is, which version, and its number."""
        top, height = self._height - _INCH * 45 // 100, _INCH * 3 // 10
        frame = self._frame(slide, self._side, top, self._width - 2 * self._side - _INCH, height)
        paragraph = write(frame, f"{self._kader.versie}   ", size=_SMALL, bold=True)
        told = [self._kader.waarvan, DEMO if self._kader.demo else ""]
        add_run(paragraph, " · ".join(filter(None, told)), size=_SMALL, colour=INK_SOFT)
        number = self._frame(slide, self._width - self._side - _INCH, top, _INCH, height)
        paragraph = write(number, "", size=_SMALL)
        paragraph.alignment = PP_ALIGN.RIGHT
        field = etree.SubElement(paragraph._p, qn("a:fld"), id=_FIELD, type="slidenum")
        etree.SubElement(field, qn("a:rPr"), lang=LANGUAGE, sz=str(_SMALL * 100))
        etree.SubElement(field, qn("a:t")).text = str(self._number)

    def _write_points(self, slide: Slide, punten: Sequence[str], room: tuple[int, int, int, int]) -> None:
        frame = self._frame(slide, *room)
        long = sum(map(len, punten)) > 900
        for one in punten:
            paragraph = write(frame, one, size=16 if long else 20)
            paragraph.space_after = Pt(8 if long else 12)
            bullet(paragraph)

    def _write_texts(self, slide: Slide, texts: Sequence[tuple[str, str]], room: tuple[int, int, int, int]) -> None:
        frame = self._frame(slide, *room)
        size = _TEXT if room[2] < self._width // 2 else _TEXT + 4
        if sum(len(text) for _, text in texts) > _MANY_LETTERS and size == _TEXT:
            size -= 4
        for word, text in texts:
            paragraph = write(frame, before(word), size=size, bold=True, colour=ACCENT_DARK)
            add_run(paragraph, text, size=size)
            paragraph.space_after = Pt(14)

    def _write_numbers(self, slide: Slide, cijfers: Cijfers, room: tuple[int, int, int, int]) -> None:
        left, top, width, height = room
        step = height // max(len(cijfers.rijen), 1)
        for place, one in enumerate(cijfers.rijen):
            frame = self._frame(slide, left, top + place * step, width, step)
            paragraph = write(frame, f"{cell_text(one.cel)} ", size=28, bold=True, colour=ACCENT_DARK)
            add_run(paragraph, f"{one.van} ", size=13, colour=INK_SOFT)
            add_run(paragraph, one.label, size=14, bold=True)
            if one.verandering:
                write(frame, one.verandering, size=12, colour=INK_SOFT)

    def _write_chart(self, slide: Slide, diagram: Diagram, room: tuple[int, int, int, int]) -> None:
        left, top, width, height = room
        if diagram.titel != _title_of(slide).text_frame.text:
            caption = _INCH * 4 // 10
            write(self._frame(slide, left, top, width, caption), diagram.titel, size=_CAPTION, bold=True)
            top, height = top + caption, height - caption
        self._add_chart(slide, diagram, (left, top, width, height), letters=_CHART_LETTERS)

    def _add_chart(self, slide: Slide, diagram: Diagram, room: tuple[int, int, int, int], *, letters: int) -> None:
        left, top, width, height = room
        data: Any = CategoryChartData(number_format="0")
        data.categories = [xml_text(one) for one in names_of(diagram)]
        for naam, waarden, _ in series_of(diagram):
            data.add_series(xml_text(naam), waarden)
        frame: Any = slide.shapes.add_chart(chart_kind(diagram), Emu(left), Emu(top), Emu(width), Emu(height), data)
        part = frame.chart.part
        part.chart_workbook.update_from_xlsx_blob(chart_workbook(diagram, self._kader.moment))
        dress(part._element, diagram, self._house.look, letters=letters)
        describe(frame, diagram.titel, diagram.alt)

    def _write_map(self, slide: Slide, kaart: Kaart, room: tuple[int, int, int, int]) -> None:
        left, top, width, height = room
        legend = _INCH * 4 // 10
        columns = max(one.kolom for one in kaart.tegels) + 1
        rows = max(one.rij for one in kaart.tegels) + 1
        wide, high = width // columns, (height - legend) // rows
        group = slide.shapes.add_group_shape()
        for one in kaart.tegels:
            self._tile(group, one, (left + one.kolom * wide, top + one.rij * high, wide - 30_000, high - 30_000))
        describe(group, kaart.titel, kaart.alt)
        frame = self._frame(slide, left, top + height - legend, width, legend)
        told = (f"{look_of(one.status).teken} {one.woord}: {one.aantal}" for one in kaart.legenda)
        write(frame, "     ".join(told), size=13, bold=True)

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
            add_run(paragraph, text, size=_TILE, bold=bold, colour=look.letter)

    def _write_panels(self, slide: Slide, dia: Dia, room: tuple[int, int, int, int]) -> None:
        """Small charts in rows of two or three, and what they are below them."""
        left, top, width, height = room
        foot = _FOOT if dia.onder else 0
        beside = beside_each_other(dia.panelen)
        rows = -(-len(dia.panelen) // beside)
        wide, high = width // beside, (height - foot) // rows
        for place, one in enumerate(dia.panelen):
            at = (left + place % beside * wide, top + place // beside * high, wide - _BETWEEN, high - _BETWEEN)
            self._add_chart(slide, one, at, letters=_PANEL_LETTERS)
        self._write_below(slide, dia.onder, (left, top + height - foot, width, foot))

    def _write_below(self, slide: Slide, text: str, room: tuple[int, int, int, int]) -> None:
        if text:
            write(self._frame(slide, *room), text, size=_SMALL + 1, colour=INK_SOFT)

    def _write_table(self, slide: Slide, tabel: Diatabel, room: tuple[int, int, int]) -> None:
        left, top, width = room
        rows = len(tabel.rijen) + 1
        frame = slide.shapes.add_table(rows, len(tabel.koppen), Emu(left), Emu(top), Emu(width), Emu(_ROW * rows))
        table = frame.table
        for number, part in enumerate(tabel.delen):
            table.columns[number].width = Emu(width * part // sum(tabel.delen))
        for row, cells in enumerate((tabel.koppen, *tabel.rijen)):
            for column, text in enumerate(cells):
                cell = table.cell(row, column)
                cell.fill.solid()
                cell.fill.fore_color.rgb = RGBColor.from_string(ACCENT_WASH if not row else WHITE)
                colour = INK if row else ACCENT_DARK
                paragraph = cell.text_frame.paragraphs[0]
                add_run(paragraph, text or "–", size=14, bold=not row, colour=colour)
                if tabel.getallen and column:
                    paragraph.alignment = PP_ALIGN.RIGHT
        describe(frame, tabel.naam, tabel.alt)

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
