"""A coördinator starts plans, gives them another deadline, joins and splits them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain import clock
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Plan
from tests.client import StrictClient
from tests.worlds.people import make_regio, make_user
from tests.worlds.plan import make_plan


@pytest.fixture
def coordinator(client: StrictClient) -> StrictClient:
    """A browser in which a coördinator has signed in, with two regions in the world."""
    make_regio("Aastreek")
    make_regio("Zandstreek")
    return client.sign_in(make_user(Rol.COORDINATOR))


def plan_names() -> list[tuple[str, str]]:
    """Name and deadline of all plans, oldest first."""
    db.session.expire_all()
    return [(plan.naam, plan.deadline.isoformat()) for plan in db.session.scalars(select(Plan).order_by(Plan.id))]


def ids(*namen: str) -> list[str]:
    """The ids of regions as a form holds them."""
    from portal.models import Regio

    return [str(db.session.scalars(select(Regio.id).where(Regio.naam == naam)).one()) for naam in namen]


def test_each_chosen_region_gets_a_plan_of_its_own(coordinator: StrictClient) -> None:
    coordinator.get("/landelijk/plannen/starten")
    coordinator.submit("Starten", deadline="31-12-2099", regios=ids("Aastreek", "Zandstreek"))
    assert plan_names() == [("Aastreek", "2099-12-31"), ("Zandstreek", "2099-12-31")]


def test_together_they_get_one_plan(coordinator: StrictClient) -> None:
    coordinator.get("/landelijk/plannen/starten")
    coordinator.submit("Starten", deadline="31-12-2099", regios=ids("Aastreek", "Zandstreek"), samen=True)
    assert plan_names() == [("Aastreek en Zandstreek", "2099-12-31")]


def test_a_plan_is_not_started_for_nobody_or_in_the_past(coordinator: StrictClient) -> None:
    coordinator.get("/landelijk/plannen/starten")
    page = coordinator.submit("Starten", deadline="1-1-2020", status=422)
    assert page.errors == ["Deze datum is al voorbij. Kies vandaag of een latere dag.", "Kies ten minste één regio."]
    assert plan_names() == []


def test_the_deadline_of_one_plan_moves_and_its_story_tells_why(coordinator: StrictClient) -> None:
    with clock.stopped_at(datetime(2023, 11, 20, 9, tzinfo=UTC)):
        plan = make_plan(make_regio("Bosstreek"))
        coordinator.get(f"/landelijk/plannen/{plan.id}/beheren")
        coordinator.submit("Deadline opslaan", deadline="1 maart 2024", notitie="Vakantie")
    assert plan_names() == [("Bosstreek", "2024-03-01")]


def test_joining_asks_which_plan_and_whether_one_is_sure(app: Flask, coordinator: StrictClient) -> None:
    first, second = make_plan(make_regio("Bosstreek")), make_plan(make_regio("Duinstreek"))
    coordinator.get(f"/landelijk/plannen/{first.id}/beheren")
    page = coordinator.submit("Samenvoegen", status=422)
    assert page.errors == ["Kies het plan dat u wilt samenvoegen.", "Vink aan dat u de plannen wilt samenvoegen."]
    coordinator.submit("Samenvoegen", ander=str(second.id), zeker_samen=True)
    assert [naam for naam, _ in plan_names()] == ["Bosstreek en Duinstreek", "Duinstreek"]


def test_splitting_asks_which_region_and_whether_one_is_sure(coordinator: StrictClient) -> None:
    plan = make_plan(make_regio("Bosstreek"), make_regio("Duinstreek"))
    coordinator.get(f"/landelijk/plannen/{plan.id}/beheren")
    page = coordinator.submit("Splitsen", status=422)
    assert page.errors == ["Kies de regio die een eigen plan krijgt.", "Vink aan dat u het plan wilt splitsen."]
    coordinator.submit("Splitsen", regio=ids("Duinstreek")[0], zeker_splitsen=True)
    assert [naam for naam, _ in plan_names()] == ["Bosstreek", "Duinstreek"]
