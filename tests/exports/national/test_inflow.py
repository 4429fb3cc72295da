"""The instroom in the report: a chapter, an appendix and a part of the account, and the same numbers in each file."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook

from exports.charts.xml import tag
from exports.excel.national import national_xlsx
from exports.figures.average import moving_average
from exports.figures.declared import Doelstap, Figuur, Meetmoment, Meetpunt, Meetreeks, Tekenwijze, Tijdmaat
from exports.national.build import build
from exports.national.data import RapportData
from exports.national.inflow_data import Cijferpaspoort, GedeeldeDuiding, InstroomBeeld, Regiocijfer, RegioInstroom
from exports.national.messages.fair import unfair
from exports.national.tree import Hoofdstuk, NationaalRapport, Tabel, Zin
from exports.pdf import national_pdf
from exports.slides import national_pptx
from exports.word.national import national_docx
from portal.services.report import stored_data, stored_tree
from tests.examples.nation import example_data
from tests.exports.national.small import STEMPEL
from tests.reading.pdf import pages_of

LETTERS = Path("portal/static/dist/letters")
VALUES = (250, None, 231)
MAANDEN = tuple(Meetmoment(f"maand {one} 2024", f"m{one}", 2024, one) for one in (1, 2, 3))
REEKS = Meetreeks(
    "Instroom", tuple(Meetpunt(one, str(one)) if one else Meetpunt(None, "<5", "Een klein aantal.") for one in VALUES)
)
TOTAAL = Figuur(
    "nl_totaal",
    "In maart 2024 kwamen 231 cliënten binnen",
    "Instroom, Nederland, cliënten per maand",
    "cliënten",
    MAANDEN,
    (REEKS,),
    gemiddelde=moving_average(REEKS),
    doelen=(Doelstap("Doel: < 240", 240, 0, 2, onder=240),),
    bron="Bron: Reeks, peildatum 1 april 2024.",
    synthetisch=True,
)
LEEFTIJD = replace(
    TOTAAL,
    sleutel="nl_leeftijd",
    titel="In Q1 2024 is 18 t/m 26 jaar de grootste groep: 99 cliënten",
    onderwerp="Instroom naar leeftijd",
    momenten=(Meetmoment("Q1 2024", "Q1", 2024, 1),),
    reeksen=(Meetreeks("18 t/m 26 jaar", (Meetpunt(99, "99"),)),),
    per=Tijdmaat.KWARTAAL,
    wijze=Tekenwijze.PANELEN,
    gemiddelde=None,
    doelen=(),
)
INSTROOM = InstroomBeeld(
    (TOTAAL, LEEFTIJD),
    (
        RegioInstroom(
            "A", "Drenthe", (Regiocijfer("Instroom in 2023", "<5", "2.500"),), (GedeeldeDuiding("Totaal", "Klopt."),)
        ),
    ),
    (Cijferpaspoort("Instroom", "Wat het telt.", "Reeks", "KPMG", "1 april 2024", synthetisch=True),),
)


@cache
def data() -> RapportData:
    return replace(example_data(), instroom=INSTROOM)


@cache
def rapport() -> NationaalRapport:
    return build(data(), stamp=STEMPEL, edits={})


def chapter(sleutel: str) -> Hoofdstuk:
    return next(one for one in rapport().hoofdstukken if one.sleutel == sleutel)


def numbers_of(part: bytes) -> list[dict[int, float]]:
    """The values of each series of a chart part."""
    return [
        {int(one.get("idx")): float(one.findtext(tag("v"))) for one in series.find(tag("val")).iter(tag("pt"))}
        for series in etree.fromstring(part).iter(tag("ser"))
    ]


def charts_in(content: bytes, folder: str) -> list[list[dict[int, float]]]:
    with ZipFile(io.BytesIO(content)) as file:
        names = [
            one for one in file.namelist() if one.startswith(folder) and one.endswith(".xml") and "/_rels" not in one
        ]
        return [numbers_of(file.read(one)) for one in names]


LINES = [{0: 250.0, 2: 231.0}, {}, {0: 240.0, 1: 240.0, 2: 240.0}]


def test_it_is_the_chapter_before_the_last_and_the_numbers_close_up_without() -> None:
    nummers = {one.sleutel: one.nummer for one in rapport().hoofdstukken}
    zonder = {one.sleutel: one.nummer for one in build(example_data(), stamp=STEMPEL, edits={}).hoofdstukken}
    assert (nummers["instroom"], nummers["vooruitblik"], nummers["bijlage_instroom"]) == ("6", "7", "D")
    assert "instroom" not in zonder
    assert "bijlage_instroom" not in zonder
    assert (zonder["vooruitblik"], zonder["bijlage_cijfers"]) == ("6", "D")


def test_it_says_what_is_seen_that_it_is_made_up_and_that_the_cause_is_not_known() -> None:
    assert chapter("instroom").kop.tekst == "In maart 2024 kwamen 231 cliënten binnen"
    told = " ".join(blok.tekst for blok in chapter("instroom").blokken if isinstance(blok, Zin))
    assert "synthetisch" in told
    assert "is niet alleen aan de regioaanpak toe te schrijven" in told
    assert [one for one in unfair(rapport()) if "instroom" in one.gezegd.hoofdstuk] == []


def test_the_appendix_has_the_tables_the_regions_and_their_words_and_the_account_the_passports() -> None:
    tables = {
        blok.sleutel: [[cel.waarde for cel in rij] for rij in blok.rijen]
        for one in (chapter("bijlage_instroom"), chapter("bijlage_cijfers"))
        for blok in one.blokken
        if isinstance(blok, Tabel)
    }
    assert tables["instroom_regiobeeld"] == [["Drenthe", "<5"], ["Nederland", "2.500"]]
    assert tables["instroom_nl_totaal"] == [
        ["maand 1 2024", 250, "–", "< 240"],
        ["maand 2 2024", "<5", "–", "< 240"],
        ["maand 3 2024", 231, "–", "< 240"],
    ]
    assert tables["instroom_paspoorten"] == [["Instroom", "Wat het telt.", "Reeks (synthetisch)", "1 april 2024", ""]]
    assert "Klopt." in stored_tree.to_json(rapport())


def test_word_slides_and_excel_draw_the_numbers_themselves() -> None:
    assert LINES in charts_in(national_docx(rapport()), "word/charts/")
    assert LINES in charts_in(national_pptx(rapport()), "ppt/charts/")
    workbook = national_xlsx(data(), rapport())
    assert LINES in charts_in(workbook, "xl/charts/")
    rows = list(load_workbook(io.BytesIO(workbook))["Instroom"].iter_rows(min_row=2, max_row=4, values_only=True))
    assert [row[3] for row in rows] == list(VALUES)
    assert {row[8] for row in rows} == {"synthetisch"}
    assert "Regiobeeld" in load_workbook(io.BytesIO(workbook)).sheetnames


def test_the_pdf_has_the_words_of_the_drawing() -> None:
    told = " ".join(" ".join(pages_of(national_pdf(rapport(), letters=LETTERS))).split())
    for words in ("Instroom 231", "Doel: < 240", "18 t/m 26 jaar", "Cijfers: synthetisch."):
        assert words in told


def test_what_is_kept_is_what_was_shown() -> None:
    text = stored_data.to_json(data())
    assert stored_data.from_json(text) == data()
    assert stored_tree.from_json(stored_tree.to_json(rapport())) == rapport()
    punten = json.loads(text)["instroom"]["figuren"][0]["reeksen"][0]["punten"]
    assert [one["waarde"] for one in punten] == list(VALUES)


@pytest.mark.parametrize("sleutel", ["instroom", "bijlage_instroom"])
def test_another_figure_is_another_text_to_agree_with(sleutel: str) -> None:
    from exports.national.states import changed_since, states_of

    other = replace(TOTAAL, reeksen=(Meetreeks("Instroom", tuple(Meetpunt(9, "9") for _ in VALUES)),))
    changed = build(replace(data(), instroom=replace(INSTROOM, figuren=(other, LEEFTIJD))), stamp=STEMPEL, edits={})
    named = {one.sleutel: one.naam for one in states_of(rapport())}
    assert named[sleutel] in changed_since(states_of(rapport()), states_of(changed))
