"""Taking over what a Word file has: nothing gives way unasked, nothing is lost, and one press takes it back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from forms.national import Soort, newest
from forms.spec import Kind
from portal.domain import clock
from portal.domain.intake.ready import mark_of_reading
from portal.domain.intake.under_way import Overname
from portal.domain.roles import Actor, Namens, Rol
from portal.extensions import db
from portal.models import Answer, AnswerHistory, Doelstelling, Inlezing, Partij, Plan
from portal.services.filling.revisions import AnswerEdit
from portal.services.intake import reading, taking, todo, under_way
from portal.services.intake.under_way import IntakeProblem
from portal.services.plan import answers, events, pen, rows
from tests.running.at_once import at_once
from tests.worlds.people import give_role, make_contact, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.rows import all_rows
from tests.worlds.word_files import OWN_WORDS, word_file

DATA = word_file(newest(Soort.PLAN), OWN_WORDS)


@pytest.fixture
def plan(app: Flask) -> Plan:
    return make_plan()


@pytest.fixture
def anna(plan: Plan) -> Actor:
    return make_contact(plan.regios[0], naam="Anna Proef").actor


@pytest.fixture
def bram(plan: Plan) -> Actor:
    return make_contact(plan.regios[0], Namens.ZORGKANTOOR, naam="Bram Proef").actor


@pytest.fixture
def carla(app: Flask) -> Actor:
    return give_role(make_user(naam="Carla Proef"), Rol.COORDINATOR).actor


def read_by(plan: Plan, actor: Actor) -> Inlezing:
    return reading.read_file(plan, name="plan.docx", data=DATA, actor=actor)


def compared(plan: Plan, actor: Actor) -> taking.Compared:
    found = under_way.of_person(plan, actor)
    assert found is not None
    return taking.compared(plan, under_way.opened(found))


def take(plan: Plan, actor: Actor, **chosen: str) -> list[str]:
    """Choose and take over, on the page as it is now."""
    seen = compared(plan, actor).mark
    found = under_way.of_person(plan, actor)
    assert found is not None
    taking.choose(plan, chosen, revision=found.revisie, actor=actor)
    return taking.take_over(plan, seen=seen, actor=actor)


def write(plan: Plan, actor: Actor, key: str, text: str) -> None:
    row = answers.answers_of(plan, [key]).get(key)
    answers.save_answers(plan, [AnswerEdit(key, text, row.revision if row else 0)], actor=actor)
    db.session.flush()


def text(key: str) -> str:
    return next((row.text for row in all_rows(Answer) if row.question_key == key), "")  # type: ignore[attr-defined]


def present(plan: Plan, kind: Kind) -> list[str]:
    return [getattr(row, {Kind.PARTIJEN: "naam"}.get(kind, "tekst")) for row in rows.rows_of(plan, kind)]


def test_what_stands_there_stays_and_what_is_empty_is_filled(plan: Plan, anna: Actor):
    write(plan, anna, "monitoring", "Wij kijken zelf.")
    read_by(plan, anna)
    found = compared(plan, anna)
    assert found.of("monitoring").choice is Overname.BESTAAND
    assert found.of("achtergrond").choice is Overname.WORD
    # Nobody wrote the national sentence yet: it is no text of the region.
    assert found.of("doelstellingen-landelijk").choice is Overname.WORD
    take(plan, anna)
    assert text("monitoring") == "Wij kijken zelf."
    assert text("huidige_situatie") == "Er is weinig plek."
    assert events.story_of(plan)[0].gegevens["naam"] == "plan.docx"


def test_samenvoegen_puts_what_is_new_below_what_stands_there(plan: Plan, anna: Actor):
    write(plan, anna, "achtergrond", "Wij beginnen klein.\n\n- wonen\n- werken")
    rows.add_row(plan, Kind.PARTIJEN, {"naam": "Gemeenten"}, actor=anna)
    read_by(plan, anna)
    take(plan, anna, achtergrond="samenvoegen", partijen="samenvoegen")
    assert text("achtergrond") == (
        "Wij beginnen klein.\n\n- wonen\n- werken\n\nWij richten ons op wat wij zelf kunnen doen:"
    )
    assert present(plan, Kind.PARTIJEN) == ["Gemeenten", "zorgkantoor", "aanbieders (ggz, vv)", "cliëntenraad"]


def test_a_text_that_gives_way_is_kept_and_comes_back(plan: Plan, anna: Actor):
    write(plan, anna, "monitoring", "Wij kijken zelf.")
    rows.add_row(plan, Kind.PARTIJEN, {"naam": "De Brug"}, actor=anna)
    goal = all_rows(Doelstelling)[0].tekst
    read_by(plan, anna)
    take(plan, anna, monitoring="word", partijen="word")
    assert [row.text for row in all_rows(AnswerHistory)] == ["Wij kijken zelf."]
    assert "De Brug" not in present(plan, Kind.PARTIJEN)
    assert taking.undo(plan, actor=anna) == 0
    assert (text("monitoring"), text("achtergrond")) == ("Wij kijken zelf.", "")
    assert present(plan, Kind.PARTIJEN) == ["De Brug"]
    assert present(plan, Kind.DOELSTELLINGEN) == [goal]
    with pytest.raises(IntakeProblem):
        taking.undo(plan, actor=anna)


def test_undoing_leaves_what_a_colleague_changed_since(plan: Plan, anna: Actor, bram: Actor):
    read_by(plan, anna)
    take(plan, anna)
    write(plan, bram, "monitoring", "Bram weet het beter.")
    row = rows.rows_of(plan, Kind.PARTIJEN)[0]
    rows.change_row(plan, Kind.PARTIJEN, row.id, {"naam": "Alle gemeenten"}, base_revision=row.revision, actor=bram)
    assert taking.undo(plan, actor=anna) == 2
    assert text("monitoring") == "Bram weet het beter."
    assert present(plan, Kind.PARTIJEN) == ["Alle gemeenten"]
    assert text("achtergrond") == ""


def test_nothing_is_taken_over_when_the_plan_changed_meanwhile(plan: Plan, anna: Actor, bram: Actor):
    read_by(plan, anna)
    seen = compared(plan, anna).mark
    write(plan, bram, "monitoring", "Net ingevuld.")
    with pytest.raises(IntakeProblem, match="Intussen is het plan gewijzigd"):
        taking.take_over(plan, seen=seen, actor=anna)
    assert text("achtergrond") == ""


def test_the_same_file_taken_over_twice_adds_nothing(plan: Plan, anna: Actor):
    read_by(plan, anna)
    take(plan, anna, regio_naam="word", gemeenten="word")
    read_by(plan, anna)
    assert all(one.is_same for one in compared(plan, anna).places if one.has_new)
    with pytest.raises(IntakeProblem, match="niets gekozen"):
        take(plan, anna)


def test_what_was_taken_over_is_changed_no_more_until_it_is_undone(plan: Plan, anna: Actor):
    found = read_by(plan, anna)
    take(plan, anna)
    for attempt in (lambda: take(plan, anna, monitoring="word"), lambda: corrected(plan, found.revisie, anna)):
        with pytest.raises(IntakeProblem, match="al overgenomen"):
            attempt()


def corrected(plan: Plan, revision: int, actor: Actor) -> None:
    with under_way.corrected(plan, revision=revision, actor=actor):
        pass


def test_a_second_file_waits_for_the_first(plan: Plan, anna: Actor, bram: Actor):
    read_by(plan, anna)
    with pytest.raises(IntakeProblem, match="nog bezig met “plan"):
        read_by(plan, anna)
    read_by(plan, bram)
    assert under_way.throw_away(plan, actor=anna) == "plan.docx"
    read_by(plan, anna)
    assert len(all_rows(Inlezing)) == 2


def test_what_a_coordinator_puts_ready_is_of_the_region_once_somebody_takes_it_up(
    plan: Plan, anna: Actor, bram: Actor, carla: Actor
):
    reading.put_file_ready(plan, name="gemaild.docx", data=DATA, actor=carla)
    reading.put_file_ready(plan, name="gemaild.docx", data=DATA, actor=carla)
    assert todo.waiting([plan]) == {plan.id}
    assert text("monitoring") == ""
    assert under_way.of_person(plan, anna) is None
    reading.take_up(plan, seen=ready_mark(plan), actor=anna)
    assert todo.waiting([plan]) == set()
    take(plan, anna)
    assert text("monitoring") == "De werkgroep meldt elk kwartaal hoe het gaat."
    with pytest.raises(IntakeProblem):
        reading.take_up(plan, seen="", actor=bram)


def ready_mark(plan: Plan) -> str:
    found = under_way.put_ready(plan)
    assert found is not None
    return mark_of_reading(found.gelezen_op)


def test_another_file_than_the_page_told_of_is_not_taken_up(plan: Plan, anna: Actor, carla: Actor):
    reading.put_file_ready(plan, name="oud.docx", data=DATA, actor=carla)
    seen = ready_mark(plan)
    reading.put_file_ready(plan, name="nieuw.docx", data=DATA, actor=carla)
    for verb in (reading.take_up, reading.put_away):
        with pytest.raises(IntakeProblem, match="Intussen ligt er een ander bestand klaar: “nieuw"):
            verb(plan, seen=seen, actor=anna)
    assert under_way.put_ready(plan) is not None


def test_of_two_who_take_a_file_up_at_once_one_has_it(app: Flask, plan: Plan, anna: Actor, bram: Actor, carla: Actor):
    reading.put_file_ready(plan, name="gemaild.docx", data=DATA, actor=carla)
    plan_id, seen = plan.id, ready_mark(plan)

    def take_up(number: int) -> str:
        try:
            reading.take_up(db.session.get_one(Plan, plan_id), seen=seen, actor=(anna, bram)[number])
        except IntakeProblem as problem:
            db.session.rollback()
            return str(problem)
        return "gelukt"

    told = at_once(app, take_up, people=2)
    assert sorted(told) == ["Dit bestand is er niet meer: een collega heeft het opgepakt of weggelegd.", "gelukt"]
    assert [row.account_id for row in all_rows(Inlezing)] == [(anna, bram)[told.index("gelukt")].user_id]


def test_of_two_presses_to_take_over_at_once_one_counts(app: Flask, plan: Plan, anna: Actor):
    read_by(plan, anna)
    plan_id, seen = plan.id, compared(plan, anna).mark

    def take_over(_: int) -> str:
        try:
            taking.take_over(db.session.get_one(Plan, plan_id), seen=seen, actor=anna)
        except IntakeProblem as problem:
            db.session.rollback()
            return str(problem)
        return "gelukt"

    told = at_once(app, take_over, people=2)
    assert sorted(told)[1] == "gelukt"
    assert "al overgenomen" in sorted(told)[0]
    names = present(plan, Kind.PARTIJEN)
    assert len(names) == len(set(names)) > 0


def test_a_plan_that_was_handed_in_takes_no_file(plan: Plan, anna: Actor):
    read_by(plan, anna)
    seen = compared(plan, anna).mark
    make_indiening(plan)
    for attempt in (lambda: read_by(plan, anna), lambda: taking.take_over(plan, seen=seen, actor=anna)):
        with pytest.raises(pen.PlanProblem):
            attempt()
    assert [row.naam for row in all_rows(Partij)] == []


def test_a_file_that_was_taken_over_is_forgotten_after_a_month(plan: Plan, anna: Actor, bram: Actor):
    read_by(plan, bram)
    read_by(plan, anna)
    take(plan, anna)
    under_way.sweep()
    mine = under_way.of_person(plan, anna)
    assert mine is not None
    mine.overgenomen_op = clock.now() - timedelta(days=31)
    db.session.flush()
    under_way.sweep()
    assert [row.account_id for row in all_rows(Inlezing)] == [bram.user_id]


def test_a_changed_row_keeps_its_id_its_themes_and_what_the_file_does_not_hold(plan: Plan, anna: Actor):
    read_by(plan, anna)
    take(plan, anna, acties="word")
    first = rows.rows_of(plan, Kind.ACTIES)[0]
    before = [(row.id, row.omschrijving, row.tijdslijn) for row in rows.rows_of(plan, Kind.ACTIES)]
    values = {"omschrijving": f"{first.omschrijving} nu", "tijdslijn": "ooit", "themas": ["beleid"]}
    rows.change_row(plan, Kind.ACTIES, first.id, values, base_revision=first.revision, actor=anna)
    rows.place_row(plan, Kind.ACTIES, first.id, after_id=before[-1][0], seen_position=1, actor=anna)
    mine = [(row.id, row.omschrijving, row.tijdslijn) for row in rows.rows_of(plan, Kind.ACTIES)]
    read_by(plan, anna)
    take(plan, anna, acties="word")
    found = rows.rows_of(plan, Kind.ACTIES)
    assert [(row.id, row.omschrijving, row.tijdslijn) for row in found] == before
    assert found[0].themas == ["beleid"]
    assert taking.undo(plan, actor=anna) == 0
    assert [(row.id, row.omschrijving, row.tijdslijn) for row in rows.rows_of(plan, Kind.ACTIES)] == mine
