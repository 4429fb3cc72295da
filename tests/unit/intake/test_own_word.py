"""The Word file that the portal makes of a plan is that plan again, also when its lists are taller than a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from docx import Document

from exports.plan import ActieRow, DoelstellingRow, InstemmingRow, PlanDocument
from exports.word.plan import plan_docx
from forms.national import Soort, first
from portal.domain.intake.read import read
from portal.domain.intake.recognise.places import places_of
from portal.domain.intake.recognise.recognise import recognise
from portal.domain.intake.under_way import account, rows_for, text_for
from portal.domain.stored.intake import IntakeContent
from tests.worlds.word_files import OWN_WORDS, saved, word_file

PLAN = first(Soort.PLAN)
DOCUMENT = PlanDocument(PLAN, "Proefstreek", "Concept", datetime(2026, 3, 1, tzinfo=UTC), answers={})


def found(data: bytes) -> IntakeContent:
    content = recognise(PLAN, read("plan.docx", data), name="plan.docx", plan_name="Proefstreek")
    assert account(PLAN, content).adds_up
    return content


def actions(content: IntakeContent) -> list[tuple[str, str, str]]:
    rows = [one.values for one in rows_for(content, places_of(PLAN).by_key["acties"]).rows]
    return [tuple(one.get(name, "") for name in ("omschrijving", "verantwoordelijke", "tijdslijn")) for one in rows]  # type: ignore[misc]


def test_actions_that_stand_in_a_table_of_their_own_come_back_with_the_words_below_them() -> None:
    told = [(f"Overleggen met partij {number}", "Gemeente", f"Q{1 + number % 4} 2026") for number in range(80)]
    rows = tuple(ActieRow("", what, who, when) for what, who, when in told)
    below = {"acties_toelichting": "Sommige acties lopen al."}
    content = found(plan_docx(PlanDocument(PLAN, "Proefstreek", "Concept", DOCUMENT.peilmoment, below, acties=rows)))
    assert actions(content) == told
    assert text_for(content, places_of(PLAN).by_key["acties_toelichting"]) == "Sommige acties lopen al."


def test_a_column_that_somebody_put_among_those_of_a_list_is_not_dropped() -> None:
    document = Document(BytesIO(word_file(PLAN, OWN_WORDS | {"acties": (("Bellen", "Anna", "Q1"),)})))
    (inner,) = [table for table in _tables(document) if table.rows[0].cells[-1].text == "Tijdslijn"]
    inner.add_column(914400)
    for row, text in zip(inner.rows, ("Stand", "Loopt"), strict=True):
        row.cells[-1].text, row.cells[-2].text = row.cells[-2].text, text
    content = found(saved(document))
    assert actions(content) == [("Bellen", "Anna", "Q1")]
    assert any("Loopt" in one.tekst and not one.doel for one in content.stukken)


def _tables(document):  # type: ignore[no-untyped-def]
    return [one for table in document.tables for row in table.rows for cell in row.cells for one in cell.tables]


def test_the_line_of_figures_under_a_goal_is_no_goal() -> None:
    national = DoelstellingRow("De instroom daalt.", landelijk=True, nulwaarde="12")
    goals = (national, DoelstellingRow("Folder.", indicator="Bereik", streefwaarde="8,5", eenheid="%"))
    content = found(plan_docx(PlanDocument(PLAN, "Proefstreek", "Concept", DOCUMENT.peilmoment, doelstellingen=goals)))
    places = places_of(PLAN).by_key
    assert [one.values["tekst"] for one in rows_for(content, places["doelstellingen"]).rows] == ["Folder."]
    assert text_for(content, places["doelstellingen-landelijk"]) == "De instroom daalt."
    seen = [one.tekst for one in content.stukken if not one.doel]
    assert seen[1:] == ["Nulwaarde: 12", "Indicator: Bereik · Streefwaarde: 8,5 %"]


def test_a_reference_beside_an_empty_list_is_no_row_of_it() -> None:
    answers = {"planning_toelichting": "Zie Acties!", "monitoring": "Elk kwartaal."}
    content = found(plan_docx(PlanDocument(PLAN, "Proefstreek", "Concept", DOCUMENT.peilmoment, answers)))
    places = places_of(PLAN).by_key
    assert (rows_for(content, places["mijlpalen"]).rows, text_for(content, places["planning_toelichting"])) == (
        [],
        "Zie Acties!",
    )


def test_who_agreed_is_no_answer_to_a_part() -> None:
    agreed = (InstemmingRow("Zorgkantoor Proefstreek", "Stemt in."), InstemmingRow("Gemeenten", "Stemmen in."))
    answers = {"monitoring": "Elk kwartaal."}
    content = found(plan_docx(replace(DOCUMENT, answers=answers, instemming=agreed)))
    assert [one.tekst for one in content.stukken if one.doel] == ["Elk kwartaal."]
    assert any("Stemt in." in one.tekst and not one.doel for one in content.stukken)
