"""Asking reviewers to look at a draft: they get a frozen copy of what was asked about, and nothing else."""

from __future__ import annotations

import json

import pytest
from flask import Flask

from forms.spec import Kind
from portal.domain import clock
from portal.domain.plan.events import PLAN_STORY
from portal.domain.plan.states import VersieStatus
from portal.domain.policy import Action, can
from portal.domain.roles import Actor, Rol
from portal.extensions import db
from portal.models import Event, Meelezing, Plan, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, attachments, joining, pen, reading_along, rows, steps
from portal.services.plan.document import plan_document
from tests.editions import PLAN
from tests.worlds.people import make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.rows import all_rows

SECRET = "GEHEIM"


@pytest.fixture
def reviewer(app: Flask) -> Actor:
    return make_user(Rol.BEOORDELAAR, naam="B. Lezer").actor


def write_everywhere(plan: Plan, anna: User) -> None:
    """A secret in every step but the one about the background."""
    texts = [q.key for q in PLAN.questions if not q.kind.is_list and not q.choices]
    current = answers.answers_of(plan)
    edits = [
        AnswerEdit(
            key,
            "Onze achtergrond." if key == "achtergrond" else f"{SECRET} {key}",
            current[key].revision if key in current else 0,
        )
        for key in texts
    ]
    assert answers.save_answers(plan, edits, actor=anna.actor).conflicts == []
    for kind, name in (
        (Kind.PARTIJEN, "naam"),
        (Kind.DOELSTELLINGEN, "tekst"),
        (Kind.ACTIES, "omschrijving"),
        (Kind.MIJLPALEN, "mijlpaal"),
    ):
        rows.add_row(plan, kind, {name: f"{SECRET} rij", "vorm": "actie", "is_mijlpaal": True}, actor=anna.actor)
    for step in PLAN.steps:
        if step.key != "achtergrond":
            steps.declare_later(plan, step, reden=f"{SECRET} later", actor=anna.actor)
    attachments.add_bijlage(
        plan, naam=f"{SECRET} bijlage", bestandsnaam="x.pdf", inhoud=b"%PDF-1.7\nx", actor=anna.actor
    )


def test_the_copy_holds_what_was_asked_about_and_nothing_else(plan: Plan, anna: User):
    write_everywhere(plan, anna)
    asked = reading_along.ask(plan, ["achtergrond"], notitie="Is dit helder?", actor=anna.actor)
    db.session.commit()
    assert (asked.onderdelen, asked.notitie) == (["achtergrond"], "Is dit helder?")
    assert asked.snapshot["answers"] == {"achtergrond": "Onze achtergrond."}
    assert SECRET not in json.dumps(asked.snapshot)


@pytest.mark.parametrize("step", PLAN.steps, ids=lambda step: step.key)
def test_each_step_can_be_asked_about_and_reads_as_a_plan(plan: Plan, anna: User, step):
    write_everywhere(plan, anna)
    asked = reading_along.ask(plan, [step.key], notitie="", actor=anna.actor)
    kept = {question.key for question in step.questions}
    assert set(asked.snapshot["answers"]) <= kept
    filled = {kind for kind in Kind if asked.snapshot.get(kind.value)}
    assert filled == {question.kind for question in step.questions if question.kind.is_list}
    plan_document(asked.snapshot, status="Concept", peilmoment=clock.now())


def test_a_later_change_is_not_in_the_copy(plan: Plan, anna: User):
    answers.save_answers(plan, [AnswerEdit("achtergrond", "Zoals gevraagd.", 0)], actor=anna.actor)
    asked = reading_along.ask(plan, ["achtergrond"], notitie="", actor=anna.actor)
    answers.save_answers(plan, [AnswerEdit("achtergrond", "Daarna.", 1)], actor=anna.actor)
    db.session.commit()
    db.session.expire_all()
    assert asked.snapshot["answers"]["achtergrond"] == "Zoals gevraagd."


