"""Data with figures of the instroom: CSV, workbooks, charts inside files, JSON, and what a picture is drawn of."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

from lxml import etree
from openpyxl import load_workbook

from tests.reading.inflow.facts import Fact, told
from tests.reading.inflow.markup import facts_of_tip
from tests.reading.inflow.sentences import facts_of_sentence
from tests.reading.inflow.tables import facts_of_tables, flat_facts, line_facts, point_facts
from tests.reading.inflow.words import (
    LAND,
    VIEW_OF,
    Subject,
    category_of_code,
    code_as_period,
    is_period,
    period_after,
    period_of,
    subject_of,
    view_of_code,
)

_CHART = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
_ABOUT = re.compile(r"“(.+)”")


def rows_of(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file, by the names of its columns."""
    return [*csv.DictReader(StringIO(content.decode("utf-8-sig")), delimiter=";")]


def facts_of_csv(content: bytes) -> list[Fact]:
    """The CSV file of a chart."""
    return list(flat_facts(rows_of(content)))


def facts_of_workbook(content: bytes, place: str = LAND) -> list[Fact]:
    """Every table on every sheet, and what the charts keep. They are of this place unless a row says of which."""
    sheets = [[*sheet.iter_rows(values_only=True), ()] for sheet in load_workbook(BytesIO(content))]
    rows = [_row(one) for sheet in sheets for one in sheet]
    place = next((one.place for row in rows if row and (one := subject_of(row[0]))), place)
    return [*facts_of_rows(rows, place), *facts_of_charts(content, place)]


def facts_of_rows(rows: list[list[str]], place: str = LAND) -> list[Fact]:
    """All tables in rows of words, with nothing between two of them."""
    return [*facts_of_tables(_blocks(rows), place=place), *_counted(rows)]


def _row(values: Iterable[object]) -> list[str]:
    found = ["" if one is None else str(one) for one in values]
    while found and not found[-1]:
        found.pop()
    return found


def _blocks(rows: Iterable[list[str]]) -> Iterator[tuple[str, list[list[str]]]]:
    """Rows that stand together, as wide as the first of them; a row of heads begins another."""
    block: list[list[str]] = []
    for row in [*rows, []]:
        if block and (not row or _begins(row)):
            yield "", [[*one, *[""] * (len(block[0]) - len(one))] for one in block]
            block = []
        block += [row] if row else []


def _begins(row: list[str]) -> bool:
    """True for the heads of a table, and of the table behind a chart."""
    of_chart = row[1:2] and (row[1] == "Instroom" or row[1] in VIEW_OF) and not any(map(is_period, row[2:3]))
    return row[:3] == ["Cijfer", "Reeks", "Periode"] or row[:1] == ["Regio"] or bool(of_chart)


def _counted(rows: Iterable[list[str]]) -> Iterator[Fact]:
    """The sheet of all numbers of a report: sentences, with the chart that they are about."""
    for row in rows:
        about = [subject for one in row if (found := _ABOUT.search(one)) and (subject := subject_of(found[1]))]
        yield from (
            fact for one in about for text in row if text.startswith("In ") for fact in facts_of_sentence(text, one)
        )


def facts_of_charts(content: bytes, place: str = LAND) -> list[Fact]:
    """What the charts of a Word file, workbook or slides keep of their numbers."""
    with ZipFile(BytesIO(content)) as file:
        parts = [file.read(name) for name in file.namelist() if re.search(r"charts/chart\d+\.xml$", name)]
        inside = [file.read(name) for name in file.namelist() if name.endswith(".xlsx")]
    series = [one for part in parts for one in etree.fromstring(part).iterfind(".//c:ser", _CHART)]
    kept = [fact for one in series for fact in _of_series(one, place)]
    return kept + [fact for one in inside for fact in facts_of_workbook(one, place)]


def _of_series(series: etree._Element, place: str) -> Iterator[Fact]:
    name = "".join(one.text or "" for one in series.iterfind("c:tx//c:v", _CHART))
    moments, values = (_points(series, where) for where in ("cat", "val"))
    first = next(((at, period_of(text)) for at, text in moments.items() if is_period(text)), None)
    if first is None or (name not in VIEW_OF and not name.startswith(("Instroom", "Gemiddelde"))):
        return
    for at, value in values.items():
        period = period_after(first[1], at - first[0])
        yield from point_facts(Subject("instroom", place, VIEW_OF.get(name, "")), name, period, value)


def _points(series: etree._Element, where: str) -> dict[int, str]:
    found = series.iterfind(f"c:{where}//c:pt", _CHART)
    return {int(one.get("idx", "")): "".join(v.text or "" for v in one.iterfind("c:v", _CHART)) for one in found}


def facts_of_interface(rows: Iterable[Mapping[str, Any]], names: Mapping[str, str]) -> list[Fact]:
    """Rows of the interface; `names` are those of places by their codes."""
    found: list[Fact] = []
    for row in rows:
        view = view_of_code(row["indeling"])
        category = category_of_code(view, row["categorie"])
        cell = names.get(row["gebied"], row["gebied"]), view, category, code_as_period(row["periode"])
        found += told(cell, row["getoond"], row["toelichting"], row["indicator"])
        if row["waarde"] not in (None, ""):
            found += told(cell, str(row["waarde"]), "", row["indicator"])
    return found


def facts_of_data(content: bytes) -> list[Fact]:
    """The data of a report."""
    data = json.loads(content)
    inflow = data["data"]["instroom"]
    found = [fact for one in inflow["figuren"] for fact in _of_declared(one)]
    for regio in inflow["regios"]:
        for line in regio["cijfers"]:
            found += line_facts(line["naam"], regio["naam"], line["regio"], line["nederland"], line["uitleg"])
    return [*found, *_counted([one["uitleg"], one["tekst"]] for one in data["getallen"].values())]


def _of_declared(chart: Mapping[str, Any]) -> Iterator[Fact]:
    subject = subject_of(chart["onderwerp"])
    assert subject
    yield from facts_of_sentence(chart["titel"], subject)
    for series in filter(None, (*chart["reeksen"], chart["gemiddelde"])):
        for moment, point in zip(chart["momenten"], series["punten"], strict=True):
            period = period_of(moment["naam"])
            yield from point_facts(subject, series["naam"], period, point["tekst"], point["reden"])
            if point["waarde"] is not None:
                yield from point_facts(subject, series["naam"], period, str(point["waarde"]))


def facts_of_picture(drawn: Mapping[str, Any]) -> list[Fact]:
    """What a picture was drawn of: its points with their heights and words, and the sentence above it."""
    title = drawn["title"]
    sentence, under = (one if isinstance(one, str) else " ".join(one) for one in (title["text"], title["subtitle"]))
    subject = subject_of(under.partition(". ")[0])
    assert subject, under
    found = facts_of_sentence(sentence, subject)
    for point in drawn["data"]["values"]:
        found += facts_of_tip(point["t"], subject)
        if point["w"] is not None:
            found += facts_of_tip(f"{point['t'].rpartition(': ')[0]}: {point['w']}", subject)
    return found
