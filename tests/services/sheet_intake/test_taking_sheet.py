"""Taking over what a filled-in sheet has: as when it is typed, nothing gives way unasked, and everything is kept."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from flask import Flask

from exports.word.sheet import sheet_docx
from portal.domain import clock
from portal.domain.roles import Actor
from portal.models import Antwoordblad, BladHistorie
from portal.services.sheet.content import working_copy
from portal.services.sheet.document import sheet_document
from portal.services.sheet_intake import reading, standing, taking, under_way
from tests.worlds.kept import kept
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.round import make_blad
from tests.worlds.rows import all_rows
from tests.worlds.sheet import ids_of, make_plan_in_force, make_q1, put_answer
from tests.worlds.sheet_files import cell_of, tick, write
from tests.worlds.word_files import saved


@dataclass
class World:
    blad: Antwoordblad
    anna: Actor


@kept
def make_world() -> World:
    plan = make_plan_in_force(make_regio("Proefstreek"))
    return World(make_blad(make_q1(), plan=plan), make_contact(plan.regios[0], naam="Anna Proef").actor)


@pytest.fixture
def world(app: Flask) -> World:
    return make_world()


def word(blad: Antwoordblad, *, blank: bool = False) -> Any:
    """The portal's own Word of a sheet, open to be changed."""
    document = sheet_document(
        working_copy(blad), uitvraag=blad.uitvraag, status="Open", peilmoment=clock.now(), deadline=blad.deadline
    )
    return Document(BytesIO(sheet_docx(document.blank() if blank else document)))


def filled(blad: Antwoordblad) -> bytes:
    """An empty sheet on which somebody answered a bit of everything."""
    file = word(blad, blank=True)
    tick(cell_of(file, "Hoe stemt u af?"), "Ja, ad hoc", "x")
    write(cell_of(file, "Hoe vaak stemt u af?"), "Elke zes weken")
    write(cell_of(file, "Toelichting"), "Met de huisartsen erbij.")
    tick(cell_of(file, "5a.1 Actie 1"), "Ligt op schema")
    tick(cell_of(file, "5a.2 Actie 2"), "Vraagt aandacht")
    write(cell_of(file, "5a.2 Actie 2", 2), "Er is te weinig animo.")
    tick(cell_of(file, "☐ Betrokkenen", 0), "NZa")
    write(cell_of(file, "☐ Betrokkenen"), "Duidelijkheid over tarieven.")
    write(cell_under(file, "Succes"), "De folder is af.")
    return saved(file)


def cell_under(file: Any, head: str) -> Any:
    """The first cell below a head."""
    return next(table.rows[1].cells[0] for table in file.tables if table.rows[0].cells[0].text.strip() == head)


def take(world: World, data: bytes, **chosen: str) -> list[str]:
    """Read a file and take over; what nobody chose is taken over as the page proposes."""
    reading.read_file(world.blad, name="blad.docx", data=data, actor=world.anna)
    now = compared(world)
    proposed = {one.key: one.best.value for one in now.to_choose}
    return taking.take_over(world.blad, {**proposed, **chosen}, seen=now.mark, actor=world.anna)


def compared(world: World) -> standing.Compared:
    found = under_way.of_person(world.blad, world.anna.user_id)
    assert found is not None
    return standing.compared(world.blad, under_way.opened(found))


def text(world: World, key: str) -> str:
    return str(working_copy(world.blad)["answers"].get(key, ""))


def test_an_empty_sheet_gets_all_that_the_file_has(world: World) -> None:
    first, second, third = ids_of(world.blad)
    names = take(world, filled(world.blad))
    now = working_copy(world.blad)
    assert now["answers"] == {
        "afstemming_vorm": "ad_hoc",
        "afstemming_frequentie": "Elke zes weken",
        "afstemming_toelichting": "Met de huisartsen erbij.",
    }
    assert {key: (one["status"], one["toelichting"]) for key, one in now["voortgang"].items()} == {
        str(first): ("op_schema", ""),
        str(second): ("aandacht", "Er is te weinig animo."),
    }
    assert str(third) not in now["voortgang"]
    assert [(one["tekst"], one["aan"]) for one in now["regels"]["verwachtingen"]] == [
        ("Duidelijkheid over tarieven.", "nza")
    ]
    assert [one["tekst"] for one in now["regels"]["successen"]] == ["De folder is af."]
    assert names[:3] == ["Hoe stemt u af?", "Hoe vaak stemt u af?", "Toelichting bij “Afstemming”"]
    assert compared(world).to_choose == ()


def test_what_stands_there_stays_unless_somebody_chooses_otherwise_and_is_kept(world: World) -> None:
    put_answer(world.blad, "afstemming_toelichting", "Wij spreken elkaar.", door=user(world))
    data = filled(world.blad)
    take(world, data)
    assert text(world, "afstemming_toelichting") == "Wij spreken elkaar."
    take(world, data, afstemming_toelichting="samenvoegen")
    assert text(world, "afstemming_toelichting") == "Wij spreken elkaar.\n\nMet de huisartsen erbij."
    assert [row.waarde for row in all_rows(BladHistorie)] == [{"text": "Wij spreken elkaar."}]


def user(world: World) -> Any:
    return next(one for one in all_rows(type(make_user())) if one.id == world.anna.user_id)
