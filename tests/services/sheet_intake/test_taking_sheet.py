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
from portal.extensions import db
from portal.models import Antwoordblad, BladHistorie, BladInlezing, RegelSoort, User
from portal.services.intake.under_way import KEPT_FOR, IntakeProblem
from portal.services.round.problems import SheetProblem
from portal.services.sheet import differing, goals, progress, rows
from portal.services.sheet.content import working_copy
from portal.services.sheet.document import sheet_document
from portal.services.sheet_intake import reading, standing, taking, under_way
from tests.worlds.goals import make_goal_world
from tests.worlds.kept import kept
from tests.worlds.people import make_contact, make_regio
from tests.worlds.round import make_blad
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in, ids_of, make_plan_in_force, make_q1, make_q4, make_sheet_ready, put_answer
from tests.worlds.sheet_files import cell_of, tick, write, write_over
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


def compared(world: World) -> standing.ComparedSheet:
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


def test_rows_of_a_list_stay_the_rows_they_are(world: World) -> None:
    values = [rows.RegelValues(text) for text in ("De folder is bijna af.", "Wij bellen.", "Wij mailen.")]
    present = rows.add_rows(world.blad, RegelSoort.SUCCES, values, actor=world.anna)
    db.session.flush()
    file = word(world.blad)
    table = next(one for one in file.tables if one.rows[0].cells[0].text == "Succes")
    write(table.rows[1].cells[0], "De folder is nu af.")
    table._tbl.remove(table.rows[2]._tr)
    write(table.rows[3].cells[0], "Iedereen doet mee.")
    data = saved(file)
    take(world, data, successen="samenvoegen")
    assert texts(world) == ["De folder is bijna af.", "Wij bellen.", "Wij mailen.", "Iedereen doet mee."]
    take(world, data, successen="word")
    assert texts(world) == ["De folder is nu af.", "Wij mailen.", "Iedereen doet mee."]
    found = rows.rows_of(world.blad, RegelSoort.SUCCES)
    assert [row.id for row in found[:2]] == [present[0].id, present[2].id]
    assert [row.tekst for row in rows.rows_of(world.blad, RegelSoort.SUCCES, removed=True)] == ["Wij bellen."]


def texts(world: World) -> list[str]:
    return [row.tekst for row in rows.rows_of(world.blad, RegelSoort.SUCCES)]


def test_a_colleague_who_saved_meanwhile_is_not_overwritten(world: World) -> None:
    reading.read_file(world.blad, name="blad.docx", data=filled(world.blad), actor=world.anna)
    seen = compared(world).mark
    progress.save_progress(
        world.blad, ids_of(world.blad)[0], status="afgerond", toelichting="", base_revision=0, actor=world.anna
    )
    db.session.flush()
    with pytest.raises(IntakeProblem, match="Intussen zijn de antwoorden gewijzigd"):
        taking.take_over(world.blad, {"afstemming_vorm": "word"}, seen=seen, actor=world.anna)
    assert text(world, "afstemming_vorm") == ""
    with pytest.raises(IntakeProblem, match="niets gekozen"):
        taking.take_over(world.blad, {}, seen=compared(world).mark, actor=world.anna)


def test_the_rules_of_typing_hold_and_what_is_empty_in_the_file_empties_nothing(world: World) -> None:
    first, second, _ = ids_of(world.blad)
    for one in (first, second):
        said = {"status": "op_schema", "toelichting": "Loopt."}
        progress.save_progress(world.blad, one, **said, base_revision=0, actor=world.anna)
    db.session.flush()
    file = word(world.blad, blank=True)
    tick(cell_of(file, "5a.1 Actie 1"), "Gestopt")
    tick(cell_of(file, "5a.3 Actie 3"), "Gestopt")
    take(world, saved(file), **{f"voortgang-{first}": "word"})
    now = working_copy(world.blad)["voortgang"]
    assert {key: (one["status"], one["toelichting"]) for key, one in now.items()} == {
        str(first): ("gestopt", "Loopt."),
        str(second): ("op_schema", "Loopt."),
    }
    assert [one.problem for one in compared(world).refused] == ["Schrijf bij “Gestopt” in een zin waarom."]


