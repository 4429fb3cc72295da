"""A region answers a round: the sheet, its five questions, handing in and correcting, as people meet them."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.models import Antwoordblad, Plan, User
from tests.client import StrictClient
from tests.factories import make_blad, make_contact, make_regio
from tests.sheet_factories import (
    make_answered_q4,
    make_plan_in_force,
    make_q1,
)


@pytest.fixture
def plan(app: Flask) -> Plan:
    return make_plan_in_force(make_regio("Proefstreek"))


@pytest.fixture
def anna(plan: Plan) -> User:
    return make_contact(plan.regios[0], naam="Anna Proef")


@pytest.fixture
def blad(plan: Plan, anna: User) -> Antwoordblad:
    """The sheet of this quarter; last quarter was handed in."""
    make_answered_q4(plan, anna)
    return make_blad(make_q1(), plan=plan)


@pytest.fixture
def client(app: Flask, anna: User, blad: Antwoordblad) -> StrictClient:
    return StrictClient(app).sign_in(anna)


def address(blad: Antwoordblad, rest: str = "") -> str:
    return f"/antwoordbladen/{blad.id}{rest}"


PAGES = (
    "",
    "/vraag/afstemming",
    "/vraag/voortgang",
    "/vraag/verwachtingen",
    "/vraag/doelstelling",
    "/vraag/successen_lessen",
    "/controleren",
    "/lezen",
    "/leeg.docx",
    ".docx",
    "/eerder/doel_toelichting",
)


def test_all_pages_of_a_sheet_open(client: StrictClient, blad: Antwoordblad):
    client.get("/antwoordbladen")
    for rest in PAGES:
        client.get(address(blad, rest))
