"""What tests of pages share."""

from __future__ import annotations

import pytest

from portal.models import User
from tests.client import StrictClient


@pytest.fixture
def anna(client: StrictClient, contact: User) -> StrictClient:
    """Who writes in the plan, behind a browser."""
    return client.sign_in(contact)
