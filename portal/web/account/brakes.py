"""Brakes on guessing passwords: a few posts per account and per address in five minutes (BIO 5.17).

The limits are in the configuration (`REM_ACCOUNT`, `REM_ADRES`); Flask-Limiter keeps the counts.
"""

from __future__ import annotations

from flask import abort, current_app, request
from flask_limiter.util import get_remote_address
from limits import parse_many

from portal.extensions import limiter
from portal.web.account.blueprint import blueprint

BRAKED = frozenset(
    {"security.login", "security.forgot_password", "security.reset_password", "security.change_password"}
)
TOO_OFTEN = "U probeerde dit te vaak. Wacht vijf minuten en probeer het dan opnieuw."


@blueprint.before_app_request
def brake() -> None:
    """Stop posts to the doors of Flask-Security that come too often (429), and bodies that are no form (415)."""
    if request.method != "POST" or request.endpoint not in BRAKED:
        return
    if request.is_json:
        abort(415)
    if too_often(request.form.get("email", "")):
        abort(429)


def too_often(email: str) -> bool:
    """Count one attempt for this account name and for the address of this request; True after too many."""
    if not current_app.config.get("RATELIMIT_ENABLED", True):
        return False
    attempts = [("REM_ADRES", "30 per 5 minutes", get_remote_address())]
    if email:
        attempts.append(("REM_ACCOUNT", "10 per 5 minutes", email.strip().casefold()))
    # Every count goes up, also after the first that is full.
    hits = [_hit(setting, default, key) for setting, default, key in attempts]
    return not all(hits)


def _hit(setting: str, default: str, key: str) -> bool:
    limits = parse_many(current_app.config.get(setting, default))
    return all(limiter.limiter.hit(limit, setting, key) for limit in limits)
