"""One declaration of a chart: every drawing and file of it says the same numbers."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from PIL import Image

from exports.charts import chart_xml
from exports.charts.xml import tag
from exports.excel.figures import figures_xlsx
from exports.figures import drawing
from exports.figures.average import moving_average
from exports.figures.axis import marked
from exports.figures.declared import Doelstap, Figuur, Meetmoment, Meetpunt, Meetreeks, Tekenwijze, Tijdmaat
from exports.figures.files import figures_csv
from exports.figures.native import GAT, as_chart, as_lines, as_panels
from exports.figures.size import BREED, HALF, SMAL, Afmeting
from exports.figures.table import table_of
from exports.look.charts import Look
from tests.reading.documents import assert_opens_cleanly

LETTERS = Path("portal/static/dist/letters")
MOMENT = datetime(2024, 4, 1, tzinfo=UTC)
VALUES = (1234, 238, None, 251, 240, 233)
MOMENTEN = tuple(Meetmoment(f"maand {number} 2024", f"m{number}", 2024, number) for number in range(1, 7))


def punten(values: tuple[int | None, ...]) -> tuple[Meetpunt, ...]:
    return tuple(
        Meetpunt(None, "<5", "Een klein aantal.") if one is None else Meetpunt(one, f"{one:,}".replace(",", "."))
        for one in values
    )


REEKS = Meetreeks("Instroom", punten(VALUES))
TOTAAL = Figuur(
    "nl_totaal",
    "In Q1 2024 kwamen <b>minder</b> cliënten binnen",
    "Instroom, Nederland, cliënten per maand",
    "cliënten",
    MOMENTEN,
    (REEKS,),
    gemiddelde=moving_average(REEKS),
    doelen=(Doelstap("Uitgangspunt: ca. 300", 300, 0, 2), Doelstap("Doel: < 240", 240, 3, 5, onder=240)),
    bron="Bron: =Som, peildatum 1 april 2024.",
    synthetisch=True,
)
GROEPEN = Figuur(
    "nl_leeftijd",
    "In juni is B de grootste groep",
    "Instroom naar leeftijd",
    "cliënten",
    MOMENTEN,
    (Meetreeks("A", punten((1, 2, 3, 4, 5, 6))), Meetreeks("B’s", punten((7, 8, None, 9, 10, 11)))),
    wijze=Tekenwijze.PANELEN,
)
SVG = {"s": "http://www.w3.org/2000/svg"}


def tips(figuur: Figuur, size: Afmeting) -> list[str]:
    root = etree.fromstring(drawing.svg(figuur, size, LETTERS).encode())
    return [one.text or "" for one in root.iterfind(".//s:title", SVG)]


@pytest.mark.parametrize("size", [BREED, HALF, SMAL], ids=lambda one: one.naam)
@pytest.mark.parametrize("figuur", [TOTAAL, GROEPEN], ids=lambda one: one.sleutel)
def test_a_drawing_holds_each_point_and_nothing_that_a_page_forbids(figuur: Figuur, size: Afmeting) -> None:
    told = {
        f"{reeks.naam}, {moment.naam}: {punt.tekst}"
        for reeks in figuur.reeksen
        for moment, punt in zip(figuur.momenten, reeks.punten, strict=True)
    }
    assert told == set(tips(figuur, size))
    drawn = drawing.svg(figuur, size, LETTERS)
    assert not re.search(r"<style|style=|<script|\son\w+=|<b>|aria-roledescription|url\(", drawn)
    root = etree.fromstring(drawn.encode())
    assert root.get("role") == "img"
    assert figuur.titel in str(root.get("aria-label"))


def test_a_number_on_the_axis_keeps_all_its_figures() -> None:
    root = etree.fromstring(drawing.svg(TOTAAL, BREED, LETTERS).encode())
    words = ["".join(one.itertext()) for one in root.iterfind(".//s:text", SVG)]
    assert {"0", "500", "1.000", "1.500", "Doel: < 240", "Uitgangspunt: ca. 300"} <= set(words)


def test_word_and_slides_get_the_same_numbers_with_a_gap_for_what_is_not_shown() -> None:
    root = etree.fromstring(chart_xml(as_lines(TOTAAL), Look()))
    lines = [
        {
            int(point.get("idx")): float(point.findtext(tag("v")))
            for point in series.iterfind(f"{tag('val')}//{tag('pt')}")
        }
        for series in root.iter(tag("ser"))
    ]
    assert lines[0] == {place: float(value) for place, value in enumerate(VALUES) if value is not None}
    assert lines[1] == {5: 241.0}
    assert lines[2] == {0: 300.0, 1: 300.0, 2: 300.0}
    assert lines[3] == {3: 240.0, 4: 240.0, 5: 240.0}


def test_the_workbook_and_the_csv_say_what_is_not_shown_and_why() -> None:
    sheet = load_workbook(io.BytesIO(figures_xlsx(TOTAAL, moment=MOMENT)))["Cijfers"]
    rows = list(sheet.iter_rows(min_row=2, max_row=7, values_only=True))
    assert tuple(row[3] for row in rows) == VALUES
    assert rows[2][4:6] == ("<5", "Een klein aantal.")
    assert {row[8] for row in rows} == {"synthetisch"}
    read = list(csv.reader(io.StringIO(figures_csv(TOTAAL).decode("utf-8-sig")), delimiter=";"))
    assert [row[3] for row in read[1:7]] == ["1234", "238", "", "251", "240", "233"]
    assert read[3][4] == "<5"


def test_groups_are_small_charts_on_one_scale_where_no_svg_is_drawn() -> None:
    tops, names = [], []
    for one in as_panels(GROEPEN):
        root = etree.fromstring(chart_xml(one, Look()))
        tops.append([top.get("val") for top in root.iter(tag("max"))])
        names.append("".join(root.find(f".//{tag('title')}").itertext()))
    assert (tops, names) == ([["15"], ["15"]], ["A", "B’s"])
    content = figures_xlsx(GROEPEN, moment=MOMENT)
    assert_opens_cleanly(content, ".xlsx")
    charts = load_workbook(io.BytesIO(content))["Grafiek"]._charts
    assert [(len(chart.series), chart.y_axis.scaling.max) for chart in charts] == [(1, 15), (1, 15)]
    assert as_chart(GROEPEN).bron.endswith(GAT)
    assert (as_panels(TOTAAL), as_chart(TOTAAL)) == ((), as_lines(TOTAAL))


def test_a_csv_holds_no_formula() -> None:
    one = Figuur("a", "T", "=1+1", "cliënten", MOMENTEN[:1], (Meetreeks("@naam", punten((5,))),))
    read = list(csv.reader(io.StringIO(figures_csv(one).decode("utf-8-sig")), delimiter=";"))
    assert read[1][:2] == ["'=1+1", "'@naam"]


def test_signs_are_explained_where_they_are_drawn() -> None:
    assert TOTAAL.tekens == "Een driehoekje onderaan: dit cijfer is niet getoond of ontbreekt."
    assert Figuur("a", "T", "O", "e", MOMENTEN[:1], (Meetreeks("A", punten((5,))),)).tekens == ""


def test_the_table_has_the_target_and_the_note() -> None:
    table = table_of(TOTAAL)
    assert table.koppen == ("Periode", "Instroom", "Gemiddelde 3 maanden", "Doel")
    assert [cel.tekst for cel in table.rijen[2].cellen] == ["<5", "–", "ca. 300"]
    assert table.rijen[2].cellen[0].noot == 1
    assert table.noten == ("Een klein aantal.",)


def test_equal_charts_are_drawn_alike_and_a_picture_can_be_made() -> None:
    first = drawing.svg(TOTAAL, SMAL, LETTERS)
    drawing.forget()
    assert drawing.svg(TOTAAL, SMAL, LETTERS) == first


def test_the_title_is_readable_in_the_picture() -> None:
    """A drawer that does not find the letters leaves words out without a word."""
    picture = Image.open(io.BytesIO(drawing.png(TOTAAL, LETTERS))).convert("L")
    above = picture.crop((0, 0, picture.width, 70))
    assert sum(above.histogram()[:100]) > 1000


@pytest.mark.parametrize(
    ("many", "first", "per", "places"),
    [
        (13, 1, Tijdmaat.MAAND, [0, 6, 12]),
        (13, 3, Tijdmaat.MAAND, [4, 10]),
        (14, 2, Tijdmaat.KWARTAAL, [3, 7, 11]),
        (5, 1, Tijdmaat.JAAR, [0, 2, 4]),
    ],
)
def test_words_along_the_axis_begin_with_a_year(many: int, first: int, per: Tijdmaat, places: list[int]) -> None:
    each = {Tijdmaat.MAAND: 12, Tijdmaat.KWARTAAL: 4, Tijdmaat.JAAR: 1}[per]
    found = [Meetmoment("", "", 0, (first - 1 + place) % each + 1) for place in range(many)]
    assert marked(found, per, 3) == places
