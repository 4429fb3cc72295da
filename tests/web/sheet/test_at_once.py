"""People who save, close and hand in at the very same moment, through the front door: real threads, both databases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from portal.domain.roles import Actor, Namens, Rol
from portal.domain.round.states import BladStatus
from portal.extensions import db
from portal.models import Antwoordblad, BladAntwoord, User
from portal.services.round import problems, rounds
from portal.services.sheet import decisions, pen, submit
from portal.services.sheet.content import working_copy
from tests.client import StrictClient
from tests.reading.forms import filled_in, find_form
from tests.running.at_once import at_once
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.round import make_blad
from tests.worlds.sheet import make_plan_in_force, make_q1, make_sheet_ready

AS_SCRIPT = {"Accept": "application/json"}


@pytest.fixture
def blad(app: Flask) -> Antwoordblad:
    return make_blad(make_q1(), plan=make_plan_in_force(make_regio("Proefstreek")))


Save = Callable[[], tuple[int, dict[str, Any]]]


def about_to_save(app: Flask, blad: Antwoordblad, contact: User, text: str) -> Save:
    """Somebody who has typed on the page of question 1, and whose browser is about to save it by itself."""
    client = StrictClient(app).sign_in(contact)
    page = client.get(f"/antwoordbladen/{blad.id}/vraag/doelstelling")
    data: MultiDict[str, Any] = filled_in(*find_form(page, "Opslaan en verder"), {"doel_toelichting": text})
    address = f"/antwoordbladen/{blad.id}/vraag/doelstelling"

    def save() -> tuple[int, dict[str, Any]]:
        answer = client.browser.post(address, data=data, headers=AS_SCRIPT)
        return answer.status_code, answer.get_json()

    return save


def stored(blad_id: int) -> str:
    query = select(BladAntwoord.text).where(
        BladAntwoord.blad_id == blad_id, BladAntwoord.question_key == "doel_toelichting"
    )
    return db.session.scalar(query) or ""


def test_of_people_whose_browsers_save_at_once_one_wins_and_the_others_are_told(app: Flask, blad: Antwoordblad) -> None:
    people = [about_to_save(app, blad, make_contact(blad.regios[0]), f"Tekst {number}") for number in range(4)]
    blad_id = blad.id
    found = at_once(app, lambda number: people[number]())
    assert sorted(status for status, _ in found) == [200, 409, 409, 409]
    (winner,) = [number for number, (status, _) in enumerate(found) if status == 200]
    assert stored(blad_id) == f"Tekst {winner}"
    assert all("intussen ook veranderd" in told["melding"] for status, told in found if status == 409)


@pytest.mark.parametrize("turn", range(3))
def test_what_is_saved_by_itself_while_the_round_closes_is_kept_or_told(
    app: Flask, blad: Antwoordblad, turn: int
) -> None:
    save = about_to_save(app, blad, make_contact(blad.regios[0]), "Net op tijd")
    co, blad_id = make_user(Rol.COORDINATOR).actor, blad.id

    def act(number: int) -> tuple[int, dict[str, Any]]:
        if number:
            return save()
        rounds.close_round(db.session.get_one(Antwoordblad, blad_id).uitvraag, actor=co)
        return 0, {}

    _, (status, told) = at_once(app, act, people=2)
    assert (status, stored(blad_id)) in ((200, "Net op tijd"), (409, ""))
    assert status == 200 or "Deze uitvraag is gesloten" in told["melding"]


@pytest.mark.parametrize("turn", range(3))
def test_what_is_saved_by_itself_while_a_colleague_hands_in_is_in_it_or_told(
    app: Flask, blad: Antwoordblad, turn: int
) -> None:
    contact = make_contact(blad.regios[0])
    make_sheet_ready(blad, contact)
    anna = contact.actor
    save = about_to_save(app, blad, make_contact(blad.regios[0]), "Net op tijd")
    blad_id = blad.id

    def act(number: int) -> int:
        if number:
            return save()[0]
        hand_in(blad_id, anna)
        return 0

    _, status = at_once(app, act, people=2)
    handed_in = submit.newest_submission(the_sheet(blad_id)).snapshot
    assert status in (200, 409)
    assert handed_in["answers"].get("doel_toelichting", "") == ("Net op tijd" if status == 200 else "")
    assert working_copy(the_sheet(blad_id))["answers"] == handed_in["answers"]


def hand_in(blad_id: int, actor: Actor) -> None:
    submit.submit(the_sheet(blad_id), actor=actor, namens=Namens.GEMEENTE, seen_number=0)


def the_sheet(blad_id: int) -> Antwoordblad:
    blad = pen.find_sheet(blad_id)
    assert blad is not None
    return blad


@pytest.mark.parametrize("decide", ["extension", "not asked"])
def test_what_is_decided_about_a_sheet_while_it_is_handed_in_is_never_half(
    app: Flask, blad: Antwoordblad, decide: str
) -> None:
    contact = make_contact(blad.regios[0])
    make_sheet_ready(blad, contact)
    anna, co, blad_id = contact.actor, make_user(Rol.COORDINATOR).actor, blad.id
    until = blad.uitvraag.deadline.replace(year=2099)

    def act(number: int) -> str:
        try:
            if number:
                hand_in(blad_id, anna)
            elif decide == "extension":
                decisions.grant_extension(the_sheet(blad_id), until, actor=co)
            else:
                decisions.mark_not_asked(the_sheet(blad_id), "Nieuwe regio", actor=co)
        except problems.SheetProblem as problem:
            db.session.rollback()
            return str(problem)
        return ""

    decided, handed_in = at_once(app, act, people=2)
    after = the_sheet(blad_id)
    assert (after.status is BladStatus.INGEDIEND) is (handed_in == "")
    assert (after.uitstel_tot == until or after.niet_gevraagd) is (decided == "")
    # Who hands in first needs no extension, and is no longer "niet gevraagd"; an extension stops nobody.
    assert decided == "" or "al geantwoord" in decided
    assert handed_in == "" or "vragen wij uw regio niet" in handed_in
    assert "" in (decided, handed_in)
