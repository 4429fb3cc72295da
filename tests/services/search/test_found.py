"""What somebody finds: the words of what was handed in and may be read, counted by distinct regions. Both databases
find the same: every test here runs on both.
"""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event
from sqlalchemy import text as sql

from forms.spec import Kind
from portal.domain.plan.workflow import Move
from portal.domain.roles import Rol
from portal.domain.search.asked import read
from portal.extensions import db
from portal.models import Indiening, Plan, TekstPlaats, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, rows, submit, versions, workflow
from portal.services.search import found, places, readable
from portal.services.search.found import Within
from portal.services.upkeep import make_searchable
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.rows import all_rows

EVERYWHERE = Within()


def hits(person: User, query: str, within: Within = EVERYWHERE) -> list[tuple[str, str, str]]:
    """The regions, the part and the marked text of everything that is found."""
    db.session.flush()
    what = found.search(read(query), within, readable.library(person.actor))
    return [
        (
            " + ".join(regio.naam for regio in one.place.regios),
            one.place.onderdeel,
            "".join(f"[{piece.text}]" if piece.is_meant else piece.text for piece in one.pieces),
        )
        for one in what.shown
    ]


def texts(person: User, query: str) -> list[str]:
    return [text for _, _, text in hits(person, query)]


def make_written(text: str, *namen: str, base: int = 0) -> Plan:
    """A plan that says this, handed in."""
    plan = make_plan(*(make_regio(naam) for naam in namen or ("Bosstreek",)))
    write(plan, text, base=base)
    make_indiening(plan)
    return plan


def write(plan: Plan, text: str, *, base: int) -> None:
    actor = make_contact(plan.regios[0]).actor
    answers.save_answers(plan, [AnswerEdit("achtergrond", text, base)], actor=actor)


@pytest.fixture
def beoordelaar(app: Flask) -> User:
    return make_user(Rol.BEOORDELAAR)


def test_every_form_of_a_word_is_found_and_marked(beoordelaar: User) -> None:
    make_written("De **gemeenten** werken\nsamen aan het IZA.")
    assert hits(beoordelaar, "gemeente iza") == [
        ("Bosstreek", "achtergrond", "De [gemeenten] werken\nsamen aan het [IZA].")
    ]
    assert texts(beoordelaar, "begeleiding") == []


# Of three regions: what they wrote, and by which questions each is found.
WRITTEN = {
    "Aa": "Een sluitende aanpak met de cliënten; IZA, € 1.250, 50%.",
    "Bee": "De aanpak is nog niet sluitend. " + "een en twee " * 400 + "Casuïstiek van cliënt én gemeente.",
    "Cee": "Ωmega, straße, ﬁnanciën, łódź, 東京 en 'NEAR(iza*)'.",
}
QUESTIONS = {
    "iza": "Aa Cee",
    "IZA -near": "Aa",
    "aanpak": "Aa Bee",
    '"sluitende aanpak"': "Aa",
    'aanpak -"sluitende aanpak"': "Bee",
    "sluitend aanpak": "Aa Bee",
    "clienten": "Aa Bee",
    "CLIËNT en gemeenten": "Bee",
    '"een en twee een" casuistiek': "Bee",
    "een -twee": "Aa",
    "ωMEGA": "Cee",
    "STRASSE": "Cee",
    "financien": "Cee",
    "łódź": "Cee",
    "東京": "Cee",
    "1.250": "Aa",
    "50%": "Aa",
    "NEAR( iza* ) OR": "",
    "NOT iza": "",
    "iz*": "Aa Cee",
    "a* -iz*": "Bee",
    '"en tw*" casuïst*': "Bee",
    "ωme* 東*": "Cee",
    "a_npak": "",
    "stammen : iza": "",
}


def test_both_databases_answer_every_question_the_same(beoordelaar: User) -> None:
    for naam, text in WRITTEN.items():
        make_written(text, naam)
    within = Within(onderdeel="achtergrond")
    answered = {query: " ".join(naam for naam, _, _ in hits(beoordelaar, query, within)) for query in QUESTIONS}
    assert answered == QUESTIONS


@pytest.mark.parametrize("app", ["postgresql"], indirect=True)
def test_the_begin_of_a_word_is_looked_up_and_not_read_out_of_every_text(beoordelaar: User) -> None:
    make_written("De jongeren wonen.", "Aa")
    plans: list[str] = []

    def explain(connection: Any, cursor: Any, statement: str, asked: Any, *rest: Any) -> None:
        if "@@" in statement:
            explained = connection.connection.execute(f"EXPLAIN {statement}", asked).fetchall()
            plans.append(explained[0][0].strip())

    event.listen(db.engine, "before_cursor_execute", explain)
    try:
        assert texts(beoordelaar, "jong*") == ["De [jongeren] wonen."]
    finally:
        event.remove(db.engine, "before_cursor_execute", explain)
    assert [plan.split("  ")[0] for plan in plans] == ["Bitmap Heap Scan on tekst_plaats"]
    assert db.session.scalar(sql("SHOW enable_seqscan")) == "on"


