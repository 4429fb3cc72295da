"""The stories of rounds and plans: every event is a sentence, and what is missing in it stays readable."""

from __future__ import annotations

import pytest

from portal.domain.plan import events as plan_events
from portal.domain.round import events as round_events

# What an event of any kind may carry.
DATA: dict[str, object] = {
    "regios": "Haaglanden",
    "regio": "Haaglanden",
    "deadline": "7 mei 2024",
    "datum": "7 mei 2024",
    "onderdeel": "Monitoring",
    "onderdelen": "Monitoring",
    "naam": "Begroting",
    "namens": "de gemeente(n)",
    "akkoord": "ja",
    "aan": "B. Proef",
}


@pytest.mark.parametrize("soort", round_events.UitvraagEventSoort)
def test_every_event_of_a_round_is_a_sentence_with_all_its_words(soort: str):
    told = round_events.ROUND_STORY.tell(soort, "C. Proef", DATA)
    assert told.startswith("C. Proef ")
    assert told.endswith(".")
    assert "onbekend" not in told


@pytest.mark.parametrize("soort", plan_events.EventSoort)
def test_every_event_of_a_plan_is_a_sentence_with_all_its_words(soort: str):
    told = plan_events.PLAN_STORY.tell(soort, "C. Proef", DATA)
    assert told.startswith("C. Proef ")
    assert told.endswith(".")
    assert "onbekend" not in told


def test_an_event_is_told_with_its_own_words():
    assert round_events.ROUND_STORY.tell("uitstel", "C. Proef", {"regios": "Zeeland", "datum": "2 mei 2024"}) == (
        "C. Proef heeft Zeeland uitstel gegeven tot 2 mei 2024."
    )
    assert plan_events.PLAN_STORY.tell("deadline_gezet", "C. Proef", {"deadline": "2 mei 2024"}) == (
        "C. Proef heeft de deadline gezet op 2 mei 2024."
    )


def test_a_word_that_an_old_event_lacks_is_onbekend():
    assert round_events.ROUND_STORY.tell("uitstel", "C. Proef", {"datum": "2 mei 2024"}) == (
        "C. Proef heeft onbekend uitstel gegeven tot 2 mei 2024."
    )


def test_who_did_it_is_not_taken_from_the_words_of_the_event():
    assert (
        plan_events.PLAN_STORY.tell("vastgesteld", "C. Proef", {"wie": "Iemand"})
        == "C. Proef heeft het plan vastgesteld."
    )


def test_an_event_of_another_time_is_told_by_its_name():
    assert round_events.ROUND_STORY.tell("verplaatst", "C. Proef", {}) == "C. Proef: verplaatst"
    assert plan_events.PLAN_STORY.tell("verplaatst", "C. Proef", {}) == "C. Proef: verplaatst"


def test_without_a_name_it_was_the_portal():
    assert round_events.ROUND_STORY.tell("geopend", None, {}) == "Het portaal heeft de uitvraag geopend."
    assert plan_events.PLAN_STORY.tell("verplaatst", None, {}) == "Het portaal: verplaatst"
