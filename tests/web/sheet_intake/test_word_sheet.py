"""An answer sheet from a Word file, through the pages: seen first, chosen, taken over; and what is no sheet."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Any

import pytest
from flask import Flask

from forms.national import Soort, newest
from portal.domain.plan.file_types import OLE
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import BladInlezing
from portal.services.sheet.content import working_copy
from tests.client import StrictClient
from tests.reading.pages import Page
from tests.worlds.people import make_user
from tests.worlds.rows import all_rows
from tests.worlds.sheet import SheetWorld, hand_in, make_sheet_ready, make_sheet_world
from tests.worlds.sheet_files import cell_of, edited, tick, write
from tests.worlds.word_files import OWN_WORDS, word_file


@pytest.fixture
def world(app: Flask) -> SheetWorld:
    world = make_sheet_world()
    db.session.commit()
    return world


def address(world: SheetWorld, rest: str = "") -> str:
    return f"/antwoordbladen/{world.blad.id}{rest}"


def downloaded(client: StrictClient, world: SheetWorld, what: str = "/leeg.docx") -> bytes:
    """The Word file that the portal gives."""
    client.get(address(world, what))
    assert client.response is not None
    return client.response.data


def chosen(client: StrictClient, world: SheetWorld, data: bytes, name: str = "blad.docx", status: int = 200) -> Page:
    client.get(address(world, "/word"))
    return client.submit("Bekijken wat erin staat", status=status, bladbestand=(name, data))


def filled(data: bytes) -> bytes:
    """What somebody wrote in it with partners."""

    def fill(file: Any) -> None:
        tick(cell_of(file, "Hoe stemt u af?"), "Ja, ad hoc")
        write(cell_of(file, "Toelichting"), "Met de huisartsen erbij.")
        tick(cell_of(file, "5a.1 Actie 1", 2), "Afgerond")
        tick(cell_of(file, "5a.2 Actie 2", 2), "Gestopt")
        file.add_paragraph("Groeten van de werkgroep.")

    return edited(data, fill)


def said(world: SheetWorld) -> tuple[dict[str, str], list[str]]:
    """What stands on the sheet: its texts, and the status of its actions."""
    db.session.expire_all()
    now = working_copy(world.blad)
    return now["answers"], [one["status"] for one in now["voortgang"].values()]


def test_a_filled_in_file_is_seen_and_what_is_chosen_is_taken_over(client: StrictClient, world: SheetWorld) -> None:
    client.sign_in(world.anna)
    page = chosen(client, world, filled(downloaded(client, world)))
    assert "er is geen woord verdwenen" in page.text
    assert "Groeten van de werkgroep." in page.text
    assert "Schrijf bij “Gestopt” in een zin waarom." in page.text
    assert said(world) == ({}, [])
    page = client.submit("Overnemen op uw antwoordblad", keuze_afstemming_toelichting="bestaand")
    assert "Overgenomen op uw antwoordblad: Hoe stemt u af? en 5a.1 Actie 1." in page.html
    assert said(world) == ({"afstemming_vorm": "ad_hoc"}, ["afgerond"])
    page = client.submit("Bestand wegleggen")
    assert all_rows(BladInlezing) == []
    assert "Kies uw bestand" in page.text


def test_a_mail_or_another_file_is_told_and_nothing_changes(client: StrictClient, world: SheetWorld) -> None:
    client.sign_in(world.anna)
    page = chosen(client, world, OLE + b"\x00" * 600, "bericht.msg", status=422)
    assert "Dit is een bericht uit Outlook (.msg)." in page.errors[0]
    page = chosen(client, world, word_file(newest(Soort.PLAN), OWN_WORDS), "plan.docx", status=422)
    assert "geen antwoordblad" in page.errors[0]
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Q1", "a@regio.example"
    data = filled(downloaded(client, world))
    mail.add_attachment(data, maintype="application", subtype="octet-stream", filename="Q1.docx")
    page = chosen(client, world, mail.as_bytes(), "mail.eml")
    assert "Gelezen: Q1.docx" in page.text
    assert "Daaraan hing één bestand: “Q1.docx”." in page.html
    assert said(world) == ({}, [])


def test_a_file_that_a_coordinator_put_ready_is_taken_up_by_the_region(client: StrictClient, world: SheetWorld) -> None:
    data = filled(downloaded(client.sign_in(world.anna), world))
    client.sign_in(make_user(Rol.COORDINATOR, naam="Carla Proef"))
    here = f"/landelijk/uitvragen/{world.blad.uitvraag_id}/bladen/{world.blad.id}"
    client.get(f"{here}/klaarzetten")
    page = client.submit("Klaarzetten", bladbestand=("blad.docx", data))
    assert "“blad.docx” staat klaar: 4 antwoorden gevonden, 4 woorden niet geplaatst." in page.html
    assert "De regio heeft het nog niet opgepakt" in page.text
    client.sign_in(world.anna).get("/")
    assert "wij zetten het bestand klaar dat u mailde" in client.page.text if client.page else False
    client.get(address(world, "/word"))
    page = client.submit("Bekijken")
    assert "Gelezen: blad.docx" in page.text
    assert "door Carla Proef" in page.text
    assert said(world) == ({}, [])


def test_a_sheet_that_was_handed_in_shows_no_form_and_a_late_press_is_told(
    client: StrictClient, world: SheetWorld
) -> None:
    client.sign_in(world.anna)
    chosen(client, world, filled(downloaded(client, world)))
    hand_in(make_sheet_ready(world.blad, world.anna), world.anna)
    page = client.submit("Overnemen op uw antwoordblad")
    assert "De antwoorden zijn ingediend" in page.html
    client.get(address(world, "/word"), 302)
