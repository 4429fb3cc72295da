"""Finding what an address names, or the page that it is not there."""

from __future__ import annotations

from flask import abort

from portal.models import User
from portal.services.people import accounts

MAX_ID = 2**31 - 1


def account_or_404(account_id: int) -> User:
    """The account with this id; aborts with 404 when there is none."""
    account = accounts.get_account(account_id) if account_id <= MAX_ID else None
    if account is None:
        abort(404)
    return account
