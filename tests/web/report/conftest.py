"""What tests of the pages of a report share: a report with the people around it, each behind a browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from tests.client import StrictClient
from tests.worlds.report_pages import RapportWorld, make_rapport_world


@pytest.fixture
def world(app: Flask) -> RapportWorld:
    """A report that is a concept, of a round that is closed."""
    return make_rapport_world()


@pytest.fixture
def kim(client: StrictClient, world: RapportWorld) -> StrictClient:
    """The coördinator."""
    return client.sign_in(world.kim)


@pytest.fixture
def kernlid(new_client: Callable[[], StrictClient], world: RapportWorld) -> StrictClient:
    """Who speaks for a party of the kerngroep."""
    return new_client().sign_in(world.kernlid)
