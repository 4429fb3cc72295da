"""Every kind of block of a report is drawn on the page, in Word and in Excel, and an unknown kind is refused loudly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import get_args

import pytest
from flask import Flask
from lxml import html
from openpyxl import load_workbook

from exports.excel.national import national_xlsx
from exports.figures.declared import Figuur, Meetmoment, Meetpunt, Meetreeks
from exports.national.tree import (
    Begrip,
    Begrippen,
    Blok,
    Boodschap,
    Cel,
    Cijfer,
    Cijfers,
    Deel,
    EigenTekst,
    Grafiek,
    Hoofdstuk,
    Kaart,
    Kopje,
    Legenda,
    Lijn,
    Lijngrafiek,
    Lijst,
    NationaalRapport,
    Punt,
    Reeks,
    Tabel,
    Tegel,
)
from exports.word.national import national_docx
from portal.web.rapporten.blocks import block_kind
from tests.examples.nation import example_data
from tests.exports.small_report import minimal_report, zin
from tests.reading.word import opened, parts, shown

WORDS = "Dit staat er"

# One of every kind, each with the same words in it.
BLOCKS: dict[type, Blok] = {
    type(one): one
    for one in (
        zin(WORDS),
        EigenTekst("aanleiding", WORDS),
        Tabel("t", "Tabel", ("Wat", "Aantal"), ((Cel(WORDS), Cel(1)),), (1, 1)),
        Grafiek("g", "Grafiek", (WORDS,), (Reeks("Regio’s", (1,)),), "Een staaf."),
        Lijngrafiek("l", "Lijnen", ("Q1", "Q2"), (Lijn(WORDS, (1, 2), "afgerond"),), f"{WORDS}: 1, 2."),
        Figuur(
            "f",
            "Lijn",
            "Cijfers",
            "cliënten",
            (Meetmoment("2024", "2024", 2024),),
            (Meetreeks(WORDS, (Meetpunt(7, "7"),)),),
        ),
        Kaart("k", "Kaart", (Tegel(WORDS, 0, 0, "ja", "ja"),), (Legenda("ja", "ja", 1),), f"Ja: {WORDS}."),
        Cijfers((Cijfer(Cel(1), "van de 2", WORDS),)),
        Lijst((Punt(WORDS),)),
        Begrippen((Begrip("Naam", WORDS),)),
        Kopje(WORDS),
        Boodschap("boodschap", (Deel(WORDS),), (Deel("Daarom."),), (Deel("Dit vragen wij."),), "Aan VWS"),
    )
}
KINDS = get_args(Blok)


@dataclass(frozen=True)
class Plaatje:
    """A kind of block that nobody taught to draw."""

    tekst: str = WORDS


def report_with(blok: object) -> NationaalRapport:
    """A report of one chapter with this block."""
    report = minimal_report()
    (chapter,) = report.hoofdstukken
    return replace(report, hoofdstukken=(replace(chapter, blokken=(blok,)),))


def on_page(app: Flask, report: NationaalRapport) -> str:
    """What a person reads below the heading of the chapter."""
    (chapter,) = report.hoofdstukken
    return " ".join(html.fromstring(f"<div>{_drawn(app, chapter)}</div>").text_content().split())


def _drawn(app: Flask, chapter: Hoofdstuk) -> str:
    source = '{% from "rapporten/_blokken.html" import inhoud with context %}{{ inhoud(one, 2) }}'
    tree = SimpleNamespace(waarden={})
    with app.test_request_context():
        return app.jinja_env.from_string(source).render(one=chapter, tree=tree, getal=None, bewerken=None)


@pytest.fixture(scope="module")
def drawer(apps: Callable[[str], Flask]) -> Flask:
    return apps("sqlite")


def test_there_is_a_block_of_every_kind_to_try() -> None:
    assert set(BLOCKS) == set(KINDS), "a new kind of block: put one in BLOCKS above, and draw it everywhere"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_block_is_drawn_on_the_page(drawer: Flask, kind: type) -> None:
    assert WORDS in on_page(drawer, report_with(BLOCKS[kind]))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_block_is_drawn_in_word(kind: type) -> None:
    content = national_docx(report_with(BLOCKS[kind]))
    charts = b"".join(parts(content, "word/charts/").values()).decode()
    assert WORDS in shown(opened(content).element.body) + charts


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_excel_draws_the_charts_and_has_a_place_for_every_other_kind(tmp_path, kind: type) -> None:
    path = tmp_path / "rapport.xlsx"
    path.write_bytes(national_xlsx(example_data(), report_with(BLOCKS[kind])))
    charts = [chart for sheet in load_workbook(path).worksheets for chart in sheet._charts]
    assert len(charts) == (1 if kind in (Grafiek, Lijngrafiek, Figuur) else 0)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_two_kinds_share_a_macro(kind: type) -> None:
    assert [one for one in KINDS if block_kind(BLOCKS[one]) == block_kind(BLOCKS[kind])] == [kind]


def test_an_unknown_kind_is_refused_on_the_page(drawer: Flask) -> None:
    with pytest.raises(AssertionError, match="Plaatje"):
        on_page(drawer, report_with(Plaatje()))


def test_a_kind_without_a_macro_is_refused_on_the_page(drawer: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(drawer.jinja_env.filters, "soort_blok", lambda _: "plaatje")
    with pytest.raises(LookupError, match="plaatje"):
        on_page(drawer, report_with(Kopje(WORDS)))


def test_an_unknown_kind_is_refused_in_word() -> None:
    with pytest.raises(AssertionError, match="Plaatje"):
        national_docx(report_with(Plaatje()))


def test_an_unknown_kind_is_refused_in_excel() -> None:
    with pytest.raises(AssertionError, match="Plaatje"):
        national_xlsx(example_data(), report_with(Plaatje()))


def test_an_unknown_kind_has_no_say_in_whether_a_chapter_is_printed() -> None:
    (chapter,) = report_with(Plaatje()).hoofdstukken
    with pytest.raises(AssertionError, match="Plaatje"):
        _ = chapter.has_content
