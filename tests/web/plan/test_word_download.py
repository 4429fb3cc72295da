"""The plan as a file, Word or PDF: what is in the portal is in the document, as it was at that moment."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from docx import Document
from flask import Flask

from forms.spec import Kind
from portal.domain import clock
from portal.models import Plan, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, rows, steps, submit
from tests.client import StrictClient
from tests.editions import PLAN
from tests.reading.documents import assert_opens_cleanly
from tests.reading.pdf import pages_of, run_together
from tests.worlds.plan import make_indiening, make_plan


def words_of(client: StrictClient, address: str) -> str:
    """All words of the downloaded document, which a validator reads first."""
    client.get(address)
    assert client.response is not None
    assert_opens_cleanly(client.response.data, ".docx")
    word = Document(BytesIO(client.response.data))
    body = [text for text in word.element.body.itertext() if text.strip()]
    header = [one.text for section in word.sections for one in section.header.paragraphs]
    return "\n".join(header + body)


def fill_in(plan: Plan, who: User) -> list[str]:
    """Something in every part, and the words of it."""
    texts = {one.key: f"Tekst bij {one.key}." for one in PLAN.questions if one.kind.value.endswith("_text")}
    texts["projectstructuur_vorm"] = "bestaand"
    present = answers.answers_of(plan)
    edits = [AnswerEdit(key, text, present[key].revision if key in present else 0) for key, text in texts.items()]
    answers.save_answers(plan, edits, actor=who.actor)
    rows.add_row(plan, Kind.PARTIJEN, {"naam": "Aanbieder Een"}, actor=who.actor)
    rows.add_row(plan, Kind.DOELSTELLINGEN, {"tekst": "Minder instroom"}, actor=who.actor)
    action = {"omschrijving": "Elke maand overleggen", "paragraaf": "5a.1", "verantwoordelijke": "Gemeenten"}
    rows.add_row(plan, Kind.ACTIES, {**action, "tijdslijn": "Begin 2024", "vorm": "actie"}, actor=who.actor)
    rows.add_row(plan, Kind.MIJLPALEN, {"mijlpaal": "Eerste overleg", "activiteit": "Overleg"}, actor=who.actor)
    del texts["projectstructuur_vorm"]
    return [
        *texts.values(),
        "Aangesloten bij bestaande structuur",
        "Aanbieder Een",
        "Minder instroom",
        *action.values(),
        "Begin 2024",
        "Eerste overleg",
    ]


def test_every_word_of_the_draft_is_in_the_document(anna: StrictClient, plan: Plan, contact: User):
    expected = fill_in(plan, contact)
    steps.declare_later(plan, PLAN.steps[7], reden="Na het overleg in maart.", actor=contact.actor)
    found = words_of(anna, f"/plannen/{plan.id}/concept.docx")
    assert [text for text in expected if text not in found] == []
    assert "Status: Concept" in found
    assert "Na het overleg in maart." in found


def test_an_empty_plan_is_a_document_too(anna: StrictClient, plan: Plan):
    found = words_of(anna, f"/plannen/{plan.id}/concept.docx")
    for section in PLAN.sections:
        assert section.printed_guidance.split("²")[0].split("¹")[0] in found


def test_a_submission_is_downloaded_as_it_was_handed_in(anna: StrictClient, plan: Plan, contact: User):
    fill_in(plan, contact)
    indiening = make_indiening(plan, contact)
    submit.withdraw(plan, actor=contact.actor)
    revision = answers.answers_of(plan)["achtergrond"].revision
    answers.save_answers(plan, [AnswerEdit("achtergrond", "Later veranderd.", revision)], actor=contact.actor)
    frozen = words_of(anna, f"/plannen/{plan.id}/indieningen/{indiening.id}.docx")
    assert "Tekst bij achtergrond." in frozen
    assert "Later veranderd." not in frozen
    assert "Later veranderd." in words_of(anna, f"/plannen/{plan.id}/concept.docx")


def test_the_file_has_a_name_that_says_what_it_is(anna: StrictClient, plan: Plan):
    plan.regios[0].naam = "'t Gooi/Vecht & Éénstreek"
    anna.get(f"/plannen/{plan.id}/concept.docx")
    assert anna.response is not None
    name = unquote(anna.response.headers["Content-Disposition"])
    assert "Plan van aanpak 't Gooi-Vecht & Éénstreek concept.docx" in name


def test_the_name_of_the_file_has_the_day_in_the_netherlands(anna: StrictClient, plan: Plan, contact: User):
    with clock.stopped_at(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)):
        indiening = make_indiening(plan, contact)
    anna.get(f"/plannen/{plan.id}/indieningen/{indiening.id}.docx")
    assert anna.response is not None
    assert "Proefstreek 2027-01-01.docx" in anna.response.headers["Content-Disposition"]


def test_a_submission_of_another_plan_is_not_there_through_the_own_plan(anna: StrictClient, plan: Plan):
    theirs = make_indiening(make_plan())
    anna.get(f"/plannen/{plan.id}/indieningen/{theirs.id}.docx", 404)
    anna.get(f"/plannen/{plan.id}/indieningen/{theirs.id}", 404)
    anna.get(f"/plannen/{plan.id}/indieningen/{theirs.id}/ontvangst", 404)


# --- PDF


def test_the_pdf_says_what_word_says(anna: StrictClient, plan: Plan, contact: User):
    expected = fill_in(plan, contact)
    anna.get(f"/plannen/{plan.id}/concept.pdf")
    assert anna.response is not None
    assert "concept.pdf" in anna.response.headers["Content-Disposition"]
    pages = pages_of(anna.response.data)
    assert [text for text in expected if run_together(text) not in run_together("".join(pages))] == []
    assert [page for page in pages if "Status: Concept" not in page] == []


def test_a_submission_as_pdf_is_as_it_was_handed_in(anna: StrictClient, plan: Plan, contact: User):
    with clock.stopped_at(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)):
        indiening = make_indiening(plan, contact)
    anna.get(f"/plannen/{plan.id}/indieningen/{indiening.id}.pdf")
    assert anna.response is not None
    assert "Proefstreek 2027-01-01.pdf" in anna.response.headers["Content-Disposition"]
    assert "ingediend op 1 januari 2027" in pages_of(anna.response.data)[0]
    anna.get(f"/plannen/{plan.id}/indieningen/{make_indiening(make_plan()).id}.pdf", 404)


def test_without_letters_the_page_says_why_there_is_no_pdf(
    app: Flask, anna: StrictClient, plan: Plan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(app, "static_folder", str(tmp_path))
    anna.get(f"/plannen/{plan.id}/concept.pdf", 302)
    assert "De letters voor PDF-bestanden ontbreken op deze server." in anna.follow().html
