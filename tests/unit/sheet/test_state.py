"""How far an answer sheet is, and what is still needed."""

from __future__ import annotations

from typing import Any

import pytest

from forms.spec import Kind
from portal.domain.plan.states import StapStatus
from portal.domain.sheet.facts import facts_of
from portal.domain.sheet.state import (
    VraagState,
    is_untouched,
    missing_states,
    open_action_ids,
    progress_counter,
    progress_problem,
    sheet_state,
    short_round_name,
)
from tests.editions import ASKED

PROGRESS = ASKED.question_of_kind(Kind.VOORTGANG)


def action(number: int, vorm: str = "actie") -> dict[str, Any]:
    return {"id": number, "vorm": vorm}


def told(status: str, toelichting: str = "") -> dict[str, str]:
    return {"status": status, "toelichting": toelichting, "gelijk_aan": ""}


def content(**parts: Any) -> dict[str, Any]:
    """A sheet with three actions under a heading, and nothing answered but what is given."""
    lists = {"successen": [], "lessen": [], "verwachtingen": []}
    empty: dict[str, Any] = {
        "regios": [{"id": 1, "code": "P1", "naam": "Proefstreek"}],
        "acties": [action(9, "kop"), action(1), action(2), action(3, "kop_en_actie")],
        "voortgang": {},
        "answers": {},
        "afwijkingen": {},
    }
    return {**empty, **parts, "regels": {**lists, **parts.get("regels", {})}}


def state(key: str, sheet: dict[str, Any]) -> VraagState:
    return next(one for one in sheet_state(ASKED, sheet) if one.step.key == key)


def test_an_empty_sheet_asks_the_closed_questions_and_the_actions():
    states = sheet_state(ASKED, content())
    assert [one.status for one in states] == [StapStatus.LEEG] * 5
    assert [question.key for one in states for question in one.missing] == [
        "afstemming_vorm",
        "voortgang",
        "doel_verwachting",
    ]
    assert [one.step.key for one in states if one.may_stay_empty] == ["verwachtingen", "successen_lessen"]
    assert is_untouched(ASKED, content())


def test_what_was_answered_or_must_be_answered_may_not_stay_empty():
    sheet = content(regels={"successen": [{"tekst": "Gelukt."}]}, answers={"afstemming_vorm": "nee"})
    answered, begun, asked = (state(key, sheet) for key in ("successen_lessen", "afstemming", "doelstelling"))
    assert (answered.status, answered.is_ready, answered.may_stay_empty) == (StapStatus.KLAAR, True, False)
    assert (begun.status, begun.may_stay_empty) == (StapStatus.KLAAR, False)
    assert (asked.status, asked.is_ready, asked.may_stay_empty) == (StapStatus.LEEG, False, False)


def test_only_the_question_about_progress_counts_actions():
    assert [one.step.key for one in sheet_state(ASKED, content()) if one.counter] == ["voortgang"]


def test_headings_are_no_actions():
    assert open_action_ids(PROGRESS, content()) == (1, 2, 3)
    assert progress_counter(PROGRESS, content()).label == "0 van 3 beantwoord"


def test_the_counter_counts_actions_of_which_nothing_more_is_asked():
    sheet = content(voortgang={"1": told("op_schema"), "2": told("aandacht"), "77": told("op_schema")})
    found = state("voortgang", sheet)
    assert (found.status, found.counter.label if found.counter else "") == (
        StapStatus.BEGONNEN,
        "1 van 3 beantwoord",
    )
    assert not is_untouched(ASKED, sheet)


def test_with_every_action_told_the_question_is_klaar():
    sheet = content(voortgang={str(one): told("gestopt", "Te duur.") for one in (1, 2, 3)})
    assert state("voortgang", sheet).status is StapStatus.KLAAR


def test_without_a_plan_only_the_text_is_asked_and_may_stay_empty():
    found = state("voortgang", content(acties=[]))
    assert (found.is_ready, found.may_stay_empty, found.counter) == (True, True, None)
    assert (
        state("voortgang", content(acties=[], answers={"voortgang_toelichting": "Bezig."})).status is StapStatus.KLAAR
    )


def test_a_text_alone_does_not_answer_a_closed_question():
    found = state("afstemming", content(answers={"afstemming_toelichting": "Elke week."}))
    assert (found.status, [one.key for one in found.missing]) == (StapStatus.BEGONNEN, ["afstemming_vorm"])


def test_spaces_are_no_answer():
    assert state("doelstelling", content(answers={"doel_verwachting": "  "})).status is StapStatus.LEEG


def test_what_stops_handing_in():
    sheet = content(answers={"afstemming_vorm": "nee", "doel_verwachting": "ja"}, voortgang={"1": told("afgerond")})
    assert [one.step.key for one in missing_states(ASKED, sheet)] == ["voortgang"]


@pytest.mark.parametrize(
    ("status", "text", "words"),
    [
        ("op_schema", "", ""),
        ("niet_gestart", "", ""),
        ("afgerond", "", ""),
        ("aandacht", "De voorzitter is weg.", ""),
        ("aandacht", " \n", "Schrijf bij “Vraagt aandacht” in een zin waarom."),
        ("gestopt", "", "Schrijf bij “Gestopt” in een zin waarom."),
        ("", "Tekst.", "Kies hoe het met deze actie gaat."),
        ("geweldig", "Tekst.", "Kies hoe het met deze actie gaat."),
    ],
)
def test_a_status_and_its_toelichting(status: str, text: str, words: str):
    assert progress_problem(PROGRESS, status, text) == words


def test_a_round_has_a_short_name():
    assert short_round_name("Kwartaaluitvraag Q1 2024") == "Q1 2024"
    assert short_round_name("Extra uitvraag november") == "Extra uitvraag november"


def test_facts_count_per_region_and_a_region_that_differs_counts_with_its_own_answer():
    sheet = content(
        regios=[{"id": 1, "code": "P1", "naam": "A"}, {"id": 2, "code": "P2", "naam": "B"}],
        answers={"afstemming_vorm": "vast_overleg"},
        afwijkingen={"P2": {"afstemming_vorm": "nee", "doel_verwachting": "deels"}},
        voortgang={"1": told("op_schema"), "2": told("op_schema"), "3": told("gestopt", "x"), "77": told("afgerond")},
        regels={"verwachtingen": [{"aan": "vws"}, {"aan": "vws"}, {"aan": "regio"}], "lessen": [{"aan": ""}]},
    )
    assert facts_of(ASKED, sheet) == {
        "afstemming": {"P1": "vast_overleg", "P2": "nee"},
        "doel": {"P2": "deels"},
        "acties": {"op_schema": 2, "gestopt": 1},
        "aantal_acties": 3,
        "successen": 0,
        "lessen": 1,
        "verwachtingen": {"vws": 2, "regio": 1},
    }


def test_an_action_of_which_nothing_was_told_counts_only_as_an_action():
    facts = facts_of(ASKED, content(voortgang={"1": {"toelichting": "Nog niets."}, "2": told("op_schema")}))
    assert (facts["acties"], facts["aantal_acties"]) == ({"op_schema": 1}, 3)
