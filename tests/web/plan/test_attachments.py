"""Bijlagen: added, fetched, removed and put back; refused in words; never run by a browser."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from flask import Flask

from portal.extensions import db
from portal.models import Bijlage, Plan, User
from portal.services.plan.content import bijlagen_of
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.people import make_contact
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.rows import all_rows

PDF = b"%PDF-1.7\nons eigen plan"

NO_DOCUMENT = (
    "Dit bestand is geen PDF, Word, Excel, PowerPoint of OpenDocument. Sla het op als PDF en kies het opnieuw."
)


def page_of(plan: Plan) -> str:
    return f"/plannen/{plan.id}/bijlagen"


def docx() -> bytes:
    buffer = BytesIO()
    Document().save(buffer)
    return buffer.getvalue()


def test_a_document_is_added_and_comes_back_byte_for_byte_as_a_download(anna: StrictClient, plan: Plan):
    anna.get(page_of(plan))
    page = anna.submit("Toevoegen", bestand=("Ons plan.pdf", PDF), naam="Het lange plan")
    assert "De bijlage is toegevoegd." in page.html
    assert "Ons plan.pdf" in page.text
    anna.get(next(href for text, href in page.links.items() if "Het lange plan" in text))
    assert anna.response is not None
    assert anna.response.data == PDF
    headers = anna.response.headers
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"].startswith("attachment")
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("", b"", "Kies een bestand: PDF, Word, Excel, PowerPoint of OpenDocument."),
        ("leeg.pdf", b"", "Dit bestand is leeg. Kies een ander bestand."),
        (
            "plan.pdf",
            b"<script>alert(1)</script>",
            NO_DOCUMENT,
        ),
        (
            "plan.pdf.exe",
            b"MZ\x90",
            NO_DOCUMENT,
        ),
    ],
)
def test_what_is_no_document_is_refused_in_words(anna: StrictClient, plan: Plan, name: str, content: bytes, error: str):
    anna.get(page_of(plan))
    page = anna.submit("Toevoegen", status=422, bestand=(name, content), naam="Iets")
    assert page.errors == [error]
    assert all_rows(Bijlage) == []


@pytest.mark.parametrize(
    "name",
    ["a\x00b.pdf", "=1+1.pdf", "<script>.pdf", "naam\u202efdp.exe", "😀.pdf", "x" * 3_000 + ".pdf", "../../etc/passwd"],
)
def test_strange_names_of_files_do_no_harm(anna: StrictClient, plan: Plan, name: str):
    anna.get(page_of(plan))
    page = anna.submit("Toevoegen", bestand=(name, PDF))
    (bijlage,) = bijlagen_of(plan)
    assert words(page.one("//*[contains(@class, 'rp-file')]//a[contains(@href, '/bijlagen/')]"))
    anna.get(f"{page_of(plan)}/{bijlage.id}")
    assert anna.response is not None
    assert anna.response.data == PDF
    assert len(anna.response.headers["Content-Disposition"]) < 1_500


def test_a_file_that_is_too_large_is_413_in_dutch(app: Flask, anna: StrictClient, plan: Plan):
    size = app.config["SETTINGS"].bijlage_mb * 1024 * 1024
    anna.get(page_of(plan))
    page = anna.submit("Toevoegen", status=413, bestand=("groot.pdf", PDF + b"x" * size))
    assert page.h1
    page = anna.request(
        "POST",
        page_of(plan),
        413,
        data=b"x" * (size + 2 * 1024 * 1024),
        content_type="multipart/form-data; boundary=grens",
    )
    assert all_rows(Bijlage) == []


def test_a_file_of_almost_the_limit_is_taken(app: Flask, anna: StrictClient, plan: Plan):
    size = app.config["SETTINGS"].bijlage_mb * 1024 * 1024
    anna.get(page_of(plan))
    anna.submit("Toevoegen", bestand=("groot.pdf", PDF.ljust(size, b"x")))
    assert [one.grootte for one in bijlagen_of(plan)] == [size]


def test_a_file_is_removed_and_put_back(anna: StrictClient, plan: Plan):
    anna.get(page_of(plan))
    anna.submit("Toevoegen", bestand=("plan.docx", docx()), naam="Ons plan")
    page = anna.submit("Verwijderen: Ons plan")
    assert "De bijlage is verwijderd. Onderaan kunt u hem terugzetten." in page.html
    assert bijlagen_of(plan) == []
    anna.submit("Terugzetten: Ons plan")
    assert [one.naam for one in bijlagen_of(plan)] == ["Ons plan"]


def test_while_the_plan_is_handed_in_files_can_be_fetched_and_nothing_else(
    anna: StrictClient, plan: Plan, contact: User
):
    anna.get(page_of(plan))
    anna.submit("Toevoegen", bestand=("plan.pdf", PDF), naam="Ons plan")
    (bijlage,) = bijlagen_of(plan)
    make_indiening(plan, contact)
    page = anna.get(page_of(plan))
    assert not page.find("//main//form")
    anna.post(f"{page_of(plan)}/{bijlage.id}/verwijderen", {})
    assert "Dit plan is ingediend." in anna.follow().html
    anna.post(page_of(plan), {"naam": "", "bestand": (BytesIO(PDF), "nog.pdf")})
    assert "Dit plan is ingediend." in anna.follow().html
    db.session.expire_all()
    assert [one.id for one in bijlagen_of(plan)] == [bijlage.id]
    anna.get(f"{page_of(plan)}/{bijlage.id}")


def test_a_form_without_its_name_field_is_400(anna: StrictClient, plan: Plan):
    anna.post(page_of(plan), {"bestand": (BytesIO(PDF), "plan.pdf")}, 400)
    assert all_rows(Bijlage) == []


def test_a_file_of_another_plan_is_not_there_through_the_own_plan(anna: StrictClient, plan: Plan):
    other = make_plan()
    theirs = Bijlage(
        plan_id=other.id,
        naam="Van hen",
        bestandsnaam="x.pdf",
        soort="application/pdf",
        grootte=1,
        sha256="0" * 64,
        inhoud=b"x",
        toegevoegd_op=other.aangemaakt_op,
        toegevoegd_door_id=make_contact(other.regios[0]).id,
    )
    db.session.add(theirs)
    db.session.commit()
    anna.get(f"{page_of(plan)}/{theirs.id}", 404)
    for verb in ("verwijderen", "terugzetten"):
        anna.post(f"{page_of(plan)}/{theirs.id}/{verb}", {}, 404)
