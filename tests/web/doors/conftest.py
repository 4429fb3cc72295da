"""What tests of doors share."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.web.doors.walking import Doorkeeper


@pytest.fixture
def keeper(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Doorkeeper:
    """The keeper of the doors of this app."""
    return Doorkeeper(app, monkeypatch)
