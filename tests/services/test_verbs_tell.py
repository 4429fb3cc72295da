"""A verb tells people itself, so that whoever calls it can't forget the mails."""

from __future__ import annotations

from collections import Counter

import pytest
from flask import Flask

from portal.domain.mail import MailKeuze
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Mail, Plan, User
from portal.services import people
from portal.services.plan import reading_along, submit
from portal.services.review import reviews
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.review import answer_return
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in, make_answered_q4, make_plan_in_force


@pytest.fixture
def plan(app: Flask) -> Plan:
    return make_plan(make_regio("Aastreek"))


@pytest.fixture
def anna(plan: Plan) -> User:
    return make_contact(plan.regios[0], Namens.GEMEENTE)


@pytest.fixture
def co(plan: Plan) -> User:
    return make_user(Rol.COORDINATOR, mailkeuze=MailKeuze.DIRECT)


def told() -> Counter[tuple[str, str]]:
    """How many mails of each kind each person got."""
    db.session.flush()
    return Counter((mail.soort, mail.aan) for mail in all_rows(Mail))


def test_handing_in_and_taking_back_tell_both_sides(plan: Plan, anna: User, co: User):
    reading_along.ask(plan, ["acties"], notitie="Kijkt u mee?", actor=anna.actor)
    make_indiening(plan, anna)
    submit.withdraw(plan, actor=anna.actor)
    assert told() == {
        ("meelezen", co.email): 1,
        ("nieuw_ingediend", co.email): 1,
        ("ingediend", anna.email): 1,
        ("ingetrokken", anna.email): 1,
    }


def test_every_decision_of_a_review_tells_the_region(plan: Plan, anna: User, co: User):
    first = make_indiening(plan, anna)
    reviews.pick_up(plan, actor=co.actor)
    reviews.send_back(plan, actor=co.actor, reden="Nog niet.", asked={"acties": "Wie?"}, seen_indiening_id=first.id)
    answer_return(plan, anna)
    second = make_indiening(plan, anna)
    reviews.pick_up(plan, actor=co.actor)
    reviews.approve(plan, actor=co.actor, seen_indiening_id=second.id)
    reviews.undo_approval(plan, actor=co.actor, reason="Verkeerde versie.")
    assert told() == {
        ("nieuw_ingediend", co.email): 2,
        ("ingediend", anna.email): 2,
        ("teruggestuurd", anna.email): 1,
        ("vastgesteld", anna.email): 1,
        ("heropend", anna.email): 1,
    }


def test_handing_in_an_answer_sheet_tells_all_its_contacts(app: Flask):
    plan = make_plan_in_force(make_regio("Aastreek"))
    anna = make_contact(plan.regios[0], Namens.GEMEENTE)
    bob = make_contact(plan.regios[0], Namens.ZORGKANTOOR)
    before = told()
    indiening = make_answered_q4(plan, anna)
    everybody = {one.account.email for one in people.contacts_of_plan(indiening.blad)}
    assert {anna.email, bob.email} < everybody
    assert told() - before == {("blad_ingediend", email): 1 for email in everybody}
    assert hand_in(indiening.blad, anna, seen=0) == indiening
    assert told() - before == {("blad_ingediend", email): 1 for email in everybody}
