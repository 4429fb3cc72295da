"""Handing in answers freezes them, happens once, and can be corrected while the sheet takes answers."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.roles import Namens
from portal.domain.round.events import UitvraagEventSoort
from portal.domain.round.states import BladStatus, UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, BladIndiening, RegelSoort, UitvraagEvent, User
from portal.services.filling.freezing import checksum
from portal.services.filling.revisions import AnswerEdit
from portal.services.round.problems import SheetProblem
from portal.services.sheet import answers, followed_plan, progress, rows, submit
from portal.services.sheet.content import working_copy
from portal.services.sheet.rows import RegelValues
from tests.worlds.people import make_contact, make_regio
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows
from tests.worlds.sheet import (
    hand_in,
    ids_of,
    make_q1,
    make_sheet_ready,
    put_answer,
    put_progress,
)


@pytest.fixture
def anna(blad: Antwoordblad) -> User:
    return make_contact(blad.regios[0], naam="Anna Proef")


def told(soort: UitvraagEventSoort) -> int:
    return sum(event.soort == soort for event in all_rows(UitvraagEvent))


def test_handing_in_freezes_the_sheet_and_counts_what_is_in_it(blad: Antwoordblad, anna: User):
    make_sheet_ready(blad, anna)
    as_it_was = working_copy(blad)
    indiening = hand_in(blad, anna)
    assert (indiening.nummer, indiening.namens, indiening.ingediend_door) == (1, Namens.GEMEENTE, anna)
    assert indiening.snapshot == as_it_was
    assert indiening.checksum == checksum(as_it_was)
    code = blad.regios[0].code
    assert indiening.feiten == {
        "afstemming": {code: "vast_overleg"},
        "doel": {code: "deels"},
        "acties": {"op_schema": 3},
        "aantal_acties": 3,
        "successen": 0,
        "lessen": 0,
        "verwachtingen": {},
    }
    assert (blad.status, blad.indiening_nummer) == (BladStatus.INGEDIEND, 1)
    assert told(UitvraagEventSoort.BLAD_INGEDIEND) == 1


def test_a_double_click_gives_the_one_submission(blad: Antwoordblad, anna: User):
    make_sheet_ready(blad, anna)
    first = hand_in(blad, anna, seen=0)
    assert hand_in(blad, anna, seen=0) is first
    assert [one.nummer for one in all_rows(BladIndiening)] == [1]
    assert told(UitvraagEventSoort.BLAD_INGEDIEND) == 1


def test_what_is_missing_is_named_and_nothing_is_handed_in(blad: Antwoordblad, anna: User):
    put_answer(blad, "afstemming_vorm", "nee", door=anna)
    put_progress(blad, [("op_schema", ""), ("aandacht", "")], door=anna)
    with pytest.raises(submit.SheetNotReady, match="nog niet klaar: Voortgang van de acties, Doelstelling") as refused:
        hand_in(blad, anna)
    assert [question.key for state in refused.value.states for question in state.missing] == [
        "voortgang",
        "doel_verwachting",
    ]
    db.session.rollback()
    assert all_rows(BladIndiening) == []


def test_a_region_without_a_plan_in_force_hands_in_without_actions(app: Flask):
    regio = make_regio("Proefstreek")
    blad, anna = make_blad(make_q1(), regio), make_contact(regio)
    make_sheet_ready(blad, anna)
    indiening = hand_in(blad, anna)
    assert (indiening.snapshot["plan"], indiening.snapshot["acties"]) == (None, [])
    assert indiening.feiten["aantal_acties"] == 0


def test_while_it_is_corrected_what_was_handed_in_keeps_counting(blad: Antwoordblad, anna: User):
    make_sheet_ready(blad, anna)
    first = hand_in(blad, anna)
    for _ in range(2):
        submit.correct(blad, anna.actor)
    assert (blad.status, blad.facts.has_indiening) == (BladStatus.HEROPEND, True)
    assert submit.newest_submission(blad) is first
    assert told(UitvraagEventSoort.BLAD_CORRECTIE) == 1
    second = hand_in(blad, anna)
    assert [one.nummer for one in submit.submissions_of(blad)] == [2, 1]
    assert submit.newest_submission(blad) is second


def test_a_page_from_before_an_earlier_submission_hands_in_nothing(blad: Antwoordblad, anna: User):
    make_sheet_ready(blad, anna)
    hand_in(blad, anna)
    submit.correct(blad, anna.actor)
    with pytest.raises(SheetProblem, match="intussen al ingediend"):
        hand_in(blad, anna, seen=0)


def test_after_handing_in_a_page_that_stayed_open_changes_nothing(blad: Antwoordblad, anna: User):
    make_sheet_ready(blad, anna)
    hand_in(blad, anna)
    before, actor, actie_id = working_copy(blad), anna.actor, ids_of(blad)[0]
    for act in (
        lambda: answers.save_answers(blad, [AnswerEdit("doel_toelichting", "Nog iets.", 0)], actor=actor),
        lambda: progress.save_progress(
            blad, actie_id, status="gestopt", toelichting="Toch niet.", base_revision=1, actor=actor
        ),
        lambda: progress.carry_over_all(blad, actor=actor),
        lambda: rows.add_rows(blad, RegelSoort.LES, [RegelValues("Een les")], actor=actor),
        lambda: followed_plan.follow_plan(blad, actor=actor),
    ):
        with pytest.raises(SheetProblem, match="Kies dan eerst Corrigeren"):
            act()
    assert working_copy(blad) == before


def test_what_was_never_handed_in_is_not_corrected(blad: Antwoordblad, anna: User):
    with pytest.raises(SheetProblem, match="Corrigeren kan dan niet"):
        submit.correct(blad, anna.actor)


def test_a_closed_round_takes_nothing_and_says_what_to_do(app: Flask):
    regio = make_regio()
    blad, anna = make_blad(make_uitvraag(status=UitvraagStatus.GESLOTEN), regio), make_contact(regio)
    make_sheet_ready(blad, anna)
    with pytest.raises(SheetProblem, match="Vraag de coördinator om uw antwoordblad te heropenen"):
        hand_in(blad, anna)


def test_somebody_hands_in_only_for_the_own_side_of_the_own_region(blad: Antwoordblad, anna: User):
    make_sheet_ready(blad, anna)
    elsewhere = make_contact(make_regio(), Namens.ZORGKANTOOR)
    for who, namens in ((anna, Namens.ZORGKANTOOR), (elsewhere, Namens.ZORGKANTOOR)):
        with pytest.raises(SheetProblem, match="U bent in deze regio geen contactpersoon namens: Zorgkantoor"):
            submit.submit(blad, actor=who.actor, namens=namens, seen_number=0)
