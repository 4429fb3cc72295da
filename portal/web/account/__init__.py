"""Signing in, one's own account, invitations. Everything here comes before, or stands apart from, the work itself."""

from flask import Blueprint

blueprint = Blueprint("account", __name__, url_prefix="/account")

from portal.web.account import brakes, origins, token, views  # noqa: E402, F401 - these tie themselves to the blueprint
