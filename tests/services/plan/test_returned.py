"""A plan that came back: the region says per part what it changed, and only then submits again."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.plan.states import VersieStatus
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Plan, Terugsturing, User
from portal.services.plan import pen, plans, returned, submit
from portal.services.plan.returned import StepEdit
from portal.services.review import reviews
from tests.running.at_once import at_once
from tests.worlds.people import make_contact, make_user
from tests.worlds.plan import make_indiening, make_plan_ready
from tests.worlds.review import answer_return, make_in_review, make_returned, returns_of
from tests.worlds.rows import all_rows

ASKED = {"acties": "Wie doet wat?", "planning": "Noem data."}


@pytest.fixture
def back(plan: Plan, anna: User) -> Terugsturing:
    return make_returned(plan, ASKED, contact=anna)


def hand_in(plan: Plan, who: User, seen: int = 1) -> None:
    submit.submit(plan, actor=who.actor, namens=Namens.GEMEENTE, akkoord_van="D. Ander", seen_number=seen)
    db.session.commit()


def changed(plan: Plan) -> dict[str, tuple[str, int]]:
    open_ = returned.open_return(plan.versie)
    assert open_ is not None
    return {part.step_key: (part.aangepast, part.revision) for part in open_.onderdelen}


def test_a_plan_that_did_not_come_back_has_no_open_return(plan: Plan):
    make_in_review(plan)
    assert returned.open_return(plan.versie) is None


def test_what_was_changed_is_kept_per_part_with_who_and_when(plan: Plan, anna: User, back: Terugsturing):
    assert returned.save_changes(plan, [StepEdit("acties", "Namen erbij.", 0)], actor=anna.actor) == []
    db.session.commit()
    assert changed(plan) == {"acties": ("Namen erbij.", 1), "planning": ("", 0)}
    part = next(one for one in back.onderdelen if one.step_key == "acties")
    assert part.gewijzigd_door is anna
    assert part.gewijzigd_op is not None


def test_a_stale_save_overwrites_nothing_and_gives_both_texts(plan: Plan, anna: User, back: Terugsturing):
    bob = make_contact(plan.regios[0], Namens.ZORGKANTOOR, naam="Bob Proef")
    returned.save_changes(plan, [StepEdit("acties", "Van Bob.", 0)], actor=bob.actor)
    (conflict,) = returned.save_changes(
        plan, [StepEdit("acties", "Van Anna.", 0), StepEdit("planning", "Data.", 0)], actor=anna.actor
    )
    assert (conflict.step_key, conflict.mine, conflict.theirs, conflict.revision, conflict.door) == (
        "acties",
        "Van Anna.",
        "Van Bob.",
        1,
        "Bob Proef",
    )
    assert changed(plan) == {"acties": ("Van Bob.", 1), "planning": ("Data.", 1)}


def test_saving_the_same_text_changes_nothing(plan: Plan, anna: User, back: Terugsturing):
    for base in (0, 0):
        assert returned.save_changes(plan, [StepEdit("acties", "Zelfde.", base)], actor=anna.actor) == []
    assert changed(plan)["acties"] == ("Zelfde.", 1)


def test_only_of_a_part_that_was_asked_about_something_can_be_said(plan: Plan, anna: User, back: Terugsturing):
    with pytest.raises(pen.PlanProblem, match="niets gevraagd"):
        returned.save_changes(plan, [StepEdit("monitoring", "Ook dit.", 0)], actor=anna.actor)


def test_after_submitting_nothing_is_said_any_more(plan: Plan, anna: User, back: Terugsturing):
    answer_return(plan, anna)
    hand_in(plan, anna)
    with pytest.raises(pen.PlanProblem, match="Dit plan is ingediend"):
        returned.save_changes(plan, [StepEdit("acties", "Te laat.", 1)], actor=anna.actor)


def test_submitting_without_a_word_about_a_part_names_that_part(plan: Plan, anna: User, back: Terugsturing):
    returned.save_changes(plan, [StepEdit("acties", "Namen erbij.", 0)], actor=anna.actor)
    with pytest.raises(returned.NotAnswered) as silent:
        hand_in(plan, anna)
    assert [step.title for step in silent.value.steps] == ["Planning"]
    assert plan.status is VersieStatus.TERUGGESTUURD


def test_the_new_submission_answers_the_return(plan: Plan, anna: User, back: Terugsturing):
    answer_return(plan, anna)
    hand_in(plan, anna)
    newest = submit.newest_submission(plan.versie)
    assert back.beantwoord_met_id == newest.id
    assert returned.open_return(plan.versie) is None
    assert returned.answered_with(newest) is back
    assert returned.answered_with(submit.submissions_of(plan)[-1]) is None


def test_withdrawing_that_submission_asks_it_again_with_what_was_said(plan: Plan, anna: User, back: Terugsturing):
    answer_return(plan, anna, "Gedaan.")
    hand_in(plan, anna)
    submit.withdraw(plan, actor=anna.actor)
    db.session.commit()
    assert returned.open_return(plan.versie) is back
    assert changed(plan) == {"acties": ("Gedaan.", 1), "planning": ("Gedaan.", 1)}
    hand_in(plan, anna, seen=2)
    assert back.beantwoord_met_id == submit.newest_submission(plan.versie).id


def test_a_second_return_leaves_the_answer_to_the_first_alone(plan: Plan, anna: User, back: Terugsturing):
    answer_return(plan, anna, "Eerste antwoord.")
    second = make_returned(plan, {"monitoring": "Hoe vaak?"}, contact=anna)
    assert returned.open_return(plan.versie) is second
    answer_return(plan, anna, "Tweede antwoord.")
    make_indiening(plan, anna)
    assert [one.id for one in returns_of(plan)] == [second.id, back.id]
    assert [part.aangepast for one in (back, second) for part in one.onderdelen] == [
        "Eerste antwoord.",
        "Eerste antwoord.",
        "Tweede antwoord.",
    ]
    assert back.beantwoord_met_id != second.beantwoord_met_id


def test_a_plan_that_came_back_before_parts_could_be_named_is_submitted_without(plan: Plan, anna: User):
    from portal.domain.plan.workflow import Move
    from portal.services.plan import workflow

    make_in_review(plan, contact=anna)
    workflow.move(plan, Move.TERUGSTUREN, actor=make_user(Rol.COORDINATOR).actor, reason="Kijk nog eens.")
    hand_in(plan, anna)
    assert plan.status is VersieStatus.INGEDIEND


def test_people_who_say_what_changed_at_once_one_wins_and_the_others_see_it(app: Flask, plan: Plan, anna: User):
    make_returned(plan, contact=anna)
    plan_id, actor = plan.id, anna.actor

    def say(number: int) -> list[tuple[str, str]]:
        target = plans.find_plan(plan_id)
        assert target is not None
        found = returned.save_changes(target, [StepEdit("acties", f"Tekst {number}", 0)], actor=actor)
        return [(one.mine, one.theirs) for one in found]

    found = at_once(app, say)
    (winner,) = [number for number, conflicts in enumerate(found) if not conflicts]
    assert changed(plan)["acties"] == (f"Tekst {winner}", 1)
    assert [conflicts[0][1] for conflicts in found if conflicts] == [f"Tekst {winner}"] * 3


def test_pressing_submit_twice_answers_once(app: Flask, plan: Plan, anna: User, back: Terugsturing):
    answer_return(plan, anna)
    make_plan_ready(plan, anna)
    plan_id, actor = plan.id, anna.actor

    def press(number: int) -> int:
        target = plans.find_plan(plan_id)
        assert target is not None
        return submit.submit(target, actor=actor, namens=Namens.GEMEENTE, akkoord_van="D. Ander", seen_number=1).id

    found = at_once(app, press, people=2)
    assert found[0] == found[1] == all_rows(Terugsturing)[0].beantwoord_met_id


def test_who_reviews_sees_the_answers_of_this_submission_only(plan: Plan, anna: User, back: Terugsturing):
    answer_return(plan, anna, "Gedaan.")
    second = make_indiening(plan, anna)
    reviews.pick_up(plan, actor=make_user(Rol.BEOORDELAAR).actor)
    assert returned.answered_with(second) is back
