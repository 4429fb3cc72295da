"""What tests of answer sheets share."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.models import Antwoordblad
from tests.worlds.people import make_regio
from tests.worlds.round import make_blad
from tests.worlds.sheet import make_plan_in_force, make_q1


@pytest.fixture
def blad(app: Flask) -> Antwoordblad:
    """The sheet of this quarter of one region, with a plan in force."""
    return make_blad(make_q1(), plan=make_plan_in_force(make_regio("Proefstreek")))
