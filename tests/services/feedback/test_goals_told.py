"""A region reads back where its goals stood, beside what was planned."""

from __future__ import annotations

from flask import Flask

from portal.services.feedback.document import own_answers
from portal.services.sheet.goals import GoalValues
from tests.worlds.goals import make_goal_world
from tests.worlds.sheet import hand_in, make_sheet_ready


def test_a_goal_is_told_back_on_one_line(app: Flask) -> None:
    world = make_goal_world()
    world.say(0, GoalValues("ca. 270", "20-2-2024"))
    world.say(1, GoalValues(weet_niet=True, toelichting="Geen getal."))
    indiening = hand_in(make_sheet_ready(world.blad, world.anna), world.anna)
    told = own_answers(indiening, uitvraag=world.blad.uitvraag, replies={}).antwoorden[-1]
    assert told.vraag == "Waar staan de indicatoren van uw doelen nu?"
    national, falling = told.antwoord.splitlines()
    assert national.endswith(": weten wij niet")
    assert falling == "- De instroom daalt: ca. 270 cliënten; gepland was 250; achter op schema"
