"""An answer sheet from a Word file, through the pages: seen first, chosen, taken over; and what is no sheet."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from portal.extensions import db
from portal.models import BladInlezing
from portal.services.sheet.content import working_copy
from tests.client import StrictClient
from tests.reading.pages import Page
from tests.worlds.rows import all_rows
from tests.worlds.sheet import SheetWorld, make_sheet_world
from tests.worlds.sheet_files import cell_of, edited, tick, write


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
    return client.submit("Bekijken wat erin staat", status=status, wordbestand=(name, data))


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
