"""What tests of plans share."""

from __future__ import annotations

import pytest

from portal.models import User


@pytest.fixture
def anna(contact: User) -> User:
    """Who writes in the plan."""
    return contact
