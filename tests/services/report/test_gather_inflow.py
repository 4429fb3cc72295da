"""What a report takes along of the instroom: figures as people may see them, of the time that it is about."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from portal.domain.instroom.figures import NEDERLAND, CijferRegel, Waarneming, total_of
from portal.domain.instroom.imports import BestandSoort
from portal.domain.instroom.periods import Periode, PeriodeSoort
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Regio, Uitvraag
from portal.services.instroom import shown, sources, staging, taking
from portal.services.instroom.staging import Bestand
from portal.services.report import reports
from portal.services.report.gather import gather
from tests.worlds.people import make_regio

MAANDEN = [Periode(2023, PeriodeSoort.MAAND, month) for month in range(1, 13)]


@pytest.fixture
def regios(app: Flask, uitvraag: Uitvraag) -> list[Regio]:
    """Four regions: 20 clients a month, but one of them 2 in March; the round is about the end of 2023."""
    for naam in ("Cland", "Dland"):
        make_regio(naam)
    uitvraag.periode_van, uitvraag.periode_tot = date(2023, 10, 1), date(2023, 12, 31)
    found = sorted(db.session.query(Regio), key=lambda one: one.naam)
    bron = sources.add_source("Bron", houder="CIZ", is_synthetisch=True)
    rows = [
        CijferRegel(
            total_of("instroom", regio.code, maand.code), Waarneming(2 if (place, maand.nummer) == (0, 3) else 20)
        )
        for place, regio in enumerate(found)
        for maand in (*MAANDEN, Periode(2024, PeriodeSoort.MAAND, 1))
    ]
    bestand = Bestand("cijfers.csv", BestandSoort.DEMO, peildatum=date(2024, 2, 1))
    taking.take_in(staging.stage(bron, bestand, rows, actor=None), actor=None)
    return found


def test_figures_are_those_of_the_gate_until_the_end_of_the_period(regios: list[Regio], uitvraag: Uitvraag) -> None:
    beeld = gather(uitvraag).instroom
    assert beeld is not None
    totaal = beeld.figuren[0]
    assert [one.naam for one in totaal.momenten][-1] == "december 2023"
    gate = shown.shown_figures(sources.all_sources()[0], "instroom")
    told = [gate[total_of("instroom", NEDERLAND, maand.code)] for maand in MAANDEN]
    assert [one.tekst for one in totaal.reeksen[0].punten] == [one.tekst for one in told]
    assert [one.reden for one in totaal.reeksen[0].punten] == [one.uitleg for one in told]
    assert totaal.synthetisch
    assert [(one.bron, one.houder, one.peildatum) for one in beeld.paspoorten] == [("Bron", "CIZ", "1 februari 2024")]
    assert [(one.naam, one.cijfers[2].naam) for one in beeld.regios] == [
        ("Aland", "Instroom in 2023"),
        ("Bland", "Instroom in 2023"),
        ("Cland", "Instroom in 2023"),
        ("Dland", "Instroom in 2023"),
    ]


def test_no_small_number_is_kept_anywhere(regios: list[Regio], uitvraag: Uitvraag) -> None:
    beeld = gather(uitvraag).instroom
    assert beeld is not None
    punten = [punt for figuur in beeld.figuren for reeks in figuur.lijnen for punt in reeks.punten]
    assert [one for one in punten if one.waarde is not None and 0 < one.waarde < beeld.drempel] == []
    assert "2" not in {text for regio in beeld.regios for one in regio.cijfers for text in (one.regio, one.nederland)}


def test_a_correction_leaves_the_report_as_it_was(regios: list[Regio], uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = reports.make(uitvraag, actor=kim)
    before = reports.data_of(rapport).instroom
    row = CijferRegel(total_of("instroom", regios[0].code, "2023-12"), Waarneming(99))
    bestand = Bestand("correctie", BestandSoort.CORRECTIE)
    taking.take_in(staging.stage(sources.all_sources()[0], bestand, [row], actor=None), actor=None)
    assert reports.data_of(rapport).instroom == before
    assert gather(uitvraag).instroom != before


def test_without_figures_of_that_time_there_is_no_chapter(app: Flask, uitvraag: Uitvraag) -> None:
    make_regio("Cland")
    assert gather(uitvraag).instroom is None
