"""Answers that the coördinator sends back: they keep counting until the region hands in again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.roles import Actor, Rol
from portal.domain.round.events import ROUND_STORY
from portal.domain.round.states import BladStatus, UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, Mail, UitvraagEvent
from portal.services.round.page import round_page
from portal.services.round.problems import RoundProblem
from portal.services.sheet import decisions, submit
from tests.worlds.people import make_user
from tests.worlds.rows import all_rows
from tests.worlds.sheet import SheetWorld, hand_in, make_sheet_ready, make_sheet_world


@pytest.fixture
def world(app: Flask) -> SheetWorld:
    return make_sheet_world()


@pytest.fixture
def blad(world: SheetWorld) -> Antwoordblad:
    """Handed in."""
    hand_in(make_sheet_ready(world.blad, world.anna), world.anna)
    return world.blad


@pytest.fixture
def co(app: Flask) -> Actor:
    return make_user(Rol.COORDINATOR, naam="Roos Proef").actor


def mails() -> list[Mail]:
    return [mail for mail in all_rows(Mail) if mail.soort == "blad_teruggestuurd"]


def test_sending_back_asks_the_region_to_hand_in_again(world: SheetWorld, blad: Antwoordblad, co: Actor) -> None:
    decisions.send_back(blad, None, "Licht actie 2 toe.", actor=co)
    assert blad.status is BladStatus.TERUGGESTUURD
    event = all_rows(UitvraagEvent)[-1]
    told = ROUND_STORY.tell(event.soort, "Roos Proef", event.gegevens)
    assert (told, event.notitie) == (
        "Roos Proef heeft de antwoorden van Proefstreek teruggestuurd.",
        "Licht actie 2 toe.",
    )
    assert {mail.aan for mail in mails()} >= {world.anna.email}
    assert all("De reden: Licht actie 2 toe." in mail.tekst for mail in mails())
    # What was handed in counts, also while it is mended.
    assert round_page(blad.uitvraag).telling.geantwoord == 1
    assert submit.newest_submission(blad).nummer == 1
    hand_in(blad, world.anna)
    assert (blad.status, blad.indiening_nummer) == (BladStatus.INGEDIEND, 2)
    assert decisions.reason_sent_back(blad) is None


def test_a_later_day_is_an_extension(blad: Antwoordblad, co: Actor) -> None:
    later = blad.deadline + timedelta(days=5)
    decisions.send_back(blad, later, "Graag meer.", actor=co)
    assert (blad.uitstel_tot, blad.heropend_tot) == (later, None)


def test_in_a_closed_round_it_reopens_this_sheet(world: SheetWorld, blad: Antwoordblad, co: Actor) -> None:
    blad.uitvraag.status = UitvraagStatus.GESLOTEN
    until = clock.today() + timedelta(days=7)
    decisions.send_back(blad, until, "Graag meer.", actor=co)
    assert (blad.uitstel_tot, blad.heropend_tot) == (None, until)
    hand_in(blad, world.anna)
    assert blad.indiening_nummer == 2


def test_what_can_not_be_is_refused_and_changes_nothing(world: SheetWorld, blad: Antwoordblad, co: Actor) -> None:
    with pytest.raises(RoundProblem, match="Schrijf op waarom"):
        decisions.send_back(blad, None, " ", actor=co)
    submit.correct(blad, world.anna.actor)
    with pytest.raises(RoundProblem, match="heeft nu de status “Wordt gecorrigeerd”"):
        decisions.send_back(blad, None, "Graag meer.", actor=co)
    db.session.flush()
    assert (blad.status, mails()) == (BladStatus.HEROPEND, [])


def test_who_presses_correct_on_what_came_back_has_the_pen_already(
    world: SheetWorld, blad: Antwoordblad, co: Actor
) -> None:
    decisions.send_back(blad, None, "Graag meer.", actor=co)
    submit.correct(blad, world.anna.actor)
    assert blad.status is BladStatus.TERUGGESTUURD
