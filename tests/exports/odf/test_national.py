"""The national report as OpenDocument: charts that can be edited, words for who can't see them, and links that lead."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from exports.national.build import Stamp, build
from exports.odf import national_ods, national_odt
from tests.examples.nation import example_data
from tests.reading.opendocument import DRAW, TABLE, TEXT, body_of, sheets_of

RAPPORT = build(example_data(), stamp=Stamp("Concept", 1), edits={})
_HREF = "{http://www.w3.org/1999/xlink}href"


def test_each_link_leads_somewhere() -> None:
    body = body_of(national_odt(RAPPORT))
    names = {one.get(f"{TEXT}name") for one in body.iter(f"{TEXT}bookmark-start")}
    inside = {one.get(_HREF)[1:] for one in body.iter(f"{TEXT}a") if one.get(_HREF).startswith("#")}
    pages = {one.get(f"{TEXT}ref-name") for one in body.iter(f"{TEXT}bookmark-ref")}
    assert len(inside) > 50
    assert inside | pages <= names


def test_each_chart_holds_its_numbers_and_is_told_in_words() -> None:
    content = national_odt(RAPPORT)
    frames = list(body_of(content).iter(f"{DRAW}frame"))
    assert len(frames) == 5
    for frame in frames:
        assert all(any(one.tag.endswith(f"}}{name}") and one.text for one in frame) for name in ("title", "desc"))
    with ZipFile(BytesIO(content)) as package:
        charts = [etree.fromstring(package.read(f"Object {one}/content.xml")) for one in range(1, 6)]
    acties = next(one for one in charts if "Verspreiden hulpmiddel" in "".join(one.itertext()))
    first = next(row for row in acties.iter(f"{TABLE}table-row") if "Verspreiden" in "".join(row.itertext()))
    assert ["".join(cell.itertext()) for cell in first] == ["Verspreiden hulpmiddel", "14", "21", "3", "0", "9", "6"]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert national_odt(RAPPORT) == national_odt(RAPPORT)
    assert national_ods(example_data(), RAPPORT) == national_ods(example_data(), RAPPORT)


def test_the_workbook_leads_to_the_portal_and_to_its_own_sheets() -> None:
    content = national_ods(example_data(), RAPPORT, portaal="https://portaal.example")
    links = {one.get(_HREF) for one in body_of(content).iter(f"{TEXT}a")}
    assert "#'Respons'.A1" in links
    assert {one[:24] for one in links if not one.startswith("#")} == {"https://portaal.example/"}
    without = national_ods(example_data(), RAPPORT)
    assert {one.get(_HREF)[0] for one in body_of(without).iter(f"{TEXT}a")} == {"#"}
    assert list(sheets_of(content))[:3] == ["Leesmij", "Samenvatting", "Regio’s"]
