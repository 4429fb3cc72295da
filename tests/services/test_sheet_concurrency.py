"""People at the very same moment: handing in twice, or while the round closes. Real threads, on both databases."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.roles import Actor, Namens, Rol
from portal.domain.rounds import BladStatus, UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, BladIndiening, Uitvraag, Voortgang
from portal.services import rounds, sheet_progress, sheet_submit, sheets
from portal.services.sheet_content import working_copy
from portal.services.sheet_progress import ProgressConflict
from portal.services.sheets import SheetProblem
from tests.factories import all_rows, make_blad, make_contact, make_regio, make_user
from tests.services.test_concurrency import at_once
from tests.sheet_factories import ids_of, make_plan_in_force, make_q1, make_sheet_ready


@pytest.fixture
def blad(app: Flask) -> Antwoordblad:
    return make_blad(make_q1(), plan=make_plan_in_force(make_regio("Proefstreek")))


@pytest.fixture
def anna(blad: Antwoordblad) -> Actor:
    contact = make_contact(blad.regios[0], naam="Anna Proef")
    make_sheet_ready(blad, contact)
    return contact.actor


def the_sheet(blad_id: int) -> Antwoordblad:
    blad = sheets.find_sheet(blad_id)
    assert blad is not None
    return blad


def test_handing_in_at_the_same_moment_makes_one_submission(app: Flask, blad: Antwoordblad, anna: Actor):
    blad_id = blad.id

    def hand_in(number: int) -> int:
        target = the_sheet(blad_id)
        return sheet_submit.submit(target, actor=anna, namens=Namens.GEMEENTE, seen_number=0).id

    found = at_once(app, hand_in)
    (indiening,) = all_rows(BladIndiening)
    assert set(found) == {indiening.id}


@pytest.mark.parametrize("turn", range(3))
def test_handing_in_while_the_round_closes_is_in_time_or_says_that_it_is_not(
    app: Flask, blad: Antwoordblad, anna: Actor, turn: int
):
    blad_id, uitvraag_id = blad.id, blad.uitvraag_id
    before = working_copy(blad)
    co = make_user(Rol.COORDINATOR).actor

    def act(number: int) -> str:
        if number == 0:
            uitvraag = db.session.get(Uitvraag, uitvraag_id)
            assert uitvraag is not None
            rounds.close_round(uitvraag, actor=co)
            return "gesloten"
        try:
            sheet_submit.submit(the_sheet(blad_id), actor=anna, namens=Namens.GEMEENTE, seen_number=0)
        except SheetProblem as problem:
            db.session.rollback()
            return str(problem)
        return "ingediend"

    closed, handed_in = at_once(app, act, people=2)
    target = the_sheet(blad_id)
    assert (closed, target.uitvraag.status) == ("gesloten", UitvraagStatus.GESLOTEN)
    assert working_copy(target) == before
    if handed_in == "ingediend":
        assert (target.status, len(all_rows(BladIndiening))) == (BladStatus.INGEDIEND, 1)
    else:
        assert "Deze uitvraag is gesloten" in handed_in
        assert "Wat u had opgeslagen is bewaard." in handed_in
        assert (target.status, all_rows(BladIndiening)) == (BladStatus.OPEN, [])


def test_two_people_who_answer_one_action_never_overwrite_each_other(app: Flask):
    blad = make_blad(make_q1(), plan=make_plan_in_force(make_regio()))
    anna = make_contact(blad.regios[0]).actor
    blad_id, actie_id = blad.id, ids_of(blad)[0]

    def say(number: int) -> str:
        text = f"Van {number}."
        try:
            sheet_progress.save_progress(
                the_sheet(blad_id), actie_id, status="afgerond", toelichting=text, base_revision=0, actor=anna
            )
        except ProgressConflict as conflict:
            seen = conflict.row.toelichting
            db.session.rollback()
            return f"zag: {seen}"
        return text

    found = at_once(app, say)
    (row,) = all_rows(Voortgang)
    assert (found.count(row.toelichting), row.revision) == (1, 1)
    assert found.count(f"zag: {row.toelichting}") == len(found) - 1
