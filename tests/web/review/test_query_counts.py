"""Reviewing asks the database as many questions for one plan, reviewer or return as for many."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.review.remarks import AdviesOordeel
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import User
from portal.services.plan import attachments
from portal.services.review import reviews
from tests.running.halves import on_one_each
from tests.running.queries import asked
from tests.worlds.kept import kept
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.review import answer_return, make_returned

PARTS = {"acties": "Wie?", "planning": "Wanneer?", "monitoring": "Hoe vaak?"}


@kept
def reviewed_plan(size: int) -> tuple[User, int]:
    """A plan that came back and was submitted again, with so many of everything, among as many other plans."""
    for _ in range(size):
        make_indiening(make_plan())
    plan = make_plan(make_regio())
    contact = make_contact(plan.regios[0])
    for number in range(size):
        pdf = f"%PDF-1.7\n{number}".encode()
        attachments.add_bijlage(plan, naam=f"Plan {number}", bestandsnaam="a.pdf", inhoud=pdf, actor=contact.actor)
    make_returned(plan, dict(list(PARTS.items())[:size]), contact=contact)
    answer_return(plan, contact)
    indiening = make_indiening(plan, contact)
    reviewers = [make_user(Rol.BEOORDELAAR, naam=f"Persoon {number}") for number in range(size)]
    reviews.pick_up(plan, actor=reviewers[0].actor)
    for one in reviewers:
        reviews.advise(
            plan, actor=one.actor, oordeel=AdviesOordeel.GEEN, toelichting="", seen_indiening_id=indiening.id
        )
    db.session.commit()
    return make_user(Rol.COORDINATOR), plan.id


PAGES = ("", "?toon=gewijzigd", "?met=niets", "/overdragen", "/terugsturen", "/vaststellen")


@pytest.mark.parametrize(("app", "rest"), on_one_each(PAGES), indirect=["app"])
def test_a_page_of_reviewing_asks_a_fixed_number_of_questions(app: Flask, rest: str):
    def world(size: int) -> tuple[User, str]:
        person, plan_id = reviewed_plan(size)
        return person, f"/plannen/{plan_id}/beoordelen{rest}"

    one, three = asked(app, world, 1), asked(app, world, 3)
    assert len(three) == len(one), "\n".join(sorted(set(three) - set(one)))


def test_a_plan_that_came_back_asks_a_fixed_number_of_questions(app: Flask):
    def world(size: int) -> tuple[User, str]:
        plan = make_plan(make_regio())
        contact = make_contact(plan.regios[0])
        make_returned(plan, dict(list(PARTS.items())[:size]), contact=contact)
        answer_return(plan, contact)
        db.session.commit()
        return contact, f"/plannen/{plan.id}"

    assert len(asked(app, world, 3)) == len(asked(app, world, 1))
