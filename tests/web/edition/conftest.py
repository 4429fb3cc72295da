"""What tests of other editions share: the editions are there, and a contact of a region."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from portal.models import User
from tests.editions import other_editions
from tests.worlds.people import make_contact, make_regio


@pytest.fixture(autouse=True)
def _other_editions() -> Iterator[None]:
    with other_editions():
        yield


@pytest.fixture
def anna(app: Flask) -> User:
    return make_contact(make_regio("Proefstreek"), naam="Anna Proef")
