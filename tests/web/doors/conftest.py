"""What tests of doors share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.web.doors.walking import Doorkeeper, keeper_of


@pytest.fixture
def keeper(app: Flask) -> Iterator[Doorkeeper]:
    """The keeper of the doors of this app."""
    with keeper_of(app) as keeper:
        yield keeper
