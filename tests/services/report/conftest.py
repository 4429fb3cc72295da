"""What tests of reports share: a small country, a closed round, and the coördinator."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.roles import Actor, Rol
from portal.domain.round.states import UitvraagStatus
from portal.models import Uitvraag
from tests.worlds.feedback import hand_in
from tests.worlds.nation import ReportWorld, make_report_world
from tests.worlds.people import make_regio, make_user
from tests.worlds.round import make_blad, make_uitvraag


@pytest.fixture
def world(app: Flask) -> ReportWorld:
    """A small country with a round that is answered."""
    return make_report_world()


@pytest.fixture
def uitvraag(app: Flask) -> Uitvraag:
    """A closed round that Aland answered and Bland did not."""
    uitvraag = make_uitvraag(naam="Q1 2024", status=UitvraagStatus.GESLOTEN)
    hand_in(make_blad(uitvraag, make_regio("Aland")))
    make_blad(uitvraag, make_regio("Bland"))
    return uitvraag


@pytest.fixture
def kim(app: Flask) -> Actor:
    """The coördinator."""
    return make_user(Rol.COORDINATOR, naam="Kim Bedacht").actor
