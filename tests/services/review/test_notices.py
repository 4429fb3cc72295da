"""The mails about reviewing: to whom, each once, and never with what was asked or advised."""

from __future__ import annotations

from collections import Counter

import pytest
from flask import Flask

from portal.domain.mail import MailKeuze
from portal.domain.review.remarks import AdviesOordeel
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Mail, Plan, User
from portal.services.plan import notices as plan_notices
from portal.services.plan import reading_along
from portal.services.review import notices, reviews
from tests.worlds.people import give_role, make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.review import make_in_review, make_returned
from tests.worlds.rows import all_rows


@pytest.fixture
def plan(app: Flask) -> Plan:
    return make_plan(make_regio("Aan Zee"), make_regio("Landinwaarts"))


@pytest.fixture
def anna(plan: Plan) -> User:
    """A contact of both regions of the plan."""
    anna = make_contact(plan.regios[0], naam="Anna Proef")
    return give_role(anna, Rol.REGIOCONTACT, plan.regios[1], Namens.GEMEENTE)


@pytest.fixture
def co(app: Flask) -> User:
    return make_user(Rol.COORDINATOR, mailkeuze=MailKeuze.DIRECT)


def sent(soort: str) -> Counter[str]:
    """How many mails of this kind each person got."""
    return Counter(mail.aan for mail in all_rows(Mail) if mail.soort == soort)


def test_a_contact_of_both_regions_gets_one_mail(plan: Plan, anna: User):
    bob = make_contact(plan.regios[1], Namens.ZORGKANTOOR)
    gone = make_contact(plan.regios[1])
    gone.active = False
    back = make_returned(plan, contact=anna)
    for _ in range(2):
        notices.sent_back(plan, back)
    assert sent("teruggestuurd") == {anna.email: 1, bob.email: 1}


def test_accepting_again_after_undoing_is_told_again(plan: Plan, anna: User, co: User):
    indiening = make_in_review(plan, contact=anna)
    for _ in range(2):
        reviews.approve(plan, actor=co.actor, seen_indiening_id=indiening.id)
        db.session.flush()
        for _ in range(2):
            notices.approved(plan)
        if not sent("heropend"):
            reviews.undo_approval(plan, actor=co.actor, reason="GEHEIM reden")
            db.session.flush()
            notices.reopened(plan)
    assert sent("vastgesteld") == {anna.email: 2}
    assert sent("heropend") == {anna.email: 1}


def test_each_submission_is_told_to_reviewers_once(plan: Plan, anna: User, co: User):
    reviewer = give_role(make_user(Rol.BEOORDELAAR, mailkeuze=MailKeuze.DIRECT), Rol.COORDINATOR)
    make_user(Rol.BEOORDELAAR, active=False)
    make_user(Rol.LEZER)
    make_user(Rol.BEHEERDER)
    indiening = make_indiening(plan, anna)
    for _ in range(2):
        plan_notices.handed_in(plan, indiening)
    assert sent("nieuw_ingediend") == {co.email: 1, reviewer.email: 1}


def test_no_mail_holds_what_was_asked_or_advised_or_written(plan: Plan, anna: User, co: User):
    reading_along.ask(plan, ["acties"], notitie="GEHEIM notitie", actor=anna.actor)
    indiening = make_in_review(plan, contact=anna)
    reviews.advise(
        plan, actor=co.actor, oordeel=AdviesOordeel.GEEN, toelichting="GEHEIM advies", seen_indiening_id=indiening.id
    )
    back = reviews.send_back(
        plan, actor=co.actor, reden="GEHEIM reden", asked={"acties": "GEHEIM vraag"}, seen_indiening_id=indiening.id
    )
    assert back is not None
    mails = all_rows(Mail)
    assert {mail.soort for mail in mails} == {"meelezen", "ingediend", "nieuw_ingediend", "teruggestuurd"}
    assert not [mail for mail in mails if "GEHEIM" in mail.onderwerp + mail.tekst]
    # One link in each, to where it can be read.
    assert [mail.tekst.count("http") for mail in mails] == [1] * len(mails)
