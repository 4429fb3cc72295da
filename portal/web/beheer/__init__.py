"""Technical administration: accounts, invitations, regions and the outbox."""

from flask import Blueprint

blueprint = Blueprint("beheer", __name__, url_prefix="/beheer")

from portal.web.beheer import accounts, outbox, regios, uitnodigen  # noqa: E402, F401 - these tie their views to it
