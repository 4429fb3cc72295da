"""The one overview a day: never empty, never twice, and never to who left."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.mail import SOORTEN, MailKeuze
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Mail
from portal.services.people import accounts
from portal.services.plan import giving, pen
from portal.services.round import notices as round_notices
from tests.running.at_once import at_once
from tests.worlds.mails import (
    EVENING,
    MORNING,
    World,
    answered,
    handed_in,
    make_world,
    overviews,
    part_given,
    remarked,
    write_at,
)
from tests.worlds.people import give_role, make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.review import make_returned
from tests.worlds.rows import all_rows


@pytest.fixture
def world(app: Flask) -> World:
    return make_world()


def test_31_plans_on_the_last_day_make_one_mail_to_each_reviewer(app: Flask) -> None:
    reviewer, co = make_user(Rol.BEOORDELAAR, mailkeuze=None), make_user(Rol.COORDINATOR, mailkeuze=None)
    with clock.stopped_at(EVENING):
        for number in range(31):
            make_indiening(make_plan(make_regio(f"Streek {number:02}")))
        db.session.commit()
    assert {mail.soort for mail in all_rows(Mail)} == {"ingediend"}
    assert [write_at(MORNING), write_at(MORNING), write_at(MORNING + timedelta(days=1))] == [2, 0, 0]
    assert {mail.aan for mail in overviews()} == {reviewer.email, co.email}
    (mail,) = overviews(reviewer)
    assert mail.onderwerp == "Overzicht van vandaag: 31 berichten"
    assert (mail.tekst.count("- Streek "), mail.tekst.count("http")) == (31, 1)


def test_one_handing_in_mails_directly_only_who_chose_that(world: World) -> None:
    lou = make_contact(world.plan.regios[0])
    lou.mailkeuze = MailKeuze.GEVRAAGD
    with clock.stopped_at(EVENING):
        handed_in(world)
        db.session.commit()
    contacts = {world.anna.email, world.kim.email, lou.email}
    assert {mail.aan for mail in all_rows(Mail)} & contacts == {world.anna.email}
    write_at(MORNING)
    assert {mail.aan for mail in overviews()} & contacts == {world.kim.email}


def test_it_waits_for_the_morning_and_what_comes_later_for_the_next(world: World) -> None:
    with clock.stopped_at(EVENING):
        handed_in(world)
        db.session.commit()
    # Half past six in Amsterdam.
    assert write_at(MORNING.replace(hour=5, minute=30)) == 0
    write_at(MORNING)
    with clock.stopped_at(MORNING + timedelta(hours=2)):
        remarked(world)
        db.session.commit()
    assert write_at(MORNING + timedelta(hours=3)) == 0
    write_at(MORNING + timedelta(days=1))
    newest = overviews(world.kim)[-1]
    assert newest.onderwerp == "Overzicht van vandaag: 1 bericht"
    assert "- het plan" in newest.tekst
    assert "ingediend" not in newest.tekst


def test_what_is_asked_comes_first(world: World) -> None:
    with clock.stopped_at(EVENING):
        answered(world)
        part_given(world)
        db.session.commit()
    write_at(MORNING)
    (mail,) = overviews(world.kim)
    assert mail.tekst.index(SOORTEN["onderdeel_gevraagd"].kop) < mail.tekst.index(SOORTEN["blad_ingediend"].kop)


def test_what_is_asked_by_a_day_that_is_near_does_not_wait(world: World) -> None:
    with clock.stopped_at(EVENING):
        step, voor = pen.format_of(world.plan).steps[1], clock.today() + timedelta(days=2)
        actor = world.anna.actor
        giving.give(world.plan, step, aan_id=world.kim.id, voor=voor, toelichting="", seen_id=0, actor=actor)
        world.blad.uitvraag.deadline = voor
        round_notices.opened(world.blad.uitvraag)
        make_returned(world.plan, coordinator=world.co, contact=world.anna, terug_voor=voor)
        db.session.commit()
    direct = {mail.soort for mail in all_rows(Mail) if mail.aan == world.kim.email}
    assert direct == {"onderdeel_gevraagd", "uitvraag_open", "teruggestuurd"}


def test_who_chooses_otherwise_by_then_still_hears_what_waited(world: World) -> None:
    with clock.stopped_at(EVENING):
        handed_in(world)
        world.kim.mailkeuze = MailKeuze.DIRECT
        db.session.commit()
    write_at(MORNING)
    assert len(overviews(world.kim)) == 1


@pytest.mark.parametrize("how", ["switched off", "role taken"])
def test_who_left_by_then_hears_nothing(world: World, how: str) -> None:
    with clock.stopped_at(EVENING):
        handed_in(world)
        db.session.commit()
    with clock.stopped_at(EVENING + timedelta(hours=1)):
        beheer = make_user(Rol.BEHEERDER).actor
        if how == "switched off":
            accounts.switch_off(world.kim, actor=beheer)
        else:
            accounts.remove_membership(world.kim, world.kim.lidmaatschappen[0].id, actor=beheer)
        give_role(world.kim, Rol.LEZER)
        db.session.commit()
    write_at(MORNING)
    assert overviews(world.kim) == []


def test_two_machines_write_one_overview(app: Flask) -> None:
    make_user(Rol.BEOORDELAAR, mailkeuze=None)
    with clock.stopped_at(EVENING):
        make_indiening(make_plan(make_regio("Een")))
        db.session.commit()
    assert sum(at_once(app, lambda number: write_at(MORNING))) == 1
