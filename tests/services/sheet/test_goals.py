"""Where the goals stand: a value as typed with how it was read, kept, met and frozen as everything on a sheet."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.sheet.goals import verdicts
from portal.extensions import db
from portal.models import BladHistorie, BladIndiening, Doelstand, Doelstelling
from portal.services.round.problems import SheetProblem
from portal.services.sheet import goals
from portal.services.sheet.content import working_copy
from portal.services.sheet.document import goal_rows
from portal.services.sheet.goals import GoalConflict, GoalGone, GoalProblem, GoalValues
from portal.services.sheet.previous import previous_content, previous_of
from tests.worlds.goals import GoalWorld, make_goal_world
from tests.worlds.people import make_contact
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in, make_sheet_ready

TOLD = GoalValues("ca. 240", "20-2-2024", False, "Voorlopig.")


@pytest.fixture
def world(app: Flask) -> GoalWorld:
    return make_goal_world()


def told(world: GoalWorld) -> list[tuple[str, str, str]]:
    """Of each goal what was typed, how it lies, and why that can't be said."""
    found = reversed(list(verdicts(working_copy(world.blad))))
    return [(said["waarde"] if said else "", one.lies or "", one.why or "") for _, said, one in found]


def test_a_value_is_kept_as_typed_and_lies_beside_the_plan(world: GoalWorld):
    world.say(0, TOLD)
    world.say(1, GoalValues(weet_niet=True, toelichting="Dit doel heeft geen getal."))
    assert told(world) == [("ca. 240", "op", ""), ("", "", "weten_niet")]
    assert all_rows(Doelstelling)[1].streefwaarde == "200"


def test_a_value_without_a_date_is_of_the_last_day_of_the_period(world: GoalWorld):
    world.say(0, GoalValues("240"))
    read = working_copy(world.blad)["doelstanden"][str(world.ids[0])]["gelezen"]
    day = world.blad.uitvraag.periode_tot.isoformat()
    assert read["peildatum"] == {"van": day, "tot": day}


def test_nothing_is_filled_in_beforehand_and_last_time_stands_beside(world: GoalWorld):
    content = working_copy(world.blad)
    assert content["doelstanden"] == {}
    before = [row.vorige for row in goal_rows(content, previous_content(content, previous_of(world.blad)))]
    assert [one.waarde if one else "" for one in before] == ["", "290"]


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        (GoalValues(weet_niet=True), "toelichting", "waarom u dit niet weet"),
        (GoalValues("240", weet_niet=True, toelichting="Want."), "weet_niet", "Haal de waarde weg"),
        (GoalValues(toelichting="Later."), "waarde", "Vul in waar dit doel nu staat"),
        (GoalValues(peildatum="Q1"), "waarde", "Vul in waar dit doel nu staat"),
    ],
)
def test_half_an_answer_says_at_which_field(world: GoalWorld, values: GoalValues, field: str, words: str):
    with pytest.raises(GoalProblem, match=words) as refused:
        world.say(0, values)
    assert refused.value.field == field
    assert len(all_rows(Doelstand)) == 1


def test_what_a_colleague_said_meanwhile_is_not_overwritten(world: GoalWorld):
    bram = make_contact(world.plan.regios[0], naam="Bram Proef")
    world.say(0, TOLD)
    with pytest.raises(GoalConflict) as met:
        world.say(0, GoalValues("250"), door=bram)
    assert met.value.row.waarde == "ca. 240"
    world.say(0, GoalValues("250"), base=1, door=bram)
    assert told(world)[0][0] == "250"


def test_the_same_again_is_no_change_and_nothing_at_all_makes_it_empty(world: GoalWorld):
    world.say(0, TOLD)
    world.say(0, TOLD, base=0)
    world.say(0, GoalValues(), base=1)
    assert told(world)[0] == ("", "", "niet_ingevuld")
    (kept,) = all_rows(BladHistorie)
    assert (kept.veld, kept.waarde["waarde"]) == (f"doel:{world.ids[0]}", "ca. 240")
    goals.restore_version(world.blad, world.ids[0], kept.id, base_revision=2, actor=world.anna.actor)
    assert told(world)[0] == ("ca. 240", "op", "")


def test_a_goal_of_another_plan_is_not_asked(world: GoalWorld):
    with pytest.raises(GoalGone):
        goals.save_goal(world.blad, 0, TOLD, base_revision=0, actor=world.anna.actor)


def test_what_was_handed_in_stays_with_the_goal_as_the_plan_had_it(world: GoalWorld):
    world.say(0, TOLD)
    frozen = hand_in(make_sheet_ready(world.blad, world.anna), world.anna)
    all_rows(Doelstelling)[1].streefwaarde = "100"
    db.session.flush()
    content = db.session.get(BladIndiening, frozen.id, populate_existing=True).snapshot
    assert [goal["streefwaarde"] for goal in content["doelen"]] == ["", "200"]
    assert content["doelstanden"][str(world.ids[0])]["toelichting"] == "Voorlopig."
    with pytest.raises(SheetProblem):
        world.say(0, GoalValues("1"), base=1)
