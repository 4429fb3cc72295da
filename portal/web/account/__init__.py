"""Signing in, one's own account, invitations. Everything here comes before, or stands apart from, the work itself."""

from portal.web.account import brakes, gegevens, ontvangen, origins, places, token, views
from portal.web.account.blueprint import blueprint

__all__ = ["blueprint", "brakes", "gegevens", "ontvangen", "origins", "places", "token", "views"]
