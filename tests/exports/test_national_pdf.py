"""The national report as PDF says what the tree says, to everybody and for ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import hypothesis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.national.build import Stamp, build
from exports.national.data import Optie, Vraag
from exports.national.printed import cell_text
from exports.national.tree import (
    Begrippen,
    Blok,
    Cel,
    Cijfers,
    Deel,
    EigenTekst,
    Grafiek,
    Hoofdstuk,
    Kaart,
    Kopje,
    Lijngrafiek,
    Lijst,
    NationaalRapport,
    Tabel,
    Zin,
)
from exports.pdf import LettersMissing, national_pdf
from exports.pdf.signs import MOST_HEAPS, missing
from forms.richtext import to_plain
from tests.examples.nation import example_data
from tests.exports.small_report import NASTY, TABEL, minimal_report, small_report, zin
from tests.reading.pdf import LETTERS, beside_the_paper, pages_of, run_together, told_by

CONCEPT = "Concept – versie 1"


@cache
def example() -> NationaalRapport:
    return build(example_data(), stamp=Stamp("Concept", 1), edits={})


@cache
def made() -> bytes:
    return national_pdf(example(), letters=LETTERS)


def said(hoofdstuk: Hoofdstuk) -> Iterator[str]:
    """Every word under a heading, as it should be printed."""
    yield hoofdstuk.naam if hoofdstuk.kop.weggelaten else hoofdstuk.kop.tekst
    for blok in hoofdstuk.blokken:
        yield from said_in(blok)
    for deel in hoofdstuk.delen:
        yield from said(deel)


def said_in(blok: Blok) -> list[str]:
    """Every word of a block; of typed text its lines without their look."""
    match blok:
        case Zin():
            return [] if blok.weggelaten else [blok.tekst]
        case EigenTekst():
            return to_plain(blok.tekst).split("\n")
        case Tabel():
            return [blok.titel, *blok.koppen, *(cell_text(cel) for rij in blok.rijen for cel in rij)]
        case Grafiek() | Lijngrafiek() | Kaart() | Cijfers():
            return said_in_picture(blok)
        case Lijst():
            return [word for punt in blok.punten for word in (punt.kop, *to_plain(punt.tekst).split("\n"), punt.bron)]
        case Begrippen():
            return [word for rij in blok.rijen for word in (rij.naam, rij.tekst)]
        case Kopje():
            return [blok.tekst]


def said_in_picture(blok: Grafiek | Lijngrafiek | Kaart | Cijfers) -> list[str]:
    match blok:
        case Grafiek():
            return [blok.titel, *blok.categorieen, *(one.naam for one in blok.reeksen if len(blok.reeksen) > 1)]
        case Lijngrafiek():
            return [blok.titel, *blok.momenten, *(one.naam for one in blok.lijnen), blok.bron]
        case Kaart():
            return [blok.titel, *(word for one in blok.tegels for word in (one.naam, one.woord)), blok.bron]
        case Cijfers():
            return [*(word for one in blok.rijen for word in (one.van, one.label, one.verandering)), blok.voet]


def test_every_word_of_the_report_stands_in_it() -> None:
    report, found = example(), run_together("".join(pages_of(made())))
    words = [word for one in report.hoofdstukken if one.has_content for word in said(one)]
    assert len(words) > 500
    assert [word for word in words if run_together(word) not in found] == []


def test_it_can_be_heard_and_kept() -> None:
    told, report = told_by(made()), example()
    assert (told.language, told.shows_title) == ("nl-NL", True)
    assert told.title == f"{report.titel} – {report.ondertitel}"
    assert told.standards == {"pdfuaid:part": "1", "pdfaid:part": "2", "pdfaid:conformance": "A"}
    shown = (Grafiek, Lijngrafiek, Kaart)
    charts = [blok for one in report.all_chapters() for blok in one.blokken if isinstance(blok, shown)]
    assert charts
    assert [tag.alt for tag in told.of("Figure")] == [chart.alt for chart in charts]
    assert len(told.of("TH")) > 20


def test_headings_skip_no_level_and_all_chapters_are_bookmarks() -> None:
    told = told_by(made())
    levels = [int(tag.kind[1:]) for tag in told.tags if tag.kind[:1] == "H" and tag.kind[1:].isdigit()]
    assert levels[0] == 1
    assert [(one, after) for one, after in pairwise(levels) if after > one + 1] == []
    for chapter in example().hoofdstukken:
        assert [one for one in told.bookmarks if one.endswith(chapter.kop.tekst)]


def test_a_concept_says_so_on_every_page() -> None:
    pages = pages_of(made())
    assert len(pages) > 20
    assert [number for number, page in enumerate(pages, start=1) if CONCEPT not in page] == []
    assert pages[3].endswith(f"Pagina 4 van {len(pages)}")


def test_the_same_report_is_the_same_file() -> None:
    assert national_pdf(example(), letters=LETTERS) == made()
    assert national_pdf(minimal_report(), letters=LETTERS) != made()


def test_words_of_people_are_never_code() -> None:
    hostile = '#panic("x") $x$ *b* _c_ `d` \\ " @ref <label> // /* #sys.inputs {'
    report = replace(small_report(), titel=f"{hostile} {NASTY}")
    assert run_together(hostile) in run_together(pages_of(national_pdf(report, letters=LETTERS))[0])


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60))
@hypothesis.example("Een 0\u1dc0 en a\u0301\u1dc0")
def test_any_text_can_be_set(text: str) -> None:
    report = minimal_report()
    own = replace(
        report.hoofdstukken[0], kop=replace(zin(""), delen=(Deel(text),)), blokken=(EigenTekst("x", text), Kopje(text))
    )
    assert national_pdf(replace(report, hoofdstukken=(own,)), letters=LETTERS).startswith(b"%PDF-1.7")


def test_a_sign_that_no_letter_has_is_shown_as_its_number() -> None:
    report = replace(small_report(), ondertitel="Met 中 en \ue123 en 😀 en مرحبا")
    first = pages_of(national_pdf(report, letters=LETTERS))[0]
    assert "Met [U+4E2D] en [U+E123] en 😀 en" in first


def test_a_word_longer_than_a_line_stays_on_the_paper() -> None:
    # As a line to write on is pasted from a form.
    word = "regio" + "_" * 150
    report = minimal_report()
    blokken = (
        zin(word),
        EigenTekst("x", f"- {word}"),
        replace(TABEL, rijen=((Cel(word), *TABEL.rijen[0][1:]),)),
    )
    made = national_pdf(
        replace(report, hoofdstukken=(replace(report.hoofdstukken[0], blokken=blokken),)), letters=LETTERS
    )
    assert beside_the_paper(made) == []
    assert run_together("".join(pages_of(made))).count(run_together(word)) == len(blokken)


def test_a_heading_of_many_pages_can_be_set() -> None:
    report = minimal_report()
    chapter = replace(report.hoofdstukken[0], kop=zin("lang " * 9000))
    assert len(pages_of(national_pdf(replace(report, hoofdstukken=(chapter,)), letters=LETTERS))) > 5


def test_without_letters_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(LettersMissing, match="make assets"):
        national_pdf(small_report(), letters=tmp_path)


def test_missing_signs_are_found_in_few_heaps() -> None:
    heaps: list[str] = []

    def can_be_set(heap: str) -> bool:
        heaps.append(heap)
        return not {"q", "z"} & set(heap)

    assert missing("abcdefghijklmnopqrstuvwxyz", can_be_set) == {"q", "z"}
    assert len(heaps) < 26


def test_who_has_only_signs_that_are_missing_waits_no_longer() -> None:
    heaps: list[str] = []
    signs = [chr(code) for code in range(0x4E00, 0x6000)]
    assert missing(signs, lambda heap: heaps.append(heap) or False) == set(signs)  # type: ignore[func-returns-value]
    assert len(heaps) <= MOST_HEAPS


def test_answers_of_before_there_was_a_limit_are_drawn() -> None:
    """What stands in for a chart repeats them, and a PDF holds no string of that length."""
    opties = tuple(Optie(f"keuze_{number}", f"{number} " + "lang " * 3000) for number in range(3))
    data = example_data()
    asked = replace(data, vragen=(*data.vragen, Vraag("eigen_1", "V", "V", "choices", opties, eigen=True)))
    content = national_pdf(build(asked, stamp=Stamp("Concept", 1), edits={}), letters=LETTERS)
    assert not beside_the_paper(content)