def test_asking_opens_the_copy_to_reviewers_and_keeps_the_draft_closed(plan: Plan, anna: User, reviewer: Actor):
    assert not can(reviewer, Action.MEELEZING_LEZEN, plan.facts)
    reading_along.ask(plan, ["acties", "achtergrond"], notitie="", actor=anna.actor)
    assert can(reviewer, Action.MEELEZING_LEZEN, plan.facts)
    assert not can(reviewer, Action.PLAN_LEZEN, plan.facts)
    assert not can(reviewer, Action.PLAN_CONCEPT_LEZEN, plan.facts)
    assert plan.status is VersieStatus.CONCEPT
    event = all_rows(Event)[-1]
    assert PLAN_STORY.tell(event.soort, "Anna Proef", event.gegevens) == (
        "Anna Proef heeft beoordelaars gevraagd om mee te lezen: Achtergrond en probleemstelling, Acties."
    )


@pytest.mark.parametrize("who", ["the region", "a reviewer"])
def test_who_is_done_closes_the_copy(plan: Plan, anna: User, reviewer: Actor, who: str):
    asked = reading_along.ask(plan, ["acties"], notitie="", actor=anna.actor)
    assert reading_along.stop(plan, actor=reviewer if who == "a reviewer" else anna.actor)
    assert not can(reviewer, Action.MEELEZING_LEZEN, plan.facts)
    assert reading_along.open_of(plan) is None
    assert asked.gestopt_op is not None
    assert not reading_along.stop(plan, actor=anna.actor)
    assert [event.soort for event in all_rows(Event)].count("meelezen_gestopt") == 1


def test_handing_in_closes_the_copy(plan: Plan, anna: User, reviewer: Actor):
    reading_along.ask(plan, ["acties"], notitie="", actor=anna.actor)
    make_indiening(plan, anna)
    assert not can(reviewer, Action.MEELEZING_LEZEN, plan.facts)
    assert all_rows(Meelezing)[0].gestopt_door_id == anna.id


@pytest.mark.parametrize("keys", [[], ["onzin"]])
def test_asking_about_nothing_is_refused(plan: Plan, anna: User, keys: list[str]):
    with pytest.raises(pen.PlanProblem, match="ten minste één onderdeel"):
        reading_along.ask(plan, keys, notitie="", actor=anna.actor)


def test_one_question_at_a_time(plan: Plan, anna: User):
    reading_along.ask(plan, ["acties"], notitie="", actor=anna.actor)
    with pytest.raises(pen.PlanProblem, match="al gevraagd"):
        reading_along.ask(plan, ["planning"], notitie="", actor=anna.actor)


def test_what_was_handed_in_is_not_asked_about(plan: Plan, anna: User):
    make_indiening(plan, anna)
    with pytest.raises(pen.PlanProblem, match="ingediend"):
        reading_along.ask(plan, ["acties"], notitie="", actor=anna.actor)


def test_plans_that_ask_for_a_look_are_found(plan: Plan, anna: User):
    assert reading_along.waiting() == []
    reading_along.ask(plan, ["acties"], notitie="", actor=anna.actor)
    make_plan()
    assert reading_along.waiting() == [plan]


def test_of_a_draft_that_went_up_in_a_joint_plan_nothing_is_read_along_any_more(
    app: Flask, plan: Plan, anna: User, reviewer: Actor
):
    """Its region could not take the question back: it has another plan now."""
    answers.save_answers(plan, [AnswerEdit("achtergrond", "Onze achtergrond.", 0)], actor=anna.actor)
    step = pen.format_of(plan).step_of("achtergrond")
    reading_along.ask(plan, [step.key], notitie="", actor=anna.actor)
    assert [one.id for one in reading_along.waiting()] == [plan.id]
    joining.join_plan(make_plan(make_regio("Elders")), plan, actor=make_user(Rol.COORDINATOR).actor)
    db.session.commit()
    db.session.expire_all()
    assert reading_along.waiting() == []
    assert not can(reviewer, Action.MEELEZING_LEZEN, plan.facts)
