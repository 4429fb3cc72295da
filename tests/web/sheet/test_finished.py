"""Question 2: what is finished or stopped stands folded, and a window that is over is asked about."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from flask import Flask

from portal.extensions import db
from portal.models import Antwoordblad, Plan
from portal.services.round import finished
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.people import make_contact, make_regio
from tests.worlds.round import make_blad
from tests.worlds.sheet import hand_in, ids_of, make_plan_in_force, make_q1, make_q4, make_sheet_ready, put_progress

SAID = [("afgerond", "Klaar."), ("op_schema", "Loopt."), ("gestopt", "Te duur.")]
OVER = "De tijd hiervoor is voorbij sinds 31 maart 2024."


@dataclass(frozen=True)
class World:
    """The sheet of this quarter; of last quarter one action was finished and one stopped."""

    plan: Plan
    blad: Antwoordblad
    client: StrictClient

    def question_2(self) -> Page:
        return self.client.get(f"/antwoordbladen/{self.blad.id}/vraag/voortgang")


@pytest.fixture
def world(app: Flask) -> World:
    plan = make_plan_in_force(make_regio("Proefstreek"))
    anna = make_contact(plan.regios[0], naam="Anna Proef")
    before = make_sheet_ready(make_blad(make_q4(), plan=plan), anna)
    put_progress(before, SAID, door=anna)
    hand_in(before, anna)
    blad = make_blad(make_q1(), plan=plan)
    finished.carry_over(blad.uitvraag)
    db.session.commit()
    return World(plan, blad, StrictClient(app).sign_in(anna))


def actions(page: Page, *, folded: bool) -> list[str]:
    """The actions that stand in the fold, or outside it."""
    where = "ancestor::details" if folded else "not(ancestor::details)"
    return [one.get("aria-label") for one in page.find(f"//li[starts-with(@id, 'actie-')][{where}]")]


def test_what_is_done_stands_folded_and_is_not_asked(world: World) -> None:
    page = world.question_2()
    assert actions(page, folded=False) == ["Actie 5a.2 Actie 2"]
    assert actions(page, folded=True) == ["Actie 5a.1 Actie 1", "Actie 5a.3 Actie 3"]
    assert "2 acties zijn al afgerond of gestopt" in page.text
    assert "2 van 3 beantwoord" in page.text
    assert "alle acties op ongewijzigd" not in world.client.get(f"/antwoordbladen/{world.blad.id}").text


def test_an_action_is_reopened_in_its_place(world: World) -> None:
    world.question_2()
    first = ids_of(world.blad)[0]
    answer = {"status": "op_schema", "toelichting": "Toch weer begonnen.", "revisie": "1"}
    world.client.post(f"/antwoordbladen/{world.blad.id}/acties/{first}", answer)
    page = world.question_2()
    assert actions(page, folded=False) == ["Actie 5a.1 Actie 1", "Actie 5a.2 Actie 2"]
    assert "Toch weer begonnen." in page.text


def test_a_window_that_is_over_is_asked_about_while_the_action_is_not_done(world: World) -> None:
    cards = {one.get("aria-label"): words(one) for one in world.question_2().find("//li[starts-with(@id, 'actie-')]")}
    assert [name for name, text in cards.items() if OVER in text] == ["Actie 5a.2 Actie 2"]


def test_the_region_sees_it_on_its_plan_too(world: World) -> None:
    page = world.client.get(f"/plannen/{world.plan.id}")
    assert "1 actie had volgens de tijdslijn al klaar moeten zijn" in page.text
    assert "5a.2 Actie 2 (tot en met 31 maart 2024)" in page.text
    assert "5a.1 Actie 1 (tot en met" not in page.text
