"""The national report as a Word file says what the tree says, and opens without a question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table

from exports.labels import DEMO
from exports.national.tree import Hoofdstuk, NationaalRapport, Punt, Tabel
from exports.national.tree import Lijst as Points
from exports.word.national import national_docx
from tests.exports.small_report import LESSEN, NASTY, REGIOS, TABEL, VERANTWOORDING, minimal_report, small_report, zin
from tests.reading.documents import assert_opens_cleanly
from tests.reading.word import bookmarks, instructions, links, numbered, opened, parts, shown, styled

HEADINGS = ("Heading 1", "Heading 2", "Kop zonder nummer", "Bijlagekop", "Regiokop")


@cache
def made() -> bytes:
    return national_docx(small_report())


@pytest.fixture
def document() -> WordDocument:
    return opened(made())


@pytest.mark.parametrize("make", [small_report, minimal_report])
def test_it_opens_cleanly(make: type[NationaalRapport]) -> None:
    assert_opens_cleanly(national_docx(make()), ".docx")


def test_the_same_report_is_the_same_file() -> None:
    assert national_docx(small_report()) == made()
    assert national_docx(small_report(versie=3)) != made()


def test_the_title_page_says_what_it_is(document: WordDocument) -> None:
    report = small_report()
    (title,), (subtitle,) = styled(document, "Title"), styled(document, "Subtitle")
    assert [shown(title._p), shown(subtitle._p)] == [report.titel, report.ondertitel]
    assert [one.text for one in styled(document, "Statusregel")] == [
        "Concept – versie 2",
        "Stand van 5 april 2024 om 12:00 uur",
        DEMO,
    ]
    # The colofon is the last thing in the report.
    assert rows(document.tables[-1]) == [["Opdracht", "Kerngroep"], ["Ronde", "Q1 2024"]]


def test_every_page_but_the_first_says_which_version_it_is(document: WordDocument) -> None:
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.is_linked_to_previous
    assert [one.text for one in section.header.paragraphs] == [
        "Voortgangsrapportage Regioaanpak instroom Wlz-ggz-W · Q1 2024\tConcept – versie 2",
        DEMO,
    ]
    footer = section.footer.paragraphs[0]._p
    assert shown(footer) == "Stand van 5 april 2024\tPagina 1 van 1"
    assert instructions(footer) == ["PAGE", "NUMPAGES"]


def test_it_is_dutch_and_has_a_title(document: WordDocument) -> None:
    properties = document.core_properties
    assert properties.title == "Voortgangsrapportage Regioaanpak instroom Wlz-ggz-W – Q1 2024"
    assert properties.language == "nl-NL"
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {"nl-NL"}


def test_the_page_stands(document: WordDocument) -> None:
    section = document.sections[0]
    assert (section.page_width.twips, section.page_height.twips) == (11906, 16838)


# --- chapters and the table of contents


def test_word_counts_the_numbers_of_the_tree(document: WordDocument) -> None:
    found = [(number.removeprefix("Bijlage ").removesuffix(" –"), shown(paragraph._p))
             for paragraph, number in numbered(document) if paragraph.style.name in HEADINGS]  # fmt: skip
    assert found == [(one.nummer, one.kop.tekst) for one in small_report().all_chapters()]


def test_the_short_name_stands_above_the_heading(document: WordDocument) -> None:
    eyebrows = [one.text for one in styled(document, "Rubriek")]
    assert eyebrows == [one.naam for one in small_report().all_chapters() if one.naam not in REGIOS]


def test_chapters_and_regions_begin_a_page(document: WordDocument) -> None:
    begun = [one.text for one in document.paragraphs if one.paragraph_format.page_break_before]
    assert document.element.body.find(f"{qn('w:sdt')}//{qn('w:pageBreakBefore')}") is not None
    assert begun == [
        *("Managementsamenvatting", "Proces en respons", "Regio’s"),
        *REGIOS,
        "Verantwoording",
    ]


def test_the_table_of_contents_is_filled(document: WordDocument) -> None:
    contents = document.element.body.find(qn("w:sdt"))
    heading, *lines = [shown(one) for one in contents.iter(qn("w:p"))]
    assert heading == "Inhoud"
    assert lines == [
        "De meeste regio’s werken samen\t3",
        "1\tIn totaal antwoordden 29 van de 31 regio’s\t4",
        "2\tDe uitvoering ligt op schema\t4",
        "2.1\tEr is 22 keer een structuur\t4",
        "2.2\tDe acties lopen\t4",
        "3\tDit leerden de regio’s\t5",
        "Bijlage A – Elke regio op een bladzijde\t6",
        "Bijlage B – Zo komen de getallen tot stand\t10",
    ]
    first, *others = instructions(contents)
    assert first == 'TOC \\o "1-2" \\h \\z \\u'
    assert others == [f"PAGEREF {anchor} \\h" for _, anchor in links(contents)]


def test_each_line_of_the_table_of_contents_leads_to_its_heading(document: WordDocument) -> None:
    marked = bookmarks(document)
    for line, anchor in links(document.element.body.find(qn("w:sdt"))):
        assert marked[anchor] in line


def test_the_regions_have_a_list_of_their_own(document: WordDocument) -> None:
    listed = [shown(one._p) for one in styled(document, "Verwijzing")]
    assert listed == [f"{naam}\t{7 + index}" for index, naam in enumerate(REGIOS)]


def test_word_asks_nothing_when_it_opens() -> None:
    everything = b"".join(parts(made(), "word/").values())
    assert b"updateFields" not in everything
    assert b"w:dirty" not in everything


def test_every_bookmark_has_a_name_and_a_number_of_its_own(document: WordDocument) -> None:
    starts = list(document.element.body.iter(qn("w:bookmarkStart")))
    for attribute in ("w:id", "w:name"):
        values = [one.get(qn(attribute)) for one in starts]
        assert len(values) == len(set(values))
    assert len(starts) == len(list(document.element.body.iter(qn("w:bookmarkEnd"))))


# --- sentences


def test_a_number_in_a_sentence_leads_to_its_explanation(document: WordDocument) -> None:
    heading, sentence = (one for one in document.paragraphs if "29" in one.text or "samenwerken" in one.text)
    ((text, anchor),) = links(heading._p)
    assert text == "29"
    explained = next(
        one for one in document.element.body.iter(qn("w:bookmarkStart")) if one.get(qn("w:name")) == anchor
    )
    assert shown(next(explained.iterancestors(qn("w:tr")))) == "Antwoorden29"
    # Words are no numbers, and nothing explains this number.
    assert links(sentence._p) == []
    assert sentence.text == "Zij noemen samenwerken, 7 keer."


def test_what_was_left_out_or_is_empty_leaves_no_trace(document: WordDocument) -> None:
    texts = [one.text for one in document.paragraphs if one.style.name in ("Body Text", "Normal")]
    assert "Deze zin is weggelaten." not in texts
    assert "" not in [text.strip() for text in texts]


def test_a_heading_that_was_left_out_is_its_short_name() -> None:
    chapter = Hoofdstuk("a", "Aanleiding", zin("Lange zin", weggelaten=True), "1", (zin("Tekst."),))
    document = opened(national_docx(small_report(hoofdstukken=(chapter,))))
    assert [one.text for one in styled(document, "Heading 1")] == ["Aanleiding"]
    assert styled(document, "Rubriek") == []


def test_own_text_is_drawn_with_its_lists_and_links(document: WordDocument) -> None:
    own = next(one for one in document.paragraphs if one.text.startswith("Eigen "))
    assert [run.text for run in own.runs if run.bold] == ["tekst"]
    assert [one.address for one in own.hyperlinks] == ["https://voorbeeld.example/"]
    assert [one.text for one in styled(document, "List Paragraph")][-2:] != []
    assert [one.text for one in styled(document, "List Paragraph") if one.text in ("een", "lijst")] == ["een", "lijst"]


# --- tables


def tables_of(report: NationaalRapport) -> Iterator[Tabel]:
    for chapter in report.all_chapters():
        yield from (blok for blok in chapter.blokken if isinstance(blok, Tabel))


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_tables_hold_what_the_tree_says(document: WordDocument) -> None:
    first, second = (one for one in document.tables if one.style.name == "Regioportaal tabel")
    clean = NASTY.replace("\x0b", "\n").replace("\x00", "")
    assert rows(first) == [
        ["Thema", "Op schema", "Nieuw", "Samen"],
        ["Casuïstiek", "1.250", "–", "1.251"],
        [clean, "0", "niet gevraagd", "0"],
        ["Totaal", "1.250", "–", "1.251"],
    ]
    assert rows(second) == [["Wat", "Getal"], ["Antwoorden", "29"], ["Structuur", "22"], ["Nog eens", "22"]]
    assert list(tables_of(small_report())) == [TABEL, VERANTWOORDING]


def test_the_head_comes_back_on_each_page_and_rows_stay_whole(document: WordDocument) -> None:
    for table in (one for one in document.tables if one.style.name == "Regioportaal tabel"):
        heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows)


def test_a_very_long_row_may_be_broken() -> None:
    long = replace(
        TABEL,
        rijen=(
            (TABEL.rijen[0][0], *TABEL.rijen[0][1:]),
            (replace(TABEL.rijen[0][0], waarde="x " * 900), *TABEL.rijen[0][1:]),
        ),
    )
    chapter = Hoofdstuk("a", "A", zin("A"), "1", (long,))
    table = opened(national_docx(small_report(hoofdstukken=(chapter,)))).tables[0]
    assert [row._tr.trPr is not None for row in table.rows] == [True, True, False]


def test_numbers_stand_on_the_right_and_a_total_is_bold(document: WordDocument) -> None:
    table = next(one for one in document.tables if one.style.name == "Regioportaal tabel")
    styles = [[cell.paragraphs[0].style.name for cell in row.cells] for row in table.rows]
    assert styles[1:] == [["Tabeltekst", "Tabelgetal", "Tabelgetal", "Tabelgetal"]] * 3
    bold = [[run.style.name == "Strong" for cell in row.cells for run in cell.paragraphs[0].runs] for row in table.rows]
    assert [all(row) for row in bold] == [False, False, False, True]


def test_captions_are_counted_by_word(document: WordDocument) -> None:
    captions = styled(document, "Caption")
    assert [shown(one._p) for one in captions] == [
        "Tabel 1. Acties per thema",
        "Figuur 1. Vaste projectstructuur & meer",
        "Figuur 2. Stand van de acties",
        "Tabel 2. Waar elk getal vandaan komt",
    ]
    assert instructions(captions[1]._p) == ["SEQ Figuur \\* ARABIC"]


# --- lists


def test_lessons_count_on_from_their_start(document: WordDocument) -> None:
    points = styled(document, "List Number")
    assert [one.text for one in points] == ["Begin klein. Nodig iedereen uit.", "\u00a0", "Alleen een kop."]
    ids = {one._p.pPr.numPr.numId.val for one in points}
    assert len(ids) == 1
    num = next(one for one in document.part.numbering_part.element if one.get(qn("w:numId")) == str(*ids))
    assert num.find(f".//{qn('w:startOverride')}").get(qn("w:val")) == str(LESSEN.start)
    assert [one.text for one in styled(document, "Bron")] == ["Genoemd door: Model & Land"]


def test_two_lists_count_apart() -> None:
    one = Points((Punt("een"),), genummerd=True)
    chapter = Hoofdstuk("a", "A", zin("A"), "1", (one, one))
    points = styled(opened(national_docx(small_report(hoofdstukken=(chapter,)))), "List Number")
    assert len({point._p.pPr.numPr.numId.val for point in points}) == 2


def test_points_are_real_lists(document: WordDocument) -> None:
    assert [one.text for one in styled(document, "List Bullet")] == ["De instroom daalt."]
    assert document.styles["List Bullet"].element.pPr.numPr is not None
