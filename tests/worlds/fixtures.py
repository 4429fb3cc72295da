"""What many tests begin with: the plan of one region, and who writes in it. A module that needs another has its own."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.models import Plan, User
from tests.worlds.people import make_contact, make_regio
from tests.worlds.plan import make_plan


@pytest.fixture
def plan(app: Flask) -> Plan:
    """The empty plan of a region."""
    return make_plan(make_regio("Proefstreek"))


@pytest.fixture
def contact(plan: Plan) -> User:
    """Who writes in the plan."""
    return make_contact(plan.regios[0], naam="Anna Proef")
