"""The charts of a national report as native Excel charts, each drawn from a small table on the same sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, assert_never

from lxml import etree
from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)
from openpyxl.utils import get_column_letter

from exports.cells import excel_text, xml_text
from exports.columns import Column, ColumnKind
from exports.excel.inside_openpyxl import StreamedSheet
from exports.excel.stream import Placed, StreamedBook
from exports.look.charts import LETTER_SIZE
from exports.look.colours import LINE
from exports.look.house import LANGUAGE
from exports.look.lines import STREPEN
from exports.look.status import Patroon, Uiterlijk, looks_of
from exports.national.printed import Diagram, is_silent, names_of, series_of
from exports.national.tree import (
    Begrippen,
    Blok,
    Boodschap,
    Cijfers,
    EigenTekst,
    Grafiek,
    Kaart,
    Kopje,
    Lijngrafiek,
    Lijst,
    NationaalRapport,
    Tabel,
    Zin,
)

WIDTH_CM = 17.0
# So many plain columns are wider than a chart.
_COLUMNS_BEHIND = 11
_POINTS_PER_CM = 28.35
_TABLE_WIDTHS = (52, 12)
_LABEL_WIDTH, _TITLE_SIZE = 40, 1200


@dataclass(frozen=True)
class _Line:
    """A row of the small table of a chart."""

    categorie: str
    waarden: tuple[int | None, ...]


def charts_of(rapport: NationaalRapport) -> tuple[Diagram, ...]:
    """The charts of the report that have something to draw, in the order of the page."""
    return tuple(chart for hoofdstuk in rapport.all_chapters() for blok in hoofdstuk.blokken for chart in _charts(blok))


def _charts(blok: Blok) -> tuple[Diagram, ...]:
    match blok:
        case Grafiek() | Lijngrafiek():
            return () if is_silent(blok) else (blok,)
        case Zin() | EigenTekst() | Tabel() | Kaart() | Cijfers() | Lijst() | Begrippen() | Kopje() | Boodschap():
            # What they count stands on sheets of its own, and words are not for a workbook.
            return ()
        case _:
            assert_never(blok)


def chart_columns(grafiek: Diagram) -> tuple[Column[_Line], ...]:
    """The columns of the table of a chart: its categories under the title, then each series."""
    heads = _unique([grafiek.titel, *(naam for naam, _, _ in series_of(grafiek))])
    return (
        Column(heads[0], lambda line: line.categorie, _TABLE_WIDTHS[0]),
        *(_series_column(head, index) for index, head in enumerate(heads[1:])),
    )


def _series_column(head: str, index: int) -> Column[_Line]:
    return Column(head, lambda line: line.waarden[index], _TABLE_WIDTHS[1], ColumnKind.NUMBER)


def chart_lines(grafiek: Diagram) -> list[_Line]:
    """The rows of the table of a chart: each category with the value of every series."""
    return [
        _Line(naam, tuple(waarden[index] for _, waarden, _ in series_of(grafiek)))
        for index, naam in enumerate(names_of(grafiek))
    ]


def _unique(heads: Iterable[str]) -> list[str]:
    """Headings as Excel wants them in a table: no two alike, none empty, on one line."""
    made: dict[str, str] = {}
    for head in heads:
        base = " ".join(xml_text(head).split())[:250] or "Aantal"
        names = (base if number == 1 else f"{base} ({number})" for number in count(1))
        name = next(name for name in names if name.casefold() not in made)
        made[name.casefold()] = name
    return list(made.values())


def add_charts(book: StreamedBook, sheet: StreamedSheet, grafieken: Iterable[Diagram], *, column: int) -> int:
    """Write the table of each chart below what stands on the sheet, and hang the chart beside it, from `column` on.

    They hang in columns without a width. Returns the last column that a chart covers.
    """
    left = get_column_letter(column)
    for number, grafiek in enumerate(grafieken, start=1):
        book.skip_row(sheet)
        placed = book.add_table(sheet, f"Grafiek_{number}", chart_columns(grafiek), chart_lines(grafiek))
        chart = _chart(sheet.title, grafiek, placed)
        chart.width, chart.height = WIDTH_CM, _height_cm(grafiek)
        sheet.add_chart(chart, f"{left}{placed.top}")
        # The next table begins below this chart.
        while sum(sheet.heights[placed.top - 1 :]) < chart.height * _POINTS_PER_CM:
            book.skip_row(sheet)
    return column + _COLUMNS_BEHIND - 1


def chart_edits(grafieken: Sequence[Diagram]) -> dict[str, Callable[[Any], None]]:
    """What is put right in the parts that openpyxl writes for the charts, the only ones of a workbook."""
    if not grafieken:
        return {}
    charts = {f"xl/charts/chart{number}.xml": _keep_formats for number in range(1, len(grafieken) + 1)}
    return {"xl/drawings/drawing1.xml": _with_descriptions(grafieken), **charts}


def _keep_formats(chart: Any) -> None:
    """Show figures as told here and not as in their cells; openpyxl leaves that open."""
    for one in chart.iter():
        if etree.QName(one).localname == "numFmt":
            one.set("sourceLinked", "0")


def _with_descriptions(grafieken: Sequence[Diagram]) -> Callable[[Any], None]:
    """An edit of the drawing of a sheet that gives each chart its name and its words for who can't see it."""

    def edit(drawing: Any) -> None:
        frames = (one for one in drawing.iter() if etree.QName(one).localname == "cNvPr")
        for frame, grafiek in zip(frames, grafieken, strict=True):
            frame.set("name", xml_text(grafiek.titel))
            frame.set("descr", xml_text(grafiek.alt))

    return edit


