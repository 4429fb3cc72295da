"""How far each step is, and what is still needed."""

from __future__ import annotations

from typing import Any

import pytest

from forms.spec import Kind
from portal.domain.plan.completeness import StepState, plan_state
from portal.domain.plan.states import StapStatus
from tests.editions import NATIONAL_GOAL, PLAN

PRINTED = NATIONAL_GOAL.sentence.format(regio="Proefstreek")


def content(answers: dict[str, str] | None = None, **parts: Any) -> dict[str, Any]:
    """The content of a plan with nothing in it but what is given."""
    empty: dict[str, Any] = {kind.value: [] for kind in Kind if kind.is_list}
    return {"naam": "Proefstreek", "answers": answers or {}, "volgt_later": {}, **empty, **parts}


def state(step: str, plan: dict[str, Any]) -> StepState:
    """The state of one step of a plan."""
    return next(one for one in plan_state(PLAN, plan) if one.step.key == step)


def goal(tekst: str) -> dict[str, Any]:
    return {"tekst": tekst, "landelijk": True}


def action(vorm: str = "actie", *, is_mijlpaal: bool = False, tijdslijn: str = "") -> dict[str, Any]:
    return {"vorm": vorm, "is_mijlpaal": is_mijlpaal, "tijdslijn": tijdslijn}


def test_a_plan_with_nothing_in_it_is_leeg_everywhere_and_misses_all_that_is_required():
    states = plan_state(PLAN, content())
    assert [one.status for one in states] == [StapStatus.LEEG] * 11
    assert [question.key for one in states for question in one.missing] == [
        "regio_naam",
        "gemeenten",
        "partijen",
        "achtergrond",
        "huidige_situatie",
        "doelstellingen",
        "doelgroep",
        "acties",
        "randvoorwaarden",
        "projectstructuur",
        "projectstructuur_vorm",
        "monitoring",
        "mijlpalen",
        "ervaringen",
    ]


def test_a_step_with_some_answers_is_begonnen_and_says_what_is_missing():
    found = state("algemeen", content({"regio_naam": "Proefstreek", "gemeenten": "Alle"}))
    assert found.status is StapStatus.BEGONNEN
    assert [question.key for question in found.missing] == ["partijen"]


def test_an_optional_answer_alone_is_a_beginning():
    found = state("doelgroep", content({"doelgroep_soorten": "jongeren"}))
    assert found.status is StapStatus.BEGONNEN
    assert [question.key for question in found.missing] == ["doelgroep"]


def test_a_step_with_all_that_is_required_is_klaar_without_what_is_optional():
    found = state("doelgroep", content({"doelgroep": "Jongvolwassenen."}))
    assert found == StepState(PLAN.step("doelgroep"), StapStatus.KLAAR, ())


def test_parties_are_an_answer():
    found = state("algemeen", content({"regio_naam": "Proefstreek", "gemeenten": "Alle"}, partijen=[{"naam": "Een"}]))
    assert (found.status, found.missing) == (StapStatus.KLAAR, ())
    assert state("algemeen", content(partijen=[{"naam": "Een"}])).status is StapStatus.BEGONNEN


@pytest.mark.parametrize("blank", ["", " ", "\n\t "])
def test_white_space_is_no_answer(blank: str):
    assert state("achtergrond", content({"achtergrond": blank})).status is StapStatus.LEEG


def test_the_closed_question_about_structure_is_needed_too():
    found = state("projectstructuur", content({"projectstructuur": "Een stuurgroep."}))
    assert [question.key for question in found.missing] == ["projectstructuur_vorm"]
    both = content({"projectstructuur": "Een stuurgroep.", "projectstructuur_vorm": "geen"})
    assert state("projectstructuur", both).status is StapStatus.KLAAR


@pytest.mark.parametrize(
    "tekst",
    ["", "  ", PRINTED, f" {PRINTED}\n", NATIONAL_GOAL.sentence.format(regio="de oude naam van deze streek")],
)
def test_the_national_sentence_that_nobody_touched_is_no_goal(tekst: str):
    assert state("doelstellingen", content(doelstellingen=[goal(tekst)])).status is StapStatus.LEEG


@pytest.mark.parametrize(
    "tekst",
    [
        PRINTED.replace("op … gedaald van … naar …", "op 31 december 2024 gedaald van 6 naar 4"),
        PRINTED.replace("op … gedaald", "op een nog niet nader bekend moment gedaald"),
        "Wij willen minder instroom.",
    ],
)
def test_the_national_sentence_with_the_share_of_the_region_is_a_goal_also_without_a_number(tekst: str):
    assert state("doelstellingen", content(doelstellingen=[goal(tekst)])).status is StapStatus.KLAAR


def test_an_extra_goal_will_do_while_the_national_sentence_waits():
    goals = [goal(PRINTED), goal("Elke maand een gesprek met elke aanbieder.")]
    assert state("doelstellingen", content(doelstellingen=goals)).status is StapStatus.KLAAR


def test_only_headings_are_no_actions():
    assert state("acties", content(acties=[action("kop")])).status is StapStatus.LEEG


@pytest.mark.parametrize("vorm", ["actie", "kop_en_actie"])
def test_one_action_is_enough(vorm: str):
    assert state("acties", content(acties=[action("kop"), action(vorm)])).status is StapStatus.KLAAR


@pytest.mark.parametrize(
    "plan",
    [
        content(mijlpalen=[{"mijlpaal": "Eerste overleg"}]),
        content(acties=[action(is_mijlpaal=True)]),
        content(acties=[action(), action(tijdslijn="Q2 2024")]),
        content({"planning_toelichting": "Zie Acties!"}),
    ],
    ids=["a milestone", "an action that is a milestone", "an action that says when", "Zie Acties!"],
)
def test_planning_is_klaar_with(plan: dict[str, Any]):
    found = state("planning", plan)
    assert (found.status, found.missing) == (StapStatus.KLAAR, ())


def test_planning_is_not_klaar_while_no_action_says_when():
    actions = [action(), action("kop", tijdslijn="Q2 2024")]
    assert state("planning", content({"planning_toelichting": " "}, acties=actions)).status is StapStatus.LEEG


def test_volgt_later_makes_a_step_ready_and_keeps_its_reason_and_what_is_missing():
    found = state("acties", content(volgt_later={"acties": "In maart."}))
    assert (found.status, found.volgt_later, found.is_ready) == (StapStatus.VOLGT_LATER, "In maart.", True)
    assert [question.key for question in found.missing] == ["acties"]


def test_volgt_later_says_nothing_any_more_once_the_step_is_klaar():
    found = state("acties", content(acties=[action()], volgt_later={"acties": "In maart."}))
    assert (found.status, found.volgt_later) == (StapStatus.KLAAR, "")


@pytest.mark.parametrize(
    ("status", "ready"),
    [
        (StapStatus.LEEG, False),
        (StapStatus.BEGONNEN, False),
        (StapStatus.KLAAR, True),
        (StapStatus.VOLGT_LATER, True),
    ],
)
def test_only_klaar_and_volgt_later_can_be_handed_in(status: StapStatus, ready: bool):
    assert StepState(PLAN.steps[0], status, ()).is_ready is ready
