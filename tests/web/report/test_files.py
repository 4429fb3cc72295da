"""The files of a report: for whom, what they are called, and that what is vastgesteld never changes."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from flask import Flask
from openpyxl import load_workbook
from pptx import Presentation

from portal.domain.report.states import RapportStatus
from portal.domain.roles import Rol
from portal.models import RapportBestand
from portal.web.files import DOCX, ODS, ODT, PDF, PPTX, XLSX
from tests.client import StrictClient
from tests.reading.opendocument import body_of, paragraphs_of, sheets_of
from tests.reading.pdf import pages_of, run_together
from tests.worlds.people import make_user
from tests.worlds.report_pages import answer_more, make_rapport_world
from tests.worlds.rows import all_rows

CONCEPT, VOOR, VAST, OPEN = RapportStatus
KINDS = {"docx": DOCX, "pdf": PDF, "pptx": PPTX, "xlsx": XLSX, "odt": ODT, "ods": ODS}


def fetch(client: StrictClient, url: str, **kwargs: object) -> bytes:
    """The file at an address."""
    client.get(url, **kwargs)  # type: ignore[arg-type]
    assert client.response is not None
    return client.response.data


@pytest.mark.parametrize("kind", KINDS)
def test_a_concept_is_downloaded_as_one(app: Flask, client: StrictClient, kind: str) -> None:
    world = make_rapport_world()
    content = fetch(client.sign_in(world.kim), world.url(f"/rapport.{kind}"))
    assert client.response is not None
    assert client.response.mimetype == KINDS[kind]
    name = f"Voortgangsrapportage Kwartaaluitvraag Q1 2024 versie 1 concept.{kind}"
    assert name in client.response.headers["Content-Disposition"]
    if kind == "docx":
        texts = [paragraph.text for paragraph in Document(BytesIO(content)).paragraphs]
        assert world.zin("proces_peilmoment").tekst in texts
    elif kind == "pdf":
        assert run_together(world.zin("proces_peilmoment").tekst) in run_together("".join(pages_of(content)))
    elif kind == "pptx":
        notes = [slide.notes_slide.notes_text_frame.text for slide in Presentation(BytesIO(content)).slides]
        assert any("Regio’s waarvan de antwoorden op het peilmoment ingediend waren." in one for one in notes)
    elif kind == "odt":
        assert world.zin("proces_peilmoment").tekst in paragraphs_of(body_of(content))
    elif kind == "ods":
        assert "Respons" in sheets_of(content)
    else:
        assert "Respons" in load_workbook(BytesIO(content)).sheetnames


@pytest.mark.parametrize("kind", KINDS)
def test_a_version_that_is_vastgesteld_keeps_its_bytes(app: Flask, client: StrictClient, kind: str) -> None:
    world = make_rapport_world(VAST)
    client.sign_in(world.kim)
    before = fetch(client, world.url(f"/rapport.{kind}"))
    assert client.response is not None
    (kept,) = (one for one in all_rows(RapportBestand) if one.soort == kind)
    assert sha256(before).hexdigest() == kept.checksum
    assert client.response.headers["ETag"] == f'"{kept.checksum}"'
    assert "concept" not in client.response.headers["Content-Disposition"]
    answer_more(world)
    assert fetch(client, world.url(f"/rapport.{kind}")) == before
    assert kept.checksum in client.get(world.url()).text


def test_who_has_the_file_already_gets_it_not_again(app: Flask, client: StrictClient) -> None:
    world = make_rapport_world(OPEN)
    client.sign_in(world.contact)
    fetch(client, world.url("/rapport.docx"))
    assert client.response is not None
    headers = {"If-None-Match": client.response.headers["ETag"]}
    assert fetch(client, world.url("/rapport.docx"), status=304, headers=headers) == b""


def test_without_letters_there_is_no_pdf_and_the_page_says_why(
    app: Flask, client: StrictClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    world = make_rapport_world()
    monkeypatch.setattr(app, "static_folder", str(tmp_path))
    client.sign_in(world.kim).get(world.url("/rapport.pdf"), 302)
    assert "De letters voor PDF-bestanden ontbreken op deze server." in client.follow().html


def test_a_file_that_was_changed_is_refused(app: Flask, client: StrictClient) -> None:
    world = make_rapport_world(OPEN)
    for one in all_rows(RapportBestand):
        one.inhoud = b"Iets anders"
    client.sign_in(make_user(Rol.LEZER))
    for kind in KINDS:
        client.get(world.url(f"/rapport.{kind}"), 302)
        page = client.follow()
        assert "Dit bestand is niet meer gelijk aan het bestand dat is vastgesteld." in page.html
