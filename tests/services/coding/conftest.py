"""A round with the code book, and somebody who codes."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.models import Uitvraag, User
from tests.worlds.coding import make_code_book, make_coder
from tests.worlds.round import make_uitvraag


@pytest.fixture
def uitvraag(app: Flask) -> Uitvraag:
    make_code_book()
    return make_uitvraag(naam="Q1 2024")


@pytest.fixture
def kim(uitvraag: Uitvraag) -> User:
    return make_coder()
