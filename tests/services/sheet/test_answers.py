"""Texts and closed questions of a sheet: a stale save never overwrites, and a region of a joint plan can differ."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.roles import Actor, Namens
from portal.domain.round.states import UitvraagStatus
from portal.models import Antwoordblad, BladAntwoord, BladHistorie
from portal.services.filling.revisions import AnswerEdit, SaveResult
from portal.services.round.problems import SheetProblem
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import answers, history
from portal.services.sheet.content import working_copy
from tests.worlds.people import make_contact, make_regio
from tests.worlds.plan import make_plan
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in, make_q1, make_q4, make_sheet_ready, put_answer

KEY = "afstemming_toelichting"


@pytest.fixture
def blad(app: Flask) -> Antwoordblad:
    """The sheet of a joint plan of two regions, without a plan in force."""
    return make_blad(make_q1(), plan=make_plan(make_regio("Aastreek"), make_regio("Beestreek")))


@pytest.fixture
def anna(blad: Antwoordblad) -> Actor:
    return make_contact(blad.regios[0], naam="Anna Proef").actor


@pytest.fixture
def bram(blad: Antwoordblad) -> Actor:
    return make_contact(blad.regios[1], Namens.ZORGKANTOOR, naam="Bram Proef").actor


def save(
    blad: Antwoordblad, text: str, base: int, actor: Actor, *, key: str = KEY, regio: int | None = None
) -> SaveResult:
    return answers.save_answers(blad, [AnswerEdit(key, text, base)], actor=actor, regio_id=regio)


def test_a_save_counts_and_an_empty_first_save_leaves_nothing(blad: Antwoordblad, anna: Actor):
    assert save(blad, "", 0, anna).revisions == {KEY: 0}
    assert all_rows(BladAntwoord) == []
    assert save(blad, "Een", 0, anna).revisions == {KEY: 1}
    assert save(blad, "Twee", 1, anna).revisions == {KEY: 2}
    assert working_copy(blad)["answers"] == {KEY: "Twee"}


def test_a_stale_save_shows_both_and_overwrites_nothing(blad: Antwoordblad, anna: Actor, bram: Actor):
    save(blad, "Van Anna", 0, anna)
    (conflict,) = save(blad, "Van Bram", 0, bram).conflicts
    assert (conflict.mine, conflict.theirs, conflict.door, conflict.revision) == (
        "Van Bram",
        "Van Anna",
        "Anna Proef",
        1,
    )
    assert working_copy(blad)["answers"] == {KEY: "Van Anna"}


def test_the_same_text_is_no_change(blad: Antwoordblad, anna: Actor, bram: Actor):
    save(blad, "Zelfde", 0, anna)
    assert save(blad, "Zelfde", 0, bram) == SaveResult({KEY: 1}, [])


def test_what_a_colleague_wrote_is_kept_and_can_come_back(blad: Antwoordblad, anna: Actor, bram: Actor):
    save(blad, "Van Anna", 0, anna)
    save(blad, "Van Anna, beter", 1, anna)
    save(blad, "Van Bram", 2, bram)
    (kept,) = history.history_of(blad.id, KEY)
    assert kept.waarde == {"text": "Van Anna, beter"}
    answers.restore_answer(blad, KEY, kept.id, actor=anna)
    assert working_copy(blad)["answers"] == {KEY: "Van Anna, beter"}
    assert history.history_of(blad.id, KEY)[0].waarde == {"text": "Van Bram"}


def test_after_a_pause_ones_own_text_is_kept_too(blad: Antwoordblad, anna: Actor):
    save(blad, "Gisteren", 0, anna)
    with clock.stopped_at(clock.now() + timedelta(days=1)):
        save(blad, "Vandaag", 1, anna)
    assert [one.waarde for one in all_rows(BladHistorie)] == [{"text": "Gisteren"}]


def test_an_earlier_text_of_another_sheet_does_not_come_back(blad: Antwoordblad, anna: Actor, bram: Actor):
    save(blad, "Van Anna", 0, anna)
    save(blad, "Van Bram", 1, bram)
    (kept,) = all_rows(BladHistorie)
    other = make_blad(make_uitvraag(), *blad.regios)
    put_answer(other, KEY, "Anders", door=make_contact(blad.regios[0]))
    with pytest.raises(SheetProblem, match="Deze eerdere versie is er niet"):
        answers.restore_answer(other, KEY, kept.id, actor=anna)


def test_a_region_that_differs_has_an_answer_of_its_own(blad: Antwoordblad, anna: Actor):
    b = blad.regios[1]
    save(blad, "vast_overleg", 0, anna, key="afstemming_vorm")
    save(blad, "nee", 0, anna, key="afstemming_vorm", regio=b.id)
    copy = working_copy(blad)
    assert (copy["answers"], copy["afwijkingen"]) == (
        {"afstemming_vorm": "vast_overleg"},
        {b.code: {"afstemming_vorm": "nee"}},
    )
    save(blad, "", 1, anna, key="afstemming_vorm", regio=b.id)
    assert working_copy(blad)["afwijkingen"] == {}


def test_a_region_of_another_sheet_is_refused(blad: Antwoordblad, anna: Actor):
    with pytest.raises(SheetProblem, match="geldt niet voor deze regio"):
        save(blad, "Tekst", 0, anna, regio=make_regio().id)


def test_a_question_that_the_round_does_not_ask_is_an_error(blad: Antwoordblad, anna: Actor):
    with pytest.raises(KeyError):
        save(blad, "Tekst", 0, anna, key="achtergrond")


def test_a_closed_round_takes_no_text(app: Flask):
    regio = make_regio()
    blad = make_blad(make_uitvraag(status=UitvraagStatus.GESLOTEN), regio)
    with pytest.raises(SheetProblem, match="Wat u had opgeslagen is bewaard"):
        save(blad, "Tekst", 0, make_contact(regio).actor)


def test_after_the_deadline_an_open_round_still_takes_answers(app: Flask):
    regio = make_regio()
    uitvraag = make_uitvraag(deadline=clock.today() - timedelta(days=3))
    assert save(make_blad(uitvraag, regio), "Laat", 0, make_contact(regio).actor).revisions == {KEY: 1}


def test_the_same_answer_as_last_time_fills_only_what_is_empty(app: Flask):
    a, b = make_regio("Aastreek"), make_regio("Beestreek")
    contact = make_contact(a)
    before = make_sheet_ready(make_blad(make_q4(), a, b), contact)
    put_answer(before, KEY, "Elke week.", door=contact)
    put_answer(before, "afstemming_vorm", "nee", door=contact, regio=b)
    hand_in(before, contact)
    blad = make_blad(make_q1(), a, b)
    save(blad, "Nu elke maand.", 0, contact.actor)
    step = format_of_round(blad.uitvraag).step("afstemming")
    assert step is not None
    assert answers.carry_over_step(blad, step, actor=contact.actor) == 2
    copy = working_copy(blad)
    assert copy["answers"] == {"afstemming_vorm": "vast_overleg", KEY: "Nu elke maand."}
    assert copy["afwijkingen"] == {b.code: {"afstemming_vorm": "nee"}}
    assert answers.carry_over_step(blad, step, actor=contact.actor) == 0


def test_without_a_last_time_there_is_nothing_to_take_over(blad: Antwoordblad, anna: Actor):
    step = format_of_round(blad.uitvraag).steps[0]
    with pytest.raises(SheetProblem, match="geen eerdere antwoorden"):
        answers.carry_over_step(blad, step, actor=anna)
