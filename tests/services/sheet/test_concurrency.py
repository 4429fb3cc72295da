"""People at the very same moment: handing in twice, or while the round closes. Real threads, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.roles import Actor, Namens, Rol
from portal.domain.round.states import BladStatus, UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, BladIndiening, Terugkoppeling, Uitvraag, Voortgang
from portal.services.feedback import feedback
from portal.services.round import rounds
from portal.services.round.problems import SheetProblem
from portal.services.sheet import decisions, followed_plan, pen, progress, submit
from portal.services.sheet.content import working_copy
from portal.services.sheet.progress import ProgressConflict
from tests.running.at_once import at_once
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.round import make_blad
from tests.worlds.rows import all_rows
from tests.worlds.sheet import ids_of, make_plan_in_force, make_q1, make_sheet_ready, renew


@pytest.fixture
def anna(blad: Antwoordblad) -> Actor:
    contact = make_contact(blad.regios[0], naam="Anna Proef")
    make_sheet_ready(blad, contact)
    return contact.actor


def the_sheet(blad_id: int) -> Antwoordblad:
    blad = pen.find_sheet(blad_id)
    assert blad is not None
    return blad


def test_handing_in_at_the_same_moment_makes_one_submission(app: Flask, blad: Antwoordblad, anna: Actor):
    blad_id = blad.id

    def hand_in(number: int) -> int:
        target = the_sheet(blad_id)
        return submit.submit(target, actor=anna, namens=Namens.GEMEENTE, seen_number=0).id

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
            submit.submit(the_sheet(blad_id), actor=anna, namens=Namens.GEMEENTE, seen_number=0)
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
            progress.save_progress(
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


@pytest.mark.parametrize("turn", range(2))
def test_following_the_new_plan_while_others_answer_and_hand_in_keeps_all_three_whole(app: Flask, turn: int):
    plan = make_plan_in_force(make_regio("Proefstreek"))
    contact = make_contact(plan.regios[0])
    blad = make_blad(make_q1(), plan=plan)
    make_sheet_ready(blad, contact)
    dropped = ids_of(blad)[-1]
    renew(plan, drop=dropped, actor=contact.actor)
    blad_id, anna = blad.id, contact.actor

    def act(number: int) -> str:
        target = the_sheet(blad_id)
        try:
            if number == 0:
                followed_plan.follow_plan(target, actor=anna)
            elif number == 1:
                progress.save_progress(
                    target, dropped, status="afgerond", toelichting="Klaar.", base_revision=1, actor=anna
                )
            else:
                submit.submit(target, actor=anna, namens=Namens.GEMEENTE, seen_number=0)
        except SheetProblem as problem:
            db.session.rollback()
            return str(problem)
        return ""

    *_, handed_in = at_once(app, act, people=3)
    target = the_sheet(blad_id)
    if handed_in == "":
        # What was handed in is what the sheet shows: nothing slipped in behind it.
        frozen, shown = submit.newest_submission(target).snapshot, working_copy(target)
        assert (frozen["plan"], frozen["voortgang"]) == (shown["plan"], shown["voortgang"])
    else:
        assert "nog niet klaar" in handed_in
        assert target.status is BladStatus.OPEN


@pytest.mark.parametrize("turn", range(2))
def test_what_is_handed_in_while_the_terugkoppeling_is_sent_is_in_it_or_told(app: Flask, turn: int):
    blad = make_blad(make_q1(), plan=make_plan_in_force(make_regio("Proefstreek")))
    contact = make_contact(blad.regios[0])
    make_sheet_ready(blad, contact)
    co, anna, blad_id, uitvraag = make_user(Rol.COORDINATOR).actor, contact.actor, blad.id, blad.uitvraag
    rounds.close_round(uitvraag, actor=co)
    decisions.reopen_sheet(blad, clock.today() + timedelta(days=3), "Er ging iets mis.", actor=co)
    feedback.prepare(uitvraag, anderen_zeiden="", vervolg="Wij gaan door.", seen_revision=uitvraag.revision, actor=co)
    revision = uitvraag.revision

    def act(number: int) -> bool:
        target = the_sheet(blad_id)
        try:
            if number:
                submit.submit(target, actor=anna, namens=Namens.GEMEENTE, seen_number=0)
            else:
                feedback.send(target.uitvraag, seen_revision=revision, actor=co)
        except SheetProblem:
            db.session.rollback()
            return False
        return True

    sent, handed_in = at_once(app, act, people=2)
    (given,) = all_rows(Terugkoppeling)
    assert sent
    assert (given.snapshot["eigen"] is not None) is handed_in