def test_a_figure_and_that_nobody_knows_it_take_each_others_place(app: Flask) -> None:
    goal_world = make_goal_world()
    world = World(goal_world.blad, goal_world.anna.actor)
    goal_world.say(0, goals.GoalValues("250", "20-2-2024"))
    file = word(world.blad)
    goal = cell_of(file, "De instroom daalt.", 0)
    row = next(one for table in file.tables for one in table.rows if one.cells[0]._tc is goal._tc)
    assert row.cells[1].text.startswith("250 cliënten")
    take_nothing(world, saved(file))
    write_over(row.cells[1], "Wij weten dit niet")
    write_over(row.cells[3], "De cijfers komen in mei.")
    write_over(row.cells[2], "")
    (key,) = [one.key for one in read_and_compared(world, saved(file)).to_choose]
    take(world, saved(file), **{key: "word"})
    found = working_copy(world.blad)["doelstanden"][str(goal_world.ids[0])]
    assert (found["waarde"], found["peildatum"], found["weet_niet"]) == ("", "", True)
    assert found["toelichting"] == "De cijfers komen in mei."


def take_nothing(world: World, data: bytes) -> None:
    """The Word that the portal gives says nothing new."""
    now = read_and_compared(world, data)
    assert (now.to_choose, now.refused) == ((), ())


def read_and_compared(world: World, data: bytes) -> standing.ComparedSheet:
    reading.read_file(world.blad, name="blad.docx", data=data, actor=world.anna)
    return compared(world)


def test_where_a_region_differs_comes_in_too_and_the_own_word_of_a_full_sheet_says_nothing_new(app: Flask) -> None:
    plan = make_plan_in_force(make_regio("Noord"), make_regio("Zuid"))
    person = make_contact(plan.regios[0])
    world = World(make_sheet_ready(make_blad(make_q1(), plan=plan), person), person.actor)
    zuid, first = world.blad.regios[1], ids_of(world.blad)[0]
    put_answer(world.blad, "doel_toelichting", "Hier niet.", door=person, regio=zuid)
    said = {"status": "gestopt", "toelichting": "Te weinig animo."}
    differing.save_differing(world.blad, first, zuid.id, **said, base_revision=0, actor=world.anna)
    db.session.flush()
    file = word(world.blad)
    take_nothing(world, saved(file))
    write(cell_of(file, "Toelichting\nAlleen voor Zuid"), "Hier wel, sinds maart.")
    cell = next(one for one in cell_of(file, "5a.1 Actie 1", 2).paragraphs if "animo" in one.text)
    cell.text = "Te weinig mensen."
    places = [one.key for one in read_and_compared(world, saved(file)).to_choose]
    assert places == [f"voortgang-{first}-{zuid.code}", f"doel_toelichting-{zuid.code}"]
    take(world, saved(file), **dict.fromkeys(places, "word"))
    now = working_copy(world.blad)
    assert now["afwijkingen"][zuid.code]["doel_toelichting"] == "Hier wel, sinds maart."
    assert now["voortgang"][str(first)]["afwijkingen"][zuid.code]["toelichting"] == "Te weinig mensen."


def test_a_sheet_that_was_handed_in_or_closed_takes_no_file(app: Flask) -> None:
    plan = make_plan_in_force(make_regio("Proefstreek"))
    person = make_contact(plan.regios[0])
    blad = make_sheet_ready(make_blad(make_q1(), plan=plan), person)
    data = filled(blad)
    reading.read_file(blad, name="blad.docx", data=data, actor=person.actor)
    hand_in(blad, person)
    for verb in (reading.read_file, reading.put_file_ready):
        with pytest.raises(SheetProblem, match="De antwoorden zijn ingediend"):
            verb(blad, name="blad.docx", data=data, actor=person.actor)
    with pytest.raises(SheetProblem, match="De antwoorden zijn ingediend"):
        taking.take_over(blad, {"successen": "word"}, seen="", actor=person.actor)


def test_the_sheet_of_last_quarter_says_of_which_round_it_is(world: World) -> None:
    other = make_blad(make_q4(), plan=world.blad.plan)
    with pytest.raises(IntakeProblem, match="antwoordblad van Proefstreek voor “Kwartaaluitvraag Q4 2023”"):
        reading.read_file(world.blad, name="blad.docx", data=filled(other), actor=world.anna)
    assert all_rows(BladInlezing) == []


def test_what_was_read_is_forgotten_after_a_month(world: World) -> None:
    reading.read_file(world.blad, name="blad.docx", data=filled(world.blad), actor=world.anna)
    under_way.sweep()
    (found,) = all_rows(BladInlezing)
    found.gelezen_op -= KEPT_FOR  # type: ignore[attr-defined]
    db.session.flush()
    under_way.sweep()
    assert all_rows(BladInlezing) == []


def user(world: World) -> User:
    found = db.session.get(User, world.anna.user_id)
    assert found is not None
    return found
