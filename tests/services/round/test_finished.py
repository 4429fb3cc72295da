"""Actions that are done are not asked again: they keep what was said of them, until somebody says otherwise."""

from __future__ import annotations

import pytest
from flask import Flask

from forms.spec import Kind
from portal.domain.sheet.state import is_untouched, open_action_ids
from portal.extensions import db
from portal.models import Antwoordblad, Plan, User, Voortgang
from portal.services.round import finished
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import progress, submit
from portal.services.sheet.content import working_copy
from portal.services.sheet.outline import outlines
from portal.services.sheet.submit import SheetNotReady
from tests.worlds.people import make_contact, make_regio
from tests.worlds.round import make_blad
from tests.worlds.rows import all_rows
from tests.worlds.sheet import (
    hand_in,
    ids_of,
    make_plan_in_force,
    make_q1,
    make_q4,
    make_sheet_ready,
    put_answer,
    put_progress,
)

SAID = [("afgerond", "Klaar."), ("op_schema", "Loopt."), ("gestopt", "Te duur.")]


@pytest.fixture
def plan(app: Flask) -> Plan:
    return make_plan_in_force(make_regio("Proefstreek"))


@pytest.fixture
def anna(plan: Plan) -> User:
    return make_contact(plan.regios[0], naam="Anna Proef")


@pytest.fixture
def q4(plan: Plan, anna: User) -> Antwoordblad:
    """Last quarter: one action finished, one on schedule, one stopped."""
    blad = make_sheet_ready(make_blad(make_q4(), plan=plan), anna)
    put_progress(blad, SAID, door=anna)
    hand_in(blad, anna)
    return blad


@pytest.fixture
def blad(q4: Antwoordblad, plan: Plan) -> Antwoordblad:
    """This quarter, as it is when the round opens."""
    blad = make_blad(make_q1(), plan=plan)
    finished.carry_over(blad.uitvraag)
    db.session.commit()
    return blad


def still_asked(blad: Antwoordblad) -> list[int]:
    """The places of the actions that the sheet still asks about, as Start and the sheet count them."""
    ids, asked = ids_of(blad), format_of_round(blad.uitvraag).of_kind(Kind.VOORTGANG)
    return [ids.index(one) for one in open_action_ids(asked, outlines([blad.id])[blad.id].content)]


def test_what_was_finished_or_stopped_is_not_asked_and_says_from_where(blad: Antwoordblad):
    assert still_asked(blad) == [1]
    told = working_copy(blad)["voortgang"]
    last_time = {"gelijk_aan": "Kwartaaluitvraag Q4 2023", "afwijkingen": {}}
    assert [told[str(one)] for one in ids_of(blad)[::2]] == [
        {"status": "afgerond", "toelichting": "Klaar.", **last_time},
        {"status": "gestopt", "toelichting": "Te duur.", **last_time},
    ]


def test_a_sheet_with_only_that_is_untouched(blad: Antwoordblad):
    assert is_untouched(format_of_round(blad.uitvraag), outlines([blad.id])[blad.id].content)


def test_it_counts_when_the_sheet_is_handed_in(blad: Antwoordblad, anna: User):
    put_answer(blad, "afstemming_vorm", "vast_overleg", door=anna)
    put_answer(blad, "doel_verwachting", "deels", door=anna)
    progress.save_progress(blad, ids_of(blad)[1], status="op_schema", toelichting="", base_revision=0, actor=anna.actor)
    assert hand_in(blad, anna).feiten["acties"] == {"afgerond": 1, "op_schema": 1, "gestopt": 1}


def test_an_action_is_reopened_by_saying_how_it_goes(blad: Antwoordblad, anna: User, plan: Plan):
    first = ids_of(blad)[0]
    progress.save_progress(blad, first, status="op_schema", toelichting="Toch weer.", base_revision=1, actor=anna.actor)
    row = db.session.get_one(Voortgang, (blad.id, first))
    assert (row.status, row.gelijk_aan_id, row.gewijzigd_door_id) == ("op_schema", None, anna.id)


def test_a_correction_of_last_quarter_is_asked_about_again(q4: Antwoordblad, blad: Antwoordblad, anna: User):
    first = ids_of(blad)[0]
    submit.correct(q4, actor=anna.actor)
    progress.save_progress(q4, first, status="op_schema", toelichting="Vergist.", base_revision=1, actor=anna.actor)
    hand_in(q4, anna)
    make_ready = [("afstemming_vorm", "vast_overleg"), ("doel_verwachting", "deels")]
    for key, text in make_ready:
        put_answer(blad, key, text, door=anna)
    progress.save_progress(blad, ids_of(blad)[1], status="op_schema", toelichting="", base_revision=0, actor=anna.actor)
    with pytest.raises(SheetNotReady):
        hand_in(blad, anna)
    assert still_asked(blad) == [0]


def test_which_actions_are_done_is_known_by_the_newest_answers(plan: Plan, blad: Antwoordblad, anna: User):
    first, _, third = ids_of(blad)
    assert finished.done_actions(plan.id) == {first, third}
    make_sheet_ready(blad, anna)
    hand_in(blad, anna)
    assert finished.done_actions(plan.id) == frozenset()


def test_a_plan_that_never_answered_has_nothing_carried_over(plan: Plan):
    uitvraag = make_q1()
    make_blad(uitvraag, plan=plan)
    assert finished.carry_over(uitvraag) == 0
    assert finished.done_actions(plan.id) == frozenset()
    assert all_rows(Voortgang) == []
