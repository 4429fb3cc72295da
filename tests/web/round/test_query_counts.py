"""Lists of rounds, the matrix, the page of a round, opening and reminding ask as much for many as for few."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.roles import Namens, Rol
from portal.domain.round.states import BladStatus, UitvraagStatus
from portal.domain.sheet.facts import facts_of
from portal.extensions import db
from portal.models import BladIndiening, Plan, Uitvraag, User
from portal.services.round import rounds
from portal.services.round.questionnaire import format_of_round
from portal.services.round.reminders import remind_about_rounds
from portal.services.sheet.content import working_copy
from tests.databases import empty_database
from tests.running.halves import on_one_each
from tests.running.queries import asked, statements
from tests.worlds.kept import kept
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.round import make_blad, make_uitvraag


@kept
def a_country(size: int) -> list[Plan]:
    """So many regions with a plan that was handed in, and a contact; two of them share one."""
    plans = [make_plan(make_regio(), *([make_regio()] if not number else ())) for number in range(size)]
    for plan in plans:
        make_contact(plan.regios[0], Namens.ZORGKANTOOR)
        make_indiening(plan)
    return plans


def answered_rounds(size: int, plans: list[Plan]) -> list[Uitvraag]:
    """So many rounds, the newest open, of which the first plan answered each."""
    person = make_contact(plans[0].regios[0])
    found = []
    for number in range(size):
        status = UitvraagStatus.GESLOTEN if number else UitvraagStatus.OPEN
        uitvraag = make_uitvraag(status=status, opent_op=clock.today() - timedelta(days=10 + 90 * number))
        bladen = [make_blad(uitvraag, plan=plan) for plan in plans]
        handed_in = working_copy(bladen[0])
        bladen[0].indiening_nummer, bladen[0].status = 1, BladStatus.INGEDIEND
        db.session.add(
            BladIndiening(
                blad_id=bladen[0].id,
                nummer=1,
                ingediend_op=clock.now(),
                ingediend_door_id=person.id,
                namens=Namens.GEMEENTE,
                snapshot=handed_in,
                checksum="0" * 64,
                feiten=facts_of(format_of_round(uitvraag), handed_in),
            )
        )
        found.append(uitvraag)
    return found


def with_rounds(size: int) -> tuple[User, str]:
    answered_rounds({1: 1, 3: 8}[size], a_country(3))
    return make_user(Rol.COORDINATOR), "/landelijk/uitvragen"


@kept
def two_rounds(plans: int) -> tuple[User, Uitvraag]:
    """The coördinator, and the newest of two rounds with so many plans."""
    newest, _ = answered_rounds(2, a_country(plans))
    return make_user(Rol.COORDINATOR), newest


def with_regions(rest: Callable[[Uitvraag], str]) -> Callable[[int], tuple[User, str]]:
    def world(size: int) -> tuple[User, str]:
        person, newest = two_rounds({1: 3, 3: 30}[size])
        return person, f"/landelijk/uitvragen{rest(newest)}"

    return world


PAGES = {
    "the list with 1 and 8 rounds": with_rounds,
    "the list with 3 and 30 plans": with_regions(lambda uitvraag: ""),
    "a round with 3 and 30 plans": with_regions(lambda uitvraag: f"/{uitvraag.id}"),
    "a sheet with 3 and 30 plans": with_regions(lambda uitvraag: f"/{uitvraag.id}/bladen/{uitvraag.bladen[0].id}"),
}


@pytest.mark.parametrize(("app", "name"), on_one_each(list(PAGES)), indirect=["app"])
def test_a_page_asks_as_much_for_many_as_for_few(app: Flask, name: str) -> None:
    few, many = (asked(app, PAGES[name], size) for size in (1, 3))
    assert len(few) == len(many), "\n".join(many)
    assert few


def test_opening_and_reminding_take_as_many_statements_for_thirty_plans_as_for_three(app: Flask) -> None:
    found = []
    for size in (3, 30):
        a_country(size)
        uitvraag = make_uitvraag(status=UitvraagStatus.GEPLAND, deadline=clock.today() + timedelta(days=7))
        db.session.commit()
        with statements() as opening:
            rounds.open_round(uitvraag, actor=None)
            db.session.commit()
        with statements() as reminding:
            assert remind_about_rounds() > 0
            db.session.commit()
        found.append((len(opening), len(reminding)))
        empty_database()
    assert found[0] == found[1]
    assert sum(found[0]) < 30