def _height_cm(grafiek: Diagram) -> float:
    if isinstance(grafiek, Lijngrafiek):
        return 8.0
    bars = 1 if grafiek.gestapeld else len(grafiek.reeksen)
    lines = sum(1 + len(categorie) // _LABEL_WIDTH for categorie in grafiek.categorieen)
    return max(6.0, 3.2 + max(lines * 0.55, len(grafiek.categorieen) * (0.35 + 0.45 * bars)))


def _chart(sheet: str, grafiek: Diagram, placed: Placed) -> BarChart | LineChart:
    chart = LineChart() if isinstance(grafiek, Lijngrafiek) else _bars(grafiek)
    chart.title = _title(grafiek.titel)
    chart.roundedCorners = False
    chart.legend.position = "b"
    found = series_of(grafiek)
    if len(found) == 1:
        chart.legend = None
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.txPr = chart.y_axis.txPr = _small_text()
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=LINE))
    chart.y_axis.number_format, chart.y_axis.scaling.min = "0", 0
    looks = looks_of([status for _, _, status in found])
    chart.series = [_series(sheet, grafiek, placed, index, look) for index, look in enumerate(looks)]
    return chart


def _bars(grafiek: Grafiek) -> BarChart:
    chart = BarChart(barDir="bar", gapWidth=50, overlap=100 if grafiek.gestapeld else -10)
    chart.grouping = "stacked" if grafiek.gestapeld else "clustered"
    # The first category on top, as in the table; the figures stay below.
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    return chart


def _series(sheet: str, grafiek: Diagram, placed: Placed, index: int, look: Uiterlijk) -> Series:
    def where(column: int, row: int) -> str:
        return f"${get_column_letter(column)}${row}"

    naam, heads = names_of(grafiek), chart_columns(grafiek)
    column, first, last = index + 2, placed.top + 1, placed.top + len(naam)
    series = Series(idx=index, order=index)
    series.tx = SeriesLabel(strRef=_words(f"'{sheet}'!{where(column, placed.top)}", [heads[index + 1].heading]))
    names = f"'{sheet}'!{where(1, first)}:{where(1, last)}"
    series.cat = AxDataSource(strRef=_words(names, naam))
    _, waarden, _ = series_of(grafiek)[index]
    series.val = NumDataSource(numRef=_numbers(f"'{sheet}'!{where(column, first)}:{where(column, last)}", waarden))
    if isinstance(grafiek, Lijngrafiek):
        _draw_line(series, look, STREPEN[index % len(STREPEN)])
    else:
        series.spPr = _plane(look)
        series.invertIfNegative = False
        series.dLbls = _labels(grafiek, look)
    return series


def _plane(look: Uiterlijk) -> GraphicalProperties:
    """Its colour, its hatch in that colour, or white with an edge."""
    if look.patroon is Patroon.ARCERING:
        hatch = PatternFillProperties(prst="wdUpDiag")
        hatch.fgClr, hatch.bgClr = ColorChoice(srgbClr=look.rand), ColorChoice(srgbClr=look.kleur)
        return GraphicalProperties(pattFill=hatch)
    edge = LineProperties(solidFill=look.rand) if look.patroon is Patroon.RAND else None
    return GraphicalProperties(solidFill=look.kleur, ln=edge)


def _draw_line(series: Series, look: Uiterlijk, dash: str) -> None:
    series.spPr = GraphicalProperties(ln=LineProperties(w=28575, solidFill=look.lijn, prstDash=dash))
    series.marker = Marker(symbol="circle", size=6, spPr=GraphicalProperties(solidFill=look.lijn))
    series.smooth = False


def _words(where: str, words: Iterable[str]) -> StrRef:
    """A reference to cells with what stands in them, for who draws the chart without the sheet."""
    points = [StrVal(idx=index, v=excel_text(word)) for index, word in enumerate(words)]
    return StrRef(f=where, strCache=StrData(ptCount=len(points), pt=points))


def _numbers(where: str, numbers: Sequence[int | None]) -> NumRef:
    points = [NumVal(idx=index, v=str(number)) for index, number in enumerate(numbers) if number is not None]
    return NumRef(f=where, numCache=NumData(formatCode="General", ptCount=len(numbers), pt=points))


def _labels(grafiek: Grafiek, look: Uiterlijk) -> DataLabelList:
    """The figure at the end of each bar, or inside it in a stack, where nought has no room."""
    labels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False)
    labels.numFmt = "0;;" if grafiek.gestapeld else "0"
    labels.dLblPos = "ctr" if grafiek.gestapeld else "outEnd"
    labels.txPr = _small_text(look.letter if grafiek.gestapeld else None)
    return labels


def _title(text: str) -> Title:
    look = CharacterProperties(sz=_TITLE_SIZE, b=True, lang=LANGUAGE)
    run = RegularTextRun(rPr=look, t=xml_text(text))
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=look), r=[run])
    return Title(tx=Text(rich=RichText(bodyPr=RichTextProperties(), p=[paragraph])), overlay=False)


def _small_text(colour: str | None = None) -> RichText:
    look = CharacterProperties(sz=LETTER_SIZE, lang=LANGUAGE, solidFill=colour)
    return RichText(bodyPr=RichTextProperties(), p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])
