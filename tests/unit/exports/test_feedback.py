"""The terugkoppeling and the list of expectations on paper: whole sentences, sound files, any text."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.table import Table
from openpyxl import load_workbook

from exports.excel.expectations import expectations_xlsx
from exports.expectations import ExpectationLine, ExpectationList
from exports.feedback import (
    FeedbackDocument,
    NationalCounts,
    OwnAnswers,
    QuestionCount,
    Telling,
    ThemeCount,
    in_one_line,
)
from exports.sheet import RegelRow
from exports.word.expectations import expectations_docx
from exports.word.feedback import feedback_docx
from tests.examples.plans import INGEDIEND_OP, PEILMOMENT
from tests.examples.rounds import example_expectations, example_feedback
from tests.reading.documents import assert_opens_cleanly

NASTY = "=1+1 <script>alert(1)</script> ]]> &amp; \U0001f600 \u202bom _x0041_"


def outline(content: bytes) -> list[Any]:
    """The paragraphs of a document, with tables as rows of texts; hard spaces are spaces."""
    blocks = Document(BytesIO(content)).iter_inner_content()
    return [
        [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in block.rows]
        if isinstance(block, Table)
        else block.text
        for block in blocks
        if isinstance(block, Table) or block.text
    ]


def counts(beantwoord: int, niet_gevraagd: int = 0, regios: int = 31) -> NationalCounts:
    return NationalCounts(regios=regios, beantwoord=beantwoord, niet_gevraagd=niet_gevraagd)


def bare(**changed: Any) -> FeedbackDocument:
    """The terugkoppeling of a region that did not answer."""
    document = FeedbackDocument("Q1 2024", "Modelland", PEILMOMENT, counts(0), vervolg="Wij bellen u.")
    return replace(document, **changed)


# --- sentences


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (counts(0), "Geen van de 31 regio’s heeft geantwoord."),
        (counts(31), "31 van de 31 regio’s hebben geantwoord."),
        (
            counts(1, 29),
            "1 van de 31 regio’s heeft geantwoord. 1 regio antwoordde niet. 29 regio’s zijn niet gevraagd.",
        ),
        (
            counts(28, 1),
            "28 van de 31 regio’s hebben geantwoord. 2 regio’s antwoordden niet. 1 regio is niet gevraagd.",
        ),
    ],
)
def test_who_answered_in_one_sentence(found: NationalCounts, sentence: str) -> None:
    assert found.zin == sentence


def test_who_did_not_answer_stands_apart_and_nobody_stands_there_for_nothing() -> None:
    vraag = QuestionCount("Lukt het?", (Telling("Ja", 0), Telling("Nee", 3)), niet_beantwoord=2, niet_gevraagd=0)
    assert in_one_line(vraag.alles) == "Ja:\u00a00 · Nee:\u00a03 · Niet beantwoord:\u00a02"


def test_expectations_in_one_sentence() -> None:
    line = ExpectationLine(1, 1, 1, "Q1", ("Modelland",), "vws", "VWS", "Geld")
    found = ExpectationList(PEILMOMENT, "Q1", (line, replace(line, aan_key="regio")))
    assert found.hoofdzin == ("1 regio heeft 1 verwachting van landelijke partijen. 0 van de 1 hebben een antwoord.")
    answered = replace(found, lines=(replace(line, antwoord="Ja"),))
    assert answered.hoofdzin.endswith("1 van de 1 heeft een antwoord.")
    assert replace(found, lines=()).hoofdzin == "Er zijn geen verwachtingen van landelijke partijen."


# --- on paper


def test_the_three_parts_in_order() -> None:
    blocks = outline(feedback_docx(example_feedback()))
    parts = [blocks.index(part) for part in ("Wat u ons vertelde", "Wat anderen zeiden", "Wat er nu gebeurt")]
    assert parts == sorted(parts)
    assert blocks[parts[2] + 1 :] == [
        "Wij bespreken de uitkomsten op 12 september in het bestuurlijk overleg.",
        "1 juli 2024: De tarieven staan in juli op de website.",
        "U verwacht van NZa: “Duidelijkheid over de tarieven voor het volgende jaar.”",
    ]


def test_own_answers_and_what_the_kerngroep_says() -> None:
    blocks = outline(feedback_docx(example_feedback()))
    eigen, verwachtingen, landelijk, themas = (block for block in blocks if isinstance(block, list))
    assert eigen[0] == ["Acties", "Niet gestart: 1 · Ligt op schema: 1 · Vraagt aandacht: 1 · Afgerond: 1 · Gestopt: 1"]
    assert eigen[-1] == ["Verwachten jullie de beoogde doelstelling te behalen? (alleen voor Modelland)", "Nee"]
    assert verwachtingen[1:] == [
        [
            "NZa",
            "Duidelijkheid over de tarieven voor het volgende jaar.",
            "De tarieven staan in juli op de website.\nGereed op 1 juli 2024 · R. Verzonnen, NZa",
        ],
        ["Betrokkenen in de regio", "Meedoen aan het overleg. (alleen voor Modelland)", "Dit is aan de regio zelf"],
    ]
    assert landelijk[-1][0] == "Acties (297)"
    assert themas == [
        [
            "Successen (21 regio’s)",
            "Samenwerking in de regio: 14 · Casuïstiek: 9 · Past bij geen thema: 2 · Nog niet ingedeeld: 1",
        ],
        ["Lessen (17 regio’s)", "Data-ondersteuning is essentieel: 11 · Past bij geen thema: 6"],
    ]


def test_of_a_fall_in_the_inflow_nobody_says_whose_doing_it_is() -> None:
    """Fair words, rule 7."""
    landelijk = replace(counts(3), themas=(ThemeCount("Successen", 3, (Telling("Daling van de instroom", 2),)),))
    told = [one for one in outline(feedback_docx(bare(landelijk=landelijk))) if isinstance(one, str)]
    assert any(one.startswith("Het aandeel van de regioaanpak in een daling is niet bekend") for one in told)
    assert replace(landelijk, themas=()).kanttekening == ""


def test_an_answer_that_stands_apart_says_on_one_line_what_was_expected() -> None:
    row = RegelRow("Een vast\n\n- **aanspreekpunt**", "VWS", regio="Modelland")
    assert row.wens == "U verwacht van VWS (alleen voor Modelland): “Een vast - aanspreekpunt”"
    assert len(replace(row, tekst="woord " * 900).wens) < 400
    assert RegelRow("Iets").wens == "U verwacht: “Iets”"


def test_a_region_that_did_not_answer_in_a_round_that_nobody_answered() -> None:
    assert outline(feedback_docx(bare())) == [
        "Terugkoppeling Q1 2024",
        "Modelland",
        "Wat u ons vertelde",
        "Uw regio heeft deze uitvraag niet beantwoord.",
        "Wat anderen zeiden",
        "Geen van de 31 regio’s heeft geantwoord.",
        "Wat er nu gebeurt",
        "Wij bellen u.",
    ]


def test_a_preview_says_that_it_was_not_sent() -> None:
    def header(document: FeedbackDocument) -> list[str]:
        word = Document(BytesIO(feedback_docx(document)))
        return [paragraph.text for paragraph in word.sections[0].header.paragraphs]

    assert header(bare()) == ["Modelland · Q1 2024 · Voorbeeld: nog niet verstuurd"]
    assert header(example_feedback()) == [
        "Voorbeeldstreek en Modelland · Kwartaaluitvraag Q2 2024 · verstuurd op 20 december 2023",
        "Demo: alle personen en cijfers zijn verzonnen",
    ]


def nasty(text: str) -> FeedbackDocument:
    row = RegelRow(text, text, text, text, text)
    eigen = OwnAnswers(INGEDIEND_OP, successen=(row,), lessen=(row, row), verwachtingen=(row,))
    return bare(naam=text, uitvraag=text, eigen=eigen, anderen_zeiden=text, vervolg=text, is_joint=True)


@pytest.mark.parametrize("text", [NASTY, "- een\n- twee\n\n1. drie", "a" * 200_000, "\x00", " "], ids=range(5))
def test_odd_texts_give_sound_files(text: str) -> None:
    line = ExpectationLine(1, 1, 1, text, (text,), "vws", text, text, (text,), text, text, PEILMOMENT)
    found = ExpectationList(PEILMOMENT, text, (line, replace(line, aan_key="regio")))
    word, book = expectations_docx(found), expectations_xlsx(found)
    assert len(Document(BytesIO(feedback_docx(nasty(text)))).tables) == 1
    if len(text) < 1000:
        assert_opens_cleanly(feedback_docx(nasty(text)), ".docx")
        assert_opens_cleanly(word, ".docx")
        assert_opens_cleanly(book, ".xlsx")


def test_excel_keeps_typed_text_and_dates() -> None:
    sheet = load_workbook(BytesIO(expectations_xlsx(example_expectations())))["Verwachtingen"]
    head, first, *_ = sheet.iter_rows(values_only=True)
    assert head == (
        "Van wie",
        "Verwachting",
        "Regio",
        "Uitvraag",
        "Antwoord van de kerngroep",
        "Gereed op",
        "Beantwoord door",
        "Beantwoord op",
    )
    assert first[5].date().isoformat() == "2024-09-01"
    assert [row[4] for row in sheet.iter_rows(min_row=3, values_only=True)] == [None, None, None]


def test_what_reports_asked_stands_under_it_in_both_files() -> None:
    found = example_expectations()
    asked = [["Maak de tarieven op tijd bekend.", "Q1 2024", "NZa", "1 juli 2024", "Deels gebeurd", "In juli."]]
    blocks = outline(expectations_docx(found))
    here = blocks.index("Verzoeken uit rapporten")
    assert blocks[here + 1].startswith("Dit vroeg een vastgesteld rapport.")
    assert blocks[here + 2][1:2] == asked
    assert blocks[here + 2][2][1:] == ["Q1 2024", "–", "–", "–", "–"]
    rows = load_workbook(BytesIO(expectations_xlsx(found)))["Verzoeken"].iter_rows(min_row=2, values_only=True)
    assert [(row[0], row[2], row[4]) for row in rows] == [
        ("Maak de tarieven op tijd bekend.", "NZa", "Deels gebeurd"),
        ("Wijs een aanspreekpunt aan.", None, None),
    ]
    without = replace(found, verzoeken=())
    assert "Verzoeken uit rapporten" not in outline(expectations_docx(without))
    assert "Verzoeken" not in load_workbook(BytesIO(expectations_xlsx(without))).sheetnames


def test_files_are_sound_and_the_same_each_time() -> None:
    for make in (
        lambda: feedback_docx(example_feedback()),
        lambda: feedback_docx(bare()),
        lambda: expectations_docx(example_expectations()),
    ):
        assert_opens_cleanly(make(), ".docx")
        assert make() == make()
    assert expectations_xlsx(example_expectations()) == expectations_xlsx(example_expectations())
