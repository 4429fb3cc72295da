"""Where goals stand in the data of a report and over rounds: from what was handed in, never from a draft."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import update

from exports.national.data import DoelstandBeeld, Stand
from portal.extensions import db
from portal.models import Doelstelling
from portal.services.report.gather import gather
from portal.services.report.trend import region_over_rounds
from portal.services.sheet.goals import GoalValues
from tests.worlds.goals import FALLING, GoalWorld, make_goal_world, make_plan_with_goals
from tests.worlds.people import make_regio
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.sheet import hand_in, make_sheet_ready


@pytest.fixture
def world(app: Flask) -> GoalWorld:
    """The goal with a path is told ("ca. 270"); a second region with such goals is silent."""
    world = make_goal_world()
    make_blad(world.blad.uitvraag, plan=make_plan_with_goals(make_regio("Stilstreek")))
    world.say(0, GoalValues("ca. 270", "20-2-2024", False, "Voorlopig."))
    return world


def test_a_draft_is_not_told_and_what_was_handed_in_is(world: GoalWorld) -> None:
    found = gather(world.blad.uitvraag).doelstanden
    assert [(one.stand, one.waarde_tekst) for one in found] == [(Stand.NIET_BEANTWOORD, "")] * 4
    hand_in(make_sheet_ready(world.blad, world.anna), world.anna)
    national, falling, *silent = gather(world.blad.uitvraag).doelstanden
    assert falling == DoelstandBeeld(
        world.ids[0],
        world.plan.id,
        (world.plan.regios[0].code,),
        Stand.BEANTWOORD,
        ligging="achter",
        waarde=270.0,
        waarde_tekst="ca. 270",
        peildatum=date(2024, 2, 20),
        peildatum_tekst="20-2-2024",
        gepland=250.0,
        toelichting="Voorlopig.",
    )
    assert (national.reden, national.stand) == ("niet_ingevuld", Stand.BEANTWOORD)
    assert [one.stand for one in silent] == [Stand.NIET_BEANTWOORD] * 2
    # Of the round before only how they lay.
    before = gather(world.blad.uitvraag).doelstanden_vorige
    assert [(one.id, one.ligging, one.waarde, one.waarde_tekst) for one in before] == [
        (national.id, "", None, ""),
        (falling.id, "op", None, ""),
    ]


def test_a_small_number_of_clients_goes_in_no_report(world: GoalWorld) -> None:
    world.say(0, GoalValues("3", "20-2-2024"), base=1)
    hand_in(make_sheet_ready(world.blad, world.anna), world.anna)
    hidden = gather(world.blad.uitvraag).doelstanden[1]
    assert (hidden.verborgen, hidden.waarde, hidden.waarde_tekst) == (True, None, "")
    assert (hidden.ligging, hidden.gepland) == ("", None)
    goal = next(one for one in region_over_rounds(world.plan.regios[0]).doelen if one.doel.eenheid == "cliënten")
    assert goal.standen[-1] is not None
    assert goal.standen[-1].waarde == "3"


def test_what_a_region_says_now_hides_what_it_handed_in(world: GoalWorld) -> None:
    places = {**FALLING, "indicator": "Plekken", "eenheid": "plekken", "nulwaarde": "3"}
    plan = make_plan_with_goals(make_regio("Plekstreek"), goals_of=(places,))
    make_blad(world.blad.uitvraag, plan=plan)

    def start() -> str:
        return next(
            one.nulwaarde_tekst for one in gather(world.blad.uitvraag).doelstellingen if one.eenheid == "plekken"
        )

    assert start() == "3"
    db.session.execute(update(Doelstelling).where(Doelstelling.plan_id == plan.id).values(telt_clienten="ja"))
    assert start() == "<5"


def test_a_round_that_does_not_ask_tells_of_no_goal(world: GoalWorld) -> None:
    other = make_uitvraag(naam="Kwartaaluitvraag van voor")
    blad = make_blad(other, plan=world.plan)
    hand_in(make_sheet_ready(blad, world.anna), world.anna)
    assert gather(other).doelstanden == ()


def test_a_region_sees_planned_and_actual_round_by_round(world: GoalWorld) -> None:
    hand_in(make_sheet_ready(world.blad, world.anna), world.anna)
    found = {one.doel.tekst: one for one in region_over_rounds(world.plan.regios[0]).doelen}
    before, now = found["De instroom daalt."].standen
    assert before is not None
    assert now is not None
    assert [(one.gepland, one.waarde, one.ligging) for one in (before, now)] == [
        ("281", "290", "Op schema"),
        ("250", "ca. 270", "Achter op schema"),
    ]
    assert not found["De instroom daalt."].is_vervallen


def test_a_small_aim_of_clients_is_told_as_small(world: GoalWorld) -> None:
    small = make_plan_with_goals(make_regio("Kleinstreek"), goals_of=({**FALLING, "streefwaarde": "3"},))
    make_blad(world.blad.uitvraag, plan=small)
    goal = [one for one in gather(world.blad.uitvraag).doelstellingen if one.plan_id == small.id][-1]
    assert (goal.streefwaarde, goal.streefwaarde_tekst) == (None, "<5")
    assert goal.nulwaarde_tekst == FALLING["nulwaarde"]
