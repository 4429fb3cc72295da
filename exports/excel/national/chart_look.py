"""How the parts of an Excel chart look, and references to cells with what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from openpyxl.chart.data_source import NumData, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series
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

from exports.cells import excel_text, xml_text
from exports.look.charts import LETTER_SIZE
from exports.look.house import LANGUAGE
from exports.look.status import Patroon, Uiterlijk
from exports.national.tree import Grafiek

_TITLE_SIZE = 1200


def plane(look: Uiterlijk) -> GraphicalProperties:
    """Its colour, its hatch in that colour, or white with an edge."""
    if look.patroon is Patroon.ARCERING:
        hatch = PatternFillProperties(prst="wdUpDiag")
        hatch.fgClr, hatch.bgClr = ColorChoice(srgbClr=look.rand), ColorChoice(srgbClr=look.kleur)
        return GraphicalProperties(pattFill=hatch)
    edge = LineProperties(solidFill=look.rand) if look.patroon is Patroon.RAND else None
    return GraphicalProperties(solidFill=look.kleur, ln=edge)


def draw_line(series: Series, look: Uiterlijk, dash: str, *, with_dots: bool) -> None:
    series.spPr = GraphicalProperties(ln=LineProperties(w=28575, solidFill=look.lijn, prstDash=dash))
    dot = Marker(symbol="circle", size=6, spPr=GraphicalProperties(solidFill=look.lijn))
    series.marker = dot if with_dots else Marker(symbol="none")
    series.smooth = False


def words_at(where: str, words: Iterable[str]) -> StrRef:
    """A reference to cells with what stands in them, for who draws the chart without the sheet."""
    points = [StrVal(idx=index, v=excel_text(word)) for index, word in enumerate(words)]
    return StrRef(f=where, strCache=StrData(ptCount=len(points), pt=points))


def numbers_at(where: str, numbers: Sequence[int | None]) -> NumRef:
    points = [NumVal(idx=index, v=str(number)) for index, number in enumerate(numbers) if number is not None]
    return NumRef(f=where, numCache=NumData(formatCode="General", ptCount=len(numbers), pt=points))


def labels(grafiek: Grafiek, look: Uiterlijk) -> DataLabelList:
    """The figure at the end of each bar, or inside it in a stack, where nought has no room."""
    labels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False)
    labels.numFmt = "0;;" if grafiek.gestapeld else "0"
    labels.dLblPos = "ctr" if grafiek.gestapeld else "outEnd"
    labels.txPr = small_text(look.letter if grafiek.gestapeld else None)
    return labels


def title_of(text: str) -> Title:
    look = CharacterProperties(sz=_TITLE_SIZE, b=True, lang=LANGUAGE)
    run = RegularTextRun(rPr=look, t=xml_text(text))
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=look), r=[run])
    return Title(tx=Text(rich=RichText(bodyPr=RichTextProperties(), p=[paragraph])), overlay=False)


def small_text(colour: str | None = None) -> RichText:
    look = CharacterProperties(sz=LETTER_SIZE, lang=LANGUAGE, solidFill=colour)
    return RichText(bodyPr=RichTextProperties(), p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])
