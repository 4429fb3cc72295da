"""Two people at the very same moment: real threads, real connections, on a SQLite file and on PostgreSQL."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from forms.spec import Kind
from portal.domain.plan.events import EventSoort
from portal.domain.roles import Actor, Namens, Rol
from portal.extensions import db
from portal.models import Actie, Answer, Event, Indiening, Plan
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, pen, plans, rows, submit
from tests.running.at_once import PEOPLE, at_once
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_plan, make_plan_ready
from tests.worlds.rows import all_rows


@pytest.fixture
def anna(plan: Plan) -> Actor:
    return make_contact(plan.regios[0], naam="Anna Proef").actor


def the_plan(plan_id: int) -> Plan:
    plan = plans.find_plan(plan_id)
    assert plan is not None
    return plan


def test_people_who_hand_in_at_the_same_moment_make_one_submission(app: Flask, plan: Plan):
    contact = make_contact(plan.regios[0])
    make_plan_ready(plan, contact)
    plan_id, actor = plan.id, contact.actor

    def hand_in(number: int) -> int:
        target = the_plan(plan_id)
        done = submit.submit(target, actor=actor, namens=Namens.GEMEENTE, akkoord_van="D. Ander", seen_number=0)
        return done.id

    found = at_once(app, hand_in)
    (indiening,) = all_rows(Indiening)
    assert found == [indiening.id] * PEOPLE
    assert [event.soort for event in all_rows(Event)].count(EventSoort.INGEDIEND) == 1


@pytest.mark.parametrize("first", [True, False], ids=["where nothing was", "over the same text"])
def test_people_who_save_the_same_answer_one_wins_and_the_others_see_both_texts(
    app: Flask, plan: Plan, anna: Actor, first: bool
):
    base = 0
    if not first:
        base = answers.save_answers(plan, [AnswerEdit("monitoring", "Eerst.", 0)], actor=anna).revisions["monitoring"]
    plan_id = plan.id

    def save(number: int) -> tuple[str, list[tuple[str, str]]]:
        mine = f"Tekst {number}"
        result = answers.save_answers(the_plan(plan_id), [AnswerEdit("monitoring", mine, base)], actor=anna)
        return mine, [(one.mine, one.theirs) for one in result.conflicts]

    found = at_once(app, save)
    (kept,) = [mine for mine, conflicts in found if not conflicts]
    row = db.session.get(Answer, (plan_id, "monitoring"))
    assert row is not None
    assert (row.text, row.revision) == (kept, base + 1)
    assert sorted(conflict for _, conflicts in found for conflict in conflicts) == sorted(
        (mine, kept) for mine, _ in found if mine != kept
    )


def test_people_who_save_different_answers_all_win(app: Flask, plan: Plan, anna: Actor):
    keys = ["achtergrond", "huidige_situatie", "monitoring", "ervaringen"]
    plan_id = plan.id

    def save(number: int) -> dict[str, int]:
        edit = AnswerEdit(keys[number], f"Tekst {number}", 0)
        return answers.save_answers(the_plan(plan_id), [edit], actor=anna).revisions

    assert at_once(app, save) == [{key: 1} for key in keys]
    found = answers.answers_of(the_plan(plan_id))
    assert [found[key].text for key in keys] == [f"Tekst {number}" for number in range(PEOPLE)]


def test_rows_that_are_added_at_once_all_get_a_place_of_their_own(app: Flask, plan: Plan, anna: Actor):
    plan_id = plan.id

    def add(number: int) -> int:
        return rows.add_row(the_plan(plan_id), Kind.ACTIES, {"omschrijving": f"Actie {number}"}, actor=anna).id

    ids = at_once(app, add)
    found = rows.rows_of(the_plan(plan_id), Kind.ACTIES)
    assert sorted(row.id for row in found) == sorted(ids)
    assert [row.positie for row in found] == [1, 2, 3, 4]


def test_of_people_who_change_and_remove_one_row_exactly_one_does(app: Flask, plan: Plan, anna: Actor):
    row_id = rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Oud"}, actor=anna).id
    plan_id = plan.id

    def act(number: int) -> bool:
        target = the_plan(plan_id)
        try:
            if number % 2:
                rows.remove_row(target, Kind.ACTIES, row_id, base_revision=1, actor=anna)
            else:
                text = {"omschrijving": f"Van {number}"}
                rows.change_row(target, Kind.ACTIES, row_id, text, base_revision=1, actor=anna)
        except rows.RowConflict:
            return False
        return True

    found = at_once(app, act)
    row = db.session.get(Actie, row_id)
    assert row is not None
    assert row.revision == 2
    if row.verwijderd_op:
        # Removing what a colleague just removed is no conflict.
        assert found[0] is found[2] is False
        assert row.omschrijving == "Oud"
    else:
        assert found.count(True) == 1


def test_a_region_gets_one_plan_however_many_start_it(app: Flask):
    regio, co = make_regio("Proefstreek"), make_user(Rol.COORDINATOR).actor
    regio_id, deadline = regio.id, make_plan().deadline

    def start(number: int) -> bool:
        target = db.session.get_one(type(regio), regio_id)
        try:
            plans.open_plan([target], deadline=deadline, actor=co)
        except pen.PlanProblem:
            return False
        return True

    assert sorted(at_once(app, start)) == [False, False, False, True]
    count = select(Plan).join(Plan.plan_regios).where(Plan.plan_regios.any(regio_id=regio_id))
    assert len(list(db.session.scalars(count))) == 1


def test_who_saves_while_the_plan_is_handed_in_is_in_it_or_is_told(app: Flask, plan: Plan):
    contact = make_contact(plan.regios[0])
    make_plan_ready(plan, contact)
    plan_id, actor = plan.id, contact.actor

    def act(number: int) -> str:
        target = the_plan(plan_id)
        try:
            if number:
                answers.save_answers(target, [AnswerEdit("monitoring", "Net op tijd.", 0)], actor=actor)
            else:
                submit.submit(target, actor=actor, namens=Namens.GEMEENTE, akkoord_van="D. Ander", seen_number=0)
        except pen.PlanProblem:
            return "told"
        return "saved"

    handed_in, saved = at_once(app, act, people=2)
    (indiening,) = all_rows(Indiening)
    assert handed_in == "saved"
    assert (saved == "saved") is ("monitoring" in indiening.snapshot["answers"])
