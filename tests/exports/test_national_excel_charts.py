"""The charts of the national workbook: native, beside the numbers, drawn from cells that hold what the report says."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, LineChart

from exports.cells import xml_text
from exports.excel.national import national_xlsx
from exports.national.printed import names_of, series_of
from exports.national.tree import Grafiek, Lijngrafiek, Reeks
from exports.national.workbook.charts import chart_columns, charts_of
from tests.examples.nation import example_data
from tests.exports.national_world import EMPTY, WORLD, report_of
from tests.exports.small_report import small_report
from tests.reading.documents import assert_opens_cleanly
from tests.reading.excel import typed_text


def charts(workbook: Workbook) -> list[Any]:
    return list(workbook["Samenvatting"]._charts)


def cells(workbook: Workbook, reference: str) -> list[Any]:
    """What stands in the cells that a chart refers to."""
    sheet, area = reference.replace("$", "").rsplit("!", 1)
    found = workbook[sheet.strip("'")][area]
    return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]


@pytest.mark.parametrize(
    "report",
    [
        pytest.param(report_of(example_data()), id="voorbeeld"),
        pytest.param(report_of(WORLD), id="klein"),
        pytest.param(small_report(), id="raar"),
    ],
)
def test_charts_are_drawn_from_cells_that_hold_the_numbers_of_the_report(report: Any) -> None:
    workbook = load_workbook(BytesIO(national_xlsx(WORLD, report)))
    drawn = charts(workbook)
    assert len(drawn) == len(charts_of(report)) > 0
    for chart, grafiek in zip(drawn, charts_of(report), strict=True):
        lines = isinstance(grafiek, Lijngrafiek)
        assert isinstance(chart, LineChart if lines else BarChart)
        assert lines or (chart.barDir, chart.grouping == "stacked") == ("bar", grafiek.gestapeld)
        heads = [column.heading for column in chart_columns(grafiek)]
        for series, (_, waarden, _), head in zip(chart.series, series_of(grafiek), heads[1:], strict=True):
            numbers = cells(workbook, series.val.numRef.f)
            assert numbers == list(waarden) == [int(one.v) for one in series.val.numRef.numCache.pt]
            assert cells(workbook, series.tx.strRef.f) == [head]
            categories = cells(workbook, series.cat.strRef.f)
            assert categories == [xml_text(one) for one in names_of(grafiek)]
            assert categories == [typed_text(one.v) for one in series.cat.strRef.strCache.pt]


def test_odd_words_in_charts_give_a_sound_file() -> None:
    assert_opens_cleanly(national_xlsx(EMPTY, small_report()), ".xlsx")


def test_a_chart_is_told_in_words_and_stands_beside_the_numbers() -> None:
    report = report_of(example_data())
    content = national_xlsx(example_data(), report)
    with ZipFile(BytesIO(content)) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    for grafiek in charts_of(report):
        assert f'name="{grafiek.titel}"' in drawing
        assert f'descr="{grafiek.alt[:20]}' in drawing
    sheet = load_workbook(BytesIO(content))["Samenvatting"]
    tables = [table for table in sheet.tables.values() if table.name.startswith("Grafiek")]
    tops = [int(table.ref[1:].split(":")[0]) for table in tables]
    # Each hangs beside its own table, and ends above the next one.
    assert [chart.anchor._from.row + 1 for chart in sheet._charts] == tops
    assert len({chart.anchor._from.col for chart in sheet._charts}) == 1
    rows = [(chart.height * 28.35) / 15 for chart in sheet._charts]
    assert all(top + height <= after + 1 for top, height, after in zip(tops, rows, tops[1:], strict=False))


def test_a_chart_without_anything_to_draw_is_left_out() -> None:
    report = report_of(WORLD)
    chapter = replace(
        report.hoofdstukken[0], blokken=(Grafiek("leeg", "Leeg", (), (Reeks("Aantal", ()),), ""),), delen=()
    )
    content = national_xlsx(WORLD, replace(report, hoofdstukken=(chapter,)))
    assert_opens_cleanly(content, ".xlsx")
    assert charts(load_workbook(BytesIO(content))) == []


def test_series_with_one_name_have_headings_of_their_own() -> None:
    grafiek = Grafiek("x", "Stand", ("a",), (Reeks("stand", (1,)), Reeks("", (2,)), Reeks("Stand\n", (3,))), "")
    assert [column.heading for column in chart_columns(grafiek)] == ["Stand", "stand (2)", "Aantal", "Stand (3)"]
