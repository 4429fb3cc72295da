"""The samenvattende analyse: what a plan says in each column, and the same as Word and Excel."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from exports.condensed import CONDENSED_COLUMNS, CondensedAnalysis, CondensedCell, CondensedPlan
from exports.condensed_source import KOLOMMEN, find_kolom
from exports.excel.condensed import condensed_xlsx
from exports.plan import ActieRow, DoelstellingRow, PlanDocument
from exports.word.condensed import condensed_docx
from tests.examples.plans import INGEDIEND_OP, PEILMOMENT, condensed_analysis, empty_plan, filled_plan
from tests.reading.documents import assert_opens_cleanly

NASTY = "=1+1 <script>alert(1)</script> ]]> &amp; \U0001f600 _x0041_"


def said(key: str, document: PlanDocument | None = None, **changes: object) -> str:
    kolom = find_kolom(key)
    assert kolom is not None
    return kolom.source(replace(document or empty_plan(), **changes))  # type: ignore[arg-type]


# --- what a plan says


def test_the_columns_are_those_of_the_national_analysis():
    assert [kolom.label for kolom in KOLOMMEN] == [
        "Doelstellingen",
        "Doelgroepen",
        "Acties",
        "Randvoorwaarden",
        "Overige opmerkingen",
    ]
    assert find_kolom("onzin") is None


def test_goals_stand_with_their_figures_the_national_one_first():
    goals = (DoelstellingRow("Eigen doel.\n\n- a\n- b"), filled_plan().doelstellingen[0])
    assert said("doelstellingen", doelstellingen=goals) == (
        "De maandelijkse instroom in onze regio is op 31 december 2024 gedaald van 12 naar 8,5 cliënten.\n"
        "Indicator: nieuwe cliënten met een profiel GGZ Wonen · Nulwaarde: 12 (peildatum 1 januari 2024)"
        " · Streefwaarde: 8,5 cliënten per maand · Einddatum: 31 december 2024\n\n"
        "Eigen doel.\n\n- a\n- b"
    )


def test_groups_stand_as_labels_above_the_text():
    answers = {"doelgroep_soorten": ("Jongeren 18 t/m 26 jaar", "Andere doelgroep"), "doelgroep": "Wie nu thuis woont."}
    assert said("doelgroepen", answers=answers) == (
        "Op welke doelgroepen ligt de nadruk? Jongeren 18 t/m 26 jaar, Andere doelgroep\n\nWie nu thuis woont."
    )


def test_actions_are_lines_with_their_number_under_their_headings():
    actions = (
        ActieRow("4", "Herijken", on_its_own=True),
        ActieRow("5a", "Samenwerken", is_action=False),
        ActieRow("5a.1", "Overzicht\nmaken", "Gemeenten,\n zorgkantoor", "Q2 2024"),
        ActieRow("5a.2", "Leren", "", "Continu"),
        ActieRow("", "Zonder nummer", "Zorgkantoor"),
    )
    assert said("acties", acties=actions, answers={"acties_toelichting": "Meer volgt."}) == (
        "4 Herijken\n\n"
        "**5a Samenwerken**\n"
        "5a.1 Overzicht maken (Gemeenten, zorgkantoor; Q2 2024)\n"
        "5a.2 Leren (Continu)\n"
        "Zonder nummer (Zorgkantoor)\n\n"
        "Meer volgt."
    )


def test_other_remarks_stand_under_the_labels_of_their_parts():
    answers = {
        "monitoring": "Elk kwartaal.",
        "projectstructuur": "Een stuurgroep die hier niet hoort.",
        "projectstructuur_vorm": ("Ad hoc",),
        "ervaringen": "Begin klein.",
    }
    assert said("overig", answers=answers) == (
        "**Monitoring en aandachtspunten**\n\nElk kwartaal.\n\n"
        "**Projectstructuur**\n\nWat voor structuur is het? Ad hoc\n\n"
        "**Ervaringen uit de regio**\n\nBegin klein."
    )


def test_what_follows_later_says_so_with_the_reason():
    later = {"randvoorwaarden": "Na overleg.", "acties": "", "monitoring": "In mei."}
    assert said("randvoorwaarden", volgt_later=later) == "Volgt later: Na overleg."
    assert said("acties", volgt_later=later) == "Volgt later"
    assert said("overig", volgt_later=later) == "**Monitoring en aandachtspunten**\n\nVolgt later: In mei."


@pytest.mark.parametrize("kolom", KOLOMMEN, ids=lambda kolom: kolom.key)
def test_a_plan_that_says_nothing_says_nothing(kolom):
    assert kolom.source(empty_plan()) == ""


# --- a cell


@given(st.text(max_size=2000))
def test_the_beginning_of_a_long_text_is_short_and_on_one_line(text: str):
    begin = CondensedCell(KOLOMMEN[0], text).begin
    assert len(begin) <= 152
    assert "\n" not in begin


def test_a_condensed_text_is_shown_in_place_of_the_source_and_says_so():
    cell = CondensedCell(KOLOMMEN[0], "Lang.")
    assert (cell.shown, cell.herkomst) == ("Lang.", "")
    assert (replace(cell, tekst="Kort.").shown, replace(cell, tekst="Kort.").herkomst) == ("Kort.", "Samengevat.")
    stale = replace(cell, tekst="Kort.", is_stale=True)
    assert stale.herkomst == "Samengevat. Het plan is gewijzigd na deze samenvatting."


@pytest.mark.parametrize(
    ("without", "first", "second"),
    [
        ((), "8 van de 8 regio’s hebben een geldend plan.", ""),
        (("A", "B"), "6 van de 8 regio’s hebben een geldend plan; A en B nog niet.", ""),
        (
            tuple("ABCDEF"),
            "2 van de 8 regio’s hebben een geldend plan; 6 regio’s nog niet.",
            "Zonder geldend plan: A, B, C, D, E, F.",
        ),
    ],
)
def test_regions_without_a_plan_are_named(without, first, second):
    found = CondensedAnalysis(PEILMOMENT, (), without, 8)
    assert (found.hoofdzin, found.zonder_plan_zin) == (first, second)


@pytest.mark.parametrize(
    ("open_plans", "sentence"),
    [
        (0, ""),
        (1, "Nog niet vastgesteld: Plan 0."),
        (2, "Nog niet vastgesteld: Plan 0 en Plan 1."),
        (6, "6 van de 7 plannen zijn nog niet vastgesteld."),
    ],
)
def test_plans_that_are_not_accepted_are_told_of(open_plans: int, sentence: str):
    plannen = tuple(CondensedPlan(n, f"Plan {n}", n >= open_plans, INGEDIEND_OP, ()) for n in range(7))
    assert CondensedAnalysis(PEILMOMENT, plannen, (), 7).voorbehoud == sentence


# --- on paper


def rows(content: bytes) -> list[list[object]]:
    return [list(row) for row in load_workbook(BytesIO(content))["Samenvatting"].iter_rows(values_only=True)]


def test_excel_has_a_row_per_plan_and_says_what_was_condensed():
    content = condensed_xlsx(condensed_analysis())
    heads, joint, other = rows(content)
    assert heads == [column.heading for column in CONDENSED_COLUMNS]
    by_head = dict(zip(heads, joint, strict=True))
    assert by_head["Regio"] == "Modelland en Voorbeeldstreek"
    assert by_head["Doelgroepen"] == "Jongvolwassenen van 18 t/m 26 jaar."
    assert by_head["Samengevat"] == "Doelgroepen; Acties (plan gewijzigd)"
    assert str(by_head["Overige opmerkingen"]).startswith("Monitoring en aandachtspunten\n\n")
    assert (other[1], other[-1]) == ("Nog niet vastgesteld", "Niets: alle teksten komen uit het plan")


def test_word_has_a_chapter_per_plan_with_what_was_condensed_first():
    word = Document(BytesIO(condensed_docx(condensed_analysis())))
    plans = ["Modelland en Voorbeeldstreek", "Schetsveen"]
    assert [one.text for one in word.paragraphs if one.style.name == "Heading 1"] == plans
    small = [one.text for one in word.paragraphs if one.style.name == "Tussenkop"]
    assert small[:5] == [
        "Doelgroepen (samengevat)",
        "Acties (samengevat; het plan is gewijzigd na deze samenvatting)",
        "Doelstellingen (uit het plan)",
        "Randvoorwaarden (uit het plan)",
        "Overige opmerkingen (uit het plan)",
    ]
    assert [one.text for one in word.paragraphs].count("–") == 5
    told = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert "3 van de 4 regio’s hebben een geldend plan; Proefdal nog niet." in told
    assert "Nog niet vastgesteld: Schetsveen." in told


def test_word_says_in_one_table_which_texts_were_condensed():
    word = Document(BytesIO(condensed_docx(condensed_analysis())))
    table = next(one for one in word.tables if one.rows[0].cells[0].text == "Regio")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Regio", *(kolom.label for kolom in KOLOMMEN)],
        ["Modelland en Voorbeeldstreek", "Nee", "Ja", "Ja, plan gewijzigd", "Nee", "Nee"],
        ["Schetsveen", *["–"] * 5],
    ]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_word_finds_every_plan_through_a_table_of_contents():
    word = Document(BytesIO(condensed_docx(condensed_analysis())))
    contents = "".join(one.text or "" for one in word.element.body.find(qn("w:sdt")).iter(qn("w:t")))
    assert "Modelland en Voorbeeldstreek" in contents
    assert "Schetsveen" in contents


@pytest.mark.parametrize(("make", "suffix"), [(condensed_docx, ".docx"), (condensed_xlsx, ".xlsx")])
def test_every_document_opens_cleanly_and_is_the_same_at_any_time(make, suffix, monkeypatch):
    before = make(condensed_analysis())
    assert_opens_cleanly(before, suffix)
    monkeypatch.setattr("zipfile.time.time", lambda: 2_000_000_000)
    assert make(condensed_analysis()) == before


@pytest.mark.parametrize("text", [NASTY, f"a\x00{NASTY}\ud800", "a " * 40_000], ids=["raar", "onleesbaar", "lang"])
def test_any_text_survives_and_is_never_a_formula(text: str):
    cells = tuple(CondensedCell(kolom, text, text) for kolom in KOLOMMEN)
    analysis = CondensedAnalysis(PEILMOMENT, (CondensedPlan(1, text, True, INGEDIEND_OP, cells),), (text,), 2)
    excel = condensed_xlsx(analysis)
    assert_opens_cleanly(condensed_docx(analysis), ".docx")
    assert_opens_cleanly(excel, ".xlsx")
    assert {cell.data_type for cell in load_workbook(BytesIO(excel))["Samenvatting"][2]} == {"s", "d"}


def test_an_analysis_without_plans_is_a_document_too():
    empty = CondensedAnalysis(PEILMOMENT, (), ("A",), 1)
    assert_opens_cleanly(condensed_docx(empty), ".docx")
    assert_opens_cleanly(condensed_xlsx(empty), ".xlsx")