def test_regions_are_counted_once_and_a_joint_plan_counts_for_each(beoordelaar: User) -> None:
    joint = make_plan(make_regio("Aa"), make_regio("Bee"))
    actor = make_contact(joint.regios[0]).actor
    for number in (1, 2):
        rows.add_row(joint, Kind.ACTIES, {"omschrijving": f"Overleg {number} over woningen"}, actor=actor)
    make_indiening(joint)
    make_written("Geen woning.", "Cee")
    what = found.search(read("woning"), EVERYWHERE, readable.library(beoordelaar.actor))
    assert (what.regios, len(what.places)) == (3, 3)
    assert [(naam, len(shown)) for naam, shown in what.by_region] == [("Aa en Bee", 2), ("Cee", 1)]
    assert [(part.key, part.aantal) for part in what.parts] == [("acties", 2), ("achtergrond", 1)]


def test_a_search_can_look_in_one_part_one_region_or_only_in_plans(beoordelaar: User) -> None:
    plan = make_written("Over wonen.", "Aa")
    make_written("Over wonen.", "Bee")
    (regio,) = plan.regio_ids
    assert [naam for naam, _, _ in hits(beoordelaar, "wonen", Within(regio_id=regio))] == ["Aa"]
    assert hits(beoordelaar, "wonen", Within(onderdeel="acties")) == []
    assert len(hits(beoordelaar, "wonen", Within(waar=found.PLANNEN))) == 2


def test_pages_have_fifty_places_and_one_that_is_not_there_is_the_last(beoordelaar: User) -> None:
    plan = make_plan(make_regio("Aa"))
    actor = make_contact(plan.regios[0]).actor
    for number in range(51):
        rows.add_row(plan, Kind.PARTIJEN, {"naam": f"Aanbieder {number}"}, actor=actor)
    make_indiening(plan)
    library = readable.library(beoordelaar.actor)
    what = found.search(read("aanbieder"), EVERYWHERE, library, page=9)
    assert (what.page, what.pages, [one.pieces[-1].text for one in what.shown]) == (2, 2, [" 50"])


def test_the_newest_submission_that_counts_is_searched(beoordelaar: User) -> None:
    plan = make_written("Oud woord.")
    workflow.move(plan, Move.OPPAKKEN, actor=make_user(Rol.COORDINATOR).actor)
    workflow.move(plan, Move.TERUGSTUREN, actor=make_user(Rol.COORDINATOR).actor, reason="Graag aanvullen.")
    write(plan, "Nieuw woord.", base=1)
    assert texts(beoordelaar, "woord") == ["Oud [woord]."]
    make_indiening(plan)
    assert texts(beoordelaar, "woord") == ["Nieuw [woord]."]


def test_what_is_taken_back_is_not_found_and_what_was_there_before_is_again(beoordelaar: User) -> None:
    plan = make_written("Teruggehaald woord.")
    contact = make_contact(plan.regios[0])
    submit.withdraw(plan, actor=contact.actor)
    assert texts(beoordelaar, "woord") == texts(contact, "woord") == []


def test_other_regions_find_only_what_is_vastgesteld(app: Flask, beoordelaar: User) -> None:
    plan = make_written("Eerste woord.")
    own, stranger = make_contact(plan.regios[0]), make_contact(make_regio("Elders"))
    coordinator = make_user(Rol.COORDINATOR).actor
    assert (texts(own, "woord"), texts(stranger, "woord")) == (["Eerste [woord]."], [])
    for move in (Move.OPPAKKEN, Move.VASTSTELLEN):
        workflow.move(plan, move, actor=coordinator)
    assert texts(stranger, "woord") == ["Eerste [woord]."]
    versions.start_new_version(plan, actor=own.actor)
    write(plan, "Tweede woord.", base=1)
    make_indiening(plan)
    assert (texts(own, "woord"), texts(stranger, "woord")) == (["Tweede [woord]."], ["Eerste [woord]."])
    assert texts(beoordelaar, "woord") == ["Tweede [woord]."]


def test_the_places_go_with_their_submission(beoordelaar: User) -> None:
    make_written("Een woord.")
    db.session.delete(all_rows(Indiening)[0])
    db.session.flush()
    assert all_rows(TekstPlaats) == []
    make_written("Een ander woord.", "Aa")
    assert texts(beoordelaar, "woord") == ["Een ander [woord]."]


def test_what_was_handed_in_before_one_could_search_gets_its_places_once(beoordelaar: User) -> None:
    make_written("Een woord.")
    before = texts(beoordelaar, "woord")
    places.forget()
    assert texts(beoordelaar, "woord") == []
    assert (make_searchable(), make_searchable()) == (1, 0)
    assert texts(beoordelaar, "woord") == before
