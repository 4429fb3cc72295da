"""The report of the invented round as a Word file: whole, sound, and every number that of the tree."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from exports.national.build import Stamp, build
from exports.national.printed import Diagram, series_of
from exports.national.tree import (
    Begrippen,
    Cel,
    EigenTekst,
    Grafiek,
    Hoofdstuk,
    Kopje,
    Lijngrafiek,
    Lijst,
    NationaalRapport,
    Punt,
    Tabel,
    Zin,
)
from exports.word.national import national_docx
from tests.examples.nation import example_data
from tests.exports.small_report import GESTAPELD, NASTY, REGIOS, small_report, zin
from tests.reading.documents import assert_opens_cleanly
from tests.reading.word import bookmarks, links, numbered, opened, parts, shown, styled
from tests.running.growth import assert_grows_with

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
HEADINGS = ("Heading 1", "Heading 2", "Kop zonder nummer", "Bijlagekop", "Regiokop", "Paragraafkop zonder nummer")


@cache
def report() -> NationaalRapport:
    return build(example_data(), stamp=Stamp("Concept", 1), edits={})


@cache
def made() -> bytes:
    return national_docx(report())


@pytest.fixture
def document() -> WordDocument:
    return opened(made())


def blocks(*kinds: type) -> list[object]:
    return [blok for chapter in report().all_chapters() for blok in chapter.blokken if isinstance(blok, kinds)]


def test_it_opens_cleanly() -> None:
    assert_opens_cleanly(made(), ".docx")


def test_word_counts_the_numbers_of_the_tree(document: WordDocument) -> None:
    found = [(number.removeprefix("Bijlage ").removesuffix(" –"), shown(paragraph._p))
             for paragraph, number in numbered(document) if paragraph.style.name in HEADINGS]  # fmt: skip
    assert found == [(one.nummer, one.kop.tekst) for one in report().all_chapters()]


def test_every_number_of_every_table_is_that_of_the_tree(document: WordDocument) -> None:
    tables = [one for one in document.tables if one.style.name == "Regioportaal tabel"]
    expected = blocks(Tabel)
    assert len(tables) == len(expected) > 10
    for table, tabel in zip(tables, expected, strict=True):
        assert isinstance(tabel, Tabel)
        rows = [[shown(cell) for cell in row._tr.iter(qn("w:tc"))] for row in table.rows]
        numbers = [[one.replace(".", "") if one.replace(".", "").isdigit() else one for one in row] for row in rows]
        assert numbers == [list(tabel.koppen), *([as_text(cel) for cel in rij] for rij in tabel.rijen)]


def as_text(cel: Cel) -> str:
    return "–" if cel.waarde is None else str(cel.waarde)


def test_every_chart_shows_the_numbers_of_the_tree() -> None:
    charts = parts(made(), "word/charts/chart")
    expected = blocks(Grafiek, Lijngrafiek)
    assert len(charts) == len(expected) > 2
    for number, grafiek in enumerate(expected, start=1):
        assert isinstance(grafiek, Diagram)
        root = etree.fromstring(charts[f"word/charts/chart{number}.xml"])
        # The series that nobody sees, which holds words behind bars, has no cells.
        seen = [series for series in root.iter(f"{C}ser") if series.find(f"{C}val/{C}numRef") is not None]
        drawn = [[int(one.text) for one in series.find(f"{C}val").iter(f"{C}v")] for series in seen]
        assert drawn == [list(waarden) for _, waarden, _ in series_of(grafiek)]


def test_every_number_in_a_sentence_leads_to_the_same_number(document: WordDocument) -> None:
    rows = {
        one.get(qn("w:name")): numbers_in(next(one.iterancestors(qn("w:tr"))))
        for one in document.element.body.iter(qn("w:bookmarkStart"))
        if one.get(qn("w:name")).startswith("waarde_")
    }
    followed = [(text, anchor) for text, anchor in links(document.element.body) if anchor in rows]
    assert len(followed) > 40
    assert [text for text, anchor in followed if text not in rows[anchor]] == []


def numbers_in(row: Any) -> list[str]:
    return [number for cell in row.iter(qn("w:tc")) for number in re.findall(r"\d[\d.]*", shown(cell))]


def test_every_link_inside_leads_somewhere(document: WordDocument) -> None:
    marked = bookmarks(document)
    assert [anchor for _, anchor in links(document.element.body) if anchor not in marked] == []


def test_every_region_is_found_through_a_list_and_regions_follow_each_other(document: WordDocument) -> None:
    parts_ = styled(document, "Regiokop")
    assert [shown(one._p) for one in parts_] == [*report().regionamen.values(), "Zonder naam"]
    listed = [shown(one._p).rsplit("\t", 1)[0] for one in styled(document, "Verwijzing")]
    assert listed == [shown(one._p) for one in parts_]
    assert not any(one.paragraph_format.page_break_before for one in parts_)


def test_headings_skip_no_level_in_the_outline(document: WordDocument) -> None:
    levels = [level for one in document.paragraphs if (level := outline(one)) is not None]
    assert levels[0] == 0
    assert [(one, after) for one, after in pairwise(levels) if after > one + 1] == []


def outline(paragraph: Any) -> int | None:
    """The level of a paragraph in the outline: its own, or that of its style; None for text."""
    for place in (paragraph._p.pPr, paragraph.style.element.pPr):
        found = None if place is None else place.find(qn("w:outlineLvl"))
        if found is not None:
            return int(found.get(qn("w:val")))
    return None


def test_odd_texts_in_every_place() -> None:
    odd = zin(NASTY)
    inside = (
        odd,
        EigenTekst("a", NASTY),
        Tabel(NASTY, NASTY, (NASTY, "Aantal"), ((Cel(NASTY), Cel(1, "vast")),), (1, 1)),
        replace(GESTAPELD, titel=NASTY, alt=NASTY, sleutel=NASTY),
        Lijst((Punt(NASTY, NASTY, NASTY),)),
        Kopje(NASTY),
        Begrippen(report().colofon.rijen),
    )
    chapter = Hoofdstuk(NASTY, NASTY, odd, "1", inside, (Hoofdstuk(NASTY, REGIOS[0], odd, "1.1", inside),))
    content = national_docx(small_report(titel=NASTY, ondertitel=NASTY, status=NASTY, hoofdstukken=(chapter,)))
    assert_opens_cleanly(content, ".docx")
    clean = NASTY.replace("\x0b", "").replace("\x00", "")
    (heading,) = styled(opened(content), "Heading 1")
    assert shown(heading._p) == clean


def test_a_text_of_two_hundred_thousand_letters() -> None:
    chapter = Hoofdstuk("a", "A", zin("Kop"), "1", (Lijst((Punt("lange tekst " * 17_000, "Kop", "Bron"),)), zin("Na.")))
    document = opened(national_docx(small_report(hoofdstukken=(chapter,))))
    assert sum(len(one.text) for one in styled(document, "List Bullet")) > 200_000


def test_the_work_grows_with_the_number_of_regions() -> None:
    assert_grows_with(national_docx, _many(20), _many(160))


def _many(regions: int) -> NationaalRapport:
    appendix = next(one for one in report().hoofdstukken if one.delen_met_wijzer)
    parts_ = tuple(appendix.delen[number % 31] for number in range(regions))
    fresh = tuple(replace(one, sleutel=f"regio_{number}") for number, one in enumerate(parts_))
    return replace(report(), hoofdstukken=(replace(appendix, delen=fresh),))


def test_sentences_stand_in_the_order_of_the_tree(document: WordDocument) -> None:
    said = [shown(one._p) for one in styled(document, "Body Text", "Kernboodschap")]
    wanted = [one.tekst for one in blocks(Zin) if isinstance(one, Zin) and not one.weggelaten and one.tekst.strip()]
    assert [one for one in said if one in set(wanted)] == wanted


def test_no_number_in_a_sentence_is_without_an_explanation(document: WordDocument) -> None:
    values = report().waarden
    numbers = [
        deel.tekst
        for chapter in report().all_chapters()
        for one in (chapter.kop, *chapter.blokken)
        if isinstance(one, Zin) and not one.weggelaten
        for deel in one.delen
        if deel.sleutel and values[deel.sleutel].aantal is not None
    ]
    # The large numbers of one glance stand in a table.
    followed = [text for one in document.paragraphs for text, anchor in links(one._p) if anchor.startswith("waarde_")]
    assert followed == numbers
