"""Which two copies of a plan are put beside each other, when somebody chooses and when nobody does."""

from __future__ import annotations

import pytest

from portal.domain.plan.workflow import Move
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Plan, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, attachments, comparing, submit, workflow
from portal.services.plan.content import working_copy
from tests.worlds.people import make_user
from tests.worlds.plan import make_indiening

PDF = b"%PDF-1.7\nons eigen plan"


def keys(plan: Plan) -> list[str]:
    return [one.key for one in comparing.copies_of(plan)]


def pair(plan: Plan, van: str = "", naar: str = "") -> tuple[str, str]:
    found = comparing.pair_of(comparing.copies_of(plan), van, naar)
    assert found is not None
    return found.before.key, found.after.key


def returned_again(plan: Plan) -> None:
    co = make_user(Rol.COORDINATOR).actor
    workflow.move(plan, Move.OPPAKKEN, actor=co)
    workflow.move(plan, Move.TERUGSTUREN, actor=co, reason="Graag aanvullen.")
    db.session.flush()


@pytest.fixture
def ids(plan: Plan, anna: User) -> list[str]:
    """The keys of three submissions, oldest first: the second was taken back, the third was sent back."""
    first = make_indiening(plan, anna)
    returned_again(plan)
    second = make_indiening(plan, anna)
    submit.withdraw(plan, actor=anna.actor)
    third = make_indiening(plan, anna)
    returned_again(plan)
    return [str(one.id) for one in (first, second, third)]


def test_a_plan_that_was_never_handed_in_has_nothing_beside_it(plan: Plan):
    assert keys(plan) == ["concept"]
    assert comparing.pair_of(comparing.copies_of(plan), "", "") is None
    assert not comparing.is_possible(plan)


def test_a_plan_that_was_handed_in_once_is_what_was_handed_in(plan: Plan, anna: User):
    only = make_indiening(plan, anna)
    assert keys(plan) == [str(only.id)]
    assert not comparing.is_possible(plan)


def test_the_working_copy_stands_beside_what_was_handed_in_last(plan: Plan, ids: list[str]):
    first, second, third = ids
    assert keys(plan) == ["concept", third, second, first]
    assert comparing.is_possible(plan)
    assert pair(plan) == (third, "concept")


def test_a_submission_stands_beside_the_one_before_it_that_counted(plan: Plan, ids: list[str]):
    first, second, third = ids
    assert pair(plan, naar=third) == (first, third)
    assert pair(plan, naar=second) == (first, second)
    assert pair(plan, naar=first) == (first, second)


def test_what_was_taken_back_is_all_there_is_to_compare_with(plan: Plan, anna: User):
    only = make_indiening(plan, anna)
    submit.withdraw(plan, actor=anna.actor)
    assert pair(plan) == (str(only.id), "concept")


def test_any_two_can_be_chosen_and_the_older_one_stands_first(plan: Plan, ids: list[str]):
    first, second, third = ids
    assert pair(plan, second, third) == pair(plan, third, second) == (second, third)
    assert pair(plan, first, "concept") == pair(plan, "concept", first) == (first, "concept")


def test_the_same_chosen_twice_is_one(plan: Plan, ids: list[str]):
    found = comparing.pair_of(comparing.copies_of(plan), ids[0], ids[0])
    assert found
    assert found.is_one
    assert found.as_asked


def test_what_is_not_there_is_said_and_something_else_is_shown(plan: Plan, ids: list[str]):
    found = comparing.pair_of(comparing.copies_of(plan), "999999", "")
    assert found
    assert not found.as_asked
    assert (found.before.key, found.after.key) == (ids[2], "concept")


def test_texts_and_files_that_came_and_went(plan: Plan, anna: User):
    gone = attachments.add_bijlage(plan, naam="Oud plan", bestandsnaam="o.pdf", inhoud=PDF, actor=anna.actor)
    make_indiening(plan, anna)
    returned_again(plan)
    attachments.remove_bijlage(plan, gone, actor=anna.actor)
    attachments.add_bijlage(plan, naam="Nieuw plan", bestandsnaam="n.pdf", inhoud=PDF, actor=anna.actor)
    answers.save_answers(plan, [AnswerEdit("monitoring", "Elke maand.", 0)], actor=anna.actor)
    chosen = comparing.pair_of(comparing.copies_of(plan), "", "")
    assert chosen
    assert chosen.before.indiening
    found = comparing.compared(plan, chosen.before.indiening.snapshot, working_copy(plan))
    assert [part.step.key for part in found.changed] == ["monitoring"]
    assert (found.new_files, found.gone_files) == (["Nieuw plan"], ["Oud plan"])
    assert found.newer["answers"]["monitoring"] == "Elke maand."
