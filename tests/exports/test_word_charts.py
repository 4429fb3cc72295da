"""Charts in Word: native, editable, the same numbers in the picture, in the workbook behind it and in the tree."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from docx.oxml.ns import qn
from lxml import etree
from openpyxl import load_workbook

from exports.cells import xml_text
from exports.charts import chart_workbook, chart_xml
from exports.look.charts import Look, brightness, colours, letter_on
from exports.national.tree import Grafiek, Reeks
from exports.word.national import national_docx
from tests.exports.small_report import GESTAPELD, GRAFIEK, PEILMOMENT, small_report
from tests.reading.documents import assert_opens_cleanly
from tests.reading.excel import typed_text
from tests.reading.word import opened, parts

CHARTS = (GRAFIEK, GESTAPELD)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def drawn(grafiek: Grafiek) -> Any:
    return etree.fromstring(chart_xml(grafiek, Look()))


def cached(root: Any) -> dict[str, list[str]]:
    """What the picture shows without opening the workbook, by the cells it stands for."""
    return {
        ref.find(f"{C}f").text: [one.text or "" for one in ref.iter(f"{C}v")]
        for ref in root.iter(f"{C}strRef", f"{C}numRef")
    }


def in_workbook(content: bytes) -> dict[str, list[str]]:
    """The same from the workbook: names of series, categories and numbers by the cells they stand in."""
    book = load_workbook(BytesIO(content))
    sheet = book["Gegevens"]
    last = sheet.max_row
    found = {f"Gegevens!$A$2:$A${last}": [typed_text(str(sheet.cell(row, 1).value)) for row in range(2, last + 1)]}
    for column, letter in enumerate("BCDEFG"[: sheet.max_column - 1], start=2):
        found[f"Gegevens!${letter}$1"] = [typed_text(str(sheet.cell(1, column).value))]
        found[f"Gegevens!${letter}$2:${letter}${last}"] = [
            str(sheet.cell(row, column).value) for row in range(2, last + 1)
        ]
    return found


@pytest.mark.parametrize("grafiek", CHARTS)
def test_picture_workbook_and_tree_say_the_same(grafiek: Grafiek) -> None:
    last = len(grafiek.categorieen) + 1
    expected = {f"Gegevens!$A$2:$A${last}": [xml_text(one) for one in grafiek.categorieen]}
    for letter, reeks in zip("BCD", grafiek.reeksen, strict=False):
        expected[f"Gegevens!${letter}$1"] = [reeks.naam]
        expected[f"Gegevens!${letter}$2:${letter}${last}"] = [str(one) for one in reeks.waarden]
    assert cached(drawn(grafiek)) == expected
    assert in_workbook(chart_workbook(grafiek, PEILMOMENT)) == expected


def test_the_document_holds_the_charts_with_their_workbooks() -> None:
    content = national_docx(small_report())
    charts, books = parts(content, "word/charts/chart"), parts(content, "word/embeddings/")
    assert sorted(charts) == ["word/charts/chart1.xml", "word/charts/chart2.xml"]
    for number, grafiek in enumerate(CHARTS, start=1):
        root = etree.fromstring(charts[f"word/charts/chart{number}.xml"])
        assert cached(root) == in_workbook(books[f"word/embeddings/grafiek{number}.xlsx"]) == cached(drawn(grafiek))
        rel_id = root.find(f"{C}externalData").get(qn("r:id"))
        rels = etree.fromstring(
            parts(content, f"word/charts/_rels/chart{number}")[f"word/charts/_rels/chart{number}.xml.rels"]
        )
        targets = {one.get("Id"): one.get("Target") for one in rels}
        assert targets[rel_id] == f"../embeddings/grafiek{number}.xlsx"


def test_the_workbook_behind_a_chart_opens_cleanly() -> None:
    assert_opens_cleanly(chart_workbook(GESTAPELD, PEILMOMENT), ".xlsx")


def test_a_chart_says_in_words_what_it_shows() -> None:
    document = opened(national_docx(small_report()))
    said = [(one.get("name"), one.get("title"), one.get("descr")) for one in document.element.body.iter(f"{WP}docPr")]
    assert said == [("Figuur 1", GRAFIEK.titel, GRAFIEK.alt), ("Figuur 2", GESTAPELD.titel, GESTAPELD.alt)]
    numbers = [one.get("id") for one in document.element.body.iter(f"{WP}docPr")]
    assert len(set(numbers)) == len(numbers)


def test_axis_numbers_are_positive_and_fit_together() -> None:
    root = drawn(GESTAPELD)
    used = [
        [one.get("val") for one in root.iter(f"{C}axId") if one.getparent().tag.endswith(kind)]
        for kind in ("Chart", "Ax")
    ]
    assert used[0] == used[1] == ["111111111", "222222222"]
    assert [one.get("val") for one in root.iter(f"{C}crossAx")] == ["222222222", "111111111"]


def test_only_more_series_have_a_legend_and_stand_on_each_other() -> None:
    single, stacked = drawn(GRAFIEK), drawn(GESTAPELD)
    assert [one.find(f".//{C}legend") is not None for one in (single, stacked)] == [False, True]
    assert [one.find(f".//{C}grouping").get("val") for one in (single, stacked)] == ["clustered", "stacked"]
    assert [one.find(f".//{C}autoTitleDeleted").get("val") for one in (single, stacked)] == ["1", "1"]


@pytest.mark.parametrize("accent", ["0B5D63", "4472C4", "FFC000", "000000", "FFFFFF"])
@pytest.mark.parametrize("count", range(2, 9))
def test_series_also_differ_in_grey(accent: str, count: int) -> None:
    bright = sorted(brightness(one) for one in colours(accent, count))
    assert all(lighter - darker > 0.018 for darker, lighter in pairwise(bright))


def test_numbers_on_bars_can_be_read() -> None:
    for colour in (one for count in range(2, 9) for one in colours("0B5D63", count)):
        light, dark = sorted((brightness(colour), brightness(letter_on(colour))), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, colour


def test_a_chart_without_categories_is_left_out() -> None:
    chapters = small_report().hoofdstukken
    empty = Grafiek("leeg", "Leeg", (), (Reeks("Regio’s", ()),), "Niets.")
    chapter = type(chapters[0])("a", "A", chapters[0].kop, "1", (empty,))
    content = national_docx(small_report(hoofdstukken=(chapter,)))
    assert parts(content, "word/charts/") == {}
    assert_opens_cleanly(content, ".docx")


@pytest.mark.parametrize(("pieces", "number_format"), [((60, 40), "[>=4]0;;"), ((3, 0), "[>=1]0;;")])
def test_a_piece_too_small_for_its_number_shows_none(pieces: tuple[int, ...], number_format: str) -> None:
    grafiek = Grafiek("g", "Titel", ("A",), tuple(Reeks(f"R{one}", (one,)) for one in pieces), "Alt.", gestapeld=True)
    shown = {one.get("formatCode") for one in drawn(grafiek).iter(f"{C}numFmt") if one.getparent().tag == f"{C}dLbls"}
    assert shown == {number_format}


def test_a_piece_too_small_for_its_number_is_told_behind_its_bar() -> None:
    reeksen = (Reeks("Ligt op schema", (60, 50)), Reeks("Gestopt", (1, 0)), Reeks("Niet gestart", (2, 10)))
    root = drawn(Grafiek("g", "Titel", ("A", "B"), reeksen, "Alt.", gestapeld=True))
    assert ["".join(label.itertext()) for label in root.iter(f"{C}rich")] == ["gestopt 1 · niet gestart 2"]
    assert int(root.find(f".//{C}valAx/{C}scaling/{C}max").get("val")) > 63
