"""The answer sheet as a Word file: the questions word for word, room to write, or every word that was handed in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table

from exports.plan import ActieRow
from exports.sheet import Afwijking, ProgressElsewhere, ProgressRow, RegelRow, SheetDocument
from exports.word.sheet import sheet_docx
from forms.spec import Block, Choice, Format, Kind, Question, Section
from tests.editions import ASKED
from tests.examples.plans import INGEDIEND_OP, PEILMOMENT
from tests.examples.rounds import empty_sheet, filled_sheet
from tests.reading.documents import assert_opens_cleanly

NASTY = "=1+1 <script>alert(1)</script> ]]> &amp; \U0001f600 \u202bomgekeerd \x0b _x0041_"
LABELS = [
    "1. Vindt er in de regio afstemming plaats over de voortgang van de uitvoering van het plan van aanpak?",
    "2. Hoe verloopt de voortgang van (de acties uit) het plan van aanpak?",
    "3. Wat verwachten jullie de komende periode van zowel de betrokkenen in de regio als de landelijke partijen?",
    "4. Verwachten jullie de beoogde doelstelling te behalen?",
    "5. Wat zijn successen en lessen van de afgelopen periode?",
]
BOXES = "☐ Niet gestart  ☐ Ligt op schema  ☐ Vraagt aandacht  ☐ Afgerond  ☐ Gestopt"


def bare(**changed: object) -> SheetDocument:
    """A sheet of one region in its first round, still to be filled in, without actions."""
    sheet = SheetDocument(
        format=ASKED,
        uitvraag="Q1 2024",
        naam="Modelland",
        status="Open",
        peilmoment=PEILMOMENT,
        deadline=date(2024, 4, 15),
    )
    return replace(sheet, **changed)  # type: ignore[arg-type]


def read(sheet: SheetDocument) -> WordDocument:
    return Document(BytesIO(sheet_docx(sheet)))


def headings(word: WordDocument, style: str = "Heading 2") -> list[str]:
    return [paragraph.text for paragraph in word.paragraphs if paragraph.style and paragraph.style.name == style]


def table_with(word: WordDocument, first: str) -> Table:
    """The table whose first cell says this."""
    return next(table for table in word.tables if table.rows[0].cells[0].paragraphs[0].text == first)


def rows(table: Table) -> list[list[str]]:
    """The texts of a table; hard spaces are spaces."""
    return [[cell.text.strip().replace("\u00a0", " ") for cell in row.cells] for row in table.rows]


def everything(word: WordDocument) -> str:
    """All text of the body, in order."""
    return "\n".join(node.text or "" for node in word.element.body.iter(qn("w:t")))


# --- to fill in


def test_the_questions_stand_there_word_for_word_and_numbered() -> None:
    assert headings(read(bare())) == LABELS
    assert headings(read(filled_sheet())) == LABELS


def test_a_closed_question_lists_its_answers_with_boxes() -> None:
    afstemming = table_with(read(bare()), "Hoe stemt u af?")
    assert rows(afstemming)[0] == ["Hoe stemt u af?", "☐ Ja, in een vast overleg\n☐ Ja, ad hoc\n☐ Nee"]


def test_what_was_already_chosen_is_ticked() -> None:
    word = read(bare(answers={"doel_verwachting": ("Deels",)}))
    assert rows(table_with(word, "Verwachting"))[0][1] == "☐ Ja\n☒ Deels\n☐ Nee\n☐ Weet niet"


def test_an_open_question_leaves_room_to_write() -> None:
    label, room = table_with(read(bare()), "Hoe stemt u af?").rows[2].cells
    assert (label.text, room.text.strip(), len(room.paragraphs)) == ("Toelichting", "", 5)


def test_an_action_has_last_quarter_beside_it_and_boxes_for_now() -> None:
    rij = ProgressRow(
        ActieRow("5a.1", "Overleg", "Gemeente", "Q1 2024"), vorige_status="Vraagt aandacht", vorige_toelichting="Vol."
    )
    word = read(bare(voortgang=(rij,), vorige="Q4 2023"))
    assert rows(table_with(word, "Actie")) == [
        ["Actie", "Stand in Q4 2023", "Status", "Toelichting"],
        ["5a.1 Overleg\nGemeente · Q1 2024", "Vraagt aandacht\nVol.", BOXES, ""],
    ]
    assert "Geef bij “Vraagt aandacht” en “Gestopt” altijd een toelichting." in everything(word)


def test_in_a_first_round_there_is_no_column_for_the_quarter_before() -> None:
    word = read(bare(voortgang=(ProgressRow(ActieRow("1", "Overleg")),)))
    assert rows(table_with(word, "Actie")) == [["Actie", "Status", "Toelichting"], ["1 Overleg", BOXES, ""]]


def test_the_head_of_the_actions_is_repeated_on_every_page() -> None:
    table = table_with(read(empty_sheet()), "Actie")
    marked = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert marked == [True, *[False] * (len(table.rows) - 1)]
    assert len(table.rows) == 1 + 22  # twenty actions below two headings


def test_the_lists_have_rows_to_write_in() -> None:
    verwachtingen = rows(table_with(read(bare()), "Van wie"))
    assert len(verwachtingen) == 4
    assert verwachtingen[1] == [
        "☐ Betrokkenen in de regio  ☐ VWS  ☐ ZN  ☐ VNG  ☐ Valente  ☐ de Nederlandse ggz  ☐ MIND  ☐ CIZ  ☐ NZa",
        "",
    ]
    assert rows(table_with(read(bare()), "Les")) == [["Les"], [""], [""], [""]]


def test_a_joint_sheet_asks_where_a_region_differs() -> None:
    assert "Is dit in één van de regio’s anders?" in everything(read(bare(is_joint=True)))
    assert "Is dit in één van de regio’s anders?" not in everything(read(bare()))


def test_a_region_without_a_plan_reads_why_there_are_no_actions() -> None:
    assert "Er is nog geen geldend plan van aanpak." in everything(read(bare(has_plan=False)))
    assert "In het geldende plan van aanpak staan geen acties." in everything(read(bare()))


def test_a_blank_copy_forgets_the_answers_and_keeps_last_quarter() -> None:
    blank = filled_sheet().blank()
    assert (dict(blank.answers), blank.afwijkingen, dict(blank.regels), blank.is_form) == ({}, (), {}, True)
    assert [row.status + row.toelichting + row.gelijk_aan for row in blank.voortgang] == [""] * 7
    assert [row.vorige_status for row in blank.acties] == ["Ligt op schema"] * 5


def test_own_questions_follow_under_their_own_title() -> None:
    vraag = Question("extra", "Welk aanbod mist u?", Kind.CHOICES, choices=(Choice("a", "Wonen"), Choice("b", "Dag")))
    eigen = Block("extra", "Aanvullende vragen", (Section("extra", vraag.label, (vraag,)),))
    both = Format("x", "Titel", (), (*ASKED.blocks, eigen))
    word = read(bare(format=both, answers={"extra": ("Wonen", "Dag")}))
    assert headings(word, "Heading 1") == ["Voortgang", "Aanvullende vragen"]
    assert headings(word)[-1] == "6. Welk aanbod mist u?"
    assert rows(table_with(word, "Welk aanbod mist u?")) == [["Welk aanbod mist u?", "☒ Wonen\n☒ Dag"]]


# --- handed in


def test_a_handed_in_sheet_says_what_was_answered_and_what_was_not() -> None:
    sheet = bare(answers={"afstemming_vorm": ("Nee",)}, ingediend_op=INGEDIEND_OP)
    word = read(sheet)
    assert rows(table_with(word, "Hoe stemt u af?")) == [
        ["Hoe stemt u af?", "Nee"],
        ["Hoe vaak stemt u af?\nBijvoorbeeld: elke zes weken.", "Niet beantwoord"],
        ["Toelichting", "Niet beantwoord"],
    ]
    assert "☐" not in everything(word)
    assert "Niets ingevuld" in everything(word)


def test_an_action_that_goes_otherwise_in_one_region_says_so_below_that_of_all_regions() -> None:
    elders = ProgressElsewhere("Zuid", "Gestopt", "gestopt", NASTY)
    rij = ProgressRow(ActieRow("1", "Overleg"), "Ligt op schema", "op_schema", "Loopt.", afwijkingen=(elders,))
    for sheet in (bare(voortgang=(rij,), ingediend_op=INGEDIEND_OP), bare(voortgang=(rij,))):
        told = rows(table_with(read(sheet), "Actie"))[1][-1]
        assert told.startswith("Loopt.")
        assert "Loopt in Zuid anders: gestopt" in told
        assert "=1+1 <script>" in told
    assert sheet.blank().voortgang[0].afwijkingen == ()


def test_progress_that_was_carried_over_says_so() -> None:
    rij = ProgressRow(ActieRow("1", "Overleg"), "Gestopt", "gestopt", "Te duur.", gelijk_aan="Q1 2024")
    word = read(bare(voortgang=(rij, ProgressRow(ActieRow("2", "Nog niets"))), ingediend_op=INGEDIEND_OP))
    assert rows(table_with(word, "Actie"))[1:] == [
        ["1 Overleg", "Gestopt\nGelijk aan Q1 2024", "Te duur."],
        ["2 Nog niets", "Niet beantwoord", ""],
    ]


def test_where_a_region_differs_stands_under_the_shared_answer() -> None:
    afwijking = Afwijking("Proefdal", {"doel_verwachting": ("Nee",)})
    sheet = bare(
        answers={"doel_verwachting": ("Ja",)}, afwijkingen=(afwijking,), is_joint=True, ingediend_op=INGEDIEND_OP
    )
    word = read(sheet)
    assert rows(table_with(word, "Verwachting")) == [
        ["Verwachting", "Ja"],
        ["Toelichting", "Niet beantwoord"],
        ["Verwachting\nAlleen voor Proefdal", "Nee"],
    ]


def test_the_answer_of_the_kerngroep_stands_beside_the_expectation() -> None:
    regels = (RegelRow("Tarieven", "NZa", "", "In juni.", "A. Bedacht, NZa", date(2024, 6, 1)), RegelRow("Geld", "VWS"))
    word = read(bare(regels={Kind.VERWACHTINGEN: regels}, ingediend_op=INGEDIEND_OP))
    assert rows(table_with(word, "Van wie")) == [
        ["Van wie", "Verwachting", "Antwoord van de kerngroep"],
        ["NZa", "Tarieven", "In juni.\nuiterlijk 1 juni 2024 · A. Bedacht, NZa"],
        ["VWS", "Geld", ""],
    ]


def test_the_header_says_whose_answers_these_are_and_of_when() -> None:
    def header(sheet: SheetDocument) -> list[str]:
        return [paragraph.text for paragraph in read(sheet).sections[0].header.paragraphs]

    assert header(bare()) == [
        "Modelland · Q1 2024 · Leeg formulier · Status: Open · stand van 20 december 2023 om 14:03 uur"
    ]
    assert header(bare(ingediend_op=INGEDIEND_OP, status="Ingediend", demo=True)) == [
        "Modelland · Q1 2024 · Status: Ingediend · ingediend op 19 december 2023 om 10:30 uur",
        "Demo: alle personen en cijfers zijn verzonnen",
    ]


# --- any text, any reader


def nasty(text: str) -> SheetDocument:
    """A sheet in which everything a person can type is this text."""
    actie = ActieRow(text, text, text, text)
    return bare(
        naam=text,
        uitvraag=text,
        toelichting=text,
        vorige=text,
        is_joint=True,
        answers=dict.fromkeys(("afstemming_vorm", "afstemming_frequentie", "afstemming_toelichting"), text),
        afwijkingen=(Afwijking(text, {"doel_toelichting": text}),),
        voortgang=(
            ProgressRow(replace(actie, is_action=False)),
            ProgressRow(actie, text, text, text, text, text, text),
        ),
        regels=dict.fromkeys(
            (Kind.SUCCESSEN, Kind.LESSEN, Kind.VERWACHTINGEN), (RegelRow(text, text, text, text, text),)
        ),
    )


@pytest.mark.parametrize("ingediend", [None, INGEDIEND_OP])
@pytest.mark.parametrize(
    "text",
    [NASTY, "1. een\n2. twee\n\n- punt", "a" * 200_000, "\x00", " "],
    ids=["vreemd", "lijst", "lang", "nul", "leeg"],
)
def test_odd_texts_give_a_sound_file(text: str, ingediend: object) -> None:
    content = sheet_docx(replace(nasty(text), ingediend_op=ingediend))  # type: ignore[arg-type]
    if len(text) < 1000:
        assert_opens_cleanly(content, ".docx")
    assert len(Document(BytesIO(content)).tables) == 7


def test_text_comes_out_as_typed() -> None:
    text = "=1+1 <script>alert(1)</script> ]]> &amp; \U0001f600"
    assert everything(read(bare(answers={"afstemming_toelichting": text}))).count(text) == 1


@pytest.mark.parametrize("sheet", [empty_sheet(), filled_sheet(), bare()], ids=["leeg", "gevuld", "kaal"])
def test_the_file_is_sound_and_the_same_each_time(sheet: SheetDocument) -> None:
    content = sheet_docx(sheet)
    assert_opens_cleanly(content, ".docx")
    assert sheet_docx(sheet) == content


def test_signs_of_markup_in_an_action_are_not_printed():
    rows_ = (
        ProgressRow(ActieRow("5", "Een **sterke** basis", is_action=False)),
        ProgressRow(ActieRow("5.1", "Uitleg over **beide** routes")),
    )
    text = everything(read(bare(voortgang=rows_, has_plan=True)))
    assert ("5 Een sterke basis" in text, "Uitleg over beide routes" in text, "**" in text) == (True, True, False)
